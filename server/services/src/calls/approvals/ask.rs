//! Asking: an act is done, or it is written down that somebody asks for it.

use domain::audit::Act;
use domain::calls::{ApprovalState, AskedAct, Standing};
use domain::people::{Resource, may};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel,
    QueryFilter, TransactionTrait,
};
use uuid::Uuid;

use super::super::{Call, edit};
use super::{Done, act_of, doing, entry, held, letters, stored};
use crate::audit::{Entry, Recorder};
use crate::store::entities::approval;
use crate::{Failure, Services};

/// Does an act, or, where it takes two people, asks for it with this note. It is asked for only where it could be done
/// now: the same refusals come either way.
pub async fn put(services: &Services, call: Uuid, act: AskedAct, note: String) -> Result<Done, Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let call = held(txn, call, &act).await?;
                let standing = Standing {
                    two_people: call.two_people,
                    times: call.times,
                    public: doing::public(txn, &call, &act).await?,
                };
                if !act.needs_two(&standing) {
                    doing::perform(txn, &recorder, call.id, act).await?;
                    return Ok(Done::Now);
                }
                ask(txn, &recorder, &call, act, note).await.map(Done::Asked)
            })
        })
        .await
}

async fn ask(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    call: &Call,
    act: AskedAct,
    note: String,
) -> Result<Uuid, Failure> {
    // The command line is nobody, so it cannot be one of two.
    let asker = recorder.by.person().ok_or(Failure::Refused("error-approval-nobody"))?;
    if !may(&recorder.by, act.action(), Resource::Call(call.id)) {
        return Err(Failure::Refused("error-approval-not-yours"));
    }
    let trial = txn.begin().await?;
    let could = doing::perform(&trial, recorder, call.id, act.clone()).await;
    trial.rollback().await?;
    could?;
    let replaced = make_room(txn, recorder, call, &act, asker).await?;
    let row = approval::ActiveModel {
        id: Set(recorder.clock.id()),
        call_id: Set(call.id),
        kind: Set(act.kind().to_string()),
        seen: Set(doing::seen(txn, call, &act).await?),
        open_slot: Set(Some(act.slot())),
        act: Set(stored(act.clone())?),
        asked_by: Set(asker),
        asked_at: Set(recorder.clock.now()),
        note: Set(note),
        state: Set(ApprovalState::Asked.to_string()),
        decided_by: Set(None),
        decided_at: Set(None),
        reason: Set(String::new()),
    };
    let row = row.insert(txn).await?;
    letters::to_those_who_may(txn, recorder, call, &row, &act).await?;
    if let Some(entry) = replaced {
        recorder.record(txn, entry).await?;
    }
    recorder.record(txn, entry(Act::ApprovalAsked, call, &act)).await?;
    Ok(row.id)
}

/// Of each thing, one is asked for at a time. What the same person asked before is taken back by asking anew, and what no
/// longer fits has lapsed; what somebody else asked for is to be decided first.
async fn make_room(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    call: &Call,
    act: &AskedAct,
    asker: Uuid,
) -> Result<Option<Entry>, Failure> {
    let open = approval::Entity::find()
        .filter(approval::Column::CallId.eq(call.id))
        .filter(approval::Column::OpenSlot.eq(act.slot()));
    let Some(open) = open.one(txn).await? else { return Ok(None) };
    let before = act_of(&open)?;
    let (state, what) = if open.asked_by == asker {
        (ApprovalState::Withdrawn, Act::ApprovalWithdrawn)
    } else if open.seen != doing::seen(txn, call, &before).await? {
        (ApprovalState::Lapsed, Act::ApprovalLapsed)
    } else {
        return Err(Failure::Refused("error-approval-waits"));
    };
    close(txn, recorder, open, state).await?;
    Ok(Some(entry(what, call, &before)))
}

/// Notes that something is no longer asked for, and that nobody decided it.
pub(super) async fn close(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    row: approval::Model,
    state: ApprovalState,
) -> Result<(), Failure> {
    let mut row = row.into_active_model();
    row.state = Set(state.to_string());
    row.open_slot = Set(None);
    row.decided_at = Set(Some(recorder.clock.now()));
    row.update(txn).await?;
    Ok(())
}

/// Lets a call be run by two people from now on. That it no longer is takes two: see [`AskedAct::OnePerson`].
pub async fn require_two(services: &Services, call: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = edit::hold(txn, call).await?;
                if row.two_people {
                    return Ok(());
                }
                let call = edit::save(txn, row, |_, row| {
                    row.two_people = Set(true);
                    Ok(())
                });
                let call = call.await?;
                recorder.record(txn, Entry::of_call(Act::TwoPeopleSet, &call)).await?;
                Ok(())
            })
        })
        .await
}
