//! What the kinds that are answered by choosing have in common.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::Label;
use crate::calls::{Choice, Given, Question};
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// What was chosen in a form, in the order of the choices.
pub(super) fn read(asked: &Question, form: &Form) -> Result<Vec<Uuid>, Problem> {
    let sent = form.values("answer");
    let is_sent = |choice: &&Choice| sent.iter().any(|id| *id == choice.id.to_string());
    let chosen: Vec<Uuid> = asked.choices.iter().filter(is_sent).map(|choice| choice.id).collect();
    if chosen.len() < sent.len() {
        return Err(Problem::new("answer", "error-answer-unknown-choice"));
    }
    Ok(chosen)
}

/// One choice, or none.
pub(super) fn read_one(asked: &Question, form: &Form) -> Result<Option<Given>, Problem> {
    let chosen = read(asked, form)?;
    match chosen.len() {
        0 => asked.nothing("answer", "error-choice-missing"),
        1 => Ok(Some(Given::Choices(chosen))),
        _ => Err(Problem::new("answer", "error-choice-only-one")),
    }
}

/// Whether at least one thing was chosen that can be chosen still.
pub(super) fn fits(asked: &Question, given: &Given) -> bool {
    matches!(given, Given::Choices(chosen) if asked.choices.iter().any(|choice| chosen.contains(&choice.id)))
}

/// Each choice by itself.
pub(super) fn each(asked: &Question) -> Vec<Given> {
    asked.choices.iter().map(|choice| Given::Choices(vec![choice.id])).collect()
}

/// The labels of what was chosen, one a line.
pub(super) fn labels_of(asked: &Question, chosen: &[Uuid]) -> String {
    let labels = asked.choices.iter().filter(|choice| chosen.contains(&choice.id));
    labels.map(|choice| choice.label.as_str()).collect::<Vec<_>>().join("\n")
}

/// The choices that these parts of a cell name, whatever their case; nothing where one is none of them.
pub(super) fn of_parts<'p>(asked: &Question, parts: impl Iterator<Item = &'p str>) -> Option<Given> {
    let mut named = BTreeSet::new();
    for part in parts.map(text::line).filter(|part| !part.is_empty()) {
        let same = |choice: &&Choice| choice.label.to_lowercase() == part.to_lowercase();
        named.insert(asked.choices.iter().find(same)?.id);
    }
    // In the order of the choices, and each once, as a form has them.
    let chosen: Vec<_> =
        asked.choices.iter().map(|choice| choice.id).filter(|id| named.contains(id)).collect();
    (!chosen.is_empty()).then_some(Given::Choices(chosen))
}

/// The choices that a team member typed, one a line.
pub(super) fn labels(form: &Form, problems: &mut Problems) -> Vec<Label> {
    let lines = form.value("choices").lines().map(text::line).filter(|line| !line.is_empty());
    let labels: Vec<Label> = lines.map(Label::new).collect();
    if labels.len() < 2 {
        problems.add(Problem::new("choices", "error-question-choices"));
    } else if (1..labels.len()).any(|at| labels[..at].contains(&labels[at])) {
        problems.add(Problem::new("choices", "error-question-choices-twice"));
    }
    labels
}
