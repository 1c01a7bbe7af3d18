//! Writing the index: the one who holds the lock keeps a generation up to date with the database.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tantivy::indexer::{IndexWriterOptions, UserOperation};
use tantivy::schema::Field;
use tantivy::{IndexWriter, TantivyError, Term};
use uuid::Uuid;

use super::bookmark::{Bookmark, Sweep, mark};
use super::changes::{self, Changes};
use super::document::{self, Entry};
use super::home::Home;
use super::progress::Progress;
use super::schema::{FORMAT, Fields, register, schema};
use super::view;
use crate::{Failure, Services, StoreError};

/// How many responses are read at a time.
pub const BATCH: u64 = 250;

/// How much memory the writer fills before it writes a segment, in bytes.
const MEMORY: usize = 48 << 20;

/// How much text may wait to be indexed, in bytes. The library itself bounds only the number of what waits.
const WAITING: usize = 24 << 20;

/// How often it commits while changes keep coming.
const COMMIT_EVERY: Duration = Duration::from_millis(500);

/// A generation and its writer.
pub struct Keeper {
    services: Services,
    pub number: u64,
    writer: Arc<Mutex<IndexWriter>>,
    fields: Fields,
    progress: Progress,
    sweeps: VecDeque<Sweep>,
    /// Text that was handed to the writer since the last commit, in bytes.
    waiting: usize,
    /// What was read since the last commit changes what a commit says.
    dirty: bool,
    committed: Instant,
}

impl Keeper {
    /// Opens a generation to go on with it. Fails where it is damaged, of another version or of another database.
    pub async fn open(services: &Services, home: &Home, number: u64) -> Result<Self, Failure> {
        let home = home.clone();
        let index = blocking(move || view::open(&home, number)).await?;
        let bookmark = Bookmark::read(&index)?;
        if !bookmark.belongs_to(services.db.read()).await? {
            return Err(TantivyError::SchemaError("the index is of another database".to_owned()).into());
        }
        let progress = Progress::up_to(bookmark.position);
        Self::new(services, number, &index, progress, bookmark.sweeps.into())
    }

    /// Makes an empty generation that will read the outbox on from here.
    pub fn create(services: &Services, home: &Home, progress: Progress) -> Result<Self, Failure> {
        let number = home.new_generation().map_err(StoreError::from)?;
        let index = tantivy::Index::create_in_dir(home.generation(number), schema().0)?;
        register(&index);
        Self::new(services, number, &index, progress, VecDeque::new())
    }

    fn new(
        services: &Services,
        number: u64,
        index: &tantivy::Index,
        progress: Progress,
        sweeps: VecDeque<Sweep>,
    ) -> Result<Self, Failure> {
        // One thread: the other cores serve.
        let options = IndexWriterOptions::builder()
            .num_worker_threads(1)
            .memory_budget_per_thread(MEMORY)
            .num_merge_threads(1)
            .build();
        Ok(Self {
            services: services.clone(),
            number,
            writer: Arc::new(Mutex::new(index.writer_with_options(options)?)),
            fields: schema().1,
            progress,
            sweeps,
            waiting: 0,
            dirty: false,
            committed: Instant::now(),
        })
    }

    /// How far it has read.
    pub const fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Takes in what has changed, a part of it where it is much, and commits when that is due. Gives whether there was
    /// more than that. What comes one by one is left to gather until the next step: to read it one by one costs much.
    pub async fn step(&mut self) -> Result<bool, Failure> {
        let Changes { responses, calls, read } = changes::next(&self.services.db, &mut self.progress).await?;
        for call in calls {
            self.sweeps.retain(|sweep| sweep.call != call);
            self.sweeps.push_back(Sweep { call, after: None });
        }
        for part in responses.chunks(BATCH as usize) {
            self.take(part).await?;
        }
        self.dirty |= read > 0;
        let swept = self.sweep().await?;
        if self.dirty && self.committed.elapsed() >= COMMIT_EVERY {
            self.commit().await?;
        }
        Ok(swept || read >= changes::MOST as usize)
    }

    /// Steps until nothing waits and everything is committed.
    pub async fn catch_up(&mut self) -> Result<(), Failure> {
        while self.step().await? {}
        if self.dirty { self.commit().await } else { Ok(()) }
    }

    /// Reads some responses of a call whose codebook changed; a few at a time, so that new ones do not wait for it.
    async fn sweep(&mut self) -> Result<bool, Failure> {
        let Some(Sweep { call, after }) = self.sweeps.pop_front() else { return Ok(false) };
        let ids = document::next_responses(self.services.db.read(), Some(call), after, BATCH).await?;
        self.take(&ids).await?;
        self.dirty = true;
        if let Some(last) = ids.last() {
            self.sweeps.push_back(Sweep { call, after: Some(*last) });
        }
        Ok(true)
    }

    /// Reads these responses again and replaces what the index holds of them.
    pub async fn take(&mut self, ids: &[Uuid]) -> Result<(), Failure> {
        if ids.is_empty() {
            return Ok(());
        }
        let entries = document::read(self.services.db.read(), &self.fields, ids).await?;
        self.dirty = true;
        self.waiting += entries.iter().map(|entry| entry.size).sum::<usize>();
        let (writer, response) = (self.writer.clone(), self.fields.response);
        blocking(move || {
            let writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
            entries.into_iter().try_for_each(|entry| replace(&writer, response, entry))
        })
        .await?;
        if self.waiting >= WAITING { self.commit().await } else { Ok(()) }
    }

    /// Makes everything taken so far durable and visible.
    pub async fn commit(&mut self) -> Result<(), Failure> {
        let position = self.progress.position();
        let bookmark = Bookmark {
            format: FORMAT,
            position,
            highest: self.progress.highest(),
            mark: mark(self.services.db.read(), position).await?,
            sweeps: self.sweeps.iter().cloned().collect(),
            indexed_at: self.services.clock.now(),
        };
        let payload = serde_json::to_string(&bookmark)
            .map_err(|error| TantivyError::InternalError(error.to_string()))?;
        let (writer, index) = (self.writer.clone(), self.services.index.clone());
        blocking(move || {
            let mut writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
            let mut prepared = writer.prepare_commit()?;
            prepared.set_payload(&payload);
            prepared.commit()?;
            index.look_now();
            Ok(())
        })
        .await?;
        self.waiting = 0;
        self.dirty = false;
        self.committed = Instant::now();
        Ok(())
    }
}

/// Puts the documents of a response in the place of those that the index holds; all at once, so that they lie side by
/// side.
fn replace(writer: &IndexWriter, response: Field, entry: Entry) -> tantivy::Result<()> {
    let old = Term::from_field_bytes(response, entry.response.as_bytes());
    let new = entry.documents.into_iter().map(UserOperation::Add);
    let operations: Vec<_> = std::iter::once(UserOperation::Delete(old)).chain(new).collect();
    writer.run(operations)?;
    Ok(())
}

/// Runs work of the index on a thread that may wait. A panic in it is an error like any other.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> tantivy::Result<T> + Send + 'static,
) -> Result<T, Failure> {
    let outcome = tokio::task::spawn_blocking(work).await;
    let stopped = |_| Err(TantivyError::InternalError("the index's thread stopped".to_owned()));
    Ok(outcome.unwrap_or_else(stopped)?)
}
