//! The fields of the index.
//!
//! One document is one answer. A response has one more, of its reference and its respondent's names, which is found
//! apart: otherwise every answer of every *Trust* would be found by *trust*. All documents of a response are written
//! together, so that they lie side by side in one segment; counting responses rests on that.

use tantivy::schema::{
    BytesOptions, FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::TextAnalyzer;

use domain::responses::{RespondentKind, Sector};

use super::words::{EXACT, STEMMED, WordTokenizer};

/// Changes whenever the same answer would be indexed differently, so that an older index is rebuilt.
pub const FORMAT: u32 = 2;

/// The fields of a document.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// The response's id, by which its documents are replaced.
    pub response: Field,
    pub reference: Field,
    pub call: Field,
    pub answer: Field,
    /// The nil id on a document of names, so that every document has one: such columns are read fastest.
    pub question: Field,
    pub kind: Field,
    pub sector: Field,
    /// The nil id where none was named.
    pub system: Field,
    pub language: Field,
    /// Each code on the answer or its excerpts, and every code above it.
    pub code: Field,
    /// What was answered, in words without their endings; stored.
    pub text: Field,
    /// The same in the words as they are, with their places: for phrases.
    pub exact: Field,
    /// Reference and organisation; stored.
    pub names: Field,
    /// The names of people, for those who may see them; stored.
    pub people: Field,
    /// Kind and sector in one small number: see [`traits`].
    pub traits: Field,
    /// A number that documents of one response share and neighbours do not.
    pub group: Field,
    /// When it was submitted, in microseconds.
    pub submitted: Field,
}

/// The schema, always the same.
pub fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let key = || BytesOptions::default().set_indexed();
    let fields = Fields {
        response: builder.add_bytes_field("response", key().set_stored()),
        reference: builder.add_text_field("reference", STORED),
        call: builder.add_bytes_field("call", key().set_fast()),
        answer: builder.add_bytes_field("answer", STORED),
        question: builder.add_bytes_field("question", key().set_fast().set_stored()),
        kind: builder.add_text_field("kind", STRING),
        sector: builder.add_text_field("sector", STRING),
        system: builder.add_bytes_field("system", key().set_fast()),
        language: builder.add_text_field("language", STRING),
        code: builder.add_bytes_field("code", key().set_fast()),
        text: builder.add_text_field("text", searched(STEMMED, IndexRecordOption::WithFreqs).set_stored()),
        exact: builder.add_text_field("exact", searched(EXACT, IndexRecordOption::WithFreqsAndPositions)),
        names: builder
            .add_text_field("names", searched(EXACT, IndexRecordOption::WithFreqsAndPositions).set_stored()),
        people: builder
            .add_text_field("people", searched(EXACT, IndexRecordOption::WithFreqsAndPositions).set_stored()),
        traits: builder.add_u64_field("traits", FAST),
        group: builder.add_u64_field("group", FAST),
        submitted: builder.add_i64_field("submitted", FAST),
    };
    (builder.build(), fields)
}

/// How many values [`traits`] can have.
pub const TRAITS: usize = 128;

/// The bit of [`traits`] that a document of names has and an answer has not.
pub const NAMES: u64 = 64;

/// Kind and sector as one number: two bits for the kind, four for the sector, where 0 is none.
pub fn traits(kind: RespondentKind, sector: Option<Sector>) -> u64 {
    let kind = RespondentKind::ALL.iter().position(|known| *known == kind).unwrap_or_default();
    let sector = sector.and_then(|sector| Sector::ALL.iter().position(|known| *known == sector));
    kind as u64 | (sector.map_or(0, |at| at as u64 + 1) << 2)
}

/// The kind in this number.
pub fn kind_of(traits: u64) -> Option<RespondentKind> {
    RespondentKind::ALL.get((traits & 3) as usize).copied()
}

/// The sector in this number.
pub fn sector_of(traits: u64) -> Option<Sector> {
    Sector::ALL.get(usize::try_from((traits >> 2) & 15).ok()?.checked_sub(1)?).copied()
}

fn searched(tokenizer: &str, option: IndexRecordOption) -> TextOptions {
    let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(option);
    TextOptions::default().set_indexing_options(indexing)
}

/// Teaches an index how texts become words.
pub fn register(index: &tantivy::Index) {
    index.tokenizers().register(EXACT, TextAnalyzer::from(WordTokenizer::default()));
    index.tokenizers().register(STEMMED, TextAnalyzer::from(WordTokenizer::stemmed()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traits_hold_every_kind_and_sector() {
        for kind in RespondentKind::ALL {
            for sector in Sector::ALL.iter().copied().map(Some).chain([None]) {
                let held = traits(*kind, sector);
                assert!(held < NAMES);
                assert_eq!((kind_of(held | NAMES), sector_of(held | NAMES)), (Some(*kind), sector));
            }
        }
    }
}
