//! Running migrations: once, even where several servers start together.

use std::fs::File;
use std::path::Path;

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseBackend, DatabaseConnection};

use super::{StoreError, StoreResult};

/// An arbitrary number that every Folkmoot server asks PostgreSQL to lock while it migrates.
const LOCK: i64 = 0x0046_4f4c_4b4d_4f54;

/// Brings the schema at this address up to date. Servers that start together wait for the first.
pub async fn migrate(address: &str) -> StoreResult<()> {
    locked(address, async |connection| Migrator::up(connection, None).await).await
}

/// Takes the newest `steps` migrations back. Their data is lost.
pub async fn migrate_down(address: &str, steps: u32) -> StoreResult<()> {
    locked(address, async move |connection| Migrator::down(connection, Some(steps)).await).await
}

/// How many migrations wait to be run.
pub async fn pending(connection: &DatabaseConnection) -> StoreResult<usize> {
    Ok(Migrator::get_pending_migrations(connection).await?.len())
}

async fn locked(
    address: &str,
    work: impl AsyncFnOnce(&DatabaseConnection) -> Result<(), sea_orm::DbErr>,
) -> StoreResult<()> {
    // One connection: what a migration sets on its connection must hold for all of it.
    let mut options = ConnectOptions::new(address);
    options.max_connections(1).sqlx_logging(false).map_sqlx_sqlite_opts(|sqlite| {
        sqlite.create_if_missing(true).busy_timeout(std::time::Duration::from_secs(30))
    });
    let file_lock = sqlite_lock(address).await?;
    let connection = Database::connect(options).await?;
    let postgres = connection.get_database_backend() == DatabaseBackend::Postgres;
    if postgres {
        connection.execute_unprepared(&format!("SELECT pg_advisory_lock({LOCK})")).await?;
    }
    let outcome = work(&connection).await;
    if postgres {
        connection.execute_unprepared(&format!("SELECT pg_advisory_unlock({LOCK})")).await?;
    }
    connection.close().await?;
    drop(file_lock);
    Ok(outcome?)
}

/// SQLite has no lock that outlives a transaction, so servers that share a file queue at a file beside it.
async fn sqlite_lock(address: &str) -> StoreResult<Option<File>> {
    let Some(path) = address.strip_prefix("sqlite:") else { return Ok(None) };
    let path = path.trim_start_matches("//").split('?').next().unwrap_or_default();
    let lock = File::create(Path::new(path).with_extension("migrating"))?;
    // Waiting must not hold up the thread on which the one that is waited for may have to run.
    let locked = tokio::task::spawn_blocking(move || lock.lock().map(|()| lock)).await;
    Ok(Some(locked.map_err(|_| StoreError::Closing)??))
}
