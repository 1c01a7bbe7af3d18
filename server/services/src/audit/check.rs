//! Whether the audit is whole, as it lies in the database.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseBackend, EntityTrait, IsolationLevel, QueryFilter, QueryOrder,
    QuerySelect, TransactionTrait,
};
use serde::Serialize;

use super::HEAD;
use super::chain::{Fault, NOTHING, Walk};
use crate::store::entities::{audit, audit_head};
use crate::{Failure, Services, StoreError};

/// How many rows are read at once.
const PART: u64 = 1000;

/// How many acts are on record, and the hash of the last. Whoever notes it elsewhere can later be sure that what was on
/// record then has not been written anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    pub sequence: i64,
    pub hash: String,
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.sequence, self.hash)
    }
}

impl std::str::FromStr for Head {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.trim().split_once(':');
        let parts = parts.filter(|(_, hash)| hash.len() == NOTHING.len());
        let head = parts.and_then(|(sequence, hash)| Some((sequence.parse().ok()?, hash.to_lowercase())));
        let (sequence, hash) =
            head.ok_or("a head is a number, a colon and 64 hexadecimal digits".to_owned())?;
        Ok(Self { sequence, hash })
    }
}

/// What a check has found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// How many rows were read.
    pub rows: u64,
    pub head: Option<Head>,
    /// Everything that is wrong; nothing where the audit is whole.
    pub faults: Vec<Fault>,
}

/// The head as it stands.
pub async fn head(services: &Services) -> Result<Option<Head>, Failure> {
    Ok(head_of(services.db.read()).await?)
}

async fn head_of(read: &impl ConnectionTrait) -> Result<Option<Head>, StoreError> {
    let row = audit_head::Entity::find_by_id(HEAD).one(read).await?;
    Ok(row.map(|row| Head { sequence: row.sequence, hash: row.hash }))
}

/// Reads the whole audit, as it is at one moment, and names every row that was removed, changed, moved or put in.
/// `noted` are heads that were noted elsewhere before: the audit must still be the one they were of.
pub async fn check(services: &Services, noted: &[Head]) -> Result<Report, Failure> {
    // Acts may be recorded meanwhile. SQLite reads one moment in any transaction; PostgreSQL has to be told.
    let level =
        (services.db.backend() == DatabaseBackend::Postgres).then_some(IsolationLevel::RepeatableRead);
    let txn = services.db.read().begin_with_config(level, None).await?;
    let head = head_of(&txn).await?;
    let mut numbers = numbers_before(&txn, i64::MAX).await?;
    let mut walk = match &head {
        Some(head) => Walk::from(head.sequence, head.hash.clone()),
        None => Walk::without_head(numbers.first().copied().unwrap_or(0)),
    };
    let (mut rows, mut before) = (0, i64::MAX);
    while let Some(last) = numbers.last().copied() {
        rows += numbers.len() as u64;
        match rows_between(&txn, last, before).await {
            Ok(part) => part.into_iter().for_each(|row| walk.take(row)),
            Err(_) => one_by_one(&txn, &numbers, &mut walk).await,
        }
        before = last;
        numbers = numbers_before(&txn, before).await?;
    }
    let mut faults = walk.faults();
    for noted in noted.iter().filter(|noted| noted.sequence > 0) {
        let row = audit::Entity::find_by_id(noted.sequence).one(&txn).await.ok().flatten();
        if row.is_none_or(|row| row.hash != noted.hash) {
            faults.push(Fault::Noted { row: noted.sequence });
        }
    }
    txn.rollback().await?;
    Ok(Report { rows, head, faults })
}

async fn numbers_before(read: &impl ConnectionTrait, before: i64) -> Result<Vec<i64>, StoreError> {
    let numbers = audit::Entity::find()
        .select_only()
        .column(audit::Column::Sequence)
        .filter(audit::Column::Sequence.lt(before))
        .order_by_desc(audit::Column::Sequence)
        .limit(PART);
    Ok(numbers.into_tuple().all(read).await?)
}

async fn rows_between(
    read: &impl ConnectionTrait,
    from: i64,
    before: i64,
) -> Result<Vec<audit::Model>, StoreError> {
    let rows = audit::Entity::find()
        .filter(audit::Column::Sequence.gte(from))
        .filter(audit::Column::Sequence.lt(before))
        .order_by_desc(audit::Column::Sequence);
    Ok(rows.all(read).await?)
}

/// SQLite lets anything be written into any column, so a row that was tampered with may not even be readable.
async fn one_by_one(read: &impl ConnectionTrait, numbers: &[i64], walk: &mut Walk) {
    for number in numbers {
        match audit::Entity::find_by_id(*number).one(read).await {
            Ok(Some(row)) => walk.take(row),
            _ => walk.take_unreadable(*number),
        }
    }
}
