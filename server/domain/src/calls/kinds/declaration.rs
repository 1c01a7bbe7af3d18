//! A box to tick beside words that are then declared. It is always needed: an answer without it would be none.

use serde::{Deserialize, Serialize};

use super::{Kind, Settings};
use crate::calls::{Given, Question, Test};
use crate::forms::{Form, Problem, Problems};

/// What is declared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Declaration {
    /// The words beside the box.
    pub words: String,
}

impl Settings for Declaration {
    fn parse(form: &Form, problems: &mut Problems) -> Self {
        let words = problems.require(form.text("declaration"), "declaration", "error-question-declaration");
        Self { words: words.unwrap_or_default() }
    }
}

impl Kind for Declaration {
    fn read(&self, _: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        if form.has("answer", "yes") {
            Ok(Some(Given::Declared(self.words.clone())))
        } else {
            Err(Problem::new("answer", "error-answer-declaration").into())
        }
    }

    fn show(&self, given: &Given, form: &mut Form) {
        if matches!(given, Given::Declared(words) if *words == self.words) {
            form.set("answer", "yes");
        }
    }

    /// Only these words were declared: others must be declared again.
    fn fits(&self, _: &Question, given: &Given) -> bool {
        matches!(given, Given::Declared(words) if *words == self.words)
    }

    fn words(&self, _: &Question, given: &Given) -> String {
        match given {
            Given::Declared(words) => words.clone(),
            _ => String::new(),
        }
    }

    fn cell(&self, _: &Question, given: &Given) -> String {
        if matches!(given, Given::Declared(_)) { "yes".to_owned() } else { String::new() }
    }

    fn of_cell(&self, _: &Question, cell: &str, _: &str) -> Option<Given> {
        let cell = cell.trim().to_lowercase();
        ["yes", "true", "1", "x"].contains(&cell.as_str()).then(|| Given::Declared(self.words.clone()))
    }

    fn examples(&self, _: &Question, _: &[&Test]) -> Vec<Given> {
        vec![Given::Declared(self.words.clone())]
    }

    fn fill(&self, form: &mut Form) {
        form.set("declaration", self.words.as_str());
    }
}
