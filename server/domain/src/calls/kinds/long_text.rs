//! A text of many lines.

use serde::{Deserialize, Serialize};

use super::{Kind, Settings, word_limit};
use crate::calls::question::within;
use crate::calls::{Given, Question};
use crate::forms::{Form, Problems};
use crate::text;

/// A text, perhaps with a limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct LongText {
    /// The most words that it may have.
    pub word_limit: Option<u32>,
}

impl Settings for LongText {
    fn parse(form: &Form, problems: &mut Problems) -> Self {
        Self { word_limit: word_limit(form, problems) }
    }
}

impl Kind for LongText {
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        let Some(written) = form.long_text("answer") else {
            return asked.nothing("answer", "error-answer-missing");
        };
        within("answer", &written, self.word_limit)?;
        Ok(Some(Given::Text(written)))
    }

    fn fits(&self, _: &Question, given: &Given) -> bool {
        matches!(given, Given::Text(_))
    }

    fn of_cell(&self, _: &Question, cell: &str, _: &str) -> Option<Given> {
        Some(Given::Text(text::normalise(cell)))
    }

    fn fill(&self, form: &mut Form) {
        if let Some(limit) = self.word_limit {
            form.set("word-limit", limit.to_string());
        }
    }
}
