//! What tables say of the marks on answers: the numbers of their questions, as the headings have them.

use std::collections::HashMap;

use domain::review::{Mark, MarkKind};
use uuid::Uuid;

use super::AnswerText;
use crate::calls::Questionnaire;
use crate::review::Marked;

/// The marks of a kind on an answer, each once, however many analysts have set it.
pub(super) fn set(marks: &[Marked], kind: MarkKind) -> Vec<Mark> {
    let mut set: Vec<Mark> = marks.iter().map(|one| one.mark).filter(|mark| mark.kind() == kind).collect();
    set.sort_unstable();
    set.dedup();
    set
}

/// Where answers stand, each on a line with the number of its question. Where analysts differ, all that they have set.
pub(super) fn stances(
    form: &Questionnaire,
    answers: &[AnswerText],
    marks: &HashMap<Uuid, Vec<Marked>>,
) -> String {
    let lines = of_kind(form, answers, marks, MarkKind::Stance).into_iter().map(|(number, set)| {
        let set: Vec<&str> = set.into_iter().map(Mark::as_str).collect();
        format!("{number}. {}", set.join(" / "))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The numbers of the questions whose answers are rich in evidence.
pub(super) fn rich(
    form: &Questionnaire,
    answers: &[AnswerText],
    marks: &HashMap<Uuid, Vec<Marked>>,
) -> String {
    let numbers = of_kind(form, answers, marks, MarkKind::Evidence).into_iter().map(|(number, _)| number);
    numbers.map(|number| number.to_string()).collect::<Vec<_>>().join("; ")
}

/// The numbers of the questions whose answers have a mark of this kind, with what is set.
fn of_kind(
    form: &Questionnaire,
    answers: &[AnswerText],
    marks: &HashMap<Uuid, Vec<Marked>>,
    kind: MarkKind,
) -> Vec<(usize, Vec<Mark>)> {
    let asked = form.questions.iter().zip(1..);
    let found = asked.filter_map(|(asked, number)| {
        let answer = answers.iter().find(|answer| answer.question == asked.id)?;
        let set = set(marks.get(&answer.id)?, kind);
        (!set.is_empty()).then_some((number, set))
    });
    found.collect()
}
