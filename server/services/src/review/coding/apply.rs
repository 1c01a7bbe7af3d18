//! Applying and removing codes.

use domain::review::Act;
use domain::text::Span;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult,
    IntoActiveModel, QueryFilter,
};
use uuid::Uuid;

use super::{Coding, CodingState, aside, by_id};
use crate::review::log;
use crate::review::sql;
use crate::review::undo::Way;
use crate::store::entities::{code, coding, review_event};
use crate::store::outbox;
use crate::{Clock, Failure, Services, StoreError};

/// Whose codings someone may remove. The policy decides; this carries its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Their own alone.
    Own,
    /// Those of every coder.
    Anyones,
}

/// A code on its way onto an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewCoding {
    pub answer: Uuid,
    pub code: Uuid,
    /// None for the whole answer.
    pub span: Option<Span>,
    pub coder: Uuid,
}

/// Applies a code. Where this coder has it on the same words already, gives the coding that is there.
pub async fn apply(
    services: &Services,
    call: Uuid,
    answer: Uuid,
    code: Uuid,
    span: Option<Span>,
    coder: Uuid,
) -> Result<Coding, Failure> {
    let (clock, new) = (services.clock.clone(), NewCoding { answer, code, span, coder });
    let id =
        services.db.write(move |txn| Box::pin(async move { apply_in(txn, &clock, call, new).await })).await?;
    by_id(services, id).await
}

/// Like [`apply`], as a part of a larger transaction; gives the coding's id.
pub async fn apply_in(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    call: Uuid,
    new: NewCoding,
) -> Result<Uuid, Failure> {
    log::lock(txn, call).await?;
    let target = target(txn, call, new.answer).await?;
    if new.span.is_some_and(|span| !span.fits(target.length as usize)) {
        return Err(Failure::Refused("error-coding-span"));
    }
    let code = code::Entity::find_by_id(new.code)
        .filter(code::Column::CallId.eq(call))
        .filter(code::Column::RemovedAt.is_null());
    let code = code.one(txn).await?.ok_or(Failure::NotFound("code"))?;
    let state = CodingState { answer: new.answer, code: new.code, coder: new.coder, span: new.span };
    if let Some(held) = same(txn, state).await? {
        return Ok(held);
    }
    if code.retired_at.is_some() {
        return Err(Failure::Refused("error-coding-retired"));
    }
    let row = coding::ActiveModel {
        id: Set(clock.id()),
        call_id: Set(call),
        response_id: Set(target.response_id),
        answer_id: Set(new.answer),
        code_id: Set(new.code),
        coder_id: Set(new.coder),
        start_at: Set(new.span.map(|span| span.start as i32)),
        end_at: Set(new.span.map(|span| span.end as i32)),
        created_at: Set(clock.now()),
        removed_at: Set(None),
        set_aside: Set(false),
    };
    let row = row.insert(txn).await?;
    record(txn, clock, &row, Act::CodingApplied, new.coder).await?;
    Ok(row.id)
}

/// Removes a coding; one that was removed already stays so.
pub async fn remove(
    services: &Services,
    call: Uuid,
    id: Uuid,
    by: Uuid,
    whose: Whose,
) -> Result<(), Failure> {
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                log::lock(txn, call).await?;
                let row =
                    coding::Entity::find_by_id(id).filter(coding::Column::CallId.eq(call)).one(txn).await?;
                let row = row.ok_or(Failure::NotFound("coding"))?;
                if row.coder_id != by && whose == Whose::Own {
                    return Err(Failure::Refused("error-coding-not-yours"));
                }
                if row.removed_at.is_some() {
                    return Ok(());
                }
                let mut gone = row.clone().into_active_model();
                gone.removed_at = Set(Some(clock.now()));
                gone.update(txn).await?;
                record(txn, &clock, &row, Act::CodingRemoved, by).await
            })
        })
        .await
}

/// Takes back an act on a coding, or does it again. `later` are the standing acts on it since.
pub(in crate::review) async fn turn(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    event: &review_event::Model,
    way: Way,
    later: &[review_event::Model],
) -> Result<(), Failure> {
    let changed = Failure::Refused("error-undo-changed-since");
    let row = coding::Entity::find_by_id(event.subject_id).one(txn).await?;
    let Some(row) = row.filter(|_| later.is_empty()) else { return Err(changed) };
    let comes = (event.kind == Act::CodingApplied.as_str()) == (way == Way::Again);
    if comes == row.removed_at.is_none() {
        return Err(changed);
    }
    if comes {
        let code = code::Entity::find_by_id(row.code_id).filter(code::Column::RemovedAt.is_null());
        if code.one(txn).await?.is_none() {
            return Err(Failure::Refused("error-undo-code-gone"));
        }
        // Its answer was changed by whoever gave it.
        if !aside::counts(txn, row.answer_id).await? {
            return Err(changed);
        }
        if same(txn, CodingState::from(&row)).await?.is_some() {
            return Err(Failure::Refused("error-undo-there-again"));
        }
    }
    let response = row.response_id;
    let mut row = row.into_active_model();
    row.removed_at = Set((!comes).then(|| clock.now()));
    row.update(txn).await?;
    Ok(outbox::note(txn, outbox::RESPONSE, response, clock.now()).await?)
}

#[derive(FromQueryResult)]
pub(in crate::review) struct Target {
    pub response_id: Uuid,
    /// In code points.
    pub length: i32,
}

/// The answer, if it is one to this call and counts. Its text, which can be long, stays where it is.
pub(in crate::review) async fn target(
    txn: &impl ConnectionTrait,
    call: Uuid,
    answer: Uuid,
) -> Result<Target, Failure> {
    let sql = "SELECT a.response_id, LENGTH(a.text) AS length FROM answer a \
               JOIN response r ON r.id = a.response_id WHERE a.id = $1 AND r.call_id = $2 \
               AND a.replaced_in IS NULL AND r.withdrawn_at IS NULL";
    let found = sql::rows::<Target>(txn, sql, [answer.into(), call.into()]).await?;
    found.into_iter().next().ok_or(Failure::NotFound("answer"))
}

/// The coding in force that says just this, if there is one.
async fn same(txn: &impl ConnectionTrait, state: CodingState) -> Result<Option<Uuid>, StoreError> {
    let held = coding::Entity::find()
        .filter(coding::Column::AnswerId.eq(state.answer))
        .filter(coding::Column::CodeId.eq(state.code))
        .filter(coding::Column::CoderId.eq(state.coder))
        .filter(coding::Column::RemovedAt.is_null());
    let held = held.all(txn).await?;
    Ok(held.iter().find(|row| CodingState::from(*row) == state).map(|row| row.id))
}

async fn record(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: &coding::Model,
    act: Act,
    actor: Uuid,
) -> Result<(), Failure> {
    let state = CodingState::from(row);
    let states = if act == Act::CodingApplied { (None, Some(&state)) } else { (Some(&state), None) };
    let thing = (row.id, Some(row.response_id));
    log::record_change(txn, clock, row.call_id, (act, actor), thing, states).await?;
    Ok(outbox::note(txn, outbox::RESPONSE, row.response_id, clock.now()).await?)
}
