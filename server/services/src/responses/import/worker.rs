//! Whoever checks the rows of files and brings them in, for as long as the program runs.
//!
//! Each turn sees to some rows of one file in one transaction, with the file locked: should the program end between two turns,
//! the next one goes on where the last has ended, and no row is half in or in twice.

use std::time::Duration;

use domain::audit::Act;
use domain::responses::columns::{ImportState, RowState};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, ModelTrait, QueryFilter, QueryOrder, QuerySelect,
};
use tokio::sync::watch;
use uuid::Uuid;

use super::TableRow;
use super::batch::forget;
use super::row::Columns;
use super::rows::{Judged, Tally, heading_of, keys_before, keys_there, map_of, next, settle};
use crate::audit::{Entry, Recorder};
use crate::calls::{Call, Questionnaire, by_id, questionnaire};
use crate::people::organisations::{self, Organisation};
use crate::responses::submit;
use crate::store::entities::{import_batch, import_row};
use crate::{Failure, Services, StoreError};

/// Between two looks.
const LOOK: Duration = Duration::from_secs(1);

/// How many looks are about an hour: what is old is forgotten so often.
const LOOKS_OF_AN_HOUR: u32 = 3600;

/// Works until the program is asked to stop.
pub async fn run(services: Services, mut stopping: watch::Receiver<bool>) {
    for looks in 0_u32.. {
        if looks % LOOKS_OF_AN_HOUR == 0
            && let Err(error) = forget(&services).await
        {
            tracing::error!(%error, "the rows of old imports could not be forgotten");
        }
        if let Err(error) = turn(&services, &stopping).await {
            tracing::error!(%error, "an import could not go on");
        }
        if tokio::time::timeout(LOOK, stopping.wait_for(|asked| *asked)).await.is_ok() {
            return;
        }
    }
}

async fn turn(services: &Services, stopping: &watch::Receiver<bool>) -> Result<(), Failure> {
    while !*stopping.borrow() && step(services).await? {}
    Ok(())
}

/// Everything that there is to do now.
pub async fn catch_up(services: &Services) -> Result<(), Failure> {
    while step(services).await? {}
    forget(services).await
}

/// The next rows. Gives whether there may be more.
pub async fn step(services: &Services) -> Result<bool, Failure> {
    let working = ImportState::ALL.iter().filter(|state| state.works()).map(|state| state.as_str());
    let waiting = import_batch::Entity::find()
        .filter(import_batch::Column::State.is_in(working))
        .order_by_asc(import_batch::Column::UploadedAt)
        .one(services.db.read())
        .await?;
    let Some(waiting) = waiting else { return Ok(false) };
    let call = by_id(services, waiting.call_id).await?;
    let form = questionnaire(services.db.read(), call.id).await?;
    let systems = organisations::systems(services).await?;
    let recorder = match waiting.uploaded_by {
        Some(person) => services.recorder().for_person(person),
        None => services.recorder(),
    };
    let work = Work { call, form, systems, recorder };
    services.db.write(move |txn| Box::pin(async move { work.see_to(txn, waiting.id).await })).await?;
    Ok(true)
}

/// What is needed to see to the rows of a file.
struct Work {
    call: Call,
    form: Questionnaire,
    systems: Vec<Organisation>,
    recorder: Recorder,
}

impl Work {
    async fn see_to(&self, txn: &DatabaseTransaction, batch: Uuid) -> Result<(), Failure> {
        let batch = import_batch::Entity::find_by_id(batch).lock_exclusive().one(txn).await?;
        let batch = batch.ok_or(Failure::NotFound("import"))?;
        match ImportState::parse(&batch.state) {
            Some(ImportState::Checking) => self.check(txn, batch).await,
            Some(ImportState::Importing) => self.bring_in(txn, batch).await,
            // Somebody was faster.
            _ => Ok(()),
        }
    }

    /// Checks the next rows; where there are none, the file is checked.
    async fn check(&self, txn: &DatabaseTransaction, batch: import_batch::Model) -> Result<(), Failure> {
        let rows = next(txn, &batch, None).await?;
        let mut counted = Tally::of(&batch);
        let Some(last) = rows.last().map(|row| row.number) else {
            return settle(txn, batch, counted, ImportState::Checked).await;
        };
        let (map, heading) = (map_of(&batch)?, heading_of(&batch)?);
        let Ok(columns) = Columns::find(&map, &heading, &self.form) else {
            // A question is gone that the map speaks of: somebody is to say anew what the columns are.
            return settle(txn, batch, counted, ImportState::Uploaded).await;
        };
        let judged: Vec<Judged> =
            rows.iter().map(|row| self.judge(&columns, row)).collect::<Result<_, _>>()?;
        let keys: Vec<String> = judged.iter().filter_map(Judged::key).collect();
        let there = keys_there(txn, &keys).await?;
        let mut before = keys_before(txn, &batch, rows[0].number, &keys).await?;
        for (row, judged) in rows.into_iter().zip(judged) {
            let judged = judged.settled(&there, &mut before, map.id.as_deref());
            counted.add(judged.state());
            judged.write(txn, row).await?;
        }
        counted.seen = last;
        settle(txn, batch, counted, ImportState::Checking).await
    }

    /// Brings the next good rows in; where there are none, the file is done, and all but what is wrong with it is forgotten.
    async fn bring_in(&self, txn: &DatabaseTransaction, batch: import_batch::Model) -> Result<(), Failure> {
        let rows = next(txn, &batch, Some(RowState::Good)).await?;
        let mut counted = Tally::of(&batch);
        let Some(last) = rows.last().map(|row| row.number) else {
            let count = counted.imported;
            done(txn, batch, counted, &self.recorder).await?;
            let entry = Entry::of_call(Act::ResponsesImported, &self.call).with("count", count);
            self.recorder.record(txn, entry).await?;
            return Ok(());
        };
        let (map, heading) = (map_of(&batch)?, heading_of(&batch)?);
        let Ok(columns) = Columns::find(&map, &heading, &self.form) else {
            // A question is gone that the map speaks of: somebody is to say anew what the columns are.
            return settle(txn, batch, counted, ImportState::Uploaded).await;
        };
        for row in rows {
            match self.judge(&columns, &row)? {
                // What the form or the record has become since the check decides.
                Judged::Good(ready) => {
                    let there = keys_there(txn, std::slice::from_ref(&ready.submission.key)).await?;
                    submit::store(txn, &self.recorder.clock, ready.submission).await?;
                    if there.is_empty() {
                        counted.imported += 1;
                    } else {
                        counted.there += 1;
                    }
                    row.delete(txn).await?;
                }
                other => {
                    counted.add(other.state());
                    other.write(txn, row).await?;
                }
            }
        }
        counted.seen = last;
        settle(txn, batch, counted, ImportState::Importing).await
    }

    fn judge(&self, columns: &Columns<'_>, row: &import_row::Model) -> Result<Judged, Failure> {
        let cells = serde_json::from_str(&row.cells)
            .map_err(|_| StoreError::corrupt("a row of an import", row.id.to_string()))?;
        let given = TableRow { line: u64::try_from(row.line).unwrap_or_default(), cells };
        Ok(match columns.take(&given, self.call.id, &self.systems, self.recorder.clock.now()) {
            Ok(Some(ready)) => Judged::Good(Box::new(ready)),
            Ok(None) => Judged::Skipped,
            Err((column, reason)) => Judged::Bad(column, reason),
        })
    }
}

/// Notes that a file is in, and forgets what was in it but for what is wrong with the rows that are not.
async fn done(
    txn: &DatabaseTransaction,
    batch: import_batch::Model,
    counted: Tally,
    recorder: &Recorder,
) -> Result<(), Failure> {
    let mine = || import_row::Column::BatchId.eq(batch.id);
    import_row::Entity::delete_many()
        .filter(mine())
        .filter(import_row::Column::State.ne(RowState::Bad.as_str()))
        .exec(txn)
        .await?;
    import_row::Entity::update_many()
        .col_expr(import_row::Column::Cells, Expr::value("[]"))
        .filter(mine())
        .exec(txn)
        .await?;
    let mut row = batch.clone();
    row.done_at = Some(recorder.clock.now());
    import_batch::Entity::update_many()
        .col_expr(import_batch::Column::DoneAt, Expr::value(row.done_at))
        .filter(import_batch::Column::Id.eq(batch.id))
        .exec(txn)
        .await?;
    settle(txn, row, counted, ImportState::Done).await
}
