//! What a commit of the index says about itself: how far it has followed the outbox, and of which database.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use tantivy::TantivyError;
use uuid::Uuid;

use super::schema::FORMAT;
use crate::StoreError;
use crate::store::entities::{outbox, response};

/// A call whose responses are being read again, because its codebook changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sweep {
    pub call: Uuid,
    /// The last response that was read again.
    pub after: Option<Uuid>,
}

/// A row of the outbox, by which a database is known again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    seq: i64,
    subject: Option<Uuid>,
    at: i64,
}

/// Where a commit stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bookmark {
    pub format: u32,
    /// Everything up to this number of the outbox is in the index; from here a restart reads on.
    pub position: i64,
    /// The highest number that was read; between the two some may still be missing.
    pub highest: i64,
    /// The last row up to the position.
    pub mark: Option<Mark>,
    pub sweeps: Vec<Sweep>,
    pub indexed_at: DateTime<Utc>,
}

impl Bookmark {
    /// The bookmark of the newest commit of an index.
    pub fn read(index: &tantivy::Index) -> tantivy::Result<Self> {
        let text = index.load_metas()?.payload.unwrap_or_default();
        let unreadable = |_| TantivyError::SchemaError("the index has no bookmark".to_owned());
        let bookmark: Self = serde_json::from_str(&text).map_err(unreadable)?;
        if bookmark.format == FORMAT {
            Ok(bookmark)
        } else {
            Err(TantivyError::SchemaError("the index is of another version".to_owned()))
        }
    }

    /// Whether it was written beside this database. It was not where a database was put back from a copy, or
    /// exchanged: then what the index holds and what the outbox tells have nothing to do with each other.
    pub async fn belongs_to(&self, read: &impl ConnectionTrait) -> Result<bool, StoreError> {
        Ok(mark(read, self.position).await? == self.mark)
    }

    /// How many changes wait to be indexed.
    pub async fn behind(&self, read: &impl ConnectionTrait) -> Result<u64, StoreError> {
        let waiting = outbox::Entity::find().filter(outbox::Column::Seq.gt(self.highest));
        let mut behind = waiting.count(read).await?;
        for sweep in &self.sweeps {
            let mut rest = response::Entity::find().filter(response::Column::CallId.eq(sweep.call));
            if let Some(after) = sweep.after {
                rest = rest.filter(response::Column::Id.gt(after));
            }
            behind += rest.count(read).await?;
        }
        Ok(behind)
    }
}

/// The last row of the outbox up to this number.
pub async fn mark(read: &impl ConnectionTrait, position: i64) -> Result<Option<Mark>, StoreError> {
    let row = outbox::Entity::find()
        .filter(outbox::Column::Seq.lte(position))
        .order_by_desc(outbox::Column::Seq)
        .one(read)
        .await?;
    Ok(row.map(|row| Mark { seq: row.seq, subject: row.subject_id, at: row.at.timestamp_micros() }))
}
