//! Skips: where the way through a form goes on elsewhere than at the next question; and the pages at which it can end early.

use std::collections::HashMap;
use std::fmt;

use uuid::Uuid;

use super::question_form::{rule, rule_fields};
use super::{Answer, Questionnaire, Rule};
use crate::forms::{Form, LONGEST_TITLE, Problem, Problems};
use crate::text;

/// Where a skip leads: always forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SkipTo {
    /// The beginning of a later section.
    Section(Uuid),
    /// A page that ends the form.
    End(Uuid),
}

impl SkipTo {
    /// Reads a place as forms have it.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':')? {
            ("section", id) => id.parse().ok().map(Self::Section),
            ("end", id) => id.parse().ok().map(Self::End),
            _ => None,
        }
    }
}

impl fmt::Display for SkipTo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(id) => write!(f, "section:{id}"),
            Self::End(id) => write!(f, "end:{id}"),
        }
    }
}

/// What happens after a question that was asked. Of several after one question the first that holds is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skip {
    pub id: Uuid,
    /// The question after which it is looked at.
    pub after: Uuid,
    /// When it is taken; always, where nothing is said.
    pub rule: Option<Rule>,
    pub to: SkipTo,
}

impl Skip {
    /// Whether it is taken with these answers, should it come to it.
    pub fn holds(&self, answers: &HashMap<Uuid, &Answer>) -> bool {
        self.rule.as_ref().is_none_or(|rule| rule.holds(answers))
    }
}

/// A page at which the form ends for those whom a skip leads there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndPage {
    pub id: Uuid,
    pub title: String,
    pub text: String,
    /// Whether what was answered so far can be sent from there. Where it cannot, the call is not for whoever reads it.
    pub sends: bool,
}

/// What a team member types for a skip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkipDetails {
    pub rule: Option<Rule>,
    pub to: SkipTo,
}

impl SkipDetails {
    /// Reads the form of a skip after a question of this form.
    pub fn parse(typed: &Form, form: &Questionnaire, after: Uuid) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let to = SkipTo::parse(typed.value("to")).filter(|to| form.places_after(after).contains(to));
        let to = problems.require(to, "to", "error-skip-to");
        let rule = rule(typed, form.until(after), &mut problems);
        match to {
            Some(to) if problems.is_empty() => Ok(Self { rule, to }),
            _ => Err(problems),
        }
    }
}

/// A skip as the fields of its form.
pub fn skip_fields(held: &Skip) -> Form {
    let mut form = Form::from_pairs([("to", held.to.to_string())]);
    rule_fields(held.rule.as_ref(), &mut form);
    form
}

/// What a team member types for an end page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndPageDetails {
    pub title: String,
    pub text: String,
    pub sends: bool,
}

impl EndPageDetails {
    /// Reads the form of an end page.
    pub fn parse(typed: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let title = problems.require(typed.text("title"), "title", "error-end-page-title");
        if title.as_ref().is_some_and(|title| text::length(title) > LONGEST_TITLE) {
            problems.add(Problem::new("title", "error-end-page-title-long").with("limit", LONGEST_TITLE));
        }
        let text = problems.require(typed.long_text("text"), "text", "error-end-page-text");
        let sends = match typed.value("sends") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let sends = problems.require(sends, "sends", "error-end-page-sends");
        match (title, text, sends) {
            (Some(title), Some(text), Some(sends)) if problems.is_empty() => Ok(Self { title, text, sends }),
            _ => Err(problems),
        }
    }
}

/// An end page as the fields of its form.
pub fn end_page_fields(held: &EndPage) -> Form {
    let sends = if held.sends { "yes" } else { "no" };
    Form::from_pairs([("title", held.title.as_str()), ("text", &held.text), ("sends", sends)])
}

#[cfg(test)]
#[path = "skip_tests.rs"]
mod tests;
