//! A number, perhaps within limits and of a unit.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Kind, Settings};
use crate::calls::{Given, Number, Question, Test};
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The most characters of a unit.
const LONGEST_UNIT: usize = 30;

/// A number and its limits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct NumberWithin {
    pub least: Option<Number>,
    pub most: Option<Number>,
    /// What is counted or measured, such as "hours a week". Empty where the question says it.
    pub unit: String,
    /// Whether only whole numbers are taken.
    pub whole: bool,
}

impl Settings for NumberWithin {
    fn parse(form: &Form, problems: &mut Problems) -> Self {
        let mut limit = |field: &str| {
            let typed = form.text(field)?;
            problems.require(typed.parse::<Number>().ok(), field, "error-question-number")
        };
        let (least, most, whole) = (limit("least"), limit("most"), form.sent("whole"));
        // Between two whole numbers lies none.
        for (field, limit) in [("least", least), ("most", most)] {
            if whole && limit.is_some_and(|limit| !limit.is_whole()) {
                problems.add(Problem::new(field, "error-question-whole"));
            }
        }
        if least.zip(most).is_some_and(|(least, most)| least > most) {
            problems.add(Problem::new("most", "error-question-most"));
        }
        let unit = form.text("unit").unwrap_or_default();
        if text::length(&unit) > LONGEST_UNIT {
            problems.add(Problem::new("unit", "error-title-long").with("limit", LONGEST_UNIT));
        }
        Self { least, most, unit, whole }
    }
}

impl NumberWithin {
    fn check(&self, number: Number) -> Result<(), Problem> {
        let limits = |problem: Problem| match (self.least, self.most) {
            (Some(least), Some(most)) => problem.with("least", least).with("most", most),
            (Some(least), None) => problem.with("least", least),
            (None, Some(most)) => problem.with("most", most),
            (None, None) => problem,
        };
        if self.whole && !number.is_whole() {
            return Err(Problem::new("answer", "error-answer-whole"));
        }
        let (low, high) =
            (self.least.is_some_and(|least| number < least), self.most.is_some_and(|most| number > most));
        let message = match (low || high, self.least.is_some(), self.most.is_some()) {
            (false, ..) => return Ok(()),
            (_, true, true) => "error-answer-between",
            (_, true, false) => "error-answer-least",
            _ => "error-answer-most",
        };
        Err(limits(Problem::new("answer", message)))
    }
}

impl Kind for NumberWithin {
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        let Some(typed) = form.text("answer") else {
            return asked.nothing("answer", "error-answer-number-missing");
        };
        let number = typed.parse().map_err(|_| Problem::new("answer", "error-answer-number"))?;
        self.check(number)?;
        Ok(Some(Given::Number(number)))
    }

    fn show(&self, given: &Given, form: &mut Form) {
        if let Given::Number(number) = given {
            form.set("answer", number.to_string());
        }
    }

    fn fits(&self, _: &Question, given: &Given) -> bool {
        matches!(given, Given::Number(number) if self.check(*number).is_ok())
    }

    fn words(&self, asked: &Question, given: &Given) -> String {
        format!("{} {}", self.cell(asked, given), self.unit).trim().to_owned()
    }

    /// A number without its unit says little.
    fn columns(&self, asked: &Question) -> Vec<String> {
        let unit = if self.unit.is_empty() { String::new() } else { format!(" ({})", self.unit) };
        vec![format!("{}{unit}", asked.title)]
    }

    fn cell(&self, _: &Question, given: &Given) -> String {
        match given {
            Given::Number(number) => number.to_string(),
            _ => String::new(),
        }
    }

    fn of_cell(&self, _: &Question, cell: &str, _: &str) -> Option<Given> {
        let number = cell.parse().ok().filter(|number| self.check(*number).is_ok());
        number.map(Given::Number)
    }

    /// The limits of the tests and of the question itself, and the numbers beside them.
    fn examples(&self, _: &Question, tests: &[&Test]) -> Vec<Given> {
        let mut numbers: BTreeSet<Number> =
            [self.least, self.most, Some(Number::whole(0))].into_iter().flatten().collect();
        for test in tests {
            if let Test::Between { least, most } = test {
                for limit in [least, most].into_iter().flatten() {
                    let near = [limit.before(), *limit, limit.next(), limit.floor(), limit.floor().above()];
                    numbers.extend(near.into_iter().chain([limit.floor().below()]));
                }
            }
        }
        numbers.into_iter().filter(|number| self.check(*number).is_ok()).map(Given::Number).collect()
    }

    fn fill(&self, form: &mut Form) {
        for (field, limit) in [("least", self.least), ("most", self.most)] {
            if let Some(limit) = limit {
                form.set(field, limit.to_string());
            }
        }
        form.set("unit", self.unit.as_str());
        if self.whole {
            form.set("whole", "yes");
        }
    }
}
