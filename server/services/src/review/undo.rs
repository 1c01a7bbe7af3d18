//! Undo and redo: the newest act of a person that stands is taken back, or the one they took back last is done again.
//! Both are acts too and are recorded.
//!
//! What was built on an act and stands cannot be pulled away from under it. Such an act is passed over with the reason,
//! and the next older one has its turn.

use domain::audit::Act as Recorded;
use domain::review::{Act, Subject};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use super::log::{self, NewEvent, ReturnTo, act_of, json};
use super::told::{Blocked, Told, told};
use super::{codebook, coding, flags, marks, memos, reading};
use crate::audit::Recorder;
use crate::store::entities::review_event;
use crate::{Clock, Failure, Services, StoreError};

/// Which way an act is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Its effect is taken away.
    Back,
    /// Its effect is brought about once more.
    Again,
}

/// Takes back the newest act of this person on this call that stands and can be taken back; nothing where there is no
/// act of theirs. Asked again, it goes further back. Refused where there are acts and none of them can be taken back:
/// with the reason of the newest.
pub async fn undo(services: &Services, call: Uuid, actor: Uuid) -> Result<Option<Told>, Failure> {
    turn(services, call, actor, Way::Back).await
}

/// Does again what this person's last undo on this call took back; nothing where there is none, or where they have done
/// something else since. Asked again, it goes further forward. Refused as [`undo`] is.
pub async fn redo(services: &Services, call: Uuid, actor: Uuid) -> Result<Option<Told>, Failure> {
    turn(services, call, actor, Way::Again).await
}

async fn turn(services: &Services, call: Uuid, actor: Uuid, way: Way) -> Result<Option<Told>, Failure> {
    let recorder = services.recorder();
    let turned = services
        .db
        .write(move |txn| Box::pin(async move { turn_in(txn, &recorder, call, actor, way).await }))
        .await?;
    match turned {
        Some(event) => told(services, call, actor, event).await.map(Some),
        None => Ok(None),
    }
}

/// Tries one act after another; gives the id of the undo or redo that was recorded.
async fn turn_in(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    call: Uuid,
    actor: Uuid,
    way: Way,
) -> Result<Option<Uuid>, Failure> {
    let clock = &recorder.clock;
    log::lock(txn, call).await?;
    let candidates = candidates(txn, call, actor, way).await?;
    let mut blocked: Vec<Blocked> = Vec::new();
    let mut reason = None;
    let mut below = i32::MAX;
    while let Some(event) = candidates.clone().filter(review_event::Column::Number.lt(below)).one(txn).await?
    {
        below = event.number;
        let act = act(txn, &event, way).await?;
        match turn_act(txn, clock, &act, way).await {
            Ok(()) => {
                let code = (act_of(&act)?.subject() == Some(Subject::Code)).then_some(act.subject_id);
                let turned = record(txn, clock, event, act, way, &blocked).await?;
                if let Some(code) = code {
                    let act =
                        if way == Way::Back { Recorded::CodeActUndone } else { Recorded::CodeActRedone };
                    recorder.record(txn, codebook::entry(act, call, code)).await?;
                }
                return Ok(Some(turned));
            }
            Err(Failure::Refused(why)) => {
                reason.get_or_insert(why);
                blocked.push(Blocked { act: act.id, why: why.to_owned() });
            }
            Err(failure) => return Err(failure),
        }
    }
    reason.map_or(Ok(None), |why| Err(Failure::Refused(why)))
}

/// What can have its turn, the newest first: acts that stand, or undos that stand since the person's last other act.
async fn candidates(
    txn: &impl ConnectionTrait,
    call: Uuid,
    actor: Uuid,
    way: Way,
) -> Result<Select<review_event::Entity>, StoreError> {
    let mine = review_event::Entity::find()
        .filter(review_event::Column::CallId.eq(call))
        .filter(review_event::Column::ActorId.eq(actor))
        .order_by_desc(review_event::Column::Number);
    let standing = mine.clone().filter(review_event::Column::UndoneBy.is_null());
    if way == Way::Back {
        return Ok(standing.filter(log::is_first_hand()));
    }
    let number = mine.filter(log::is_first_hand()).select_only().column(review_event::Column::Number);
    let last: Option<i32> = number.into_tuple().one(txn).await?;
    Ok(standing
        .filter(review_event::Column::Kind.eq(Act::Undo.as_str()))
        .filter(review_event::Column::Number.gt(last.unwrap_or(0))))
}

/// The act that is to be turned: the candidate itself, or the one that it undid.
async fn act(
    txn: &impl ConnectionTrait,
    event: &review_event::Model,
    way: Way,
) -> Result<review_event::Model, StoreError> {
    if way == Way::Back {
        return Ok(event.clone());
    }
    let undone = review_event::Entity::find_by_id(event.act_id.unwrap_or_default()).one(txn).await?;
    undone.ok_or_else(|| StoreError::corrupt("an undo of an act", event.id.to_string()))
}

async fn turn_act(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    act: &review_event::Model,
    way: Way,
) -> Result<(), Failure> {
    let later = log::since(txn, act).await?;
    match act_of(act)?.subject() {
        Some(Subject::Code) => codebook::turn(txn, clock, act, way, &later).await,
        Some(Subject::Coding) => coding::turn(txn, clock, act, way, &later).await,
        Some(Subject::Reading) => reading::turn(txn, act, way).await,
        Some(Subject::Mark) => marks::turn(txn, act, way).await,
        Some(Subject::Memo) => memos::turn(txn, act, way).await,
        Some(Subject::Flag) => flags::turn(txn, act, way).await,
        None => Err(StoreError::corrupt("an act that can be undone", &act.kind).into()),
    }
}

/// Records the undo or redo. An undone act says by what; one that is done again stands as it did before, and the undo
/// is what is undone.
async fn record(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    event: review_event::Model,
    act: review_event::Model,
    way: Way,
    blocked: &[Blocked],
) -> Result<Uuid, Failure> {
    let (kind, before, after) = match way {
        Way::Back => (Act::Undo, act.after.clone(), act.before.clone()),
        Way::Again => (Act::Redo, act.before.clone(), act.after.clone()),
    };
    let new = NewEvent {
        act: kind,
        actor: act.actor_id,
        subject: act.subject_id,
        response: act.response_id,
        before,
        after,
        return_to: Some(ReturnTo { act: act.id, passed_over: json(&blocked)? }),
    };
    let by = log::record(txn, clock, act.call_id, new).await?;
    if way == Way::Again {
        let mut act = act.into_active_model();
        act.undone_by = Set(None);
        act.update(txn).await?;
    }
    let mut event = event.into_active_model();
    event.undone_by = Set(Some(by));
    event.update(txn).await?;
    Ok(by)
}
