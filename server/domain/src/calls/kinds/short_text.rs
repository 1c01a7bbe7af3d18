//! One line of text.

use serde::{Deserialize, Serialize};

use super::{Kind, Settings};
use crate::calls::question::no_longer;
use crate::calls::{Given, Question};
use crate::forms::{Form, Problems};
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
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        let Some(written) = form.text("answer") else {
            return asked.nothing("answer", "error-answer-missing");
        };
        no_longer("answer", &written, LONGEST)?;
        Ok(Some(Given::Text(written)))
    }

    fn fits(&self, _: &Question, given: &Given) -> bool {
        matches!(given, Given::Text(_))
    }

    fn of_cell(&self, _: &Question, cell: &str, _: &str) -> Option<Given> {
        Some(Given::Text(text::normalise(cell)))
    }
}
