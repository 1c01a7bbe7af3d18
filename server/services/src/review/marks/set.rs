//! Setting marks and taking them away.

use domain::review::{Act, MarkKind, Wish};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    ModelTrait, QueryFilter,
};
use uuid::Uuid;

use super::MarkState;
use crate::review::coding::{counts, target};
use crate::review::log;
use crate::review::undo::Way;
use crate::store::entities::{mark, review_event};
use crate::{Clock, Failure, Services, StoreError};

/// Does what this person wishes of their own mark on an answer. What is so already stays so.
pub async fn set(
    services: &Services,
    call: Uuid,
    answer: Uuid,
    wish: Wish,
    person: Uuid,
) -> Result<(), Failure> {
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| Box::pin(async move { set_in(txn, &clock, call, answer, wish, person).await }))
        .await
}

async fn set_in(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    call: Uuid,
    answer: Uuid,
    wish: Wish,
    person: Uuid,
) -> Result<(), Failure> {
    log::lock(txn, call).await?;
    let response = target(txn, call, answer).await?.response_id;
    let row = held(txn, answer, person, wish.kind()).await?;
    let before = row.as_ref().map(MarkState::of).transpose()?;
    let after = match wish {
        Wish::Clear(_) => None,
        Wish::Set(mark) => Some(MarkState { answer, person, mark, set_at: clock.now() }),
    };
    if before.map(|state| state.mark) == after.map(|state| state.mark) {
        return Ok(());
    }
    let act = match (before, after) {
        (None, _) => Act::MarkSet,
        (Some(_), Some(_)) => Act::MarkChanged,
        (Some(_), None) => Act::MarkCleared,
    };
    let subject = row.as_ref().map_or_else(|| clock.id(), |row| row.id);
    put(txn, Place { id: subject, call, response }, row, after).await?;
    let states = (before.as_ref(), after.as_ref());
    log::record_change(txn, clock, call, (act, person), (subject, Some(response)), states).await?;
    Ok(())
}

/// Which mark it is, and where.
struct Place {
    id: Uuid,
    call: Uuid,
    response: Uuid,
}

/// Puts a mark, of which this is the row if there is one, into this state.
async fn put(
    txn: &impl ConnectionTrait,
    place: Place,
    row: Option<mark::Model>,
    state: Option<MarkState>,
) -> Result<(), StoreError> {
    match (row, state) {
        (None, None) => {}
        (Some(row), None) => {
            row.delete(txn).await?;
        }
        (Some(row), Some(state)) => {
            let mut row = row.into_active_model();
            row.mark = Set(state.mark.to_string());
            row.set_at = Set(state.set_at);
            row.update(txn).await?;
        }
        (None, Some(state)) => {
            let row = mark::ActiveModel {
                id: Set(place.id),
                call_id: Set(place.call),
                response_id: Set(place.response),
                answer_id: Set(state.answer),
                person_id: Set(state.person),
                kind: Set(state.mark.kind().to_string()),
                mark: Set(state.mark.to_string()),
                set_at: Set(state.set_at),
            };
            row.insert(txn).await?;
        }
    }
    Ok(())
}

/// The mark of this kind that this person has set on this answer.
async fn held(
    txn: &impl ConnectionTrait,
    answer: Uuid,
    person: Uuid,
    kind: MarkKind,
) -> Result<Option<mark::Model>, StoreError> {
    let mine = mark::Entity::find()
        .filter(mark::Column::AnswerId.eq(answer))
        .filter(mark::Column::PersonId.eq(person))
        .filter(mark::Column::Kind.eq(kind.as_str()));
    Ok(mine.one(txn).await?)
}

/// Takes back what was done to a mark, or does it again. Nobody else can have changed it, a mark is its person's own; but
/// its answer may have been changed or withdrawn by whoever gave it.
pub(in crate::review) async fn turn(
    txn: &impl ConnectionTrait,
    event: &review_event::Model,
    way: Way,
) -> Result<(), Failure> {
    let changed = || Failure::Refused("error-undo-changed-since");
    let (from, to) = log::turned::<MarkState>(event, way)?;
    let row = mark::Entity::find_by_id(event.subject_id).one(txn).await?;
    let (Some(state), Some(response)) = (from.or(to), event.response_id) else { return Err(changed()) };
    let as_it_was = row.as_ref().map(MarkState::of).transpose()? == from;
    if !as_it_was || !counts(txn, state.answer).await? {
        return Err(changed());
    }
    let other = held(txn, state.answer, state.person, state.mark.kind()).await?;
    if other.is_some_and(|other| other.id != event.subject_id) {
        return Err(changed());
    }
    let place = Place { id: event.subject_id, call: event.call_id, response };
    Ok(put(txn, place, row, to).await?)
}
