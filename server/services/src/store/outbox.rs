//! The outbox: what changed, in order, for those who follow (`design.md` §4.2).

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::StoreResult;
use super::entities::outbox;

/// A response came in, or its codes changed.
pub const RESPONSE: &str = "response";
/// A codebook changed, so every response of its call may be found under other themes.
pub const CODEBOOK: &str = "codebook";

/// Notes a change, in the transaction that makes it.
pub async fn note(
    txn: &impl ConnectionTrait,
    kind: &str,
    subject: Uuid,
    at: DateTime<Utc>,
) -> StoreResult<()> {
    note_all(txn, kind, &[subject], at).await
}

/// Notes the same change of many subjects at once.
pub async fn note_all(
    txn: &impl ConnectionTrait,
    kind: &str,
    subjects: &[Uuid],
    at: DateTime<Utc>,
) -> StoreResult<()> {
    for part in subjects.chunks(1000) {
        let rows = part.iter().map(|subject| outbox::ActiveModel {
            kind: Set(kind.to_owned()),
            subject_id: Set(Some(*subject)),
            at: Set(at),
            ..Default::default()
        });
        outbox::Entity::insert_many(rows).exec_without_returning(txn).await?;
    }
    Ok(())
}

/// The changes after this sequence number, oldest first, at most `most` of them.
pub async fn after(read: &impl ConnectionTrait, seq: i64, most: u64) -> StoreResult<Vec<outbox::Model>> {
    use sea_orm::ColumnTrait;
    let rows = outbox::Entity::find()
        .filter(outbox::Column::Seq.gt(seq))
        .order_by_asc(outbox::Column::Seq)
        .limit(most);
    Ok(rows.all(read).await?)
}

/// The newest sequence number; 0 where nothing ever changed.
pub async fn newest(read: &impl ConnectionTrait) -> StoreResult<i64> {
    let row = outbox::Entity::find().order_by_desc(outbox::Column::Seq).one(read).await?;
    Ok(row.map_or(0, |row| row.seq))
}
