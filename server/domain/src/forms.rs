//! What came in by a form, and what is wrong with it.
//!
//! A [`Form`] holds values exactly as they were typed, so that a page can show them again; an input object of some
//! activity parses it and either succeeds or names each problem by field and message key. Messages are Fluent keys,
//! never prose, so that they appear in the reader's language.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveTime};
use uuid::Uuid;

use crate::text;

/// The most characters of a title or a name: what fits on a line or two of a page.
pub const LONGEST_TITLE: usize = 200;

/// The values of one submitted form: several per name, in the order they were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    values: BTreeMap<String, Vec<String>>,
}

impl Form {
    /// Takes name and value pairs as they were sent.
    pub fn from_pairs<I, N, V>(pairs: I) -> Self
    where
        I: IntoIterator<Item = (N, V)>,
        N: Into<String>,
        V: Into<String>,
    {
        let mut form = Self::default();
        for (name, value) in pairs {
            form.values.entry(name.into()).or_default().push(value.into());
        }
        form
    }

    /// The first value of this name as it was typed, or nothing at all.
    pub fn value(&self, name: &str) -> &str {
        self.values.get(name).and_then(|all| all.first()).map_or("", String::as_str)
    }

    /// Every value of this name.
    pub fn values(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether this value was among those sent under this name.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values(name).iter().any(|held| held == value)
    }

    /// Whether anything was sent under this name.
    pub fn sent(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// The trimmed value, or nothing where it is blank.
    pub fn text(&self, name: &str) -> Option<String> {
        let text = self.value(name).trim();
        (!text.is_empty()).then(|| text::line(text))
    }

    /// A text of many lines with LF line ends, or nothing where it is blank.
    pub fn long_text(&self, name: &str) -> Option<String> {
        let text = text::normalise(self.value(name));
        (!text.trim().is_empty()).then_some(text)
    }

    /// A day as browsers send it (`2023-01-09`), in the years that any record of ours is about.
    pub fn date(&self, name: &str) -> Option<NaiveDate> {
        let date = NaiveDate::parse_from_str(self.value(name).trim(), "%Y-%m-%d").ok()?;
        (1900..=2200).contains(&date.year()).then_some(date)
    }

    /// A time of day as browsers send it (`09:30`, or `09:30:00`).
    pub fn time(&self, name: &str) -> Option<NaiveTime> {
        let typed = self.value(name).trim();
        ["%H:%M", "%H:%M:%S"].into_iter().find_map(|form| NaiveTime::parse_from_str(typed, form).ok())
    }

    /// The ids sent under this name that are among those known, each once, in the order sent.
    pub fn ids(&self, name: &str, known: &[Uuid]) -> Vec<Uuid> {
        let mut found: Vec<Uuid> = Vec::new();
        for id in self.values(name).iter().filter_map(|typed| typed.parse().ok()) {
            if known.contains(&id) && !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }

    /// Replaces what is held under this name.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.values.insert(name.to_owned(), vec![value.into()]);
    }

    /// Adds one value under this name.
    pub fn add(&mut self, name: &str, value: impl Into<String>) {
        self.values.entry(name.to_owned()).or_default().push(value.into());
    }

    /// Every pair, for tests and for carrying values across a page.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values
            .iter()
            .flat_map(|(name, all)| all.iter().map(move |value| (name.as_str(), value.as_str())))
    }
}

/// One thing that is wrong, at one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The name of the field, which is also its id on the page.
    pub field: String,
    /// The Fluent key of the message.
    pub message: &'static str,
    /// What the message is filled with.
    pub args: Vec<(&'static str, String)>,
}

impl Problem {
    /// A problem whose message needs nothing filled in.
    pub fn new(field: impl Into<String>, message: &'static str) -> Self {
        Self { field: field.into(), message, args: Vec::new() }
    }

    /// Fills one place in the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// Everything that is wrong with a form, in the order of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Adds a problem.
    pub fn add(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// Takes the value, or notes the problem and gives nothing.
    pub fn take<T>(&mut self, result: Result<T, Problem>) -> Option<T> {
        result.map_err(|problem| self.add(problem)).ok()
    }

    /// Takes the value, or notes all that is wrong and gives nothing.
    pub fn take_all<T>(&mut self, result: Result<T, Self>) -> Option<T> {
        result.map_err(|wrong| self.0.extend(wrong.0)).ok()
    }

    /// The value, or a noted problem at this field where there is none.
    pub fn require<T>(&mut self, value: Option<T>, field: &str, message: &'static str) -> Option<T> {
        if value.is_none() {
            self.add(Problem::new(field, message));
        }
        value
    }

    /// The title or name at this field: one line, which must be there and not too long.
    pub fn title(&mut self, form: &Form, field: &str, missing: &'static str) -> Option<String> {
        let title = self.require(form.text(field), field, missing)?;
        if text::length(&title) > LONGEST_TITLE {
            self.add(Problem::new(field, "error-title-long").with("limit", LONGEST_TITLE));
            return None;
        }
        Some(title)
    }

    /// A whole number at this field within these bounds.
    pub fn number(
        &mut self,
        form: &Form,
        field: &str,
        within: std::ops::RangeInclusive<u32>,
        message: &'static str,
    ) -> Option<u32> {
        let number = form.value(field).trim().parse().ok().filter(|number| within.contains(number));
        if number.is_none() {
            let (least, most) = (within.start(), within.end());
            self.add(Problem::new(field, message).with("least", least).with("most", most));
        }
        number
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The problems in order.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// The problem at this field, if there is one.
    pub fn at(&self, field: &str) -> Option<&Problem> {
        self.0.iter().find(|problem| problem.field == field)
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}
