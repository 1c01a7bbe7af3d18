//! Undoing: the newest act of a person that stands is taken back, and that is recorded too.

use domain::review::{Act, Subject};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::history::{Entry, entries};
use super::log::{self, NewEvent, act_of};
use super::{codebook, coding, reading};
use crate::store::entities::review_event;
use crate::{Clock, Failure, Services, StoreError};

/// Takes back the newest standing act of this person on this call and says what it was; nothing where there is none.
/// Asked again, it goes further back. It is refused where others have built on the act since: what they did stands.
pub async fn undo(services: &Services, call: Uuid, actor: Uuid) -> Result<Option<Entry>, Failure> {
    let clock = services.clock.clone();
    let undone = services
        .db
        .write(move |txn| {
            Box::pin(async move {
                log::lock(txn, call).await?;
                let Some(event) = newest(txn, call, actor).await? else { return Ok(None) };
                revert(txn, &clock, &event).await?;
                record(txn, &clock, event).await.map(Some)
            })
        })
        .await?;
    as_entry(services, undone).await
}

/// The act that [`undo`] would take back next.
pub async fn last_act(services: &Services, call: Uuid, actor: Uuid) -> Result<Option<Entry>, Failure> {
    let event = newest(services.db.read(), call, actor).await?;
    as_entry(services, event).await
}

async fn as_entry(services: &Services, event: Option<review_event::Model>) -> Result<Option<Entry>, Failure> {
    Ok(entries(services.db.read(), event.into_iter().collect()).await?.pop())
}

async fn newest(
    read: &impl ConnectionTrait,
    call: Uuid,
    actor: Uuid,
) -> Result<Option<review_event::Model>, StoreError> {
    let standing = review_event::Entity::find()
        .filter(review_event::Column::CallId.eq(call))
        .filter(review_event::Column::ActorId.eq(actor))
        .filter(review_event::Column::UndoneBy.is_null())
        .filter(review_event::Column::Kind.ne(Act::Undo.as_str()))
        .order_by_desc(review_event::Column::Number);
    Ok(standing.one(read).await?)
}

async fn revert(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    event: &review_event::Model,
) -> Result<(), Failure> {
    let later = log::by_others_since(txn, event).await?;
    match act_of(event)?.subject() {
        Some(Subject::Code) => codebook::revert(txn, clock, event, &later).await,
        Some(Subject::Coding) => coding::revert(txn, clock, event, &later).await,
        Some(Subject::Reading) => reading::revert(txn, event).await,
        None => Err(StoreError::corrupt("an act that can be undone", &event.kind).into()),
    }
}

/// Records the undo, and in the undone act that it was.
async fn record(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    event: review_event::Model,
) -> Result<review_event::Model, Failure> {
    let undo = NewEvent {
        act: Act::Undo,
        actor: event.actor_id,
        subject: event.subject_id,
        response: event.response_id,
        before: event.after.clone(),
        after: event.before.clone(),
    };
    let by = log::record(txn, clock, event.call_id, undo).await?;
    let mut row = event.into_active_model();
    row.undone_by = Set(Some(by));
    Ok(row.update(txn).await?)
}
