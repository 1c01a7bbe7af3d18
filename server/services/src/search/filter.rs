//! What is asked for beside the words.

use domain::responses::RespondentKind;
use domain::search::Query;
use tantivy::DocId;
use uuid::Uuid;

use crate::index::columns::{Columns, Document, Profile, number};
use crate::index::schema::{NAMES, traits};

/// What a document of one segment must have beside the words.
pub struct Filter<'c> {
    columns: &'c Columns,
    /// Which profiles pass.
    passing: Vec<bool>,
    code: Option<u32>,
}

impl<'c> Filter<'c> {
    /// The filter for this segment; nothing where no document of it can pass.
    pub fn open(columns: &'c Columns, call: Uuid, query: &Query) -> Option<Self> {
        let call = number(&columns.calls, call)?;
        let of = |ids: &[Uuid], id: Option<Uuid>| match id {
            Some(id) => number(ids, id).map(Some),
            None => Some(None),
        };
        let system = of(&columns.systems, query.system)?;
        let question = of(&columns.questions, query.question)?;
        let code = of(&columns.codes.ids, query.code)?;
        let (mask, wanted) = wanted_traits(query);
        let passes = |profile: &Profile| {
            profile.traits & mask == wanted
                && profile.call == call
                && system.is_none_or(|wanted| profile.system == wanted)
                && question.is_none_or(|wanted| profile.question == wanted)
        };
        Some(Self { columns, passing: columns.profiles.iter().map(passes).collect(), code })
    }

    /// What of a document is counted, where it passes.
    pub fn pass(&self, doc: DocId) -> Option<Document> {
        let document = self.columns.documents[doc as usize];
        let coded = || self.code.is_none_or(|code| self.columns.codes.of(doc).contains(&code));
        (self.passing[document.profile as usize] && coded()).then_some(document)
    }
}

/// Which bits of the traits count, and what they must be.
fn wanted_traits(query: &Query) -> (u64, u64) {
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
