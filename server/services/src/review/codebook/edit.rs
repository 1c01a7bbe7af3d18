//! Changing the codebook. Each act is recorded; search is told where other responses would now be found.

use domain::audit::{Act as Recorded, Subject};
use domain::forms::Problem;
use domain::people::Scope;
use domain::review::{Act, CodeDetails, Move, Place, may_stand_under, moved, siblings};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait};
use uuid::Uuid;

use super::snapshot::{CodeState, Codes, Parts, Standing};
use crate::audit::{Entry, Recorder};
use crate::review::log::{self, NewEvent, json};
use crate::store::entities::code;
use crate::store::outbox;
use crate::{Clock, Failure, Services};

/// Adds a code after its siblings and gives its id.
pub async fn add(services: &Services, call: Uuid, details: CodeDetails, by: Uuid) -> Result<Uuid, Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| Box::pin(async move { add_in(txn, &recorder, call, details, by).await }))
        .await
}

async fn add_in(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    call: Uuid,
    details: CodeDetails,
    by: Uuid,
) -> Result<Uuid, Failure> {
    let clock = &recorder.clock;
    log::lock(txn, call).await?;
    let codes = Codes::read(txn, call).await?;
    let (id, parent) = (clock.id(), details.parent);
    if !may_stand_under(&codes.pairs(), id, parent) {
        return Err(Problem::new("parent", "error-code-parent").into());
    }
    let last = codes.rows.iter().filter(|row| row.parent_id == parent).map(|row| row.position).max();
    let place = Place { parent, position: siblings(&codes.pairs(), parent, id).len() };
    let state = with_details(place, details, Standing::Current);
    let after = json(&state)?;
    let row = code::ActiveModel {
        id: Set(id),
        call_id: Set(call),
        parent_id: Set(parent),
        position: Set(last.map_or(0, |last| last + 1)),
        name: Set(state.name),
        definition: Set(state.definition),
        include: Set(state.include),
        exclude: Set(state.exclude),
        example: Set(state.example),
        colour: Set(state.colour.into()),
        created_at: Set(clock.now()),
        retired_at: Set(None),
        removed_at: Set(None),
    };
    row.insert(txn).await?;
    let before = "null".to_owned();
    let event = NewEvent {
        act: Act::CodeAdded,
        actor: by,
        subject: id,
        response: None,
        before,
        after,
        return_to: None,
    };
    log::record(txn, clock, call, event).await?;
    recorder.record(txn, entry(Recorded::CodeAdded, call, id)).await?;
    Ok(id)
}

/// Changes what a code says and, where its parent is another, moves it there after those that are there.
pub async fn change(
    services: &Services,
    call: Uuid,
    id: Uuid,
    details: CodeDetails,
    by: Uuid,
) -> Result<(), Failure> {
    alter(services, call, id, by, Act::CodeChanged, move |codes, state| {
        let place = if details.parent == state.place.parent {
            state.place
        } else {
            moved(&codes.pairs(), id, Move::LastUnder(details.parent))
                .ok_or_else(|| Problem::new("parent", "error-code-under-itself"))?
        };
        Ok(with_details(place, details, state.standing))
    })
    .await
}

/// Moves a code with all that is under it. It never goes under itself.
pub async fn move_to(services: &Services, call: Uuid, id: Uuid, to: Move, by: Uuid) -> Result<(), Failure> {
    alter(services, call, id, by, Act::CodeMoved, move |codes, state| {
        let place = moved(&codes.pairs(), id, to).ok_or(Failure::Refused("error-code-under-itself"))?;
        Ok(CodeState { place, ..state })
    })
    .await
}

/// Takes a code out of use. Its codings stay, and so do the codes under it.
pub async fn retire(services: &Services, call: Uuid, id: Uuid, by: Uuid) -> Result<(), Failure> {
    let now = services.clock.now();
    alter(services, call, id, by, Act::CodeRetired, move |_, state| {
        let standing = match state.standing {
            Standing::Current => Standing::Retired(now),
            Standing::Retired(_) => state.standing,
        };
        Ok(CodeState { standing, ..state })
    })
    .await
}

/// Takes a retired code back into use.
pub async fn restore(services: &Services, call: Uuid, id: Uuid, by: Uuid) -> Result<(), Failure> {
    alter(services, call, id, by, Act::CodeRestored, |_, state| {
        Ok(CodeState { standing: Standing::Current, ..state })
    })
    .await
}

fn with_details(place: Place, details: CodeDetails, standing: Standing) -> CodeState {
    CodeState {
        place,
        name: details.name,
        definition: details.definition,
        include: details.include,
        exclude: details.exclude,
        example: details.example,
        colour: details.colour,
        standing,
    }
}

/// One act on one code. An act that changes nothing is not one.
async fn alter(
    services: &Services,
    call: Uuid,
    id: Uuid,
    by: Uuid,
    act: Act,
    change: impl FnOnce(&Codes, CodeState) -> Result<CodeState, Failure> + Send + 'static,
) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                log::lock(txn, call).await?;
                let codes = Codes::read(txn, call).await?;
                let state = codes.state(id)?;
                let wished = change(&codes, state.clone())?;
                let (before, after) = state.difference(&wished)?;
                if after.is_empty() {
                    return Ok(());
                }
                codes.save(txn, id, wished).await?;
                let (was, is) = (json(&before)?, json(&after)?);
                let event = NewEvent {
                    act,
                    actor: by,
                    subject: id,
                    response: None,
                    before: was,
                    after: is,
                    return_to: None,
                };
                log::record(txn, &recorder.clock, call, event).await?;
                note(txn, &recorder.clock, call, &before, &after).await?;
                if let Some(act) = recorded(act) {
                    recorder.record(txn, entry(act, call, id)).await?;
                }
                Ok(())
            })
        })
        .await
}

/// An act on a code by the name under which the audit has it.
const fn recorded(act: Act) -> Option<Recorded> {
    match act {
        Act::CodeAdded => Some(Recorded::CodeAdded),
        Act::CodeChanged => Some(Recorded::CodeChanged),
        Act::CodeMoved => Some(Recorded::CodeMoved),
        Act::CodeRetired => Some(Recorded::CodeRetired),
        Act::CodeRestored => Some(Recorded::CodeRestored),
        _ => None,
    }
}

/// An act on a code on its way into the audit.
pub(in crate::review) fn entry(act: Recorded, call: Uuid, code: Uuid) -> Entry {
    Entry::new(act, Scope::Call(call), Subject::Code, code)
}

/// Tells search, where what a theme is called or what stands under it is now otherwise.
pub(super) async fn note(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    call: Uuid,
    before: &Parts,
    after: &Parts,
) -> Result<(), Failure> {
    let parent = |parts: &Parts| parts.get("place").and_then(|place| place.get("parent").cloned());
    if after.contains_key("name") || after.contains_key("standing") || parent(before) != parent(after) {
        outbox::note(txn, outbox::CODEBOOK, call, clock.now()).await?;
    }
    Ok(())
}
