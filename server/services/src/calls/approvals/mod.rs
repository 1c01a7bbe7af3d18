//! Calls that two people run: an act that can hardly be taken back is asked for by one and done when another agrees.
//!
//! [`put`] is the only way to such an act from outside this package: it does the act, or writes down that somebody asks
//! for it, as `domain::calls::AskedAct::needs_two` says, with the call held. [`decide`] does it in the transaction that
//! records the consent. See `docs/decisions/0017-two-people-see-the-same-thing.md`.

mod ask;
mod decide;
mod doing;
mod letters;
mod read;
mod who;

use domain::audit::Act;
use domain::calls::AskedAct;
use domain::forms::Problem;
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Call;
use crate::audit::Entry;
use crate::store::entities::{approval, call};
use crate::{Failure, StoreError};

pub use ask::{put, require_two};
pub use decide::{decide, withdraw};
pub use read::{Approval, Part, of_call, one, waiting};
pub use who::others_who_may;

/// What became of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It is done.
    Now,
    /// Somebody else must agree first; this is what waits.
    Asked(Uuid),
}

/// The version under which acts are stored.
const VERSION: u32 = 1;

/// An act as it is stored.
#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    act: AskedAct,
}

fn stored(act: AskedAct) -> Result<String, Failure> {
    let stored = Stored { version: VERSION, act };
    serde_json::to_string(&stored).map_err(|error| Failure::File(error.to_string()))
}

/// The act of a row. One of a version that this program does not know is never done.
fn act_of(row: &approval::Model) -> Result<AskedAct, StoreError> {
    let stored: Option<Stored> = serde_json::from_str(&row.act).ok();
    let stored = stored.filter(|stored| stored.version == VERSION);
    Ok(stored.ok_or_else(|| StoreError::corrupt("an act that was asked for", &row.act))?.act)
}

/// The call, held for this transaction: of acts that may take two people, those of one call come one after another.
async fn held(txn: &impl ConnectionTrait, id: Uuid, act: &AskedAct) -> Result<Call, Failure> {
    // Responses that are coming in point at the call, and wait only for what is done to the call itself.
    let on_outcomes =
        !matches!(act, AskedAct::OnCall { .. } | AskedAct::ChangeTimes { .. } | AskedAct::OnePerson);
    let lock = if on_outcomes { LockType::NoKeyUpdate } else { LockType::Update };
    let row = call::Entity::find_by_id(id).lock(lock).one(txn).await?;
    Ok(row.ok_or(Failure::NotFound("call"))?.try_into()?)
}

/// Something about an act that was asked for, on its way into the audit.
fn entry(what: Act, call: &Call, act: &AskedAct) -> Entry {
    let entry = Entry::of_call(what, call).with("asked", act.kind().as_str());
    match act {
        AskedAct::OnCall { .. } | AskedAct::OnePerson => entry,
        AskedAct::ChangeTimes { after, .. } => {
            entry.with("opens", after.opens.to_rfc3339()).with("closes", after.closes.to_rfc3339())
        }
        AskedAct::PublishFinding { number, .. } => entry.with("number", *number),
        AskedAct::PublishRecommendation { title, .. }
        | AskedAct::AddReply { title, .. }
        | AskedAct::AddProgress { title, .. } => entry.with("of", title.as_str()),
    }
}

/// Fails at this field where something that the public reads would be changed, and the call takes two people: it is withdrawn
/// first, and published anew by both.
pub(crate) async fn not_alone(
    txn: &impl ConnectionTrait,
    call: Uuid,
    public: bool,
    field: &'static str,
) -> Result<(), Failure> {
    let takes_two = call::Entity::find_by_id(call).filter(call::Column::TwoPeople.eq(true));
    if public && takes_two.one(txn).await?.is_some() {
        return Err(Problem::new(field, "error-approval-withdraw-first").into());
    }
    Ok(())
}
