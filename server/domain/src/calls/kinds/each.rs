//! What the kinds have in common that give each of the choices something: a point of a scale, a place, a number of points.
//!
//! There is a field for each choice, a line for each in words, and a column for each in a table.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::Kind;
use crate::calls::{Choice, Given, Question};
use crate::forms::{Form, Problem, Problems};

/// The most choices that each can be given something.
pub(super) const MOST: usize = 50;

/// The field of a choice.
pub fn field(choice: &Choice) -> String {
    field_of(choice.id)
}

fn field_of(choice: Uuid) -> String {
    format!("answer-{choice}")
}

/// What was typed for each choice, as `take` understands it; nothing for those where nothing was.
pub(super) fn read<'q, T>(
    asked: &'q Question,
    form: &Form,
    take: impl Fn(&str) -> Option<T>,
    wrong: impl Fn(Problem) -> Problem,
    message: &'static str,
) -> Result<Vec<(&'q Choice, T)>, Problems> {
    let mut problems = Problems::default();
    let mut taken = Vec::new();
    for choice in &asked.choices {
        let Some(typed) = form.text(&field(choice)) else { continue };
        match take(&typed) {
            Some(value) => taken.push((choice, value)),
            None => problems.add(wrong(at(choice, message))),
        }
    }
    if problems.is_empty() { Ok(taken) } else { Err(problems) }
}

/// A problem at the field of a choice, which it names.
pub(super) fn at(choice: &Choice, message: &'static str) -> Problem {
    Problem::new(field(choice), message).with("choice", &choice.label)
}

/// One of these points for each choice; for all of them, where an answer is needed.
pub(super) fn read_points(asked: &Question, form: &Form, points: &[&str]) -> Result<Option<Given>, Problems> {
    let point = |typed: &str| {
        points.iter().find(|point| point.to_lowercase() == typed.to_lowercase()).copied().map(str::to_owned)
    };
    let taken = read(asked, form, point, |problem| problem, "error-each-unknown")?;
    let mut problems = Problems::default();
    let given = |choice: &Choice| taken.iter().any(|(other, _)| other.id == choice.id);
    for choice in asked.choices.iter().filter(|choice| asked.required && !given(choice)) {
        problems.add(at(choice, "error-each-missing"));
    }
    if problems.is_empty() { Ok(given_of(taken)) } else { Err(problems) }
}

/// What was taken, as an answer; none where nothing was.
pub(super) fn given_of<T: ToString>(taken: Vec<(&Choice, T)>) -> Option<Given> {
    let all: BTreeMap<Uuid, String> =
        taken.into_iter().map(|(choice, value)| (choice.id, value.to_string())).collect();
    (!all.is_empty()).then_some(Given::Each(all))
}

/// The same for every choice.
pub(super) fn all(asked: &Question, value: &str) -> Given {
    Given::Each(asked.choices.iter().map(|choice| (choice.id, value.to_owned())).collect())
}

pub(super) fn show(all: &BTreeMap<Uuid, String>, form: &mut Form) {
    for (choice, value) in all {
        form.set(&field_of(*choice), value.as_str());
    }
}

/// Whether what was given could be given in the same way again.
pub(super) fn fits(kind: &impl Kind, asked: &Question, given: &Given) -> bool {
    let mut form = Form::default();
    kind.show(given, &mut form);
    matches!(kind.read(asked, &form), Ok(Some(again)) if again == *given)
}

/// What each was given, before what it was given to, so that lines of one length can be compared.
pub(super) fn words(asked: &Question, all: &BTreeMap<Uuid, String>) -> String {
    let line =
        |choice: &Choice| all.get(&choice.id).map(|value| format!("{value}: {label}", label = choice.label));
    asked.choices.iter().filter_map(line).collect::<Vec<_>>().join("\n")
}

pub(super) fn columns(asked: &Question) -> Vec<String> {
    asked.choices.iter().map(|choice| format!("{} – {}", asked.title, choice.label)).collect()
}

pub(super) fn cells(asked: &Question, all: &BTreeMap<Uuid, String>) -> Vec<String> {
    asked.choices.iter().map(|choice| all.get(&choice.id).cloned().unwrap_or_default()).collect()
}

/// The answer in the cells of somebody's table, a cell a choice. Who was asked elsewhere may have been let off what is
/// needed here.
pub(super) fn of_cells(kind: &(impl Kind + ?Sized), asked: &Question, cells: &[&str]) -> Option<Given> {
    if cells.len() != asked.choices.len() {
        return None;
    }
    let fields = asked.choices.iter().zip(cells).map(|(choice, cell)| (field(choice), *cell));
    let asked = Question { required: false, ..asked.clone() };
    kind.read(&asked, &Form::from_pairs(fields)).ok().flatten()
}
