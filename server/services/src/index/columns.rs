//! What searching reads of each document it finds, kept in memory for as long as its segment is there: eight bytes a
//! document, and four more for each code on it. Read from the files they would take longer than finding does.

use std::collections::HashMap;

use tantivy::columnar::{BytesColumn, Column};
use tantivy::{DocId, SegmentReader, TantivyError};
use uuid::Uuid;

/// The columns of one segment. Ids have numbers in it, their places in a list.
pub struct Columns {
    /// By the number of the document.
    pub documents: Vec<Document>,
    pub profiles: Vec<Profile>,
    pub calls: Vec<Uuid>,
    pub systems: Vec<Uuid>,
    pub questions: Vec<Uuid>,
    pub codes: Codes,
    /// When a document was submitted, in microseconds. Read of few documents, as is the next.
    pub submitted: Column<i64>,
    /// A number that documents of one response share and neighbours do not.
    pub group: Column<u64>,
}

/// One document.
#[derive(Clone, Copy, Debug)]
pub struct Document {
    /// The number of its profile.
    pub profile: u32,
    /// The first document of its response, which all documents of the response share.
    pub response: DocId,
}

/// What a document has in common with many others. There are far fewer profiles than documents, so whether a filter
/// lets one pass, and how often it was found, is worked out for each profile once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Profile {
    /// See [`traits`](super::schema::traits).
    pub traits: u64,
    pub call: u32,
    pub system: u32,
    pub question: u32,
}

/// The codes of documents.
#[derive(Default)]
pub struct Codes {
    pub ids: Vec<Uuid>,
    /// The numbers of the codes of all documents, one document after another.
    numbers: Vec<u32>,
    /// Where the numbers of each document begin, and at the end where the last ones end.
    begin: Vec<u32>,
}

impl Codes {
    /// The numbers of the codes on a document.
    pub fn of(&self, doc: DocId) -> &[u32] {
        match self.begin.get(doc as usize..doc as usize + 2) {
            Some(&[from, to]) => &self.numbers[from as usize..to as usize],
            // A segment without any code.
            _ => &[],
        }
    }

    fn open(reader: &SegmentReader) -> tantivy::Result<Self> {
        let Some(column) = reader.fast_fields().bytes("code")? else { return Ok(Self::default()) };
        let mut codes = Self { ids: ids(&column)?, ..Self::default() };
        for doc in 0..reader.max_doc() {
            codes.begin.push(codes.numbers.len() as u32);
            codes.numbers.extend(column.ords().values_for_doc(doc).map(|number| number as u32));
        }
        codes.begin.push(codes.numbers.len() as u32);
        Ok(codes)
    }
}

impl Columns {
    pub fn open(reader: &SegmentReader) -> tantivy::Result<Self> {
        let fast = reader.fast_fields();
        let numbered = |name: &str| -> tantivy::Result<_> {
            let column = fast.bytes(name)?;
            Ok((column.as_ref().map(ids).transpose()?.unwrap_or_default(), column))
        };
        let (calls, call) = numbered("call")?;
        let (systems, system) = numbered("system")?;
        let (questions, question) = numbered("question")?;
        let (traits, group) = (fast.u64("traits")?, fast.u64("group")?);
        let number = |column: &Option<BytesColumn>, doc| {
            column.as_ref().and_then(|column| column.ords().first(doc)).unwrap_or_default() as u32
        };
        let mut known = HashMap::new();
        let (mut profiles, mut documents) = (Vec::new(), Vec::with_capacity(reader.max_doc() as usize));
        let mut last = (None, 0);
        for doc in 0..reader.max_doc() {
            let profile = Profile {
                traits: traits.first(doc).unwrap_or_default(),
                call: number(&call, doc),
                system: number(&system, doc),
                question: number(&question, doc),
            };
            let profile = *known.entry(profile).or_insert_with(|| {
                profiles.push(profile);
                profiles.len() as u32 - 1
            });
            let shared = group.first(doc);
            if last.0 != shared {
                last = (shared, doc);
            }
            documents.push(Document { profile, response: last.1 });
        }
        let (codes, submitted) = (Codes::open(reader)?, fast.i64("submitted")?);
        Ok(Self { documents, profiles, calls, systems, questions, codes, submitted, group })
    }
}

/// The number of an id in a list of this segment, where any document has it.
pub fn number(ids: &[Uuid], id: Uuid) -> Option<u32> {
    ids.binary_search(&id).ok().map(|at| at as u32)
}

/// The ids of a column, in the order of their numbers, which is also their own.
fn ids(column: &BytesColumn) -> tantivy::Result<Vec<Uuid>> {
    let mut ids = Vec::with_capacity(column.num_terms());
    let mut stream = column.dictionary().stream()?;
    while stream.advance() {
        let unreadable = |_| TantivyError::InternalError("a column of ids holds something else".to_owned());
        ids.push(Uuid::from_slice(stream.key()).map_err(unreadable)?);
    }
    Ok(ids)
}
