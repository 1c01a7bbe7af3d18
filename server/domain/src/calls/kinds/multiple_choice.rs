//! Any of several choices; or "none of these", which goes with no other.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Kind, Label, Settings, Why, chosen};
use crate::calls::{Given, Question, Test};
use crate::forms::{Form, Problem, Problems};

/// Of how many choices every set is tried.
const MOST_TOLD_APART: usize = 8;

/// Any choices, and perhaps the reasons for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct MultipleChoice {
    pub why: Option<Why>,
}

impl Settings for MultipleChoice {
    fn parse(form: &Form, problems: &mut Problems) -> Self {
        Self { why: Why::parse(form, problems) }
    }

    fn labels(form: &Form, problems: &mut Problems) -> Vec<Label> {
        let mut labels = chosen::labels(form, problems, chosen::MOST);
        if let Some(text) = form.text("none-label") {
            if labels.iter().any(|label| label.text == text) {
                problems.add(Problem::new("none-label", "error-question-choices-twice"));
            }
            labels.push(Label { text, alone: true });
        }
        labels
    }
}

/// The choice among these that goes with no other, where something else was chosen too.
fn not_alone(asked: &Question, chosen: &[Uuid]) -> Option<String> {
    let alone = asked.choices.iter().find(|choice| choice.alone && chosen.contains(&choice.id));
    alone.filter(|_| chosen.len() > 1).map(|choice| choice.label.clone())
}

impl Kind for MultipleChoice {
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        let chosen = chosen::read(asked, form)?;
        if chosen.is_empty() {
            return asked.nothing("answer", "error-choice-missing");
        }
        match not_alone(asked, &chosen) {
            Some(label) => Err(Problem::new("answer", "error-choice-not-alone").with("choice", label).into()),
            None => Ok(Some(Given::Choices(chosen))),
        }
    }

    fn fits(&self, asked: &Question, given: &Given) -> bool {
        chosen::fits(asked, given)
    }

    fn of_cell(&self, asked: &Question, cell: &str, between: &str) -> Option<Given> {
        let given = chosen::of_parts(asked, cell.split(between))?;
        let Given::Choices(chosen) = &given else { return None };
        not_alone(asked, chosen).is_none().then_some(given)
    }

    /// Every set of the choices that the tests name, and of one that none names.
    fn examples(&self, asked: &Question, tests: &[&Test]) -> Vec<Given> {
        let alone = asked.choices.iter().filter(|choice| choice.alone);
        let told = chosen::told_apart(asked, tests);
        let set = |which: usize| {
            told.iter().enumerate().filter(|(at, _)| which >> at & 1 == 1).map(|(_, id)| *id).collect()
        };
        // With many choices, those that are chosen by themselves and all together.
        let sets: Vec<Vec<Uuid>> = if told.len() <= MOST_TOLD_APART {
            (1..1_usize << told.len()).map(set).collect()
        } else {
            told.iter().map(|id| vec![*id]).chain([told.clone()]).collect()
        };
        sets.into_iter().chain(alone.map(|choice| vec![choice.id])).map(Given::Choices).collect()
    }

    fn are_all(&self, asked: &Question, tests: &[&Test]) -> bool {
        chosen::told_apart(asked, tests).len() <= MOST_TOLD_APART
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
