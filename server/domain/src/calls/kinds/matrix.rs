//! Several statements on one scale.

use serde::{Deserialize, Serialize};

use super::{Kind, Label, Point, Settings, chosen, each};
use crate::calls::{Given, Question, Test};
use crate::forms::{Form, Problem, Problems};

/// The most points of a scale: more are no scale.
const MOST_POINTS: usize = 10;

/// The points of the scale.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Matrix {
    /// As the team calls them. Without any, how much one agrees, in the language of whoever answers.
    pub scale: Vec<String>,
}

impl Matrix {
    /// What the record calls the points.
    pub fn points(&self) -> Vec<&str> {
        if self.scale.is_empty() {
            Point::ALL.iter().map(|point| point.label()).collect()
        } else {
            self.scale.iter().map(String::as_str).collect()
        }
    }
}

impl Settings for Matrix {
    fn parse(form: &Form, problems: &mut Problems) -> Self {
        let scale = chosen::lines(form, "scale");
        if scale.len() == 1 || scale.len() > MOST_POINTS {
            problems.add(Problem::new("scale", "error-question-scale").with("most", MOST_POINTS));
        } else if chosen::has_twins(&scale) {
            problems.add(Problem::new("scale", "error-question-scale-twice"));
        }
        Self { scale }
    }

    fn labels(form: &Form, problems: &mut Problems) -> Vec<Label> {
        chosen::labels(form, problems, each::MOST)
    }
}

impl Kind for Matrix {
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        each::read_points(asked, form, &self.points())
    }

    fn fits(&self, asked: &Question, given: &Given) -> bool {
        each::fits(self, asked, given)
    }

    fn examples(&self, asked: &Question, _: &[&Test]) -> Vec<Given> {
        self.points().first().map(|point| each::all(asked, point)).into_iter().collect()
    }

    fn fill(&self, form: &mut Form) {
        form.set("scale", self.scale.join("\n"));
    }

    fn is_each(&self) -> bool {
        true
    }
}
