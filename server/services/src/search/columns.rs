//! The columns of a segment that counting and filtering read, and the filter itself.

use domain::responses::RespondentKind;
use domain::search::Query;
use tantivy::columnar::{BytesColumn, Cardinality, Column};
use tantivy::{DocId, SegmentReader, TantivyError};
use uuid::Uuid;

use crate::index::schema::{NAMES, traits};

/// How many documents are read at a time.
pub const BLOCK: usize = tantivy::COLLECT_BLOCK_BUFFER_LEN;

/// The columns of one segment.
pub struct Columns {
    pub group: Column<u64>,
    pub traits: Column<u64>,
    pub submitted: Column<i64>,
    pub call: BytesColumn,
    pub system: BytesColumn,
    pub question: BytesColumn,
    /// Missing where no answer of the segment has a code.
    pub code: Option<BytesColumn>,
}

impl Columns {
    pub fn open(reader: &SegmentReader) -> tantivy::Result<Self> {
        let fast = reader.fast_fields();
        let bytes = |name: &str| {
            let missing = || TantivyError::SchemaError(format!("the index has no column {name}"));
            fast.bytes(name)?.ok_or_else(missing)
        };
        Ok(Self {
            group: fast.u64("group")?,
            traits: fast.u64("traits")?,
            submitted: fast.i64("submitted")?,
            call: bytes("call")?,
            system: bytes("system")?,
            question: bytes("question")?,
            code: fast.bytes("code")?,
        })
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

/// What a document must have beside the words, in the numbers of one segment.
#[derive(Clone, Debug)]
pub struct Filter {
    traits: (u64, u64),
    call: u64,
    system: Option<u64>,
    question: Option<u64>,
    code: Option<u64>,
}

impl Filter {
    /// The filter for this segment; nothing where no document of it can pass.
    pub fn open(columns: &Columns, call: Uuid, query: &Query) -> tantivy::Result<Option<Self>> {
        let Some(call) = number(&columns.call, call)? else { return Ok(None) };
        let mut filter = Self { traits: wanted(query), call, system: None, question: None, code: None };
        let asked = [
            (query.system, Some(&columns.system), &mut filter.system),
            (query.question, Some(&columns.question), &mut filter.question),
            (query.code, columns.code.as_ref(), &mut filter.code),
        ];
        for (id, column, place) in asked {
            let Some(id) = id else { continue };
            let Some(column) = column else { return Ok(None) };
            let Some(number) = number(column, id)? else { return Ok(None) };
            *place = Some(number);
        }
        Ok(Some(filter))
    }

    /// Whether this document passes.
    pub fn passes(&self, columns: &Columns, doc: DocId) -> bool {
        let is = |column: &Column<u64>, wanted: u64| column.first(doc) == Some(wanted);
        columns.traits.first(doc).is_some_and(|traits| self.fits(traits))
            && is(columns.call.ords(), self.call)
            && self.system.is_none_or(|wanted| is(columns.system.ords(), wanted))
            && self.question.is_none_or(|wanted| is(columns.question.ords(), wanted))
            && self.has_code(columns, doc)
    }

    /// Whether a document with these values passes, as far as these values say.
    pub fn passes_with(&self, traits: u64, call: u64, system: u64, question: u64) -> bool {
        self.fits(traits)
            && call == self.call
            && self.system.is_none_or(|wanted| system == wanted)
            && self.question.is_none_or(|wanted| question == wanted)
    }

    /// Whether this document has the code, where one is asked for.
    pub fn has_code(&self, columns: &Columns, doc: DocId) -> bool {
        let Some(wanted) = self.code else { return true };
        columns.code.as_ref().is_some_and(|column| column.term_ords(doc).any(|code| code == wanted))
    }

    const fn fits(&self, traits: u64) -> bool {
        traits & self.traits.0 == self.traits.1
    }
}

/// The number of an id in a column's dictionary, where any document has it.
fn number(column: &BytesColumn, id: Uuid) -> tantivy::Result<Option<u64>> {
    Ok(column.dictionary().term_ord(id.as_bytes())?)
}

/// Which bits of the traits count, and what they must be.
fn wanted(query: &Query) -> (u64, u64) {
    let kind_bits = 3;
    let mut mask = NAMES;
    let mut value = 0;
    if let Some(kind) = query.kind {
        mask |= kind_bits;
        value |= traits(kind, None);
    }
    if let Some(sector) = query.sector {
        mask |= (NAMES - 1) & !kind_bits;
        value |= traits(RespondentKind::Individual, Some(sector)) & !kind_bits;
    }
    (mask, value)
}
