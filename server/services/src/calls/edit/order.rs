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
    let Questionnaire { sections, questions } = form;
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

/// Refuses an order in which a question would come before the one that decides whether it is asked.
pub(super) fn check_order(form: &Questionnaire) -> Result<(), Failure> {
    match form.misrouted() {
        Some(_) => Err(Failure::Refused("error-question-order")),
        None => Ok(()),
    }
}

/// Refuses a changed question that breaks a route, at the field that broke it. `before` is the question as it was.
pub(super) fn check_change(
    form: &Questionnaire,
    changed: &Question,
    before: Option<&Question>,
) -> Result<(), Failure> {
    let Some(broken) = form.misrouted() else { return Ok(()) };
    if broken == changed.id {
        return Err(Problem::new("asked-if", "error-question-asked-if").into());
    }
    let field = match before {
        Some(before) if before.kind() != changed.kind() => "kind",
        Some(before) if before.section != changed.section => "section",
        _ => "choices",
    };
    Err(Problem::new(field, "error-question-decides").into())
}

/// Stores the places of all sections and questions.
pub(super) async fn save(txn: &impl ConnectionTrait, form: &Questionnaire) -> Result<(), Failure> {
    for (position, held) in form.sections.iter().enumerate() {
        place_section(txn, held.id, position).await?;
    }
    for (position, held) in form.questions.iter().enumerate() {
        let rows = question::Entity::update_many()
            .col_expr(question::Column::Position, Expr::value(position as i32))
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
