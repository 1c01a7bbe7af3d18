//! How connections are opened.

use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, Database, DatabaseConnection};

use super::{StoreError, StoreResult};

/// Opens `(read, write)`. On SQLite the writer is one connection and the readers are several; on PostgreSQL both are
/// one pool.
pub async fn connect(address: &str) -> StoreResult<(DatabaseConnection, DatabaseConnection)> {
    if address.starts_with("sqlite:") {
        let write = Database::connect(sqlite(address, 1)).await?;
        let read = Database::connect(sqlite(address, 4)).await?;
        Ok((read, write))
    } else if address.starts_with("postgres:") || address.starts_with("postgresql:") {
        let pool = Database::connect(postgres(address)).await?;
        Ok((pool.clone(), pool))
    } else {
        Err(StoreError::corrupt(
            "a database address (sqlite:… or postgres://…)",
            address.split("://").next().unwrap_or(""),
        ))
    }
}

fn common(address: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(address);
    // Statements carry what people wrote, which must never reach a log.
    options.sqlx_logging(false).record_stmt_in_spans(false).acquire_timeout(Duration::from_secs(5));
    options
}

fn sqlite(address: &str, connections: u32) -> ConnectOptions {
    let mut options = common(address);
    options.max_connections(connections).min_connections(1);
    // A file does not hang up, and to ask before each query whether it has takes as long as the query.
    options.test_before_acquire(false);
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // A receipt is given only for what survives a power cut.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("cache_size", "-64000")
            .pragma("mmap_size", "268435456")
    });
    options
}

fn postgres(address: &str) -> ConnectOptions {
    let mut options = common(address);
    options.max_connections(16).set_application_name("folkmoot").statement_timeout(Duration::from_secs(30));
    options
}
