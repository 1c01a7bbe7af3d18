//! Reading the index: the generation that serves, opened once and looked at again when someone has written.

use std::collections::HashMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use tantivy::index::SegmentId;
use tantivy::{IndexReader, ReloadPolicy, Searcher, SegmentReader, TantivyError};

use super::bookmark::Bookmark;
use super::columns::Columns;
use super::home::Home;
use super::schema::{Fields, register, schema};

/// How often a reader looks whether another process has written.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// The index at one moment.
#[derive(Clone)]
pub struct View {
    pub searcher: Searcher,
    pub fields: Fields,
    pub(super) bookmark: Arc<Bookmark>,
    /// One for each segment of the searcher.
    columns: Arc<Vec<Arc<Columns>>>,
}

impl View {
    /// The segments and their columns.
    pub(crate) fn segments(&self) -> impl Iterator<Item = (&SegmentReader, &Columns)> {
        self.searcher.segment_readers().iter().zip(self.columns.iter().map(Arc::as_ref))
    }
}

/// A generation that is open for reading.
struct Generation {
    number: u64,
    index: tantivy::Index,
    reader: IndexReader,
    searcher: Searcher,
    bookmark: Arc<Bookmark>,
    columns: Arc<Vec<Arc<Columns>>>,
    written: Option<(SystemTime, u64)>,
}

/// Finds the generation that serves, and keeps it open.
pub struct Eye {
    home: Home,
    fields: Fields,
    state: Mutex<(Option<Instant>, Option<Generation>)>,
}

impl Eye {
    pub fn new(home: Home) -> Self {
        Self { home, fields: schema().1, state: Mutex::new((None, None)) }
    }

    /// The index as it is now, or nothing where no usable one is there.
    pub fn view(&self) -> Option<View> {
        let mut state = self.state();
        if state.0.is_none_or(|looked| looked.elapsed() >= LOOK_EVERY) {
            self.look(&mut state);
        }
        state.1.as_ref().map(|open| self.view_of(open))
    }

    /// The index as it was when it was last looked at, where that is known without waiting.
    pub fn known(&self) -> Option<View> {
        let state = self.state.try_lock().ok()?;
        state.1.as_ref().map(|open| self.view_of(open))
    }

    fn view_of(&self, open: &Generation) -> View {
        View {
            searcher: open.searcher.clone(),
            fields: self.fields,
            bookmark: open.bookmark.clone(),
            columns: open.columns.clone(),
        }
    }

    /// Looks at once, because something was written.
    pub fn look_now(&self) {
        self.look(&mut self.state());
    }

    fn state(&self) -> MutexGuard<'_, (Option<Instant>, Option<Generation>)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn look(&self, (looked, open): &mut (Option<Instant>, Option<Generation>)) {
        *looked = Some(Instant::now());
        let Some(number) = self.home.current() else {
            *open = None;
            return;
        };
        let written = self.written(number);
        let outcome = match open.take_if(|open| open.number == number) {
            Some(same) if same.written == written => Ok(same),
            Some(mut same) => same.reload().map(|()| same),
            None => Generation::open(&self.home, number),
        };
        match outcome {
            Ok(mut found) => {
                found.written = written;
                *open = Some(found);
            }
            Err(error) => tracing::warn!(%error, number, "the search index cannot be read"),
        }
    }

    fn written(&self, number: u64) -> Option<(SystemTime, u64)> {
        let meta = fs::metadata(self.home.generation(number).join("meta.json")).ok()?;
        Some((meta.modified().ok()?, meta.len()))
    }
}

impl Generation {
    fn open(home: &Home, number: u64) -> tantivy::Result<Self> {
        let index = open(home, number)?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let bookmark = Arc::new(Bookmark::read(&index)?);
        let searcher = reader.searcher();
        let columns = columns(&searcher, None)?;
        Ok(Self { number, index, reader, searcher, bookmark, columns, written: None })
    }

    fn reload(&mut self) -> tantivy::Result<()> {
        // The bookmark first: a reader may know more than its bookmark says, never less.
        self.bookmark = Arc::new(Bookmark::read(&self.index)?);
        self.reader.reload()?;
        let searcher = self.reader.searcher();
        self.columns = columns(&searcher, Some((&self.searcher, &self.columns)))?;
        self.searcher = searcher;
        Ok(())
    }
}

/// The columns of each segment, those of segments that were there before as they were: a segment never changes, only
/// what of it is deleted.
fn columns(
    searcher: &Searcher,
    before: Option<(&Searcher, &Vec<Arc<Columns>>)>,
) -> tantivy::Result<Arc<Vec<Arc<Columns>>>> {
    let before =
        before.iter().flat_map(|(searcher, columns)| searcher.segment_readers().iter().zip(*columns));
    let known: HashMap<SegmentId, &Arc<Columns>> =
        before.map(|(reader, columns)| (reader.segment_id(), columns)).collect();
    let each = searcher.segment_readers().iter().map(|reader| match known.get(&reader.segment_id()) {
        Some(columns) => Ok(Arc::clone(columns)),
        None => Columns::open(reader).map(Arc::new),
    });
    Ok(Arc::new(each.collect::<tantivy::Result<_>>()?))
}

/// Opens a generation after checking that every byte of it is as it was written and that this program wrote it.
pub fn open(home: &Home, number: u64) -> tantivy::Result<tantivy::Index> {
    let folder = home.generation(number);
    // Damaged files can make the library stop instead of answering; that must not stop the program.
    let opened = catch_unwind(AssertUnwindSafe(|| {
        let index = tantivy::Index::open_in_dir(&folder)?;
        let damaged = index.validate_checksum()?;
        Ok((index, damaged))
    }));
    let stopped = |_| Err(TantivyError::InternalError("the index is damaged".to_owned()));
    let (index, damaged) = opened.unwrap_or_else(stopped)?;
    if !damaged.is_empty() {
        return Err(TantivyError::InternalError(format!("damaged files: {damaged:?}")));
    }
    if index.schema() != schema().0 {
        return Err(TantivyError::SchemaError("the index is of another version".to_owned()));
    }
    register(&index);
    Bookmark::read(&index)?;
    Ok(index)
}
