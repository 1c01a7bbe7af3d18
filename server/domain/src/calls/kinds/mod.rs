//! The kinds of questions: one file each, and one line in the table below.
//!
//! A kind is its settings and what it makes of a form, of an answer and of a cell of a table. Nothing else in the domain
//! knows one kind from another.

mod agreement;
mod chosen;
mod date;
mod declaration;
mod documents;
pub mod each;
mod email;
pub mod entries;
pub mod evidence;
mod field;
pub mod group;
mod list;
mod long_text;
mod matrix;
mod multiple_choice;
mod number;
mod points;
mod ranking;
mod short_text;
mod single_choice;
mod telephone;
mod votes;
mod written;

use serde::{Deserialize, Serialize};

use super::{Given, Question, Test};
use crate::forms::{Form, Problems};
use entries::Shape;

pub use agreement::{Agreement, Point};
pub use date::{Date, held_parts};
pub(crate) use date::{read_day, show_day};
pub use declaration::Declaration;
pub use documents::Documents;
pub use email::Email;
pub use evidence::Evidence;
pub use field::{Field, FieldKind, LONGEST_LINE, LONGEST_TEXT};
pub use group::Group;
pub use list::{List, NATIONS, ReadyMade};
pub use long_text::LongText;
pub use matrix::Matrix;
pub use multiple_choice::MultipleChoice;
pub use number::NumberWithin;
pub use points::Points;
pub use ranking::Ranking;
pub use short_text::ShortText;
pub use single_choice::SingleChoice;
pub use telephone::Telephone;
pub use votes::{Vote, Votes};

/// What a kind makes of what it is given.
pub trait Kind {
    /// The answer in the form of a respondent.
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems>;

    /// An answer as the fields of that form.
    fn show(&self, given: &Given, form: &mut Form) {
        match given {
            Given::Text(written) => form.set("answer", written.as_str()),
            Given::Choices(chosen) => chosen.iter().for_each(|choice| form.add("answer", choice.to_string())),
            Given::Each(all) => each::show(all, form),
            Given::Entries(all) => self.entries().iter().for_each(|shape| shape.show(all, form)),
            _ => {}
        }
    }

    /// Whether what was given answers the question as it now is.
    fn fits(&self, asked: &Question, given: &Given) -> bool;

    /// What was given, in words, as the team reads them: what was written, the labels of what was chosen, or what each of
    /// the choices was given, one a line.
    fn words(&self, asked: &Question, given: &Given) -> String {
        match given {
            Given::Text(written) => written.clone(),
            Given::Choices(chosen) => chosen::labels_of(asked, chosen),
            Given::Each(all) => each::words(asked, all),
            Given::Entries(all) => self.entries().map(|shape| shape.words(all)).unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// What stands over the cells of an answer in a table.
    fn columns(&self, asked: &Question) -> Vec<String> {
        match self.entries() {
            Some(shape) => shape.columns(asked),
            None if self.is_each() => each::columns(asked),
            None => vec![asked.title.clone()],
        }
    }

    /// What was given, as the one cell of a table has it: for programs to read.
    fn cell(&self, asked: &Question, given: &Given) -> String {
        self.words(asked, given)
    }

    /// What was given, as the cells below its columns have it.
    fn cells(&self, asked: &Question, given: &Given) -> Vec<String> {
        match given {
            Given::Each(all) => each::cells(asked, all),
            Given::Entries(all) => self.entries().map(|shape| shape.cells(all)).unwrap_or_default(),
            _ => vec![self.cell(asked, given)],
        }
    }

    /// What a cell of somebody's table means; nothing where it is no answer, or where no cell can hold one. `between` stands
    /// between several choices.
    fn of_cell(&self, _asked: &Question, _cell: &str, _between: &str) -> Option<Given> {
        None
    }

    /// What the cells of somebody's table mean that stand below its columns.
    fn of_cells(&self, asked: &Question, cells: &[&str], between: &str) -> Option<Given> {
        if let Some(shape) = self.entries() {
            return shape.of_cells(cells);
        }
        match cells {
            _ if self.is_each() => each::of_cells(self, asked, cells),
            [cell] => self.of_cell(asked, cell, between),
            _ => None,
        }
    }

    /// One answer of each sort that these tests tell apart.
    fn examples(&self, _: &Question, _: &[&Test]) -> Vec<Given> {
        vec![Given::Text("Something".to_owned())]
    }

    /// Whether these examples are all the sorts there are.
    fn are_all(&self, _: &Question, _: &[&Test]) -> bool {
        true
    }

    /// The settings as the fields of the builder's form.
    fn fill(&self, _: &mut Form) {}

    /// The reasons that are asked for beside what is chosen.
    fn why(&self) -> Option<Why> {
        None
    }

    /// Whether the team says what there is to choose, or what is to be given something, one a line.
    fn offers(&self) -> bool {
        self.is_each()
    }

    /// Whether each of the choices is given something, instead of some of them being chosen.
    fn is_each(&self) -> bool {
        false
    }

    /// What the entries are like, where it is answered with one after another.
    fn entries(&self) -> Option<Shape> {
        None
    }

    /// Whether an answer is made of several fields, so that nothing is wrong with one that is only half done.
    fn is_in_parts(&self) -> bool {
        self.is_each() || self.entries().is_some()
    }

    /// Whether an answer itself says who somebody is, so that it is kept from searching, coding and quoting.
    fn is_private(&self) -> bool {
        false
    }
}

/// The settings of a kind as a team member types them.
trait Settings: Sized {
    /// Reads the builder's form, and notes what is wrong with it.
    fn parse(form: &Form, problems: &mut Problems) -> Self;

    /// The labels of the choices: those that were typed, of a kind that offers any.
    fn labels(_: &Form, _: &mut Problems) -> Vec<Label> {
        Vec::new()
    }
}

/// A choice before it has a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub text: String,
    /// Whether nothing else can be chosen with it.
    pub alone: bool,
}

impl Label {
    /// A choice like most.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), alone: false }
    }
}

/// Reasons beside what is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Why {
    pub required: bool,
    /// The most words that they may have.
    pub word_limit: Option<u32>,
}

impl Why {
    fn parse(form: &Form, problems: &mut Problems) -> Option<Self> {
        let required = match form.value("reasons") {
            "optional" => false,
            "required" => true,
            _ => return None,
        };
        Some(Self { required, word_limit: word_limit(form, problems) })
    }

    fn fill(why: Option<Self>, form: &mut Form) {
        let asked = why.map_or("no", |why| if why.required { "required" } else { "optional" });
        form.set("reasons", asked);
        if let Some(limit) = why.and_then(|why| why.word_limit) {
            form.set("word-limit", limit.to_string());
        }
    }
}

/// The most words of a text, where the builder's form states it.
pub(super) fn word_limit(form: &Form, problems: &mut Problems) -> Option<u32> {
    let limit = form.text("word-limit").map(|typed| typed.parse().ok().filter(|n| (10..=50_000).contains(n)));
    match limit {
        None => None,
        Some(limit) => problems.require(limit, "word-limit", "error-question-word-limit"),
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident($settings:ty) => $text:literal),+ $(,)?) => {
        crate::named! {
            /// What kind of answer a question takes.
            pub enum QuestionKind { $($(#[$doc])* $name => $text),+ }
        }

        /// What a question asks for: its kind, with the settings of that kind.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Asks { $(#[serde(rename = $text)] $name($settings)),+ }

        impl Asks {
            /// Its kind.
            pub const fn kind(&self) -> QuestionKind {
                match self { $(Self::$name(_) => QuestionKind::$name),+ }
            }

            /// What its kind makes of things.
            pub fn settings(&self) -> &dyn Kind {
                match self { $(Self::$name(settings) => settings),+ }
            }

            /// A kind with the settings that say nothing.
            pub fn plain(kind: QuestionKind) -> Self {
                match kind { $(QuestionKind::$name => Self::$name(<$settings>::default())),+ }
            }

            /// Reads the builder's form for this kind.
            pub(super) fn parse(kind: QuestionKind, form: &Form, problems: &mut Problems) -> (Self, Vec<Label>) {
                match kind {
                    $(QuestionKind::$name => {
                        let labels = <$settings>::labels(form, problems);
                        (Self::$name(<$settings>::parse(form, problems)), labels)
                    }),+
                }
            }
        }
    };
}

kinds! {
    /// One line.
    ShortText(ShortText) => "short-text",
    /// Many lines.
    LongText(LongText) => "long-text",
    /// One of the choices.
    SingleChoice(SingleChoice) => "single-choice",
    /// Any of the choices.
    MultipleChoice(MultipleChoice) => "multiple-choice",
    /// How much somebody agrees.
    Agreement(Agreement) => "agreement",
    Number(NumberWithin) => "number",
    /// A day.
    Date(Date) => "date",
    Email(Email) => "email",
    Telephone(Telephone) => "telephone",
    /// A box to tick beside words that are then declared.
    Declaration(Declaration) => "declaration",
    /// Files that are sent along.
    Documents(Documents) => "documents",
    /// One of a long list.
    List(List) => "list",
    /// One of a long list of places.
    Place(List) => "place",
    /// A point of one scale for each statement.
    Matrix(Matrix) => "matrix",
    /// The order of some options.
    Ranking(Ranking) => "ranking",
    /// Points that are given out among some options.
    Points(Points) => "points",
    /// Agreeing with each statement, disagreeing, or passing it.
    Votes(Votes) => "votes",
    /// A group of fields, filled in again and again.
    Group(Group) => "group",
    /// Pieces of evidence, each with what is to be known of it.
    Evidence(Evidence) => "evidence",
}

impl QuestionKind {
    /// Whether the team says what there is to choose, one a line.
    pub fn has_choices(self) -> bool {
        Asks::plain(self).settings().offers()
    }
}

impl Asks {
    /// The reasons that are asked for beside what is chosen.
    pub fn why(&self) -> Option<Why> {
        self.settings().why()
    }

    /// The same kind as one reads it off paper, which knows of no limits: what is longer is taken, reasons may be left out, and
    /// an entry may say a part of what is asked of it.
    #[must_use]
    pub fn on_paper(&self) -> Self {
        let mut asks = self.clone();
        match &mut asks {
            Self::LongText(long) => long.word_limit = None,
            Self::SingleChoice(SingleChoice { why: Some(why) })
            | Self::MultipleChoice(MultipleChoice { why: Some(why), .. })
            | Self::Agreement(Agreement { why: Some(why) }) => *why = Why::default(),
            Self::Group(group) => group.take_part(),
            Self::Evidence(evidence) => evidence.take_part(),
            _ => {}
        }
        asks
    }

    /// A text of many lines with this limit of words.
    pub const fn long_text(word_limit: Option<u32>) -> Self {
        Self::LongText(LongText { word_limit })
    }

    /// The most words of what is written.
    pub fn word_limit(&self) -> Option<u32> {
        match self {
            Self::LongText(long) => long.word_limit,
            other => other.why().and_then(|why| why.word_limit),
        }
    }
}
