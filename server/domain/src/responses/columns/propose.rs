//! What is proposed for each column, before anyone has said anything.

use std::collections::BTreeSet;

use super::{Shape, Target, columns_of, likeness};
use crate::calls::{Choice, Questionnaire};

/// A column as far as it tells what it stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    /// What was asked, where the table says it beside the name.
    pub asked: String,
    /// What stands in it, each once; the first few of many.
    pub values: Vec<String>,
}

/// How alike a heading and a question must be for the one to be proposed for the other.
const ALIKE: f64 = 0.6;

/// What stands between a question and one of its options in a heading.
const PARTS: [&str; 4] = [" - ", " – ", ": ", " | "];

/// Headings by which others mean what is not about one question.
const NAMES: [(Target, &[&str]); 10] = [
    (Target::Id, &["id", "response id", "responseid", "reference", "submission id", "response reference"]),
    (
        Target::Kind,
        &[
            "respondent kind",
            "respondent type",
            "type of respondent",
            "are you responding as",
            "capacity",
            "responding as an individual or on behalf of an organisation",
        ],
    ),
    (Target::Name, &["name", "your name", "what is your name", "full name", "respondent name"]),
    (
        Target::Organisation,
        &[
            "organisation",
            "organization",
            "what is your organisation",
            "organisation name",
            "name of organisation",
            "name of your organisation",
        ],
    ),
    (Target::Sector, &["sector", "type of organisation", "organisation type"]),
    (Target::System, &["integrated care system", "ics", "system", "integrated care board"]),
    (
        Target::Consent,
        &[
            "consent",
            "may we publish your response",
            "publish response",
            "publication",
            "can we publish your response",
        ],
    ),
    (
        Target::Received,
        &[
            "received",
            "date",
            "date submitted",
            "submitted",
            "recordeddate",
            "recorded date",
            "date received",
            "submitted at",
        ],
    ),
    (Target::Language, &["language", "userlanguage", "user language", "response language"]),
    (Target::Channel, &["channel", "source", "how it came"]),
];

/// Columns of Qualtrics that are about its own work, or say where somebody was.
const OF_QUALTRICS: [&str; 14] = [
    "startdate",
    "enddate",
    "status",
    "ipaddress",
    "progress",
    "duration (in seconds)",
    "finished",
    "recipientlastname",
    "recipientfirstname",
    "recipientemail",
    "externalreference",
    "locationlatitude",
    "locationlongitude",
    "distributionchannel",
];

/// What is proposed for each column: by what its name says, by the questions that are like it, and by what stands in it. Nothing
/// is proposed twice.
pub fn propose(shape: Shape, columns: &[Column], form: &Questionnaire) -> Vec<Target> {
    let mut taken: BTreeSet<Target> = BTreeSet::new();
    let mut one = |column: &Column| {
        let found = named(shape, column).into_iter().chain(answering(column, form));
        let found = found.into_iter().find(|target| !taken.contains(target)).unwrap_or(Target::Ignore);
        if found != Target::Ignore {
            taken.insert(found);
        }
        found
    };
    let mut proposed: Vec<Target> = columns.iter().map(&mut one).collect();
    apart(&mut proposed);
    proposed
}

/// A question whose options have columns of their own has no column that answers it whole.
fn apart(proposed: &mut [Target]) {
    let split: BTreeSet<usize> = proposed
        .iter()
        .filter_map(|target| if let Target::Choice(number, _) = target { Some(*number) } else { None })
        .collect();
    for target in proposed {
        if matches!(target, Target::Answer(number) if split.contains(number)) {
            *target = Target::Ignore;
        }
    }
}

fn named(shape: Shape, column: &Column) -> Option<Target> {
    let name = column.name.to_lowercase();
    if shape == Shape::Qualtrics && OF_QUALTRICS.contains(&name.as_str()) {
        return Some(Target::Ignore);
    }
    let says = |known: &&str| likeness(known, &name) > 0.99 || likeness(known, &column.asked) > 0.99;
    NAMES.iter().find(|(_, known)| known.iter().any(says)).map(|(target, _)| *target)
}

/// What of the form a column may answer, the likeliest first.
fn answering(column: &Column, form: &Questionnaire) -> Vec<Target> {
    let heading = if column.asked.is_empty() { &column.name } else { &column.asked };
    let mut found: Vec<(f64, Target)> = Vec::new();
    for (number, asked) in (1..).zip(&form.questions) {
        if asked.asks.settings().entries().is_some() {
            // Many of these headings are much alike: only the one that an export has is taken for one.
            let exported = asked.asks.settings().columns(asked);
            let at = exported.iter().position(|name| name == heading);
            found.extend(at.map(|at| (2.0, Target::Cell(number, at))));
            continue;
        }
        let whole = likeness(heading, &asked.title);
        for (like, choice) in options(column, heading, &asked.title, &asked.choices) {
            if asked.asks.settings().is_each() || columns_of(asked) {
                found.push((like + 1.0, Target::Choice(number, choice)));
            }
        }
        let says = heading.to_lowercase();
        let why = asked.asks.why().is_some() && (says.contains("reason") || says.contains("why"));
        let of = Target::of_question(number, asked);
        let fits = of.iter().filter(|target| matches!(target, Target::Answer(_) | Target::Why(_)));
        found.extend(fits.map(|target| {
            let wanted = matches!(target, Target::Why(_)) == why;
            (if wanted { whole } else { whole - 0.05 }, *target)
        }));
    }
    found.retain(|(like, _)| *like >= ALIKE);
    found.sort_by(|one, other| other.0.total_cmp(&one.0));
    found.into_iter().map(|(_, target)| target).collect()
}

/// The options that a column may be of: its heading names question and option, or nothing but the option stands in it.
fn options(column: &Column, heading: &str, title: &str, choices: &[Choice]) -> Vec<(f64, uuid::Uuid)> {
    let mut found = Vec::new();
    for choice in choices {
        let split = PARTS.iter().filter_map(|between| heading.rsplit_once(between));
        let by_heading = split
            .filter(|(asked, _)| likeness(asked, title) >= ALIKE || asked.to_lowercase().contains("choice"))
            .map(|(_, option)| likeness(option, &choice.label))
            .fold(0.0, f64::max);
        let alone =
            column.values.len() == 1 && column.values[0].trim().eq_ignore_ascii_case(choice.label.trim());
        let by_value = if alone { likeness(heading, title) } else { 0.0 };
        let like = by_heading.max(by_value);
        if like >= ALIKE {
            found.push((like, choice.id));
        }
    }
    found
}

#[cfg(test)]
#[path = "propose_tests.rs"]
mod tests;
