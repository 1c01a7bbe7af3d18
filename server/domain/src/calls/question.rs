//! Questions: their kinds, their routing, and the rules an answer must meet.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::forms::{Form, Problem};
use crate::text;

crate::named! {
    /// What kind of answer a question takes.
    pub enum QuestionKind {
        ShortText => "short-text",
        LongText => "long-text",
        SingleChoice => "single-choice",
        MultipleChoice => "multiple-choice",
    }
}

impl QuestionKind {
    /// Whether it is answered by choosing.
    pub const fn has_choices(self) -> bool {
        matches!(self, Self::SingleChoice | Self::MultipleChoice)
    }
}

/// One of the answers that a question offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub id: Uuid,
    pub label: String,
}

/// A question is asked only if an earlier one was answered with any of these choices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    pub question: Uuid,
    pub any_of: Vec<Uuid>,
}

/// A question as a respondent meets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub id: Uuid,
    pub section: Uuid,
    pub kind: QuestionKind,
    pub title: String,
    pub help: String,
    pub required: bool,
    /// The most words an answer may have; only for text.
    pub word_limit: Option<u32>,
    pub choices: Vec<Choice>,
    pub asked_if: Option<Condition>,
}

/// An answer as it is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    Text(String),
    Choices(Vec<Uuid>),
}

/// The most characters an answer may have where a question states no word limit: a stop for accidents and attacks,
/// far above the longest evidence anyone sends by form.
pub const LONGEST_ANSWER: usize = 400_000;

/// The most characters of a short text.
pub const LONGEST_SHORT_TEXT: usize = 500;

impl Question {
    /// The answer in a submitted form, under the field name `answer`. Nothing at all is an answer left out, which is
    /// a problem only where one is required.
    pub fn answer(&self, form: &Form) -> Result<Option<Answer>, Problem> {
        if self.kind.has_choices() { self.chosen(form) } else { self.written(form) }
    }

    fn written(&self, form: &Form) -> Result<Option<Answer>, Problem> {
        let short = self.kind == QuestionKind::ShortText;
        let written = if short { form.text("answer") } else { form.long_text("answer") };
        let Some(written) = written else {
            return if self.required {
                Err(Problem::new("answer", "error-answer-missing"))
            } else {
                Ok(None)
            };
        };
        let words = text::words(&written);
        if let Some(limit) = self.word_limit.filter(|limit| words > *limit as usize) {
            return Err(Problem::new("answer", "error-answer-too-many-words")
                .with("limit", limit)
                .with("over", words - limit as usize));
        }
        let most = if short { LONGEST_SHORT_TEXT } else { LONGEST_ANSWER };
        if text::length(&written) > most {
            return Err(Problem::new("answer", "error-answer-too-long").with("limit", most));
        }
        Ok(Some(Answer::Text(written)))
    }

    fn chosen(&self, form: &Form) -> Result<Option<Answer>, Problem> {
        let sent = form.values("answer");
        let chosen: Vec<Uuid> = self
            .choices
            .iter()
            .filter(|choice| sent.iter().any(|id| *id == choice.id.to_string()))
            .map(|c| c.id)
            .collect();
        if chosen.len() < sent.len() {
            return Err(Problem::new("answer", "error-answer-unknown-choice"));
        }
        if chosen.is_empty() {
            return if self.required {
                Err(Problem::new("answer", "error-choice-missing"))
            } else {
                Ok(None)
            };
        }
        if self.kind == QuestionKind::SingleChoice && chosen.len() > 1 {
            return Err(Problem::new("answer", "error-choice-only-one"));
        }
        Ok(Some(Answer::Choices(chosen)))
    }

    /// Whether these answers lead to this question.
    pub fn asked(&self, answers: &HashMap<Uuid, Answer>) -> bool {
        self.asked_if.as_ref().is_none_or(|condition| match answers.get(&condition.question) {
            Some(Answer::Choices(chosen)) => chosen.iter().any(|choice| condition.any_of.contains(choice)),
            _ => false,
        })
    }
}

/// The questions that these answers lead to, in order. An answer counts only while its own question is on the route,
/// and only earlier questions decide, so every route ends.
pub fn route<'q>(questions: &'q [Question], answers: &HashMap<Uuid, Answer>) -> Vec<&'q Question> {
    let mut counted: HashMap<Uuid, Answer> = HashMap::new();
    let mut route = Vec::new();
    for question in questions {
        if question.asked(&counted) {
            if let Some(answer) = answers.get(&question.id) {
                counted.insert(question.id, answer.clone());
            }
            route.push(question);
        }
    }
    route
}

/// The first question whose condition does not hold together: one that names no choice, or a choice that no earlier
/// question offers. Such a question would never be asked.
pub fn misrouted(questions: &[Question]) -> Option<&Question> {
    questions.iter().enumerate().find_map(|(at, asked)| {
        let condition = asked.asked_if.as_ref()?;
        let earlier = questions[..at].iter().find(|earlier| earlier.id == condition.question);
        let offered = |id: &Uuid| {
            earlier.is_some_and(|q| q.kind.has_choices() && q.choices.iter().any(|choice| choice.id == *id))
        };
        (condition.any_of.is_empty() || !condition.any_of.iter().all(offered)).then_some(asked)
    })
}

#[cfg(test)]
#[path = "question_tests.rs"]
mod tests;
