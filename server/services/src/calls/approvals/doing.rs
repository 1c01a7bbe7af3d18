//! Doing an act, and what decides whether it is still the one that was asked for.

use domain::audit::Act;
use domain::calls::{ApprovalState, AskedAct, CallAct};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
};
use uuid::Uuid;

use super::super::{Call, edit};
use super::ask::close;
use super::{act_of, entry};
use crate::audit::{Entry, Recorder};
use crate::outcomes::{findings, recommendations, replies};
use crate::store::entities::approval;
use crate::{Failure, secrets};

/// Does an act in a transaction that holds the call, with all the checks of its own.
pub(super) async fn perform(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    call: Uuid,
    act: AskedAct,
) -> Result<(), Failure> {
    match act {
        AskedAct::OnCall { act, .. } => edit::perform_in(txn, recorder, call, act).await,
        AskedAct::ChangeTimes { after, reasons, .. } => {
            edit::schedule_in(txn, recorder, call, after, reasons).await
        }
        AskedAct::OnePerson => let_one(txn, recorder, call).await,
        AskedAct::PublishFinding { finding, .. } => findings::publish_in(txn, recorder, finding).await,
        AskedAct::PublishRecommendation { recommendation, .. } => {
            recommendations::publish_in(txn, recorder, recommendation).await
        }
        AskedAct::AddReply { recommendation, reply, .. } => {
            replies::add_reply_in(txn, recorder, recommendation, reply).await
        }
        AskedAct::AddProgress { recommendation, note, .. } => {
            replies::add_progress_in(txn, recorder, recommendation, note).await
        }
    }
}

/// Lets one person run a call again. What was asked for waits no longer: whoever still wants it does it.
async fn let_one(txn: &DatabaseTransaction, recorder: &Recorder, call: Uuid) -> Result<(), Failure> {
    let row = edit::hold(txn, call).await?;
    let call = edit::save(txn, row, |_, row| {
        row.two_people = Set(false);
        Ok(())
    });
    let call = call.await?;
    let open = approval::Entity::find()
        .filter(approval::Column::CallId.eq(call.id))
        .filter(approval::Column::State.eq(ApprovalState::Asked.as_str()))
        .all(txn)
        .await?;
    let mut lapsed = Vec::new();
    for row in open {
        let act = act_of(&row)?;
        // What is being agreed to in this transaction, or is only tried, does not lapse by itself.
        if act != AskedAct::OnePerson {
            lapsed.push(entry(Act::ApprovalLapsed, &call, &act));
            close(txn, recorder, row, ApprovalState::Lapsed).await?;
        }
    }
    recorder.record(txn, Entry::of_call(Act::TwoPeopleEnded, &call)).await?;
    for entry in lapsed {
        recorder.record(txn, entry).await?;
    }
    Ok(())
}

/// Whether the finding or the recommendation that an act is about is public; it is held for this transaction. It must be
/// one of this call: a right to one call is none to another.
pub(super) async fn public(txn: &DatabaseTransaction, call: &Call, act: &AskedAct) -> Result<bool, Failure> {
    let (of, published) = match act {
        AskedAct::OnCall { .. } | AskedAct::ChangeTimes { .. } | AskedAct::OnePerson => return Ok(false),
        AskedAct::PublishFinding { finding, .. } => {
            let row = findings::lock(txn, *finding).await?;
            (row.call_id, row.published_at)
        }
        AskedAct::PublishRecommendation { recommendation, .. }
        | AskedAct::AddReply { recommendation, .. }
        | AskedAct::AddProgress { recommendation, .. } => {
            let row = recommendations::held(txn, *recommendation).await?;
            (row.call_id, row.published_at)
        }
    };
    if of == call.id { Ok(published.is_some()) } else { Err(Failure::NotFound("outcome")) }
}

/// A hash of all that an act would show or change, besides what it carries itself. Where it is another one than when the
/// act was asked for, nobody can agree to it: they would agree to what nobody asked.
pub(super) async fn seen(
    read: &impl ConnectionTrait,
    call: &Call,
    act: &AskedAct,
) -> Result<String, Failure> {
    let seen = match act {
        // The first time that the public sees the call, or the last that anyone does: all of it counts.
        AskedAct::OnCall { act: CallAct::Announce | CallAct::OpenNow | CallAct::Delete, .. } => {
            format!("call {}", call.version)
        }
        AskedAct::OnCall { .. } | AskedAct::ChangeTimes { .. } => format!("times {:?}", call.times),
        // A reply is all in the act itself.
        AskedAct::OnePerson | AskedAct::AddReply { .. } | AskedAct::AddProgress { .. } => String::new(),
        AskedAct::PublishFinding { finding, .. } => findings::content(read, *finding).await?,
        AskedAct::PublishRecommendation { recommendation, .. } => {
            recommendations::content(read, *recommendation).await?
        }
    };
    Ok(secrets::hash(&seen))
}
