//! Writing: durable transactions, shared where that is faster.
//!
//! The disk can make only so many commits a second, so on SQLite the writer takes every piece of work that is waiting
//! (up to [`SHARED`]), runs each in a savepoint of its own, commits once, and only then answers them all. One that
//! fails is rolled back alone. Work begun is finished and committed even if the asker has gone away.
//!
//! The writer has a thread to itself. Every statement is waited for, and among the tasks that make pages each wait
//! would end only when the pages before it are made.

use std::future::Future;
use std::pin::Pin;
use std::thread;

use sea_orm::{
    ConnectionTrait, DatabaseBackend, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use tokio::runtime;
use tokio::sync::{mpsc, oneshot};

use super::{Db, StoreError, StoreResult};

/// The most pieces of work that share one commit.
const SHARED: usize = 64;

/// Keeps what a piece of work wrote, and begins the next.
const KEEP: &str = "RELEASE piece; SAVEPOINT piece";

/// Takes back what a piece of work wrote; its savepoint stays for the next.
const UNDO: &str = "ROLLBACK TO piece";

/// How often a transaction that PostgreSQL gave up for another's sake is tried again.
const TRIES: u32 = 5;

/// The future of one piece of work.
pub type Work<'t, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 't>>;

/// One piece of work whose types are hidden: it runs, and it answers once it is known whether it was committed.
pub(super) trait Job: Send {
    fn run<'j>(&'j mut self, txn: &'j DatabaseTransaction)
    -> Pin<Box<dyn Future<Output = bool> + Send + 'j>>;
    fn answer(self: Box<Self>, committed: Result<(), StoreError>);
}

struct Piece<T, E, F> {
    work: Option<F>,
    outcome: Option<Result<T, E>>,
    asker: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Job for Piece<T, E, F>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
    F: for<'t> FnOnce(&'t DatabaseTransaction) -> Work<'t, T, E> + Send + 'static,
{
    fn run<'j>(
        &'j mut self,
        txn: &'j DatabaseTransaction,
    ) -> Pin<Box<dyn Future<Output = bool> + Send + 'j>> {
        Box::pin(async move {
            let Some(work) = self.work.take() else { return false };
            let outcome = work(txn).await;
            let done = outcome.is_ok();
            self.outcome = Some(outcome);
            done
        })
    }

    fn answer(self: Box<Self>, committed: Result<(), StoreError>) {
        let outcome = match (self.outcome, committed) {
            (Some(Err(error)), _) => Err(error),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (_, Err(error)) => Err(error.into()),
            (None, Ok(())) => Err(StoreError::Closing.into()),
        };
        // The asker may have gone away; the work is committed all the same.
        drop(self.asker.send(outcome));
    }
}

/// The way to the writer.
#[derive(Clone)]
pub(super) enum Writer {
    Shared(mpsc::Sender<Box<dyn Job>>),
    Pool(DatabaseConnection),
}

impl Writer {
    /// Starts the writer of this database. It stops when the last [`Db`] is dropped.
    pub(super) fn start(connection: DatabaseConnection) -> StoreResult<Self> {
        if connection.get_database_backend() != DatabaseBackend::Sqlite {
            return Ok(Self::Pool(connection));
        }
        let (sender, receiver) = mpsc::channel(1024);
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let serving = move || runtime.block_on(serve(connection, receiver));
        thread::Builder::new().name("writer".to_owned()).spawn(serving)?;
        Ok(Self::Shared(sender))
    }
}

impl Db {
    /// Runs one piece of work in a transaction and answers after it was committed durably. An error rolls it back.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: for<'t> FnOnce(&'t DatabaseTransaction) -> Work<'t, T, E> + Send + 'static,
    {
        match &self.writer {
            Writer::Shared(queue) => {
                let (asker, answer) = oneshot::channel();
                let piece = Piece { work: Some(work), outcome: None, asker };
                queue.send(Box::new(piece)).await.map_err(|_| StoreError::Closing)?;
                answer.await.unwrap_or_else(|_| Err(StoreError::Closing.into()))
            }
            Writer::Pool(pool) => {
                let txn = pool.begin().await.map_err(StoreError::from)?;
                let value = work(&txn).await?;
                txn.commit().await.map_err(StoreError::from)?;
                Ok(value)
            }
        }
    }

    /// Like [`Db::write`], for work that can be tried again where another came in between: PostgreSQL gave it up for
    /// the other's sake (serialization failure, deadlock), or the other wrote the same key first, which the next try
    /// then finds.
    pub async fn write_again<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + std::fmt::Display + Send + 'static,
        F: for<'t> FnOnce(&'t DatabaseTransaction) -> Work<'t, T, E> + Clone + Send + 'static,
    {
        for _ in 1..TRIES {
            match self.write(work.clone()).await {
                Err(error) if gave_way(&error.to_string()) => tokio::task::yield_now().await,
                outcome => return outcome,
            }
        }
        self.write(work).await
    }
}

fn gave_way(error: &str) -> bool {
    let signs = [
        "could not serialize access",
        "deadlock detected",
        "duplicate key value violates unique constraint",
        "UNIQUE constraint failed",
    ];
    signs.iter().any(|sign| error.contains(sign))
}

async fn serve(connection: DatabaseConnection, mut queue: mpsc::Receiver<Box<dyn Job>>) {
    let mut waiting = Vec::with_capacity(SHARED);
    while queue.recv_many(&mut waiting, SHARED).await > 0 {
        let mut jobs = std::mem::take(&mut waiting);
        let committed = commit_together(&connection, &mut jobs).await;
        for job in jobs {
            // One failed commit has many askers, and each is told.
            let told = |error: &DbErr| StoreError::Database(DbErr::Custom(error.to_string()));
            job.answer(committed.as_ref().copied().map_err(told));
        }
    }
}

async fn commit_together(connection: &DatabaseConnection, jobs: &mut [Box<dyn Job>]) -> Result<(), DbErr> {
    // Immediate: a transaction that reads first and writes later cannot find the database changed in between.
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    };
    let txn = connection.begin_with_options(options).await?;
    txn.execute_unprepared("SAVEPOINT piece").await?;
    for job in jobs.iter_mut() {
        let done = job.run(&txn).await;
        // The next piece begins in the same breath, because each statement is a way to the database's thread and back.
        txn.execute_unprepared(if done { KEEP } else { UNDO }).await?;
    }
    txn.commit().await
}
