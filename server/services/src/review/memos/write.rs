//! Writing memos, changing them, and taking them away: each by their author alone.

use domain::review::{Act, MemoOn};
use domain::text::Span;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::MemoState;
use crate::review::coding::target;
use crate::review::log;
use crate::review::reading;
use crate::review::undo::Way;
use crate::store::entities::{code, memo, review_event};
use crate::{Clock, Failure, Services};

/// Writes a memo and gives its id.
pub async fn write(
    services: &Services,
    call: Uuid,
    on: MemoOn,
    text: String,
    author: Uuid,
) -> Result<Uuid, Failure> {
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                log::lock(txn, call).await?;
                let (id, now) = (clock.id(), clock.now());
                let state = MemoState { on, author, text, written_at: now, changed_at: None };
                let at = At { id, call, response: response_of(txn, call, on).await? };
                act(txn, &clock, at, Act::MemoWritten, None, Some(state)).await?;
                Ok(id)
            })
        })
        .await
}

/// Changes what a memo of this author says. What it says already stays so.
pub async fn change(
    services: &Services,
    call: Uuid,
    id: Uuid,
    text: String,
    author: Uuid,
) -> Result<(), Failure> {
    alter(services, call, id, author, Act::MemoChanged, |state, clock| {
        let changed = (state.text != text).then(|| Some(clock.now()));
        let changed_at = changed.unwrap_or(state.changed_at);
        Some(MemoState { text, changed_at, ..state })
    })
    .await
}

/// Takes a memo of this author away.
pub async fn remove(services: &Services, call: Uuid, id: Uuid, author: Uuid) -> Result<(), Failure> {
    alter(services, call, id, author, Act::MemoRemoved, |_, _| None).await
}

/// One act of its author on a memo. An act that changes nothing is not one.
async fn alter(
    services: &Services,
    call: Uuid,
    id: Uuid,
    author: Uuid,
    kind: Act,
    change: impl FnOnce(MemoState, &Clock) -> Option<MemoState> + Send + 'static,
) -> Result<(), Failure> {
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                log::lock(txn, call).await?;
                let row = memo::Entity::find_by_id(id).filter(memo::Column::CallId.eq(call)).one(txn).await?;
                let row = row.ok_or(Failure::NotFound("memo"))?;
                if row.author_id != author {
                    return Err(Failure::Refused("error-memo-not-yours"));
                }
                let before = MemoState::from(&row);
                let after = change(before.clone(), &clock);
                if after.as_ref() == Some(&before) {
                    return Ok(());
                }
                let at = At { id, call, response: row.response_id };
                act(txn, &clock, at, kind, Some(before), after).await
            })
        })
        .await
}

/// Which memo it is, and where.
struct At {
    id: Uuid,
    call: Uuid,
    response: Option<Uuid>,
}

async fn act(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    at: At,
    kind: Act,
    before: Option<MemoState>,
    after: Option<MemoState>,
) -> Result<(), Failure> {
    let actor = before.as_ref().or(after.as_ref()).map(|state| state.author).unwrap_or_default();
    let (thing, states) = ((at.id, at.response), (before.as_ref(), after.as_ref()));
    log::record_change(txn, clock, at.call, (kind, actor), thing, states).await?;
    put(txn, at, before.is_some(), after).await
}

/// Puts a memo, which is there or not, into this state.
async fn put(
    txn: &impl ConnectionTrait,
    at: At,
    there: bool,
    state: Option<MemoState>,
) -> Result<(), Failure> {
    let Some(state) = state else {
        memo::Entity::delete_by_id(at.id).exec(txn).await?;
        return Ok(());
    };
    let span = match state.on {
        MemoOn::Excerpt { span, .. } => Some(span),
        MemoOn::Call | MemoOn::Code(_) | MemoOn::Response(_) | MemoOn::Answer(_) => None,
    };
    let code = match state.on {
        MemoOn::Code(code) => Some(code),
        MemoOn::Call | MemoOn::Response(_) | MemoOn::Answer(_) | MemoOn::Excerpt { .. } => None,
    };
    let place = |at: fn(Span) -> usize| span.map(|span| at(span) as i32);
    let row = memo::ActiveModel {
        id: Set(at.id),
        call_id: Set(at.call),
        code_id: Set(code),
        response_id: Set(at.response),
        answer_id: Set(state.on.answer()),
        start_at: Set(place(|span| span.start)),
        end_at: Set(place(|span| span.end)),
        author_id: Set(state.author),
        text: Set(state.text),
        written_at: Set(state.written_at),
        changed_at: Set(state.changed_at),
    };
    if there {
        row.update(txn).await?;
    } else {
        row.insert(txn).await?;
    }
    Ok(())
}

/// The response that a memo on this is about, if it is about one. Fails where there is no such thing in this call, or where
/// it counts no more.
async fn response_of(txn: &impl ConnectionTrait, call: Uuid, on: MemoOn) -> Result<Option<Uuid>, Failure> {
    match on {
        MemoOn::Call => Ok(None),
        MemoOn::Code(id) => {
            let found = code::Entity::find_by_id(id)
                .filter(code::Column::CallId.eq(call))
                .filter(code::Column::RemovedAt.is_null());
            found.one(txn).await?.map(|_| None).ok_or(Failure::NotFound("code"))
        }
        MemoOn::Response(id) => {
            reading::known(txn, call, id).await?;
            Ok(Some(id))
        }
        MemoOn::Answer(answer) => Ok(Some(target(txn, call, answer).await?.response_id)),
        MemoOn::Excerpt { answer, span } => {
            let target = target(txn, call, answer).await?;
            if span.fits(target.length as usize) {
                Ok(Some(target.response_id))
            } else {
                Err(Failure::Refused("error-coding-span"))
            }
        }
    }
}

/// Takes back what was done to a memo, or does it again. Nobody else can have changed it, a memo is its author's own; but
/// what it stands on can be gone, or may have been changed or withdrawn by whoever gave it.
pub(in crate::review) async fn turn(
    txn: &impl ConnectionTrait,
    event: &review_event::Model,
    way: Way,
) -> Result<(), Failure> {
    let changed = || Failure::Refused("error-undo-changed-since");
    let (from, to) = log::turned::<MemoState>(event, way)?;
    let row = memo::Entity::find_by_id(event.subject_id).one(txn).await?;
    if row.as_ref().map(MemoState::from) != from {
        return Err(changed());
    }
    if let Some(state) = &to {
        response_of(txn, event.call_id, state.on).await.map_err(|failure| match failure {
            Failure::NotFound(_) => changed(),
            failure => failure,
        })?;
    }
    let at = At { id: event.subject_id, call: event.call_id, response: event.response_id };
    put(txn, at, row.is_some(), to).await
}
