//! The order of some options: of all of them, or of the first few.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Kind, Label, Settings, chosen, each};
use crate::calls::{Choice, Given, Question, Test};
use crate::forms::{Form, Problem, Problems};

/// How many places are given out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ranking {
    /// As many as there are options, where nothing is said.
    pub places: Option<u32>,
}

impl Ranking {
    /// How many places there are for these options.
    pub fn places(self, asked: &Question) -> u32 {
        let all = asked.choices.len() as u32;
        self.places.map_or(all, |places| places.min(all))
    }
}

impl Settings for Ranking {
    fn parse(form: &Form, problems: &mut Problems) -> Self {
        let options = chosen::lines(form, "choices").len().clamp(2, each::MOST) as u32;
        let places = form.text("places").and_then(|typed| {
            let places = typed.parse::<u32>().ok().filter(|places| (1..=options).contains(places));
            if places.is_none() {
                problems.add(Problem::new("places", "error-question-places").with("most", options));
            }
            places
        });
        Self { places }
    }

    fn labels(form: &Form, problems: &mut Problems) -> Vec<Label> {
        chosen::labels(form, problems, each::MOST)
    }
}

/// Each place that several have, beside all but the first of them.
fn shared(ranked: &[(&Choice, u32)]) -> Problems {
    let (mut first, mut problems) = (BTreeMap::new(), Problems::default());
    for (choice, place) in ranked {
        if let Some(other) = first.get(place) {
            let problem = each::at(choice, "error-ranking-twice").with("other", other).with("place", place);
            problems.add(problem);
        } else {
            first.insert(*place, choice.label.as_str());
        }
    }
    problems
}

impl Kind for Ranking {
    /// The places from the first on, without a gap; all of them, where an answer is needed.
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        let places = self.places(asked);
        let place = |typed: &str| typed.parse::<u32>().ok().filter(|place| (1..=places).contains(place));
        let most = |problem: Problem| problem.with("most", places);
        let ranked: Vec<(&Choice, u32)> = each::read(asked, form, place, most, "error-ranking-place")?;
        let problems = shared(&ranked);
        if !problems.is_empty() {
            return Err(problems);
        }
        let Some(last) = ranked.iter().map(|(_, place)| *place).max() else {
            return asked.nothing("answer", "error-ranking-missing");
        };
        let needed = if asked.required { places } else { last };
        let free = (1..=needed).filter(|place| ranked.iter().all(|(_, given)| given != place));
        let free: Vec<String> = free.map(|place| place.to_string()).collect();
        if free.is_empty() {
            Ok(each::given_of(ranked))
        } else {
            Err(Problem::new("answer", "error-ranking-free").with("places", free.join(", ")).into())
        }
    }

    fn fits(&self, asked: &Question, given: &Given) -> bool {
        each::fits(self, asked, given)
    }

    /// The options in their order.
    fn words(&self, asked: &Question, given: &Given) -> String {
        let Given::Each(all) = given else { return String::new() };
        let place = |choice: &Choice| all.get(&choice.id).and_then(|place| place.parse::<u32>().ok());
        let mut ranked: Vec<(u32, &str)> = asked
            .choices
            .iter()
            .filter_map(|choice| place(choice).map(|place| (place, choice.label.as_str())))
            .collect();
        ranked.sort_unstable();
        ranked.iter().map(|(place, label)| format!("{place}. {label}")).collect::<Vec<_>>().join("\n")
    }

    fn examples(&self, asked: &Question, _: &[&Test]) -> Vec<Given> {
        let ranked = asked.choices.iter().zip(1..=self.places(asked)).collect();
        each::given_of(ranked).into_iter().collect()
    }

    fn fill(&self, form: &mut Form) {
        if let Some(places) = self.places {
            form.set("places", places.to_string());
        }
    }

    fn is_each(&self) -> bool {
        true
    }
}
