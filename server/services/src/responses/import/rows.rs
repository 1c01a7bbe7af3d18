//! The rows of a file that is brought in: what each is, how many there are of which sort, and how far the file is.

use std::collections::HashSet;

use domain::responses::columns::{ImportState, RowState};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

use super::batch::parsed;
use super::{Map, Ready, Table};
use crate::store::entities::{import_batch, import_row, response};
use crate::{Failure, StoreError};

/// How many rows are seen to in a turn.
const TOGETHER: u64 = 200;

/// What a row is.
pub enum Judged {
    Good(Box<Ready>),
    There,
    Skipped,
    Bad(String, String),
}

impl Judged {
    /// What the row is known by, where it can be taken.
    pub fn key(&self) -> Option<String> {
        match self {
            Self::Good(ready) => Some(ready.submission.key.clone()),
            _ => None,
        }
    }

    /// The state that the row has then.
    pub const fn state(&self) -> RowState {
        match self {
            Self::Good(_) => RowState::Good,
            Self::There => RowState::There,
            Self::Skipped => RowState::Skipped,
            Self::Bad(..) => RowState::Bad,
        }
    }

    /// The same, knowing which rows are there already and which came earlier in the file.
    pub fn settled(self, there: &HashSet<String>, before: &mut HashSet<String>, id: Option<&str>) -> Self {
        let Some(key) = self.key() else { return self };
        if there.contains(&key) {
            return Self::There;
        }
        if before.insert(key) {
            return self;
        }
        Self::Bad(id.unwrap_or_default().to_owned(), "the same row is in the file twice".to_owned())
    }

    /// Writes it down.
    pub async fn write(self, txn: &DatabaseTransaction, row: import_row::Model) -> Result<(), Failure> {
        let mut row = row.into_active_model();
        row.state = Set(self.state().to_string());
        row.key = Set(self.key().unwrap_or_default());
        let (column, reason) = match self {
            Self::Bad(column, reason) => (column, reason),
            _ => (String::new(), String::new()),
        };
        row.wrong_column = Set(column);
        row.reason = Set(reason);
        row.update(txn).await?;
        Ok(())
    }
}

/// How many rows there are of which sort.
pub struct Tally {
    pub seen: i32,
    pub good: i32,
    pub bad: i32,
    pub there: i32,
    pub skipped: i32,
    pub imported: i32,
}

impl Tally {
    /// As it is written down.
    pub const fn of(batch: &import_batch::Model) -> Self {
        let import_batch::Model { seen, good, bad, there, skipped, imported, .. } = batch;
        Self { seen: *seen, good: *good, bad: *bad, there: *there, skipped: *skipped, imported: *imported }
    }

    /// One more of this sort.
    pub const fn add(&mut self, state: RowState) {
        match state {
            RowState::New => {}
            RowState::Good => self.good += 1,
            RowState::Bad => self.bad += 1,
            RowState::There => self.there += 1,
            RowState::Skipped => self.skipped += 1,
        }
    }
}

/// The next rows of a file, in this state or in any.
pub async fn next(
    txn: &DatabaseTransaction,
    batch: &import_batch::Model,
    state: Option<RowState>,
) -> Result<Vec<import_row::Model>, Failure> {
    let rows = import_row::Entity::find()
        .filter(import_row::Column::BatchId.eq(batch.id))
        .filter(import_row::Column::Number.gt(batch.seen));
    let rows = match state {
        Some(state) => rows.filter(import_row::Column::State.eq(state.as_str())),
        None => rows,
    };
    Ok(rows.order_by_asc(import_row::Column::Number).limit(TOGETHER).all(txn).await?)
}

/// Which of these keys belong to responses.
pub async fn keys_there(txn: &impl ConnectionTrait, keys: &[String]) -> Result<HashSet<String>, Failure> {
    let held = response::Entity::find().filter(response::Column::IdempotencyKey.is_in(keys.iter().cloned()));
    Ok(held.all(txn).await?.into_iter().map(|row| row.idempotency_key).collect())
}

/// Which of these keys have stood in the file before this row.
pub async fn keys_before(
    txn: &impl ConnectionTrait,
    batch: &import_batch::Model,
    number: i32,
    keys: &[String],
) -> Result<HashSet<String>, Failure> {
    let held = import_row::Entity::find()
        .filter(import_row::Column::BatchId.eq(batch.id))
        .filter(import_row::Column::Number.lt(number))
        .filter(import_row::Column::Key.is_in(keys.iter().cloned()));
    Ok(held.all(txn).await?.into_iter().map(|row| row.key).collect())
}

/// The map of a file.
pub fn map_of(batch: &import_batch::Model) -> Result<Map, Failure> {
    Ok(parsed(batch.map.as_deref().unwrap_or_default())?)
}

/// The columns of a file, without its rows.
pub fn heading_of(batch: &import_batch::Model) -> Result<Table, Failure> {
    let heading = serde_json::from_str(&batch.heading);
    let heading =
        heading.map_err(|_| StoreError::corrupt("the heading of an import", batch.id.to_string()))?;
    Ok(Table { heading, rows: Vec::new() })
}

/// Writes down how far a file is.
pub async fn settle(
    txn: &DatabaseTransaction,
    batch: import_batch::Model,
    counted: Tally,
    state: ImportState,
) -> Result<(), Failure> {
    let mut row = batch.into_active_model();
    row.state = Set(state.to_string());
    row.seen = Set(counted.seen);
    row.good = Set(counted.good);
    row.bad = Set(counted.bad);
    row.there = Set(counted.there);
    row.skipped = Set(counted.skipped);
    row.imported = Set(counted.imported);
    row.update(txn).await?;
    Ok(())
}
