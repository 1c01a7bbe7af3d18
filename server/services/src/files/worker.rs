//! Whoever looks after documents, for as long as the program runs: has them searched for viruses, gives their text to the
//! answers they came with, and clears away what nobody needs.

use std::time::Duration;

use chrono::TimeDelta;
use domain::files::ScanState;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use tokio::sync::watch;

use super::scan::{Clamd, Found};
use super::{keep, sweep};
use crate::responses::documents;
use crate::store::entities::file;
use crate::{Failure, Services};

/// Between two looks, unless there is news.
const LOOK: Duration = Duration::from_secs(2);

/// How many looks are about an hour.
const LOOKS_OF_AN_HOUR: u32 = 1800;

/// How many documents are taken up at once.
const AT_ONCE: u64 = 20;

/// How long to wait before the scanner is asked again, by how often it could not answer: twice as long each time.
const SHORTEST_WAIT: i64 = 5;
const LONGEST_WAIT: i64 = 600;

/// Works until the program is asked to stop.
pub async fn run(services: Services, mut stopping: watch::Receiver<bool>) {
    for looks in 0_u32.. {
        if looks % LOOKS_OF_AN_HOUR == 0
            && let Err(error) = sweep::sweep(&services).await
        {
            tracing::error!(%error, "documents that nobody needs could not be cleared away");
        }
        if let Err(error) = turn(&services).await {
            tracing::error!(%error, "documents could not be looked after");
        }
        tokio::select! {
            () = services.files.0.news.notified() => {}
            () = tokio::time::sleep(LOOK) => {}
            _ = stopping.wait_for(|asked| *asked) => return,
        }
    }
}

/// Everything that there is to do now.
pub async fn catch_up(services: &Services) -> Result<(), Failure> {
    turn(services).await?;
    sweep::sweep(services).await?;
    Ok(())
}

async fn turn(services: &Services) -> Result<(), Failure> {
    match services.files.clamd().cloned() {
        // Whoever sets up a scanner has it look at what came before, and nothing waits for one that was taken away.
        Some(clamd) => {
            keep::all_from(services, ScanState::NotScanned, ScanState::Waiting).await?;
            scan_waiting(services, &clamd).await?;
        }
        None => keep::all_from(services, ScanState::Waiting, ScanState::NotScanned).await?,
    }
    documents::settle(services).await
}

async fn scan_waiting(services: &Services, clamd: &Clamd) -> Result<(), Failure> {
    let rows = file::Entity::find()
        .filter(file::Column::Scan.eq(ScanState::Waiting.as_str()))
        .filter(file::Column::NextScanAt.lte(services.clock.now()))
        .order_by_asc(file::Column::NextScanAt)
        .limit(AT_ONCE)
        .all(services.db.read())
        .await?;
    for row in rows {
        scan(services, clamd, row).await?;
    }
    Ok(())
}

async fn scan(services: &Services, clamd: &Clamd, row: file::Model) -> Result<(), Failure> {
    let found = match services.files.store().get(&row.hash).await {
        Ok(bytes) => clamd.scan(bytes).await.map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    let now = services.clock.now();
    let same = file::Entity::update_many().filter(file::Column::Id.eq(row.id));
    let update = match found {
        Ok(found) => {
            let (state, note) = match found {
                Found::Nothing => (ScanState::Clean, String::new()),
                Found::Virus(name) => (ScanState::Infected, name),
            };
            same.col_expr(file::Column::Scan, Expr::value(state.as_str()))
                .col_expr(file::Column::ScanNote, Expr::value(note))
                .col_expr(file::Column::ScannedAt, Expr::value(now))
        }
        Err(error) => {
            tracing::warn!(%error, tries = row.tries + 1, "a document could not be scanned, and will be again");
            let wait = SHORTEST_WAIT.saturating_mul(1 << row.tries.clamp(0, 10)).min(LONGEST_WAIT);
            same.col_expr(file::Column::Tries, Expr::value(row.tries + 1))
                .col_expr(file::Column::NextScanAt, Expr::value(now + TimeDelta::seconds(wait)))
        }
    };
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                update.exec(txn).await?;
                Ok(())
            })
        })
        .await
}
