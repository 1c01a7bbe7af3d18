//! Raising flags, replying to them, and closing them.

use domain::review::Act as Kind;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Act, FlagState};
use crate::review::coding::{Whose, target};
use crate::review::log;
use crate::review::reading;
use crate::review::undo::Way;
use crate::store::entities::{flag, review_event};
use crate::{Clock, Failure, Services};

/// Asks the lead analyst about a response, or about one of its answers, and gives the id of the flag.
pub async fn raise(
    services: &Services,
    call: Uuid,
    response: Uuid,
    answer: Option<Uuid>,
    text: String,
    by: Uuid,
) -> Result<Uuid, Failure> {
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                log::lock(txn, call).await?;
                stands(txn, call, response, answer).await?;
                let at = At { id: clock.id(), call, response };
                let asked = Act { by, at: clock.now(), text };
                let state = FlagState { answer, asked, reply: None, closed: None };
                let id = at.id;
                record(txn, &clock, at, (Kind::FlagRaised, by), None, state).await?;
                Ok(id)
            })
        })
        .await
}

/// Replies to a flag. A reply that is there is replaced; what it said stays in the log. A closed flag is not replied to.
pub async fn reply(services: &Services, call: Uuid, id: Uuid, text: String, by: Uuid) -> Result<(), Failure> {
    alter(services, call, id, (Kind::FlagReplied, by), move |state, clock| {
        if state.closed.is_some() {
            return Err(Failure::Refused("error-flag-closed"));
        }
        if state.reply.as_ref().is_some_and(|reply| reply.text == text) {
            return Ok(state);
        }
        let reply = Some(Act { by, at: clock.now(), text });
        Ok(FlagState { reply, ..state })
    })
    .await
}

/// Closes a flag; one that is closed stays so. Whoever raised it closes their own; `whose` says who closes any.
pub async fn close(services: &Services, call: Uuid, id: Uuid, by: Uuid, whose: Whose) -> Result<(), Failure> {
    alter(services, call, id, (Kind::FlagClosed, by), move |state, clock| {
        if state.asked.by != by && whose == Whose::Own {
            return Err(Failure::Refused("error-flag-not-yours"));
        }
        if state.closed.is_some() {
            return Ok(state);
        }
        let closed = Some(Act { by, at: clock.now(), text: String::new() });
        Ok(FlagState { closed, ..state })
    })
    .await
}

/// Which flag it is, and where.
struct At {
    id: Uuid,
    call: Uuid,
    response: Uuid,
}

/// One act on a flag. An act that changes nothing is not one.
async fn alter(
    services: &Services,
    call: Uuid,
    id: Uuid,
    act: (Kind, Uuid),
    change: impl FnOnce(FlagState, &Clock) -> Result<FlagState, Failure> + Send + 'static,
) -> Result<(), Failure> {
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                log::lock(txn, call).await?;
                let row = flag::Entity::find_by_id(id).filter(flag::Column::CallId.eq(call)).one(txn).await?;
                let row = row.ok_or(Failure::NotFound("flag"))?;
                // Nobody reads it as long as its response is withdrawn.
                stands(txn, call, row.response_id, None).await?;
                let before = FlagState::from(&row);
                let after = change(before.clone(), &clock)?;
                if after == before {
                    return Ok(());
                }
                record(txn, &clock, At { id, call, response: row.response_id }, act, Some(before), after)
                    .await
            })
        })
        .await
}

async fn record(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    at: At,
    act: (Kind, Uuid),
    before: Option<FlagState>,
    after: FlagState,
) -> Result<(), Failure> {
    let (thing, states) = ((at.id, Some(at.response)), (before.as_ref(), Some(&after)));
    log::record_change(txn, clock, at.call, act, thing, states).await?;
    put(txn, at, before.is_some(), Some(after)).await
}

/// Puts a flag, which is there or not, into this state.
async fn put(
    txn: &impl ConnectionTrait,
    at: At,
    there: bool,
    state: Option<FlagState>,
) -> Result<(), Failure> {
    let Some(FlagState { answer, asked, reply, closed }) = state else {
        flag::Entity::delete_by_id(at.id).exec(txn).await?;
        return Ok(());
    };
    let row = flag::ActiveModel {
        id: Set(at.id),
        call_id: Set(at.call),
        response_id: Set(at.response),
        answer_id: Set(answer),
        asked_by: Set(asked.by),
        text: Set(asked.text),
        asked_at: Set(asked.at),
        replied_by: Set(reply.as_ref().map(|reply| reply.by)),
        replied_at: Set(reply.as_ref().map(|reply| reply.at)),
        reply: Set(reply.map(|reply| reply.text).unwrap_or_default()),
        closed_by: Set(closed.as_ref().map(|closed| closed.by)),
        closed_at: Set(closed.map(|closed| closed.at)),
    };
    if there {
        row.update(txn).await?;
    } else {
        row.insert(txn).await?;
    }
    Ok(())
}

/// Fails where the response is none of this call or was withdrawn, or where the answer is none of the response or counts no
/// more.
async fn stands(
    txn: &impl ConnectionTrait,
    call: Uuid,
    response: Uuid,
    answer: Option<Uuid>,
) -> Result<(), Failure> {
    reading::known(txn, call, response).await?;
    match answer {
        Some(answer) if target(txn, call, answer).await?.response_id != response => {
            Err(Failure::NotFound("answer"))
        }
        _ => Ok(()),
    }
}

/// Takes back what was done to a flag, or does it again, as long as nobody has done anything to it since.
pub(in crate::review) async fn turn(
    txn: &impl ConnectionTrait,
    event: &review_event::Model,
    way: Way,
) -> Result<(), Failure> {
    let changed = || Failure::Refused("error-undo-changed-since");
    let (from, to) = log::turned::<FlagState>(event, way)?;
    let row = flag::Entity::find_by_id(event.subject_id).one(txn).await?;
    let Some(response) = event.response_id else { return Err(changed()) };
    let withdrawn = stands(txn, event.call_id, response, None).await.is_err();
    if row.as_ref().map(FlagState::from) != from || withdrawn {
        return Err(changed());
    }
    let at = At { id: event.subject_id, call: event.call_id, response };
    put(txn, at, row.is_some(), to).await
}
