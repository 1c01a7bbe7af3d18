//! A group of fields that is filled in again and again: one example after another, each with what the team asks of it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::entries::{Limits, Shape};
use super::{Field, FieldKind, Kind, Settings, chosen};
use crate::calls::{Given, Question, Test};
use crate::forms::{Form, LONGEST_TITLE, Problem, Problems};
use crate::text;

/// The most fields of a group, and the most choices of one of them.
pub const MOST_FIELDS: usize = 8;
const MOST_CHOICES: usize = 20;

/// What is asked of each, and how many there may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Group {
    /// What one is called, such as "example".
    pub noun: String,
    pub fields: Vec<Field>,
    pub limits: Limits,
}

impl Default for Group {
    fn default() -> Self {
        let fields = vec![Field::new("What happened", FieldKind::Text).needed()];
        Self { noun: "example".to_owned(), fields, limits: Limits::default() }
    }
}

/// The name of a setting of a field in the builder's form. Fields are counted from 1.
pub fn setting(number: usize, what: &str) -> String {
    format!("field-{number}-{what}")
}

impl Settings for Group {
    fn parse(form: &Form, problems: &mut Problems) -> Self {
        let noun = problems.title(form, "noun", "error-question-noun").unwrap_or_default();
        let fields: Vec<Field> =
            (1..=MOST_FIELDS).filter_map(|number| parse_field(form, number, problems)).collect();
        let mut names = BTreeSet::new();
        for (number, name) in (1..=MOST_FIELDS).filter_map(|at| Some((at, form.text(&setting(at, "name"))?)))
        {
            if !names.insert(name.to_lowercase()) {
                problems.add(Problem::new(setting(number, "name"), "error-question-field-twice"));
            }
        }
        if names.is_empty() {
            problems.add(Problem::new(setting(1, "name"), "error-question-fields"));
        }
        Self { noun, fields, limits: Limits::parse(form, problems) }
    }
}

/// The field with this number, where it has a name.
fn parse_field(form: &Form, number: usize, problems: &mut Problems) -> Option<Field> {
    let at = |what: &str| setting(number, what);
    let choices = chosen::lines(form, &at("choices"));
    let Some(name) = form.text(&at("name")) else {
        if !choices.is_empty() {
            problems.add(Problem::new(at("name"), "error-question-field-name"));
        }
        return None;
    };
    if text::length(&name) > LONGEST_TITLE {
        problems.add(Problem::new(at("name"), "error-title-long").with("limit", LONGEST_TITLE));
    }
    let kind = FieldKind::parse(form.value(&at("kind")));
    let kind = kind.filter(|kind| FieldKind::OFFERED.contains(kind)).unwrap_or(FieldKind::Line);
    let required = form.sent(&at("needed"));
    if kind != FieldKind::Choice {
        return Some(Field { name, kind, required, choices: Vec::new() });
    }
    let problem = match choices.len() {
        0 | 1 => Some("error-question-choices"),
        count if count > MOST_CHOICES => Some("error-question-choices-many"),
        _ => chosen::has_twins(&choices).then_some("error-question-choices-twice"),
    };
    if let Some(message) = problem {
        problems.add(Problem::new(at("choices"), message).with("most", MOST_CHOICES));
    }
    Some(Field { name, kind, required, choices })
}

impl Group {
    /// Lets there be fewer entries, and each be only a part of one.
    pub(super) fn take_part(&mut self) {
        self.limits.least = self.limits.least.min(1);
        self.fields.iter_mut().for_each(|field| field.required = false);
    }

    fn shape(&self) -> Shape {
        let Self { noun, fields, limits } = self.clone();
        Shape { noun, fields, limits, is_evidence: false, missing: |_| "error-entry-missing" }
    }
}

impl Kind for Group {
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        self.shape().read(asked, form)
    }

    fn fits(&self, asked: &Question, given: &Given) -> bool {
        self.shape().fits(asked, given)
    }

    fn examples(&self, _: &Question, _: &[&Test]) -> Vec<Given> {
        vec![self.shape().example()]
    }

    fn fill(&self, form: &mut Form) {
        form.set("noun", self.noun.as_str());
        for (number, field) in (1..).zip(&self.fields) {
            form.set(&setting(number, "name"), field.name.as_str());
            form.set(&setting(number, "kind"), field.kind.as_str());
            form.set(&setting(number, "choices"), field.choices.join("\n"));
            if field.required {
                form.set(&setting(number, "needed"), "yes");
            }
        }
        self.limits.fill(form);
    }

    fn entries(&self) -> Option<Shape> {
        Some(self.shape())
    }
}
