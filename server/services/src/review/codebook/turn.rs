//! Taking back acts on the codebook, and doing them again.

use domain::review::{Act, may_stand_under};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter,
};

use super::edit::note;
use super::snapshot::{CodeState, Codes, Parts};
use crate::review::log::{self, parsed};
use crate::review::undo::Way;
use crate::store::entities::{code, coding, review_event};
use crate::{Clock, Failure};

const CHANGED: Failure = Failure::Refused("error-undo-changed-since");

/// Takes back an act on a code, or does it again. `later` are the standing acts on the same code since.
pub(in crate::review) async fn turn(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    event: &review_event::Model,
    way: Way,
    later: &[review_event::Model],
) -> Result<(), Failure> {
    let codes = Codes::read(txn, event.call_id).await?;
    if event.kind == Act::CodeAdded.as_str() {
        return match way {
            Way::Back => take_out(txn, clock, &codes, event, later).await,
            Way::Again => bring_back(txn, &codes, event).await,
        };
    }
    let (before, after): (Parts, Parts) = (parsed(&event.before)?, parsed(&event.after)?);
    let (from, to) = match way {
        Way::Back => (after, before),
        Way::Again => (before, after),
    };
    for other in later {
        let touched: Parts = parsed(&other.after)?;
        if touched.keys().any(|part| to.contains_key(part)) {
            return Err(CHANGED);
        }
    }
    let wished = codes.state(event.subject_id).map_err(|_| CHANGED)?.with(&to)?;
    if !may_stand_under(&codes.pairs(), event.subject_id, wished.place.parent) {
        return Err(Failure::Refused("error-undo-code-place"));
    }
    codes.save(txn, event.subject_id, wished).await?;
    note(txn, clock, event.call_id, &from, &to).await
}

/// Takes back the adding of a code: possible as long as nothing that stands was built on it, not even an act whose
/// effect is gone again, because that could then no longer be undone.
async fn take_out(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    codes: &Codes,
    event: &review_event::Model,
    later: &[review_event::Model],
) -> Result<(), Failure> {
    let id = event.subject_id;
    if !later.is_empty() {
        return Err(CHANGED);
    }
    let held = codes.get(id).map_err(|_| CHANGED)?;
    let parent = codes.rows.iter().any(|row| row.parent_id == Some(id));
    let codings = coding::Entity::find()
        .filter(coding::Column::CodeId.eq(id))
        .filter(coding::Column::RemovedAt.is_null());
    if parent || codings.count(txn).await? > 0 || log::since_names(txn, event, id).await? {
        return Err(Failure::Refused("error-undo-code-used"));
    }
    let mut row = held.clone().into_active_model();
    row.removed_at = Set(Some(clock.now()));
    row.update(txn).await?;
    Ok(())
}

/// Adds a code again that was taken out, as it was. Nobody can have touched it meanwhile, but the code it stood under
/// can be gone.
async fn bring_back(
    txn: &impl ConnectionTrait,
    codes: &Codes,
    event: &review_event::Model,
) -> Result<(), Failure> {
    let id = event.subject_id;
    let gone = code::Entity::find_by_id(id).filter(code::Column::RemovedAt.is_not_null());
    let gone = gone.one(txn).await?.ok_or(CHANGED)?;
    let state: CodeState = parsed(&event.after)?;
    if !may_stand_under(&codes.pairs(), id, state.place.parent) {
        return Err(Failure::Refused("error-undo-code-place"));
    }
    let mut row = gone.into_active_model();
    row.removed_at = Set(None);
    row.update(txn).await?;
    Codes::read(txn, event.call_id).await?.save(txn, id, state).await
}
