//! Reading the outbox on from where the index stands.

use std::collections::HashSet;
use std::time::Instant;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseBackend, EntityTrait, FromQueryResult, QueryFilter,
    Statement,
};
use uuid::Uuid;

use super::progress::{Progress, Running};
use crate::StoreError;
use crate::store::entities::outbox as rows;
use crate::store::{Db, outbox};

/// How many rows are read at a time.
pub const MOST: u64 = 1000;

/// How many gaps are asked for at a time: they share one statement.
const GAPS: usize = 100;

/// What a read of the outbox brought.
#[derive(Debug, Default)]
pub struct Changes {
    pub responses: Vec<Uuid>,
    /// Calls of which every response may be found under other codes.
    pub calls: Vec<Uuid>,
    /// How many rows it was.
    pub read: usize,
}

/// Reads what is new, and what has appeared in the gaps.
pub async fn next(db: &Db, progress: &mut Progress) -> Result<Changes, StoreError> {
    let mut changes = Changes::default();
    let mut seen = HashSet::new();
    let mut note = |row: rows::Model, progress: &mut Progress| {
        progress.saw(row.seq, Instant::now());
        changes.read += 1;
        let Some(subject) = row.subject_id.filter(|subject| seen.insert(*subject)) else { return };
        match row.kind.as_str() {
            outbox::RESPONSE => changes.responses.push(subject),
            outbox::CODEBOOK => changes.calls.push(subject),
            _ => {}
        }
    };
    if progress.gaps().next().is_some() {
        let running = running(db).await?;
        for row in in_gaps(db, progress).await? {
            note(row, progress);
        }
        progress.give_up(running, Instant::now());
    }
    for row in outbox::after(db.read(), progress.highest(), MOST).await? {
        note(row, progress);
    }
    Ok(changes)
}

async fn in_gaps(db: &Db, progress: &Progress) -> Result<Vec<rows::Model>, StoreError> {
    let gaps: Vec<(i64, i64)> = progress.gaps().collect();
    let mut found = Vec::new();
    for part in gaps.chunks(GAPS) {
        let any = part
            .iter()
            .fold(Condition::any(), |any, (from, to)| any.add(rows::Column::Seq.between(*from, *to)));
        found.extend(rows::Entity::find().filter(any).all(db.read()).await?);
    }
    Ok(found)
}

/// The progress of one who begins now: everything that can be seen has been read, and what cannot be seen yet is
/// waited for.
pub async fn from_now(db: &Db) -> Result<Progress, StoreError> {
    let highest = outbox::newest(db.read()).await?;
    if db.backend() != DatabaseBackend::Postgres {
        return Ok(Progress::up_to(highest));
    }
    let missing = Statement::from_sql_and_values(
        DatabaseBackend::Postgres,
        "SELECT before + 1 AS first, seq - 1 AS last FROM \
         (SELECT seq, lag(seq, 1, 0::bigint) OVER (ORDER BY seq) AS before FROM outbox WHERE seq <= $1) AS pairs \
         WHERE seq > before + 1 ORDER BY seq",
        [highest.into()],
    );
    let gaps = Missing::find_by_statement(missing).all(db.read()).await?;
    Ok(Progress::with_gaps(highest, gaps.into_iter().map(|gap| (gap.first, gap.last)), Instant::now()))
}

#[derive(FromQueryResult)]
struct Missing {
    first: i64,
    last: i64,
}

/// Which transactions run now; nothing on a database where rows appear in the order of their numbers.
async fn running(db: &Db) -> Result<Option<Running>, StoreError> {
    if db.backend() != DatabaseBackend::Postgres {
        return Ok(None);
    }
    let now = Statement::from_string(
        DatabaseBackend::Postgres,
        "SELECT pg_snapshot_xmin(now)::text::bigint AS oldest, pg_snapshot_xmax(now)::text::bigint AS next \
         FROM pg_current_snapshot() AS now",
    );
    let row = db.read().query_one_raw(now).await?;
    let row = row.ok_or_else(|| StoreError::corrupt("the running transactions", "nothing"))?;
    Ok(Some(Running { oldest: row.try_get("", "oldest")?, next: row.try_get("", "next")? }))
}
