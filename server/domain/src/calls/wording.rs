//! What a question or a section says, and how it was put right while people answered.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Choice, Question, Section};
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The most words of a note.
const LONGEST_NOTE: usize = 100;

/// The words of a question or of a section. Its form in storage never changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    pub title: String,
    /// The help of a question, the introduction of a section.
    #[serde(default)]
    pub help: String,
    /// What each choice was called, by its key.
    #[serde(default)]
    pub choices: Vec<(Uuid, String)>,
}

impl Wording {
    /// What a question says.
    pub fn of(asked: &Question) -> Self {
        let choices = asked.choices.iter().map(|choice| (choice.id, choice.label.clone()));
        Self { title: asked.title.clone(), help: asked.help.clone(), choices: choices.collect() }
    }

    /// What a section says.
    pub fn of_section(section: &Section) -> Self {
        Self { title: section.title.clone(), help: section.intro.clone(), choices: Vec::new() }
    }

    /// A question as it was when it said this.
    pub fn on(&self, asked: &Question) -> Question {
        let called = |choice: &Choice| {
            let label = self.choices.iter().find(|(id, _)| *id == choice.id).map(|(_, label)| label.clone());
            Choice { label: label.unwrap_or_else(|| choice.label.clone()), ..choice.clone() }
        };
        Question {
            title: self.title.clone(),
            help: self.help.clone(),
            choices: asked.choices.iter().map(called).collect(),
            ..asked.clone()
        }
    }
}

/// A wording that was put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The question or the section.
    pub subject: Uuid,
    /// Which wording of it this was, counted from 1.
    pub number: u32,
    pub before: Wording,
    pub at: DateTime<Utc>,
    /// Why, for everyone to read.
    pub note: String,
}

/// Every correction of a form, the first first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections(Vec<Correction>);

impl Corrections {
    /// These, of which those of one question or section come one after another.
    pub fn new(all: Vec<Correction>) -> Self {
        Self(all)
    }

    /// Those of a question or of a section.
    pub fn of(&self, subject: Uuid) -> impl Iterator<Item = &Correction> {
        self.0.iter().filter(move |held| held.subject == subject)
    }

    /// Those that were made after an answer to this wording.
    pub fn since(&self, subject: Uuid, wording: u32) -> impl Iterator<Item = &Correction> {
        self.of(subject).filter(move |held| held.number >= wording)
    }

    /// The wording of now, counted from 1.
    pub fn now(&self, subject: Uuid) -> u32 {
        self.of(subject).map(|held| held.number + 1).max().unwrap_or(1)
    }

    /// A question as it was worded when it was answered.
    pub fn worded(&self, asked: &Question, wording: u32) -> Question {
        self.since(asked.id, wording).next().map_or_else(|| asked.clone(), |held| held.before.on(asked))
    }

    /// Those that were made after this instant.
    pub fn after(&self, subject: Uuid, at: DateTime<Utc>) -> impl Iterator<Item = &Correction> {
        self.of(subject).filter(move |held| held.at > at)
    }

    /// Whether a choice of a question was ever called this.
    pub fn was_called(&self, question: Uuid, choice: Uuid, label: &str) -> bool {
        let called = |held: &Correction| {
            held.before.choices.iter().any(|(id, before)| *id == choice && before.as_str() == label)
        };
        self.of(question).any(called)
    }

    /// What a wording said until a correction, and what it said from then on: `now` where none came after it.
    pub fn change<'c>(&'c self, made: &'c Correction, now: &'c Wording) -> (&'c Wording, &'c Wording) {
        let next = self.since(made.subject, made.number + 1).next();
        (&made.before, next.map_or(now, |next| &next.before))
    }
}

/// Reads why words are put right; nothing where nothing is said.
pub(super) fn note(form: &Form, problems: &mut Problems) -> String {
    let note = form.long_text("correction").unwrap_or_default();
    let words = text::words(&note);
    if words > LONGEST_NOTE {
        problems.add(Problem::new("correction", "error-correction-note-long").with("words", words));
    }
    note
}

#[cfg(test)]
mod tests {
    use super::super::question::tests::question;
    use super::*;
    use crate::calls::{Asks, QuestionKind};
    use proptest::prelude::*;

    #[test]
    fn a_question_says_again_what_it_said() {
        let mut asked = question(1, Asks::plain(QuestionKind::SingleChoice), 2);
        let before = Wording::of(&asked);
        asked.title = "Better".to_owned();
        asked.choices[1].label = "Better too".to_owned();
        asked.choices.swap(0, 1);
        let then = before.on(&asked);
        assert_eq!((then.title.as_str(), then.choices[0].label.as_str()), ("Question 1", "Choice 1"));
        assert_eq!((then.id, then.choices[0].id), (asked.id, asked.choices[0].id));
    }

    proptest! {
        #[test]
        fn an_answer_keeps_the_words_to_which_it_was_given(titles in prop::collection::vec("[a-z]{1,6}", 1..8), answered in any::<prop::sample::Index>()) {
            let mut asked = question(1, Asks::plain(QuestionKind::LongText), 0);
            let mut all = Vec::new();
            asked.title.clone_from(&titles[0]);
            for (number, title) in titles.iter().enumerate().skip(1) {
                let (before, at) = (Wording::of(&asked), DateTime::<Utc>::UNIX_EPOCH);
                all.push(Correction { subject: asked.id, number: number as u32, before, at, note: String::new() });
                asked.title.clone_from(title);
            }
            let corrections = Corrections::new(all);
            prop_assert_eq!(corrections.now(asked.id) as usize, titles.len());
            let wording = answered.index(titles.len());
            prop_assert_eq!(&corrections.worded(&asked, wording as u32 + 1).title, &titles[wording]);
            let now = Wording::of(&asked);
            for (at, made) in corrections.of(asked.id).enumerate() {
                let (before, after) = corrections.change(made, &now);
                prop_assert_eq!((&before.title, &after.title), (&titles[at], &titles[at + 1]));
            }
        }
    }
}
