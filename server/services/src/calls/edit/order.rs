//! The order of sections and questions, and whether every question is still asked of someone.

use domain::calls::Question;
use domain::forms::Problem;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::super::Questionnaire;
use crate::Failure;
use crate::store::entities::{question, section};

/// Puts the questions in the order of their sections, each section's own order kept.
pub(super) fn by_section(form: &mut Questionnaire) {
    let Questionnaire { sections, questions, .. } = form;
    questions.sort_by_key(|q| sections.iter().position(|section| section.id == q.section));
}

/// Swaps the thing at this place with its neighbour before (`-1`) or after (`1`); false where there is none.
pub(in crate::calls) fn swap<T>(things: &mut [T], at: usize, by: i32) -> bool {
    match at.checked_add_signed(by.signum() as isize).filter(|other| *other < things.len() && *other != at) {
        Some(other) => {
            things.swap(at, other);
            true
        }
        None => false,
    }
}

/// Puts the question at `at` to a place among those of a section, counted from 0, or behind all of them; false where it is
/// there already.
pub(super) fn put(form: &mut Questionnaire, at: usize, section: Uuid, place: usize) -> Result<bool, Failure> {
    if form.section(section).is_none() {
        return Err(Failure::NotFound("section"));
    }
    let before = arrangement(form);
    let mut moved = form.questions.remove(at);
    moved.section = section;
    let of_section = form.questions.iter().enumerate().filter(|(_, held)| held.section == section);
    let to = of_section.map(|(at, _)| at).nth(place).unwrap_or(form.questions.len());
    form.questions.insert(to, moved);
    by_section(form);
    Ok(arrangement(form) != before)
}

/// Which question stands where.
fn arrangement(form: &Questionnaire) -> Vec<(Uuid, Uuid)> {
    form.questions.iter().map(|held| (held.section, held.id)).collect()
}

/// Refuses an order in which a question would come before the one that decides whether it is asked, or a skip would lead back.
pub(super) fn check_order(form: &Questionnaire) -> Result<(), Failure> {
    if form.misrouted().is_some() {
        Err(Failure::Refused("error-question-order"))
    } else if form.misled().is_some() {
        Err(Failure::Refused("error-skip-order"))
    } else {
        Ok(())
    }
}

/// Refuses a changed question that breaks a route, at the field that broke it. `before` is the question as it was.
pub(super) fn check_change(
    form: &Questionnaire,
    changed: &Question,
    before: Option<&Question>,
) -> Result<(), Failure> {
    let reason = match (form.misrouted(), form.misled()) {
        (Some(broken), _) if broken == changed.id => {
            return Err(Problem::new("asked-if", "error-question-asked-if").into());
        }
        (Some(_), _) => "error-question-decides",
        (None, Some(_)) => "error-skip-rests",
        (None, None) => return Ok(()),
    };
    let field = match before {
        Some(before) if before.kind() != changed.kind() => "kind",
        Some(before) if before.section != changed.section => "section",
        _ => "choices",
    };
    Err(Problem::new(field, reason).into())
}

/// Stores the places of all sections, and of all questions in them.
pub(super) async fn save(txn: &impl ConnectionTrait, form: &Questionnaire) -> Result<(), Failure> {
    for (position, held) in form.sections.iter().enumerate() {
        place_section(txn, held.id, position).await?;
    }
    for (position, held) in form.questions.iter().enumerate() {
        let rows = question::Entity::update_many()
            .col_expr(question::Column::Position, Expr::value(position as i32))
            .col_expr(question::Column::SectionId, Expr::value(held.section))
            .filter(question::Column::Id.eq(held.id));
        rows.exec(txn).await?;
    }
    Ok(())
}

async fn place_section(txn: &impl ConnectionTrait, id: Uuid, position: usize) -> Result<(), Failure> {
    let rows = section::Entity::update_many()
        .col_expr(section::Column::Position, Expr::value(position as i32))
        .filter(section::Column::Id.eq(id));
    rows.exec(txn).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_the_last_have_no_further_to_go() {
        let mut things = [1, 2, 3];
        assert!(!swap(&mut things, 0, -1));
        assert!(!swap(&mut things, 2, 1));
        assert!(!swap(&mut things, 1, 0));
        assert!(swap(&mut things, 0, 5), "only the direction counts");
        assert_eq!(things, [2, 1, 3]);
    }
}
