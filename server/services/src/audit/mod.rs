//! The audit: who did what, when, to what; only ever added to, and each row chained to the one before.
//!
//! An act is recorded in the transaction that does it, so that neither is there without the other:
//!
//! ```ignore
//! let recorder = services.recorder();
//! services.db.write(move |txn| Box::pin(async move {
//!     // … the change itself, and then, last:
//!     recorder.record(txn, Entry::of_call(Act::CallClosed, &call)).await?;
//!     Ok(())
//! })).await
//! ```
//!
//! What a row holds, how it is hashed and what the chain can and cannot show is in [`chain`] and in
//! `docs/decisions/0007-the-audit-is-a-chain.md`.

pub mod chain;
mod check;
mod entry;
mod read;

use domain::audit::By;
use domain::people::Actor;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, QuerySelect};

use crate::store::entities::{audit, audit_head};
use crate::{Clock, Db, StoreError};

pub use check::{Head, Report, check, head};
pub use entry::Entry;
pub use read::{PAGE, Page, Place, Recorded, export, page, part};

/// The key of the one row of the head.
const HEAD: i32 = 1;

/// Notes acts for someone.
#[derive(Clone)]
pub struct Recorder {
    pub by: Actor,
    pub clock: Clock,
    /// Who asked for what is done now, where it took two people.
    asked_by: Option<uuid::Uuid>,
}

impl Recorder {
    /// One that notes what `by` does.
    pub const fn new(by: Actor, clock: Clock) -> Self {
        Self { by, clock, asked_by: None }
    }

    /// The same for someone else: whoever signs in was nobody a moment before.
    #[must_use]
    pub fn for_person(&self, id: uuid::Uuid) -> Self {
        let by = Actor::Person { id, grants: Vec::new(), memberships: Vec::new() };
        Self { by, clock: self.clock.clone(), asked_by: None }
    }

    /// The same for an act that this person asked for: what is recorded then names both.
    #[must_use]
    pub fn asked_for_by(&self, id: uuid::Uuid) -> Self {
        Self { asked_by: Some(id), ..self.clone() }
    }

    /// Records an act that changes nothing else, such as reading or taking out, in a transaction of its own.
    pub async fn record_alone(&self, db: &Db, entry: Entry) -> Result<i64, StoreError> {
        let recorder = self.clone();
        db.write(move |txn| Box::pin(async move { recorder.record(txn, entry).await })).await
    }

    /// Records an act, as [`record`] does.
    pub async fn record(&self, txn: &impl ConnectionTrait, entry: Entry) -> Result<i64, StoreError> {
        let entry = match self.asked_by {
            Some(asker) => entry.with("asked-by", asker.to_string()),
            None => entry,
        };
        record(txn, &self.clock, &self.by, entry).await
    }
}

/// Records an act in the transaction that does it, and gives its number. Call it last: until the transaction ends, every
/// other act that is to be recorded waits, so whoever holds this and then waits for a row could wait for ever.
pub async fn record(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    by: &Actor,
    entry: Entry,
) -> Result<i64, StoreError> {
    let head = audit_head::Entity::find_by_id(HEAD).lock_exclusive().one(txn).await?;
    let head = head.ok_or_else(|| StoreError::corrupt("the head of the audit", "nothing"))?;
    let (scope, scope_id) = entry.scope.columns();
    let mut row = audit::Model {
        sequence: head.sequence + 1,
        at: clock.now(),
        actor: By::of(by).to_string(),
        actor_id: by.person(),
        act: entry.act.to_string(),
        scope: scope.to_owned(),
        scope_id,
        subject: entry.subject.to_string(),
        subject_id: entry.subject_id,
        details: serde_json::Value::Object(entry.details).to_string(),
        previous: head.hash,
        hash: String::new(),
    };
    row.hash = chain::hash(&row);
    let (sequence, hash) = (row.sequence, row.hash.clone());
    let row = audit::ActiveModel::from(row).reset_all();
    audit::Entity::insert(row).exec_without_returning(txn).await?;
    audit_head::ActiveModel { id: Set(HEAD), sequence: Set(sequence), hash: Set(hash) }.update(txn).await?;
    Ok(sequence)
}
