//! Reading: a coder has finished with a response.

use chrono::{DateTime, Utc};
use domain::review::Act;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ModelTrait, QueryFilter,
    QuerySelect,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::log;
use super::undo::Way;
use crate::store::entities::{reading, response, review_event};
use crate::{Clock, Failure, Services};

/// What the log keeps of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct ReadingState {
    person: Uuid,
    done_at: DateTime<Utc>,
}

/// Marks a response as read by this person, or as not read. A mark that is there already stays.
pub async fn mark(
    services: &Services,
    call: Uuid,
    response: Uuid,
    person: Uuid,
    done: bool,
) -> Result<(), Failure> {
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                log::lock(txn, call).await?;
                known(txn, call, response).await?;
                match held(txn, response, person).await? {
                    None if done => {
                        let row = reading::ActiveModel {
                            id: Set(clock.id()),
                            call_id: Set(call),
                            response_id: Set(response),
                            person_id: Set(person),
                            done_at: Set(clock.now()),
                        };
                        let row = row.insert(txn).await?;
                        record(txn, &clock, &row, Act::ResponseRead).await
                    }
                    Some(row) if !done => {
                        row.clone().delete(txn).await?;
                        record(txn, &clock, &row, Act::ResponseUnread).await
                    }
                    _ => Ok(()),
                }
            })
        })
        .await
}

/// Fails where a response is none of this call, or was withdrawn.
pub(super) async fn known(txn: &impl ConnectionTrait, call: Uuid, response: Uuid) -> Result<(), Failure> {
    let found: Option<Uuid> = response::Entity::find_by_id(response)
        .filter(response::Column::CallId.eq(call))
        .filter(response::Column::WithdrawnAt.is_null())
        .select_only()
        .column(response::Column::Id)
        .into_tuple()
        .one(txn)
        .await?;
    found.map(|_| ()).ok_or(Failure::NotFound("response"))
}

/// The mark of this person on this response, if there is one.
pub(super) async fn held(
    read: &impl ConnectionTrait,
    response: Uuid,
    person: Uuid,
) -> Result<Option<reading::Model>, Failure> {
    let mine = reading::Entity::find()
        .filter(reading::Column::ResponseId.eq(response))
        .filter(reading::Column::PersonId.eq(person));
    Ok(mine.one(read).await?)
}

/// Forgets who has read a response, because it is another than they read.
pub(crate) async fn forget(txn: &impl ConnectionTrait, response: Uuid) -> Result<(), Failure> {
    reading::Entity::delete_many().filter(reading::Column::ResponseId.eq(response)).exec(txn).await?;
    Ok(())
}

async fn record(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: &reading::Model,
    act: Act,
) -> Result<(), Failure> {
    let state = ReadingState { person: row.person_id, done_at: row.done_at };
    let states = if act == Act::ResponseRead { (None, Some(&state)) } else { (Some(&state), None) };
    let (act, thing) = ((act, row.person_id), (row.id, Some(row.response_id)));
    log::record_change(txn, clock, row.call_id, act, thing, states).await?;
    Ok(())
}

/// Takes back a mark, or the taking away of one, or does it again. Nobody else can have changed it: a mark is its
/// person's own.
pub(super) async fn turn(
    txn: &impl ConnectionTrait,
    event: &review_event::Model,
    way: Way,
) -> Result<(), Failure> {
    let changed = Failure::Refused("error-undo-changed-since");
    let row = reading::Entity::find_by_id(event.subject_id).one(txn).await?;
    let (_, wished) = log::turned::<ReadingState>(event, way)?;
    match (wished, row, event.response_id) {
        (None, Some(row), _) => {
            row.delete(txn).await?;
            Ok(())
        }
        (Some(state), None, Some(response)) => {
            if held(txn, response, state.person).await?.is_some() {
                return Err(changed);
            }
            // It was withdrawn by whoever sent it.
            if known(txn, event.call_id, response).await.is_err() {
                return Err(changed);
            }
            let row = reading::ActiveModel {
                id: Set(event.subject_id),
                call_id: Set(event.call_id),
                response_id: Set(response),
                person_id: Set(state.person),
                done_at: Set(state.done_at),
            };
            row.insert(txn).await?;
            Ok(())
        }
        _ => Err(changed),
    }
}
