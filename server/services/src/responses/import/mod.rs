//! Bringing responses in from a file of another program, row by row.
//!
//! A [`Map`] says which column is what. Every row is checked before anything is written: a row that cannot be taken is
//! named with its reason and left out, the others go in, each whole. A row that is there already is counted and left
//! as it is, so that importing a file twice adds nothing.
//!
//! At the command line a file is brought in by [`import`]. In the browser it is a [`batch`], which a [`worker`] checks and brings in
//! by the same rules, some rows at a time.

pub mod batch;
mod codes;
mod map;
mod row;
mod rows;
mod table;
pub mod worker;

use std::collections::HashSet;

use domain::audit::Act;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::submit::{self, Submission};
use crate::audit::Entry;
use crate::calls::{Call, by_slug, questionnaire};
use crate::people::organisations;
use crate::store::entities::{answer, response};
use crate::{Failure, Services};

pub use map::Map;
pub use table::{Table, TableRow, of_csv, of_sheet, read};

/// How many rows share a transaction. Each row is whole in any case.
const TOGETHER: usize = 500;

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Report {
    /// Rows in the file, the heading not counted.
    pub rows: usize,
    pub imported: usize,
    /// Rows that an earlier import has brought in.
    pub already_there: usize,
    /// Rows that the map says to skip.
    pub skipped: usize,
    pub bad: Vec<BadRow>,
}

/// A row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct BadRow {
    /// The line of the file on which it begins, as a text editor counts them; in a workbook the row of the sheet.
    pub line: u64,
    pub column: String,
    pub reason: String,
}

/// A row that can be taken.
struct Ready {
    submission: Submission,
    codes: Vec<String>,
}

/// Imports a table into a call; with `dry_run` it says what it would do and writes nothing. `coder` is who the codes of
/// the file are put down to.
pub async fn import(
    services: &Services,
    slug: &str,
    map: &Map,
    table: &Table,
    coder: Option<Uuid>,
    dry_run: bool,
) -> Result<Report, Failure> {
    let call = by_slug(services, slug).await?;
    let form = questionnaire(services.db.read(), call.id).await?;
    let systems = organisations::systems(services).await?;
    let columns = row::Columns::find(map, table, &form)?;
    let mut report = Report { rows: table.rows.len(), ..Report::default() };
    let mut ready: Vec<Ready> = Vec::new();
    let mut keys = HashSet::new();
    for given in &table.rows {
        match columns.take(given, call.id, &systems, services.clock.now()) {
            Ok(None) => report.skipped += 1,
            Ok(Some(taken)) if keys.insert(taken.submission.key.clone()) => ready.push(taken),
            Ok(Some(_)) => report.bad.push(BadRow {
                line: given.line,
                column: map.id.clone().unwrap_or_default(),
                reason: "the same row is in the file twice".to_owned(),
            }),
            Err((column, reason)) => report.bad.push(BadRow { line: given.line, column, reason }),
        }
    }
    let there = there(services, ready.iter().map(|row| row.submission.key.clone()).collect()).await?;
    report.already_there = ready.iter().filter(|row| there.contains(&row.submission.key)).count();
    ready.retain(|row| !there.contains(&row.submission.key));
    report.imported = ready.len();
    if !dry_run {
        write(services, &call, ready, coder).await?;
    }
    Ok(report)
}

async fn there(services: &Services, keys: Vec<String>) -> Result<HashSet<String>, Failure> {
    let mut found = HashSet::new();
    for part in keys.chunks(1000) {
        let held =
            response::Entity::find().filter(response::Column::IdempotencyKey.is_in(part.iter().cloned()));
        found.extend(held.all(services.db.read()).await?.into_iter().map(|row| row.idempotency_key));
    }
    Ok(found)
}

async fn write(
    services: &Services,
    call: &Call,
    mut ready: Vec<Ready>,
    coder: Option<Uuid>,
) -> Result<(), Failure> {
    let codes = codes::find_or_add(services, call.id, &ready, coder).await?;
    let count = ready.len();
    let noted = |act| Entry::of_call(act, call).with("count", count);
    // Each part is a transaction of its own: the audit has the beginning with the first and the end with the last.
    let mut begun = Some(noted(Act::ImportBegun));
    while !ready.is_empty() {
        let part: Vec<Ready> = ready.drain(..ready.len().min(TOGETHER)).collect();
        let (recorder, codes, call) = (services.recorder(), codes.clone(), call.id);
        let entries = begun.take().into_iter().chain(ready.is_empty().then(|| noted(Act::ResponsesImported)));
        let entries: Vec<Entry> = entries.collect();
        services
            .db
            .write(move |txn| {
                Box::pin(async move {
                    let clock = &recorder.clock;
                    for row in part {
                        let key = row.submission.key.clone();
                        submit::store(txn, clock, row.submission).await?;
                        if row.codes.is_empty() {
                            continue;
                        }
                        let held = response::Entity::find()
                            .filter(response::Column::IdempotencyKey.eq(key))
                            .one(txn)
                            .await?;
                        let held = held.ok_or(Failure::NotFound("response"))?;
                        // The codes of a file are on the whole of the longest answer: that is what they were given to.
                        let answers = answer::Entity::find()
                            .filter(answer::Column::ResponseId.eq(held.id))
                            .filter(answer::Column::ReplacedIn.is_null())
                            .all(txn)
                            .await?;
                        if let Some(longest) = answers.iter().max_by_key(|answer| answer.words) {
                            codes::apply(txn, clock, call, longest.id, &row.codes, &codes, coder).await?;
                        }
                    }
                    for entry in entries {
                        recorder.record(txn, entry).await?;
                    }
                    Ok::<_, Failure>(())
                })
            })
            .await?;
    }
    Ok(())
}
