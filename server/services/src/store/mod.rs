//! The database: SQLite by default, PostgreSQL by address (`design.md` §4.1 and §5).
//!
//! [`Db`] holds two ways in. `read` is a pool for queries. Writing goes through [`Db::write`] alone: a piece of work is
//! given a transaction, and its answer comes back only after a durable commit. On SQLite there is one writer, and
//! pieces of work that wait together share one commit; on PostgreSQL each has its own.

mod connect;
pub mod entities;
mod error;
mod migrate;
pub mod outbox;
pub mod rows;
mod write;

use sea_orm::{DatabaseBackend, DatabaseConnection};

pub use error::{StoreError, StoreResult};
pub use migrate::{migrate, migrate_down, pending};
pub use write::Work;

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    read: DatabaseConnection,
    writer: write::Writer,
}

impl Db {
    /// Opens the database at this address (`sqlite:PATH` or `postgres://…`), making the SQLite file where it is
    /// missing. Migrations are not run: see [`migrate`].
    pub async fn open(address: &str) -> StoreResult<Self> {
        let (read, write) = connect::connect(address).await?;
        Ok(Self { read, writer: write::Writer::start(write)? })
    }

    /// For queries. Nothing may be written through it.
    pub const fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// Which database it is.
    pub fn backend(&self) -> DatabaseBackend {
        self.read.get_database_backend()
    }
}
