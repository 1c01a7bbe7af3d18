//! What is asked for beside the words.

use domain::responses::RespondentKind;
use domain::search::Query;
use tantivy::DocId;
use tantivy::columnar::Column;
use uuid::Uuid;

use crate::index::columns::Columns;
use crate::index::schema::{NAMES, traits};

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
    pub fn open(columns: &Columns, call: Uuid, query: &Query) -> Option<Self> {
        let call = columns.call.number(call)?;
        let mut filter = Self { traits: wanted(query), call, system: None, question: None, code: None };
        let asked = [
            (query.system, &columns.system, &mut filter.system),
            (query.question, &columns.question, &mut filter.question),
            (query.code, &columns.code, &mut filter.code),
        ];
        for (id, column, place) in asked {
            if let Some(id) = id {
                *place = Some(column.number(id)?);
            }
        }
        Some(filter)
    }

    /// Whether this document passes.
    pub fn passes(&self, columns: &Columns, doc: DocId) -> bool {
        let is = |column: &Column<u64>, wanted: u64| column.first(doc) == Some(wanted);
        columns.traits.first(doc).is_some_and(|traits| self.fits(traits))
            && is(&columns.call.numbers, self.call)
            && self.system.is_none_or(|wanted| is(&columns.system.numbers, wanted))
            && self.question.is_none_or(|wanted| is(&columns.question.numbers, wanted))
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
        columns.code.numbers.values_for_doc(doc).any(|code| code == wanted)
    }

    const fn fits(&self, traits: u64) -> bool {
        traits & self.traits.0 == self.traits.1
    }
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
