//! A whole form, and the way through it that answers lead.
//!
//! Only earlier questions decide, and every leap goes forward. So no form has a loop, and every route ends.

use std::collections::HashMap;

use uuid::Uuid;

use super::{Answer, Question, Rule};

/// A group of questions under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub id: Uuid,
    pub title: String,
    pub intro: String,
    pub asked_if: Option<Rule>,
}

/// Sections in order, and every question in the order in which it is asked: section by section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questionnaire {
    pub sections: Vec<Section>,
    pub questions: Vec<Question>,
}

impl Questionnaire {
    /// The question with this id.
    pub fn question(&self, id: Uuid) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The section with this id.
    pub fn section(&self, id: Uuid) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The number of a question, counted from 1 over the whole form.
    pub fn number(&self, id: Uuid) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id).map(|at| at + 1)
    }

    /// The questions of a section with their numbers.
    pub fn of_section(&self, section: Uuid) -> impl Iterator<Item = (usize, &Question)> {
        let numbered = self.questions.iter().enumerate().map(|(at, asked)| (at + 1, asked));
        numbered.filter(move |(_, asked)| asked.section == section)
    }

    /// The questions that come before a section.
    pub fn before(&self, section: Uuid) -> &[Question] {
        let place = |id: Uuid| self.sections.iter().position(|held| held.id == id);
        let first = self.questions.iter().position(|asked| place(asked.section) >= place(section));
        &self.questions[..first.unwrap_or(self.questions.len())]
    }

    /// The questions that these answers lead to, in order. An answer counts only while its own question is on the route
    /// and it is one still.
    pub fn route<'q>(&'q self, answers: &HashMap<Uuid, Answer>) -> Vec<&'q Question> {
        let mut counted: HashMap<Uuid, &Answer> = HashMap::new();
        let mut route = Vec::new();
        for asked in &self.questions {
            if self.rules_of(asked).all(|rule| rule.holds(&counted)) {
                if let Some(answer) = answers.get(&asked.id).filter(|answer| asked.takes(answer)) {
                    counted.insert(asked.id, answer);
                }
                route.push(asked);
            }
        }
        route
    }

    /// The same form as one reads answers to it off paper: nothing is required, and nothing is too long.
    #[must_use]
    pub fn on_paper(&self) -> Self {
        let relaxed =
            |asked: &Question| Question { required: false, asks: asked.asks.on_paper(), ..asked.clone() };
        Self { sections: self.sections.clone(), questions: self.questions.iter().map(relaxed).collect() }
    }

    /// The rules that must all hold for a question to be asked: its section's and its own.
    pub(super) fn rules_of<'q>(&'q self, asked: &'q Question) -> impl Iterator<Item = &'q Rule> {
        let section = self.section(asked.section).and_then(|section| section.asked_if.as_ref());
        section.into_iter().chain(&asked.asked_if)
    }

    /// Whether a question is asked only after certain answers.
    pub fn is_conditional(&self, asked: &Question) -> bool {
        self.rules_of(asked).next().is_some()
    }

    /// The first question or section whose rule does not hold together: one that names no condition, or something that
    /// no question before it can be asked.
    pub fn misrouted(&self) -> Option<Uuid> {
        let section = self
            .sections
            .iter()
            .find(|held| held.asked_if.as_ref().is_some_and(|rule| !rule.rests_on(self.before(held.id))));
        let question = self.questions.iter().enumerate().find(|(at, asked)| {
            asked.asked_if.as_ref().is_some_and(|rule| !rule.rests_on(&self.questions[..*at]))
        });
        section.map(|held| held.id).or(question.map(|(_, asked)| asked.id))
    }
}

#[cfg(test)]
#[path = "questionnaire_tests.rs"]
mod tests;
