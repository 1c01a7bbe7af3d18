//! How much somebody agrees with a statement: always the same points, in the language of whoever answers.

use serde::{Deserialize, Serialize};

use super::{Kind, Label, Settings, Why, chosen};
use crate::calls::{Choice, Given, Question, Test};
use crate::forms::{Form, Problems};

crate::named! {
    /// A point of the scale. The points of a question are choices in this order.
    pub enum Point {
        StronglyAgree => "strongly-agree",
        Agree => "agree",
        Neither => "neither",
        Disagree => "disagree",
        StronglyDisagree => "strongly-disagree",
        DontKnow => "dont-know",
    }
}

impl Point {
    /// What the record calls it, which the team reads in English whatever language was answered in.
    pub const fn label(self) -> &'static str {
        match self {
            Self::StronglyAgree => "Strongly agree",
            Self::Agree => "Agree",
            Self::Neither => "Neither agree nor disagree",
            Self::Disagree => "Disagree",
            Self::StronglyDisagree => "Strongly disagree",
            Self::DontKnow => "I do not know",
        }
    }

    /// The point that a choice of an agreement question stands for.
    pub fn of(choice: &Choice) -> Option<Self> {
        Self::ALL.iter().copied().find(|point| point.label() == choice.label)
    }
}

/// The scale, and perhaps the reasons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Agreement {
    pub why: Option<Why>,
}

impl Agreement {
    /// The points as the choices of a new question.
    pub fn points() -> Vec<Label> {
        Point::ALL.iter().map(|point| Label::new(point.label())).collect()
    }
}

impl Settings for Agreement {
    fn parse(form: &Form, problems: &mut Problems) -> Self {
        Self { why: Why::parse(form, problems) }
    }

    fn labels(_: &Form, _: &mut Problems) -> Vec<Label> {
        Self::points()
    }
}

impl Kind for Agreement {
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

    fn why(&self) -> Option<Why> {
        self.why
    }
}
