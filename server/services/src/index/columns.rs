//! The columns of a segment that searching reads, opened once for as long as the segment is there.

use tantivy::columnar::{BytesColumn, Cardinality, Column};
use tantivy::{DocId, SegmentReader, TantivyError};
use uuid::Uuid;

/// How many documents are read at a time.
pub const BLOCK: usize = tantivy::COLLECT_BLOCK_BUFFER_LEN;

/// The columns of one segment.
pub struct Columns {
    pub group: Column<u64>,
    pub traits: Column<u64>,
    pub submitted: Column<i64>,
    pub call: Ids,
    pub system: Ids,
    pub question: Ids,
    pub code: Ids,
}

/// A column of ids. In a segment each id has a number, and documents have the numbers.
pub struct Ids {
    pub numbers: Column<u64>,
    /// In order, so that the number is the place.
    pub ids: Vec<Uuid>,
}

impl Columns {
    pub fn open(reader: &SegmentReader) -> tantivy::Result<Self> {
        let fast = reader.fast_fields();
        let ids = |name: &str| match fast.bytes(name)? {
            Some(column) => Ids::open(&column),
            // Codes are rare, the others are on every document.
            None => Ok(Ids { numbers: Column::build_empty_column(reader.max_doc()), ids: Vec::new() }),
        };
        Ok(Self {
            group: fast.u64("group")?,
            traits: fast.u64("traits")?,
            submitted: fast.i64("submitted")?,
            call: ids("call")?,
            system: ids("system")?,
            question: ids("question")?,
            code: ids("code")?,
        })
    }
}

impl Ids {
    fn open(column: &BytesColumn) -> tantivy::Result<Self> {
        let mut ids = Vec::with_capacity(column.num_terms());
        let mut stream = column.dictionary().stream()?;
        while stream.advance() {
            let unreadable =
                |_| TantivyError::InternalError("a column of ids holds something else".to_owned());
            ids.push(Uuid::from_slice(stream.key()).map_err(unreadable)?);
        }
        Ok(Self { numbers: column.ords().clone(), ids })
    }

    /// The number of an id, where any document has it.
    pub fn number(&self, id: Uuid) -> Option<u64> {
        self.ids.binary_search(&id).ok().map(|at| at as u64)
    }
}

/// Reads the value of each document. Every document has one, which makes this the quickest way there is.
pub fn fill(column: &Column<u64>, docs: &[DocId], values: &mut [u64]) {
    if column.get_cardinality() == Cardinality::Full {
        column.values.get_vals(docs, values);
    } else {
        for (doc, value) in docs.iter().zip(values) {
            *value = column.first(*doc).unwrap_or_default();
        }
    }
}
