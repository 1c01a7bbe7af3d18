//! The log of a call's review: acts, numbered from 1.

use domain::review::Act;
use sea_orm::sea_query::{LockType, SimpleExpr};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, Select,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::undo::Way;
use crate::store::entities::{call, review_event};
use crate::{Clock, Failure, StoreError};

/// An act on its way into the log.
pub(super) struct NewEvent {
    pub act: Act,
    pub actor: Uuid,
    /// The code, coding or reading it is done to.
    pub subject: Uuid,
    pub response: Option<Uuid>,
    /// What the act found and what it left, as JSON.
    pub before: String,
    pub after: String,
    pub return_to: Option<ReturnTo>,
}

/// What an undo or a redo is about.
pub(super) struct ReturnTo {
    /// The act that it takes back or does again.
    pub act: Uuid,
    /// The acts that came before it in turn and could not be changed, with the reasons, as JSON.
    pub passed_over: String,
}

/// Makes other acts of this call wait until this transaction ends. On SQLite they wait already.
pub(crate) async fn lock(txn: &impl ConnectionTrait, call: Uuid) -> Result<(), Failure> {
    // Not the strictest lock: responses that come in meanwhile point at the call and need not wait.
    let row = call::Entity::find_by_id(call)
        .select_only()
        .column(call::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .into_tuple::<Uuid>()
        .one(txn)
        .await?;
    row.map(|_| ()).ok_or(Failure::NotFound("call"))
}

/// Writes an act and gives its id. The call must be locked.
pub(super) async fn record(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    call: Uuid,
    event: NewEvent,
) -> Result<Uuid, Failure> {
    let newest: Option<i32> = review_event::Entity::find()
        .filter(review_event::Column::CallId.eq(call))
        .order_by_desc(review_event::Column::Number)
        .select_only()
        .column(review_event::Column::Number)
        .into_tuple()
        .one(txn)
        .await?;
    let row = review_event::ActiveModel {
        id: Set(clock.id()),
        call_id: Set(call),
        number: Set(newest.unwrap_or(0) + 1),
        actor_id: Set(event.actor),
        kind: Set(event.act.to_string()),
        subject_id: Set(event.subject),
        response_id: Set(event.response),
        before: Set(event.before),
        after: Set(event.after),
        at: Set(clock.now()),
        undone_by: Set(None),
        act_id: Set(event.return_to.as_ref().map(|to| to.act)),
        passed_over: Set(event.return_to.map(|to| to.passed_over)),
    };
    Ok(row.insert(txn).await?.id)
}

/// Writes an act that left its thing in another state than it found; there is none before it was there, and none after it is gone.
/// `subject` is the thing, with the response that it is about. The call must be locked.
pub(super) async fn record_change<S: Serialize>(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    call: Uuid,
    (act, actor): (Act, Uuid),
    (subject, response): (Uuid, Option<Uuid>),
    (before, after): (Option<&S>, Option<&S>),
) -> Result<Uuid, Failure> {
    let (before, after) = (json(&before)?, json(&after)?);
    record(txn, clock, call, NewEvent { act, actor, subject, response, before, after, return_to: None }).await
}

/// What an act found and what it left.
pub(super) fn states<S: DeserializeOwned>(
    event: &review_event::Model,
) -> Result<(Option<S>, Option<S>), StoreError> {
    Ok((parsed(&event.before)?, parsed(&event.after)?))
}

/// From which state to which an act is turned.
pub(super) fn turned<S: DeserializeOwned>(
    event: &review_event::Model,
    way: Way,
) -> Result<(Option<S>, Option<S>), StoreError> {
    let (before, after) = states(event)?;
    Ok(match way {
        Way::Back => (after, before),
        Way::Again => (before, after),
    })
}

/// Acts that change something by themselves: neither undo nor redo.
pub(super) fn is_first_hand() -> SimpleExpr {
    review_event::Column::Kind.is_not_in([Act::Undo.as_str(), Act::Redo.as_str()])
}

/// The acts on this call since this one that stand. Among them are acts of the same person that could not be undone
/// when their turn came: they were passed over.
fn standing_since(event: &review_event::Model) -> Select<review_event::Entity> {
    review_event::Entity::find()
        .filter(review_event::Column::CallId.eq(event.call_id))
        .filter(review_event::Column::Number.gt(event.number))
        .filter(review_event::Column::UndoneBy.is_null())
        .filter(is_first_hand())
}

/// What anyone has done since to the same thing, and not undone.
pub(super) async fn since(
    txn: &impl ConnectionTrait,
    event: &review_event::Model,
) -> Result<Vec<review_event::Model>, StoreError> {
    let same = standing_since(event).filter(review_event::Column::SubjectId.eq(event.subject_id));
    Ok(same.all(txn).await?)
}

/// Whether anyone has since done anything, and not undone it, whose record names this code.
pub(super) async fn since_names(
    txn: &impl ConnectionTrait,
    event: &review_event::Model,
    code: Uuid,
) -> Result<bool, StoreError> {
    let name = code.to_string();
    let named = Condition::any()
        .add(review_event::Column::Before.contains(&name))
        .add(review_event::Column::After.contains(&name));
    Ok(standing_since(event).filter(named).one(txn).await?.is_some())
}

/// The kind of a recorded act.
pub(super) fn act_of(event: &review_event::Model) -> Result<Act, StoreError> {
    Act::parse(&event.kind).ok_or_else(|| StoreError::corrupt("an act of the review", &event.kind))
}

/// A state as it is kept in the log.
pub(super) fn json(state: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(state).map_err(|error| StoreError::corrupt("a state", error.to_string()))
}

/// A state as it was kept in the log.
pub(super) fn parsed<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::corrupt("a state", error.to_string()))
}
