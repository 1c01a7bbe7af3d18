//! Questions, and the rules an answer must meet.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::kinds::{Asks, QuestionKind};
use super::{Answer, Given, Rule};
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// One of the answers that a question offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub id: Uuid,
    pub label: String,
    /// Whether nothing else can be chosen with it: "none of these".
    pub alone: bool,
}

/// A question as a respondent meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub id: Uuid,
    pub section: Uuid,
    pub title: String,
    pub help: String,
    pub required: bool,
    /// What it asks for, with the settings of that kind.
    pub asks: Asks,
    /// What can be chosen, where something can.
    pub choices: Vec<Choice>,
    pub asked_if: Option<Rule>,
}

/// The most characters an answer may have where a question states no word limit: a stop for accidents and attacks,
/// far above the longest evidence anyone sends by form.
pub const LONGEST_ANSWER: usize = 400_000;

impl Question {
    /// What kind of answer it takes.
    pub const fn kind(&self) -> QuestionKind {
        self.asks.kind()
    }

    /// The answer in a submitted form, whose fields begin with `answer`, and `why` beside them. Nothing at all is an
    /// answer left out, which is a problem only where one is required.
    pub fn answer(&self, form: &Form) -> Result<Option<Answer>, Problems> {
        let mut problems = Problems::default();
        let given = problems.take_all(self.asks.settings().read(self, form)).flatten();
        let why = problems.take(self.why(form)).unwrap_or_default();
        if !problems.is_empty() {
            return Err(problems);
        }
        match given {
            None if why.is_empty() => Ok(None),
            None => Err(Problem::new("answer", "error-answer-why-alone").into()),
            Some(given) => {
                let lacking = why.is_empty() && self.asks.why().is_some_and(|why| why.required);
                if lacking {
                    Err(Problem::new("why", "error-answer-why").into())
                } else {
                    Ok(Some(Answer { given, why }))
                }
            }
        }
    }

    fn why(&self, form: &Form) -> Result<String, Problem> {
        let Some(why) = self.asks.why() else { return Ok(String::new()) };
        let written = form.long_text("why").unwrap_or_default();
        within("why", &written, why.word_limit)?;
        Ok(written)
    }

    /// Nothing was given: a problem where something must be.
    pub(super) fn nothing<T>(&self, field: &str, missing: &'static str) -> Result<Option<T>, Problems> {
        if self.required { Err(Problem::new(field, missing).into()) } else { Ok(None) }
    }

    /// An answer as the fields of its form, to be shown again; and what is none as it was typed.
    pub fn fields(&self, answer: &Answer) -> Form {
        if let Given::Typed(typed) = &answer.given {
            return Form::from_pairs(typed.iter().cloned());
        }
        let mut form = Form::default();
        self.asks.settings().show(&answer.given, &mut form);
        if self.asks.why().is_some() {
            form.set("why", answer.why.as_str());
        }
        form
    }

    /// Whether an answer is one to this question as it now is. What the team has made impossible since is none.
    pub fn takes(&self, answer: &Answer) -> bool {
        self.asks.settings().fits(self, &answer.given)
    }

    /// An answer as the record has it: what is read, coded, searched and quoted. What is private is not among it.
    pub fn words(&self, answer: &Answer) -> String {
        if self.asks.settings().is_private() { String::new() } else { self.plain(answer) }
    }

    /// An answer in words, private or not: for the respondent, and for those who may see who they are.
    pub fn plain(&self, answer: &Answer) -> String {
        let given = self.asks.settings().words(self, &answer.given);
        if answer.why.is_empty() { given } else { format!("{given}\n\n{}", answer.why) }
    }

    /// What stands in the cells of a table: the answer, and the reasons beside it where they are asked for.
    pub fn cells(&self, answer: &Answer) -> Vec<String> {
        let given = self.asks.settings().cells(self, &answer.given);
        given.into_iter().chain(self.asks.why().map(|_| answer.why.clone())).collect()
    }

    /// What stands over these cells.
    pub fn columns(&self) -> Vec<String> {
        let why = self.asks.why().map(|_| format!("{} (why)", self.title));
        self.asks.settings().columns(self).into_iter().chain(why).collect()
    }

    /// What a rule can rest on: the choices, where some of them are chosen. Where each of them is given something, no rule
    /// can.
    pub fn chosen_from(&self) -> &[Choice] {
        if self.asks.settings().is_each() { &[] } else { &self.choices }
    }

    /// The choice with this id.
    pub fn choice(&self, id: Uuid) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.id == id)
    }
}

/// Refuses a text with more words than its limit, or with more characters than any text may have.
pub(super) fn within(field: &str, written: &str, limit: Option<u32>) -> Result<(), Problem> {
    let words = text::words(written);
    if let Some(limit) = limit.filter(|limit| words > *limit as usize) {
        return Err(Problem::new(field, "error-answer-too-many-words")
            .with("limit", limit)
            .with("over", words - limit as usize));
    }
    no_longer(field, written, LONGEST_ANSWER)
}

/// Refuses a text with more characters than this.
pub(super) fn no_longer(field: &str, written: &str, most: usize) -> Result<(), Problem> {
    if text::length(written) > most {
        return Err(Problem::new(field, "error-answer-too-long").with("limit", most));
    }
    Ok(())
}

#[cfg(test)]
#[path = "question_tests.rs"]
pub(super) mod tests;
