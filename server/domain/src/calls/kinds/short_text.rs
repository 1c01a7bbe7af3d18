//! One line of text.

use serde::{Deserialize, Serialize};

use super::{Kind, Settings};
use crate::calls::question::no_longer;
use crate::calls::{Given, Question};
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The most characters of a short text.
const LONGEST: usize = 500;

/// A line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShortText {}

impl Settings for ShortText {
    fn parse(_: &Form, _: &mut Problems) -> Self {
        Self {}
    }
}

impl Kind for ShortText {
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problem> {
        let Some(written) = form.text("answer") else {
            return asked.nothing("answer", "error-answer-missing");
        };
        no_longer("answer", &written, LONGEST)?;
        Ok(Some(Given::Text(written)))
    }

    fn show(&self, given: &Given, form: &mut Form) {
        show(given, form);
    }

    fn fits(&self, _: &Question, given: &Given) -> bool {
        matches!(given, Given::Text(_))
    }

    fn words(&self, _: &Question, given: &Given) -> String {
        words(given)
    }

    fn of_cell(&self, _: &Question, cell: &str, _: &str) -> Option<Given> {
        Some(Given::Text(text::normalise(cell)))
    }
}

/// What was written, as the field that it was written in.
pub(super) fn show(given: &Given, form: &mut Form) {
    form.set("answer", words(given));
}

/// What was written.
pub(super) fn words(given: &Given) -> String {
    match given {
        Given::Text(written) => written.clone(),
        _ => String::new(),
    }
}
