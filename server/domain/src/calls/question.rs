//! Questions: their kinds, their routing, and the rules an answer must meet.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::forms::{Form, Problem, Problems};
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

/// What a team member typed for a question, before it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionDetails {
    pub section: Uuid,
    pub kind: QuestionKind,
    pub title: String,
    pub help: String,
    pub required: bool,
    pub word_limit: Option<u32>,
    /// The labels of the choices, in order.
    pub choices: Vec<String>,
    pub asked_if: Option<Condition>,
}

impl QuestionDetails {
    /// Reads the question form. `earlier` are the questions before it, which alone may decide whether it is asked.
    pub fn parse(form: &Form, sections: &[Uuid], earlier: &[Question]) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let section = form.value("section").parse().ok().filter(|id| sections.contains(id));
        let section = problems.require(section, "section", "error-question-section");
        let kind = problems.require(QuestionKind::parse(form.value("kind")), "kind", "error-question-kind");
        let title = problems.require(form.text("title"), "title", "error-question-title");
        let choices: Vec<String> =
            form.value("choices").lines().map(text::line).filter(|line| !line.is_empty()).collect();
        if kind.is_some_and(QuestionKind::has_choices) {
            if choices.len() < 2 {
                problems.add(Problem::new("choices", "error-question-choices"));
            } else if (1..choices.len()).any(|at| choices[..at].contains(&choices[at])) {
                problems.add(Problem::new("choices", "error-question-choices-twice"));
            }
        }
        let word_limit = problems.take(word_limit(form)).flatten();
        let asked_if = problems.take(condition(form, earlier)).flatten();
        match (section, kind, title) {
            (Some(section), Some(kind), Some(title)) if problems.is_empty() => Ok(Self {
                section,
                kind,
                title,
                help: form.long_text("help").unwrap_or_default(),
                required: form.sent("required"),
                word_limit: word_limit.filter(|_| kind == QuestionKind::LongText),
                choices: if kind.has_choices() { choices } else { Vec::new() },
                asked_if,
            }),
            _ => Err(problems),
        }
    }
}

fn word_limit(form: &Form) -> Result<Option<u32>, Problem> {
    match form.text("word-limit") {
        None => Ok(None),
        Some(typed) => match typed.parse() {
            Ok(limit @ 10..=50_000) => Ok(Some(limit)),
            _ => Err(Problem::new("word-limit", "error-question-word-limit")),
        },
    }
}

/// The condition as the form sends it: values `question:choice` under `asked-if`, all of one earlier question.
fn condition(form: &Form, earlier: &[Question]) -> Result<Option<Condition>, Problem> {
    let mut found: Option<Condition> = None;
    for pair in form.values("asked-if").iter().filter(|pair| !pair.is_empty()) {
        let (question, choice) = pair
            .split_once(':')
            .and_then(|(question, choice)| Some((question.parse().ok()?, choice.parse().ok()?)))
            .filter(|(question, choice)| offers(earlier, *question, *choice))
            .ok_or_else(|| Problem::new("asked-if", "error-question-asked-if"))?;
        match &mut found {
            None => found = Some(Condition { question, any_of: vec![choice] }),
            Some(condition) if condition.question == question => condition.any_of.push(choice),
            Some(_) => return Err(Problem::new("asked-if", "error-question-asked-if-two")),
        }
    }
    Ok(found)
}

fn offers(questions: &[Question], question: Uuid, choice: Uuid) -> bool {
    questions
        .iter()
        .any(|asked| asked.id == question && asked.choices.iter().any(|offered| offered.id == choice))
}

#[cfg(test)]
#[path = "question_tests.rs"]
mod tests;
