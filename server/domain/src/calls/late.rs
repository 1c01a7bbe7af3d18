//! Leave to answer a call after it has closed.

use chrono::NaiveDateTime;

use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The most characters of a name.
const LONGEST_NAME: usize = 150;
/// The most words of a reason.
const LONGEST_REASON: usize = 100;

/// For whom it is, until when, in the call's own zone, and why. Only the team reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateDetails {
    pub name: String,
    pub until: NaiveDateTime,
    pub reason: String,
}

impl LateDetails {
    /// Reads the form. Every field is required: what is allowed to one must be explained to the others.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.require(form.text("name"), "name", "error-late-name");
        if name.as_ref().is_some_and(|name| text::length(name) > LONGEST_NAME) {
            problems.add(Problem::new("name", "error-late-name-long"));
        }
        let day = problems.require(form.date("until-date"), "until-date", "error-late-date");
        let time = problems.require(form.time("until-time"), "until-time", "error-late-time");
        let reason = problems.require(form.long_text("reason"), "reason", "error-late-reason");
        let words = reason.as_ref().map_or(0, |reason| text::words(reason));
        if words > LONGEST_REASON {
            problems.add(Problem::new("reason", "error-call-reason-long").with("words", words));
        }
        match (name, day, time, reason) {
            (Some(name), Some(day), Some(time), Some(reason)) if problems.is_empty() => {
                Ok(Self { name, until: day.and_time(time), reason })
            }
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_is_required_and_none_is_endless() {
        let blank = LateDetails::parse(&Form::default()).expect_err("nothing was typed");
        let fields: Vec<_> = blank.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["name", "until-date", "until-time", "reason"]);
        let (name, reason) = ("n".repeat(151), "why ".repeat(101));
        let long = Form::from_pairs([
            ("name", name.as_str()),
            ("until-date", "2026-05-01"),
            ("until-time", "09:00"),
            ("reason", &reason),
        ]);
        assert_eq!(LateDetails::parse(&long).expect_err("too long").iter().count(), 2);
    }
}
