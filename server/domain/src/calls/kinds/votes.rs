//! Statements that one agrees with, disagrees with or passes.

use serde::{Deserialize, Serialize};

use super::{Kind, Label, Settings, chosen, each};
use crate::calls::{Given, Question, Test};
use crate::forms::{Form, Problems};

crate::named! {
    /// What can be said of a statement.
    pub enum Vote {
        Agree => "agree",
        Disagree => "disagree",
        Pass => "pass",
    }
}

impl Vote {
    /// What the record calls it, whatever language was answered in.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Agree => "Agree",
            Self::Disagree => "Disagree",
            Self::Pass => "Pass",
        }
    }
}

/// A vote on each statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Votes {}

impl Votes {
    /// What the record calls the votes.
    pub fn points() -> Vec<&'static str> {
        Vote::ALL.iter().map(|vote| vote.label()).collect()
    }
}

impl Settings for Votes {
    fn parse(_: &Form, _: &mut Problems) -> Self {
        Self {}
    }

    fn labels(form: &Form, problems: &mut Problems) -> Vec<Label> {
        chosen::labels(form, problems, each::MOST)
    }
}

impl Kind for Votes {
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        each::read_points(asked, form, &Self::points())
    }

    fn fits(&self, asked: &Question, given: &Given) -> bool {
        each::fits(self, asked, given)
    }

    fn examples(&self, asked: &Question, _: &[&Test]) -> Vec<Given> {
        vec![each::all(asked, Vote::Pass.label())]
    }

    fn is_each(&self) -> bool {
        true
    }
}
