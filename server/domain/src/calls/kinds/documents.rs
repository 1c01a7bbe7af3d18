//! Documents that are sent along. They come one by one and are kept as they come, so the form of an answer holds nothing of
//! them: what it finds is none.

use serde::{Deserialize, Serialize};

use super::{Kind, Settings};
use crate::calls::{Given, Question, Test};
use crate::files::{Document, FileKind};
use crate::forms::{Form, Problems};

/// How many documents may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Documents {
    pub most: u32,
}

/// The most that a question may ask for.
const MOST: u32 = 20;

impl Default for Documents {
    fn default() -> Self {
        Self { most: 5 }
    }
}

impl Settings for Documents {
    fn parse(form: &Form, problems: &mut Problems) -> Self {
        let typed =
            form.text("most-documents").map(|typed| typed.parse().ok().filter(|n| (1..=MOST).contains(n)));
        match typed {
            None => Self::default(),
            Some(most) => {
                let most = problems.require(most, "most-documents", "error-question-most-documents");
                most.map_or_else(Self::default, |most| Self { most })
            }
        }
    }
}

impl Kind for Documents {
    fn read(&self, asked: &Question, _: &Form) -> Result<Option<Given>, Problems> {
        asked.nothing("answer", "error-answer-documents-missing")
    }

    fn show(&self, _: &Given, _: &mut Form) {}

    fn fits(&self, _: &Question, given: &Given) -> bool {
        matches!(given, Given::Documents(sent) if !sent.is_empty())
    }

    /// Their names, one a line.
    fn words(&self, _: &Question, given: &Given) -> String {
        let Given::Documents(sent) = given else { return String::new() };
        sent.iter().map(|document| document.name.as_str()).collect::<Vec<_>>().join("\n")
    }

    fn examples(&self, _: &Question, _: &[&Test]) -> Vec<Given> {
        let (hash, name) = ("0".repeat(64), "Evidence.pdf".to_owned());
        vec![Given::Documents(vec![Document { hash, name, kind: FileKind::Pdf, size: 1 }])]
    }

    fn fill(&self, form: &mut Form) {
        form.set("most-documents", self.most.to_string());
    }

    /// What documents are called says who sent them as often as not. Their text is another matter: it becomes the text of
    /// the answer once it may be read.
    fn is_private(&self) -> bool {
        true
    }
}
