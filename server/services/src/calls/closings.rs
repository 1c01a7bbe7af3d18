//! How the closing time of a call has moved since people were told of it, and who hears of that.

use chrono::{DateTime, Utc};
use domain::mail::{Fill, LetterKind, Value};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::Call;
use crate::audit::Recorder;
use crate::mail::{self, Letter, Recipient};
use crate::responses::{by_letter, kept};
use crate::store::entities::closing_change;
use crate::{Failure, StoreError};

/// One move of a closing time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    pub changed_at: DateTime<Utc>,
    pub before: DateTime<Utc>,
    pub after: DateTime<Utc>,
    /// Why, in the words of the team; empty where the call was closed at once.
    pub reason: String,
}

/// Every move, the first first.
pub(super) async fn of(read: &impl ConnectionTrait, call: Uuid) -> Result<Vec<Closing>, StoreError> {
    let rows = closing_change::Entity::find()
        .filter(closing_change::Column::CallId.eq(call))
        .order_by_asc(closing_change::Column::ChangedAt)
        .order_by_asc(closing_change::Column::Id)
        .all(read)
        .await?;
    let one = |row: closing_change::Model| Closing {
        changed_at: row.changed_at,
        before: row.before,
        after: row.after,
        reason: row.reason,
    };
    Ok(rows.into_iter().map(one).collect())
}

/// Notes a move with its act, and tells whoever keeps a draft of the call in their account. `call` is as it is then.
pub(super) async fn note(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    call: &Call,
    before: DateTime<Utc>,
    reason: &str,
) -> Result<(), Failure> {
    let Some(after) = call.times.closes else { return Ok(()) };
    let id = recorder.clock.id();
    let row = closing_change::ActiveModel {
        id: Set(id),
        call_id: Set(call.id),
        changed_at: Set(recorder.clock.now()),
        before: Set(before),
        after: Set(after),
        reason: Set(reason.to_owned()),
    };
    closing_change::Entity::insert(row).exec_without_returning(txn).await?;
    by_letter::plan_anew(txn, call, recorder.clock.now()).await?;
    for (person, language) in kept::writers(txn, call.id).await? {
        let fill = Fill::new()
            .with("title", Value::Words(call.title_in(language).to_owned()))
            .with("before", Value::When(before))
            .with("until", Value::When(after))
            .with("reason", Value::Words(reason.to_owned()))
            .with("link", Value::Page("/account".to_owned()));
        let key = format!("closing:{id}:{}", person.id);
        let to = Recipient { address: person.email, name: person.name };
        let kind = LetterKind::ClosingMoved;
        mail::post(txn, &recorder.clock, Letter { kind, stream: None, to, language, fill, key }).await?;
    }
    Ok(())
}
