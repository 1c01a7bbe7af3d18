//! Deciding: somebody else agrees and the act is done in that moment, or refuses; or whoever asked takes it back.

use domain::audit::Act;
use domain::calls::{ApprovalState, AskedAct, Verdict};
use domain::people::{Resource, may};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    IntoActiveModel, QueryFilter,
};
use uuid::Uuid;

use super::super::Call;
use super::{act_of, ask, doing, entry, held, letters, who};
use crate::audit::Recorder;
use crate::store::entities::approval;
use crate::{Failure, Services};

/// Agrees to what somebody else asked for, which does it, or refuses it with a reason. Where it cannot be done now,
/// nothing is decided: it still waits, and the reason is that of the act itself.
pub async fn decide(services: &Services, call: Uuid, id: Uuid, verdict: Verdict) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let (call, row, act) = open(txn, call, id).await?;
                let decider = check_decider(txn, &recorder, &call, &row, &act).await?;
                let state = if verdict.approves {
                    check_still_asked(txn, &call, &row, &act).await?;
                    ApprovalState::Approved
                } else {
                    ApprovalState::Refused
                };
                let asker = row.asked_by;
                let mut row = row.into_active_model();
                row.state = Set(state.to_string());
                row.open_slot = Set(None);
                row.decided_by = Set(Some(decider));
                row.decided_at = Set(Some(recorder.clock.now()));
                row.reason = Set(verdict.reason);
                let row = row.update(txn).await?;
                letters::to_the_asker(txn, &recorder, &call, &row, &act, state).await?;
                let recorder = recorder.asked_for_by(asker);
                let what = if state == ApprovalState::Approved {
                    doing::perform(txn, &recorder, call.id, act.clone()).await?;
                    Act::ApprovalGiven
                } else {
                    Act::ApprovalRefused
                };
                recorder.record(txn, entry(what, &call, &act)).await?;
                Ok(())
            })
        })
        .await
}

/// Takes back what the same person asked for.
pub async fn withdraw(services: &Services, call: Uuid, id: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let (call, row, act) = open(txn, call, id).await?;
                if recorder.by.person() != Some(row.asked_by) {
                    return Err(Failure::Refused("error-approval-not-yours"));
                }
                ask::close(txn, &recorder, row, ApprovalState::Withdrawn).await?;
                recorder.record(txn, entry(Act::ApprovalWithdrawn, &call, &act)).await?;
                Ok(())
            })
        })
        .await
}

/// What is asked for of this call and still waits, with the call held: two who decide at once come one after another.
async fn open(
    txn: &DatabaseTransaction,
    call: Uuid,
    id: Uuid,
) -> Result<(Call, approval::Model, AskedAct), Failure> {
    // What is asked for never changes, and decides how the call is held.
    let act = act_of(&find(txn, call, id).await?)?;
    let call = held(txn, call, &act).await?;
    let row = find(txn, call.id, id).await?;
    if row.state != ApprovalState::Asked.as_str() {
        return Err(Failure::Refused("error-approval-decided"));
    }
    Ok((call, row, act))
}

async fn find(txn: &impl ConnectionTrait, call: Uuid, id: Uuid) -> Result<approval::Model, Failure> {
    let row = approval::Entity::find_by_id(id).filter(approval::Column::CallId.eq(call)).one(txn).await?;
    row.ok_or(Failure::NotFound("approval"))
}

/// Whoever decides is another person than whoever asked, may do the act, and could already when it was asked for: nobody
/// chooses who agrees by giving them the role afterwards.
async fn check_decider(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    call: &Call,
    row: &approval::Model,
    act: &AskedAct,
) -> Result<Uuid, Failure> {
    let decider = recorder.by.person().ok_or(Failure::Refused("error-approval-nobody"))?;
    if decider == row.asked_by {
        return Err(Failure::Refused("error-approval-own"));
    }
    if !may(&recorder.by, act.action(), Resource::Call(call.id)) {
        return Err(Failure::Refused("error-approval-not-yours"));
    }
    let able = who::those_who_may(txn, act.action(), call.id, Some(row.asked_at)).await?;
    if able.iter().all(|person| person.id != decider) {
        return Err(Failure::Refused("error-approval-too-new"));
    }
    Ok(decider)
}

/// Both must want the same thing: whoever asked may still do it, and it is still what they asked for.
async fn check_still_asked(
    txn: &DatabaseTransaction,
    call: &Call,
    row: &approval::Model,
    act: &AskedAct,
) -> Result<(), Failure> {
    let able = who::those_who_may(txn, act.action(), call.id, None).await?;
    if able.iter().all(|person| person.id != row.asked_by) {
        return Err(Failure::Refused("error-approval-asker"));
    }
    doing::public(txn, call, act).await?;
    if doing::seen(txn, call, act).await? != row.seen {
        return Err(Failure::Refused("error-approval-changed"));
    }
    Ok(())
}
