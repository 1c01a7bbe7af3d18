//! What the kinds that are answered by choosing have in common.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::Label;
use crate::calls::{Choice, Given, Question, Test};
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The most choices of a question.
pub(super) const MOST: usize = 1_000;

/// What was chosen in a form, in the order of the choices.
pub(super) fn read(asked: &Question, form: &Form) -> Result<Vec<Uuid>, Problem> {
    // The first line of a list that opens stands for no choice.
    let sent: BTreeSet<&str> =
        form.values("answer").iter().map(String::as_str).filter(|id| !id.is_empty()).collect();
    let is_sent = |choice: &&Choice| sent.contains(choice.id.to_string().as_str());
    let chosen: Vec<Uuid> = asked.choices.iter().filter(is_sent).map(|choice| choice.id).collect();
    if chosen.len() < sent.len() {
        return Err(Problem::new("answer", "error-answer-unknown-choice"));
    }
    Ok(chosen)
}

/// One choice, or none.
pub(super) fn read_one(asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
    let chosen = read(asked, form)?;
    match chosen.len() {
        0 => asked.nothing("answer", "error-choice-missing"),
        1 => Ok(Some(Given::Choices(chosen))),
        _ => Err(Problem::new("answer", "error-choice-only-one").into()),
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

/// The choices that the tests name, and one that none names; not those that are chosen alone.
pub(super) fn told_apart(asked: &Question, tests: &[&Test]) -> Vec<Uuid> {
    let named = |id: Uuid| {
        let names =
            |test: &&Test| matches!(test, Test::AnyOf(these) | Test::NoneOf(these) if these.contains(&id));
        tests.iter().any(names)
    };
    let others = asked.choices.iter().filter(|choice| !choice.alone);
    let (told, untold): (Vec<_>, Vec<_>) = others.partition(|choice| named(choice.id));
    told.into_iter().chain(untold.into_iter().take(1)).map(|choice| choice.id).collect()
}

/// The lines that a team member typed.
pub(super) fn lines(form: &Form, field: &str) -> Vec<String> {
    form.value(field).lines().map(text::line).filter(|line| !line.is_empty()).collect()
}

/// Whether two of these are the same.
pub(super) fn has_twins(lines: &[String]) -> bool {
    lines.iter().collect::<BTreeSet<_>>().len() < lines.len()
}

/// The choices that a team member typed, one a line, at most so many.
pub(super) fn labels(form: &Form, problems: &mut Problems, most: usize) -> Vec<Label> {
    let lines = lines(form, "choices");
    if lines.len() < 2 {
        problems.add(Problem::new("choices", "error-question-choices"));
    } else if lines.len() > most {
        problems.add(Problem::new("choices", "error-question-choices-many").with("most", most));
    } else if has_twins(&lines) {
        problems.add(Problem::new("choices", "error-question-choices-twice"));
    }
    lines.into_iter().map(Label::new).collect()
}
