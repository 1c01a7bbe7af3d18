//! The skips of a call's form. Once people have begun to answer they stay as they are.

use domain::audit::{Act, Subject};
use domain::calls::{Skip, SkipDetails, SkipTo};
use domain::forms::Problem;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
};
use uuid::Uuid;

use super::super::Questionnaire;
use super::super::questionnaire::rule_text;
use super::order;
use crate::audit::Entry;
use crate::store::entities::skip;
use crate::{Failure, Services};

/// Adds a skip after a question, behind those that are there.
pub async fn add_skip(
    services: &Services,
    call: Uuid,
    after: Uuid,
    details: SkipDetails,
) -> Result<Uuid, Failure> {
    let (id, recorder) = (services.clock.id(), services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut form = super::open_form(txn, call).await?;
                if form.question(after).is_none() {
                    return Err(Failure::NotFound("question"));
                }
                let SkipDetails { rule, to } = details;
                let added = Skip { id, after, rule, to };
                form.skips.push(added.clone());
                check(&form, &added)?;
                insert(txn, call, form.skips.len(), &added).await?;
                save_order(txn, &form).await?;
                recorder.record(txn, entry(Act::SkipAdded, call, &form, &added)).await?;
                Ok(id)
            })
        })
        .await
}

/// Changes when a skip is taken, and where it leads.
pub async fn change_skip(
    services: &Services,
    call: Uuid,
    id: Uuid,
    details: SkipDetails,
) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut form = super::open_form(txn, call).await?;
                let at = place(&form, id)?;
                let SkipDetails { rule, to } = details;
                let changed = Skip { rule, to, ..form.skips[at].clone() };
                form.skips[at] = changed.clone();
                check(&form, &changed)?;
                skip::ActiveModel { position: NotSet, ..row(call, at, &changed)? }.update(txn).await?;
                recorder.record(txn, entry(Act::SkipChanged, call, &form, &changed)).await?;
                Ok(())
            })
        })
        .await
}

/// Moves a skip one place up (`-1`) or down (`1`) among those after its question: the first that holds is taken.
pub async fn move_skip(services: &Services, call: Uuid, id: Uuid, by: i32) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut form = super::open_form(txn, call).await?;
                let at = place(&form, id)?;
                let moved = form.skips[at].clone();
                if order::swap(&mut form.skips, at, by) && form.skips[at].after == moved.after {
                    save_order(txn, &form).await?;
                    recorder.record(txn, entry(Act::SkipMoved, call, &form, &moved)).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Takes a skip out.
pub async fn remove_skip(services: &Services, call: Uuid, id: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let form = super::open_form(txn, call).await?;
                let gone = &form.skips[place(&form, id)?];
                skip::Entity::delete_by_id(id).exec(txn).await?;
                recorder.record(txn, entry(Act::SkipRemoved, call, &form, gone)).await?;
                Ok(())
            })
        })
        .await
}

/// Writes a skip to its place among all of the form.
pub(super) async fn insert(
    txn: &DatabaseTransaction,
    call: Uuid,
    position: usize,
    added: &Skip,
) -> Result<(), Failure> {
    row(call, position, added)?.insert(txn).await?;
    Ok(())
}

/// Stores the places of all skips.
async fn save_order(txn: &DatabaseTransaction, form: &Questionnaire) -> Result<(), Failure> {
    for (position, held) in form.skips.iter().enumerate() {
        let rows = skip::Entity::update_many()
            .col_expr(skip::Column::Position, Expr::value(position as i32))
            .filter(skip::Column::Id.eq(held.id));
        rows.exec(txn).await?;
    }
    Ok(())
}

fn row(call: Uuid, position: usize, held: &Skip) -> Result<skip::ActiveModel, Failure> {
    let (section, end) = match held.to {
        SkipTo::Section(section) => (Some(section), None),
        SkipTo::End(end) => (None, Some(end)),
    };
    Ok(skip::ActiveModel {
        id: Set(held.id),
        call_id: Set(call),
        question_id: Set(held.after),
        position: Set(position as i32),
        rule: Set(rule_text(held.rule.as_ref())?),
        section_id: Set(section),
        end_id: Set(end),
    })
}

fn place(form: &Questionnaire, id: Uuid) -> Result<usize, Failure> {
    form.skips.iter().position(|held| held.id == id).ok_or(Failure::NotFound("skip"))
}

/// Refuses a skip that does not hold together, at the field that is wrong.
fn check(form: &Questionnaire, changed: &Skip) -> Result<(), Failure> {
    if !form.places_after(changed.after).contains(&changed.to) {
        return Err(Problem::new("to", "error-skip-to").into());
    }
    match form.misled() {
        Some(_) => Err(Problem::new("asked-if", "error-question-asked-if").into()),
        None => Ok(()),
    }
}

/// A skip goes by the name of the question after which it is looked at.
fn entry(act: Act, call: Uuid, form: &Questionnaire, held: &Skip) -> Entry {
    let title = form.question(held.after).map(|asked| asked.title.as_str()).unwrap_or_default();
    super::part(act, call, Subject::Skip, held.id, title)
}
