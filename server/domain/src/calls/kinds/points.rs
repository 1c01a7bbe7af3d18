//! Points that are given out among some options, until none are left.

use serde::{Deserialize, Serialize};

use super::{Kind, Label, Settings, chosen, each};
use crate::calls::{Choice, Given, Question, Test};
use crate::forms::{Form, Problem, Problems};

/// The most points that there can be.
const MOST: u32 = 10_000;

/// How many points there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Points {
    pub total: u32,
}

impl Default for Points {
    fn default() -> Self {
        Self { total: 100 }
    }
}

impl Settings for Points {
    fn parse(form: &Form, problems: &mut Problems) -> Self {
        let Some(typed) = form.text("total") else { return Self::default() };
        let total = typed.parse::<u32>().ok().filter(|total| (1..=MOST).contains(total));
        if total.is_none() {
            problems.add(Problem::new("total", "error-question-total").with("most", MOST));
        }
        total.map_or_else(Self::default, |total| Self { total })
    }

    fn labels(form: &Form, problems: &mut Problems) -> Vec<Label> {
        chosen::labels(form, problems, each::MOST)
    }
}

impl Kind for Points {
    /// What is left empty is nothing, and is kept as that.
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        let number = |typed: &str| typed.parse::<u32>().ok().filter(|points| *points <= MOST);
        let typed = each::read(asked, form, number, |problem| problem, "error-points-number")?;
        if typed.is_empty() {
            return asked.nothing("answer", "error-points-missing");
        }
        let sum: u32 = typed.iter().map(|(_, points)| points).sum();
        let wrong = |message: &'static str, count: u32| -> Problems {
            Problem::new("answer", message).with("count", count).with("total", self.total).into()
        };
        if sum < self.total {
            return Err(wrong("error-points-left", self.total - sum));
        }
        if sum > self.total {
            return Err(wrong("error-points-over", sum - self.total));
        }
        let given = |choice: &Choice| {
            typed.iter().find(|(other, _)| other.id == choice.id).map_or(0, |(_, points)| *points)
        };
        Ok(each::given_of(asked.choices.iter().map(|choice| (choice, given(choice))).collect()))
    }

    fn fits(&self, asked: &Question, given: &Given) -> bool {
        each::fits(self, asked, given)
    }

    /// Everything to the first.
    fn examples(&self, asked: &Question, _: &[&Test]) -> Vec<Given> {
        let points = std::iter::once(self.total).chain(std::iter::repeat(0));
        each::given_of(asked.choices.iter().zip(points).collect()).into_iter().collect()
    }

    fn fill(&self, form: &mut Form) {
        form.set("total", self.total.to_string());
    }

    fn is_each(&self) -> bool {
        true
    }
}
