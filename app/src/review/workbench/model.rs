//! What the workbench is given and what it is told. Only what its reader may see is in here: it is in the page.

use domain::review::Mark;
use domain::text::Span;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A response on the coder's desk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Desk {
    /// The address of the response's page; acts go to addresses below it.
    pub address: String,
    pub previous: Option<String>,
    pub next: Option<String>,
    pub answers: Vec<DeskAnswer>,
    pub codings: Vec<DeskCoding>,
    pub marks: Vec<DeskMark>,
    /// The codes that can be applied, in the order of the tree.
    pub codes: Vec<DeskCode>,
    /// Whether this person applies codes, or only reads.
    pub may_code: bool,
    pub labels: Labels,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeskAnswer {
    pub id: Uuid,
    pub title: String,
    pub text: String,
    /// The number of the question, where the paragraphs have numbers.
    pub cited: Option<usize>,
}

/// A code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeskCode {
    pub id: Uuid,
    pub name: String,
    pub definition: String,
    pub depth: usize,
    pub colour: u8,
}

/// A coding, with what is shown of its code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeskCoding {
    pub id: Uuid,
    pub answer: Uuid,
    pub code: Uuid,
    pub name: String,
    pub colour: u8,
    /// None for the whole answer.
    pub span: Option<Span>,
    pub coder: String,
    /// Whether this person may remove it.
    pub removable: bool,
}

/// A mark on an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeskMark {
    pub answer: Uuid,
    pub mark: Mark,
    /// Whether whoever is at the desk has set it.
    pub mine: bool,
    pub who: String,
    pub when: String,
}

/// What belongs to an answer.
pub trait OnAnswer {
    /// The answer.
    fn answer(&self) -> Uuid;
}

impl OnAnswer for DeskCoding {
    fn answer(&self) -> Uuid {
        self.answer
    }
}

impl OnAnswer for DeskMark {
    fn answer(&self) -> Uuid {
        self.answer
    }
}

/// What came of an act.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Said to the coder.
    pub message: String,
    /// The codings of the response as they now are, where they changed.
    pub codings: Option<Vec<DeskCoding>>,
    /// The marks likewise.
    pub marks: Option<Vec<DeskMark>>,
}

/// The words of the workbench, in the language of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Labels {
    pub find: String,
    pub find_hint: String,
    pub recent: String,
    pub all_codes: String,
    pub whole: String,
    pub codes_here: String,
    pub remove: String,
    pub undo: String,
    pub redo: String,
    pub chosen_none: String,
    pub chosen_whole: String,
    pub failed: String,
    pub keys: String,
    pub keys_on: String,
    /// Key and what it does, for the key sheet.
    pub sheet: Vec<(String, String)>,
    pub nothing_found: String,
    /// What a paragraph is called.
    pub paragraph: String,
    /// What stands over the marks of an answer.
    pub marks_here: String,
    /// What leads to the form of a memo, and to that of a question to the lead analyst.
    pub memo: String,
    pub ask: String,
    /// What each mark is called.
    pub marks: Vec<(Mark, String)>,
}
