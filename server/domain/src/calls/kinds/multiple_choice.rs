//! Any of several choices; or "none of these", which goes with no other.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Kind, Label, Settings, Why, chosen};
use crate::calls::{Given, Question};
use crate::forms::{Form, Problem, Problems};

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
        let mut labels = chosen::labels(form, problems);
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
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problem> {
        let chosen = chosen::read(asked, form)?;
        if chosen.is_empty() {
            return asked.nothing("answer", "error-choice-missing");
        }
        match not_alone(asked, &chosen) {
            Some(label) => Err(Problem::new("answer", "error-choice-not-alone").with("choice", label)),
            None => Ok(Some(Given::Choices(chosen))),
        }
    }

    fn show(&self, given: &Given, form: &mut Form) {
        chosen::show(given, form);
    }

    fn fits(&self, asked: &Question, given: &Given) -> bool {
        chosen::fits(asked, given)
    }

    fn words(&self, asked: &Question, given: &Given) -> String {
        chosen::words(asked, given)
    }

    fn cell(&self, asked: &Question, given: &Given) -> String {
        chosen::words(asked, given)
    }

    fn of_cell(&self, asked: &Question, cell: &str, between: &str) -> Option<Given> {
        let given = chosen::of_parts(asked, cell.split(between))?;
        let Given::Choices(chosen) = &given else { return None };
        not_alone(asked, chosen).is_none().then_some(given)
    }

    fn fill(&self, form: &mut Form) {
        Why::fill(self.why, form);
    }

    fn why(&self) -> Option<Why> {
        self.why
    }
}
