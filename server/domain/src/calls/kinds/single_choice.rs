//! One of several choices.

use serde::{Deserialize, Serialize};

use super::{Kind, Label, Settings, Why, chosen};
use crate::calls::{Given, Question, Test};
use crate::forms::{Form, Problems};

/// One choice, and perhaps the reasons for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct SingleChoice {
    pub why: Option<Why>,
}

impl Settings for SingleChoice {
    fn parse(form: &Form, problems: &mut Problems) -> Self {
        Self { why: Why::parse(form, problems) }
    }

    fn labels(form: &Form, problems: &mut Problems) -> Vec<Label> {
        chosen::labels(form, problems, chosen::MOST)
    }
}

impl Kind for SingleChoice {
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        chosen::read_one(asked, form)
    }

    fn fits(&self, asked: &Question, given: &Given) -> bool {
        chosen::fits(asked, given)
    }

    fn of_cell(&self, asked: &Question, cell: &str, _: &str) -> Option<Given> {
        chosen::of_parts(asked, [cell].into_iter())
    }

    fn examples(&self, asked: &Question, _: &[&Test]) -> Vec<Given> {
        chosen::each(asked)
    }

    fn fill(&self, form: &mut Form) {
        Why::fill(self.why, form);
    }

    fn offers(&self) -> bool {
        true
    }

    fn why(&self) -> Option<Why> {
        self.why
    }
}
