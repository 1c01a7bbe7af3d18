//! One of a long list, or words of one's own where they may be. A list and a place differ in what they say and in where
//! their lines come from, not in what an answer is.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Kind, Label, Settings, chosen};
use crate::calls::question::no_longer;
use crate::calls::{Given, Question, Test};
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The most characters of words of one's own.
const LONGEST: usize = 200;

/// How many near lines are named where what was typed is none, and how near they must be (Jaro and Winkler: 1 is the same).
const NEAR: usize = 3;
const LIKE: f64 = 0.85;

crate::named! {
    /// A list that the team can begin with.
    pub enum ReadyMade {
        /// The integrated care systems of the directory.
        Systems => "systems",
        /// The nations, and the regions and integrated care systems of the directory.
        Places => "places",
    }
}

/// The nations of the United Kingdom.
pub const NATIONS: [&str; 4] = ["England", "Scotland", "Wales", "Northern Ireland"];

/// Whether what is not in the list can be said in words of one's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct List {
    pub own: bool,
}

impl Settings for List {
    fn parse(form: &Form, _: &mut Problems) -> Self {
        Self { own: form.sent("own") }
    }

    fn labels(form: &Form, problems: &mut Problems) -> Vec<Label> {
        chosen::labels(form, problems, chosen::MOST)
    }
}

impl List {
    fn takes_own(self, written: &str) -> bool {
        self.own && !written.is_empty() && text::length(written) <= LONGEST
    }
}

/// What was chosen: by its id without script, by its words with it.
fn chosen_in(asked: &Question, form: &Form) -> Result<Option<Uuid>, Problem> {
    if !form.sent("answer-typed") {
        let chosen = chosen::read(asked, form)?;
        return match chosen.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(*one)),
            _ => Err(Problem::new("answer", "error-choice-only-one")),
        };
    }
    let Some(typed) = form.text("answer-typed") else { return Ok(None) };
    named(asked, &typed).map(Some).ok_or_else(|| unknown(asked, &typed))
}

/// The line that reads like this, whatever its case.
fn named(asked: &Question, typed: &str) -> Option<Uuid> {
    let exactly = asked.choices.iter().find(|choice| choice.label == typed);
    let same = || asked.choices.iter().find(|choice| choice.label.to_lowercase() == typed.to_lowercase());
    exactly.or_else(same).map(|choice| choice.id)
}

/// Says that this is no line of the list, and which are near it.
fn unknown(asked: &Question, typed: &str) -> Problem {
    let typed: String = typed.chars().take(LONGEST).collect();
    let near = near(asked, &typed.to_lowercase());
    if near.is_empty() {
        return Problem::new("answer", "error-list-unknown").with("typed", typed);
    }
    let near: Vec<String> = near.into_iter().map(|label| format!("“{label}”")).collect();
    Problem::new("answer", "error-list-near").with("typed", typed).with("near", near.join(", "))
}

/// The lines that have this in them, or as many words in a row that are much like it; the nearest first.
fn near<'q>(asked: &'q Question, typed: &str) -> Vec<&'q str> {
    let length = text::words(typed).max(1);
    let likeness = |label: &str| {
        let label = label.to_lowercase();
        if label.contains(typed) {
            return 1.0;
        }
        let words: Vec<&str> = label.split_whitespace().collect();
        let runs = words.windows(length.min(words.len().max(1)));
        runs.map(|run| strsim::jaro_winkler(&run.join(" "), typed)).fold(0.0, f64::max)
    };
    let labels = asked.choices.iter().map(|choice| (likeness(&choice.label), choice.label.as_str()));
    let mut like: Vec<(f64, &str)> = labels.filter(|(likeness, _)| *likeness >= LIKE).collect();
    like.sort_by(|one, other| other.0.total_cmp(&one.0));
    like.into_iter().take(NEAR).map(|(_, label)| label).collect()
}

impl Kind for List {
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        let own = form.text("answer-own").filter(|_| self.own);
        match (chosen_in(asked, form)?, own) {
            (Some(_), Some(_)) => Err(Problem::new("answer-own", "error-list-both").into()),
            (Some(chosen), None) => Ok(Some(Given::Choices(vec![chosen]))),
            (None, None) => asked.nothing("answer", "error-list-missing"),
            (None, Some(written)) => {
                no_longer("answer-own", &written, LONGEST)?;
                // Who writes what is in the list has chosen it.
                let named = named(asked, &written).map(|chosen| Given::Choices(vec![chosen]));
                Ok(named.or(Some(Given::Text(written))))
            }
        }
    }

    fn show(&self, given: &Given, form: &mut Form) {
        match given {
            Given::Choices(chosen) => chosen.iter().for_each(|id| form.add("answer", id.to_string())),
            Given::Text(written) => form.set("answer-own", written.as_str()),
            _ => {}
        }
    }

    fn fits(&self, asked: &Question, given: &Given) -> bool {
        chosen::fits(asked, given) || matches!(given, Given::Text(written) if self.takes_own(written))
    }

    fn of_cell(&self, asked: &Question, cell: &str, _: &str) -> Option<Given> {
        let written = text::line(cell);
        let own = || self.takes_own(&written).then(|| Given::Text(written.clone()));
        named(asked, &written).map(|chosen| Given::Choices(vec![chosen])).or_else(own)
    }

    /// The lines that the tests name and one other: a thousand would say nothing more.
    fn examples(&self, asked: &Question, tests: &[&Test]) -> Vec<Given> {
        let told = chosen::told_apart(asked, tests).into_iter().map(|id| Given::Choices(vec![id]));
        told.chain(self.own.then(|| Given::Text("Somewhere else".to_owned()))).collect()
    }

    fn fill(&self, form: &mut Form) {
        if self.own {
            form.set("own", "yes");
        }
    }

    fn offers(&self) -> bool {
        true
    }
}
