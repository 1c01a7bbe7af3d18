//! What a query asks of the index.

use domain::search::{Piece, Query, Words};
use tantivy::query::{AllQuery, BooleanQuery, ConstScoreQuery, Occur, PhraseQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};
use uuid::Uuid;

use crate::index::schema::Fields;
use crate::index::words::{Stems, words};

type Asked = Box<dyn tantivy::query::Query>;

/// Words that say little and need not be in an answer where other words are asked for, in English and in Welsh.
const LIGHT: &[&str] = &[
    "a", "ac", "an", "and", "are", "ar", "as", "at", "be", "by", "for", "from", "i", "in", "is", "it", "o",
    "of", "on", "or", "that", "the", "this", "to", "was", "were", "with", "y", "yn", "yr",
];

/// Endings that an apostrophe parts from their word: *patient's* asks for *patient*, *meddygfa'r* for *meddygfa*.
const ENDINGS: &[&str] = &["s", "r", "n", "i", "u", "w"];

/// One thing that is looked for, in words of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Atom {
    /// A word without its ending, and as it was typed.
    Stem { stem: String, word: String },
    /// Words as they are, one after another.
    Phrase(Vec<String>),
}

/// The words of a query, ready to be looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// From each group one is required.
    pub required: Vec<Vec<Atom>>,
    pub excluded: Vec<Atom>,
    /// Something was typed in which there is no word at all, so nothing can be found.
    pub hopeless: bool,
}

impl Plan {
    pub fn new(typed: &str) -> Self {
        let parsed = Words::parse(typed);
        let mut stems = Stems::default();
        let mut atoms = |pieces: &[Piece]| -> Vec<Atom> {
            pieces.iter().filter_map(|piece| atom(piece, &mut stems)).collect()
        };
        let mut required: Vec<_> =
            parsed.required.iter().map(|group| atoms(group)).filter(|group| !group.is_empty()).collect();
        let excluded = atoms(&parsed.excluded);
        if required.iter().any(|group| !is_light(group)) {
            required.retain(|group| !is_light(group));
        }
        let hopeless = required.is_empty() && excluded.is_empty() && !typed.trim().is_empty();
        Self { required, excluded, hopeless }
    }

    /// Everything that is looked for, to be shown in a snippet.
    pub fn wanted(&self) -> impl Iterator<Item = &Atom> {
        self.required.iter().flatten()
    }

    /// Whether one word is asked for, and nothing else.
    pub fn one_word(&self) -> bool {
        let word =
            matches!(self.required.as_slice(), [group] if matches!(group.as_slice(), [Atom::Stem { .. }]));
        word && self.excluded.is_empty()
    }

    /// The answers with these words; nothing where no words are required.
    pub fn answers(&self, fields: &Fields) -> Option<Asked> {
        self.query(|atom| match atom {
            Atom::Stem { stem, .. } => term(fields.text, stem),
            Atom::Phrase(words) => phrase(fields.exact, words),
        })
    }

    /// The documents of names with these words: of organisations, and of people where these may be looked for.
    pub fn names(&self, fields: &Fields, people: bool) -> Option<Asked> {
        let within = |field: Field, atom: &Atom| match atom {
            Atom::Stem { word, .. } => term(field, word),
            Atom::Phrase(words) => phrase(field, words),
        };
        self.query(|atom| {
            if !people {
                return within(fields.names, atom);
            }
            Box::new(BooleanQuery::union(vec![within(fields.names, atom), within(fields.people, atom)]))
        })
    }

    /// What no answer may hold.
    pub fn exclusions(&self, fields: &Fields) -> Vec<(Occur, Asked)> {
        let query = |atom: &Atom| match atom {
            Atom::Stem { stem, .. } => term(fields.text, stem),
            Atom::Phrase(words) => phrase(fields.exact, words),
        };
        self.excluded.iter().map(|atom| (Occur::MustNot, query(atom))).collect()
    }

    fn query(&self, look_for: impl Fn(&Atom) -> Asked) -> Option<Asked> {
        let either = |group: &Vec<Atom>| -> Asked {
            let mut queries: Vec<Asked> = group.iter().map(&look_for).collect();
            match queries.len() {
                1 => queries.remove(0),
                _ => Box::new(BooleanQuery::union(queries)),
            }
        };
        let mut all: Vec<_> = self.required.iter().map(|group| (Occur::Must, either(group))).collect();
        if all.len() == 1 && self.excluded.is_empty() {
            return all.pop().map(|(_, query)| query);
        }
        if all.is_empty() {
            return None;
        }
        all.extend(self.excluded.iter().map(|atom| (Occur::MustNot, look_for(atom))));
        Some(Box::new(BooleanQuery::new(all)))
    }
}

/// What a piece asks for; nothing where it has no word in it.
fn atom(piece: &Piece, stems: &mut Stems) -> Option<Atom> {
    let (text, as_typed) = match piece {
        Piece::Word(text) => (text, false),
        Piece::Phrase(text) => (text, true),
    };
    let mut found: Vec<String> = words(text).into_iter().map(|word| word.text).collect();
    if !as_typed && found.len() == 2 && text.contains(['\'', '’']) && ENDINGS.contains(&found[1].as_str()) {
        found.truncate(1);
    }
    match found.len() {
        0 => None,
        1 if !as_typed => {
            let word = found.remove(0);
            Some(Atom::Stem { stem: stems.of(&word).to_owned(), word })
        }
        _ => Some(Atom::Phrase(found)),
    }
}

fn is_light(group: &[Atom]) -> bool {
    group.iter().all(|atom| matches!(atom, Atom::Stem { word, .. } if LIGHT.contains(&word.as_str())))
}

fn term(field: Field, word: &str) -> Asked {
    Box::new(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::WithFreqs))
}

fn phrase(field: Field, words: &[String]) -> Asked {
    match words {
        [word] => term(field, word),
        _ => {
            Box::new(PhraseQuery::new(words.iter().map(|word| Term::from_field_text(field, word)).collect()))
        }
    }
}

/// The terms that every document found must have beside the words, the rarest first; those that all documents have are
/// left out.
pub fn filters(
    searcher: &Searcher,
    fields: &Fields,
    call: Uuid,
    query: &Query,
) -> tantivy::Result<Vec<(u64, Term)>> {
    let id = |field: Field, id: Uuid| Term::from_field_bytes(field, id.as_bytes());
    let terms = [
        Some(id(fields.call, call)),
        query.code.map(|code| id(fields.code, code)),
        query.question.map(|question| id(fields.question, question)),
        query.system.map(|system| id(fields.system, system)),
        query.kind.map(|kind| Term::from_field_text(fields.kind, kind.as_str())),
        query.sector.map(|sector| Term::from_field_text(fields.sector, sector.as_str())),
    ];
    let frequent = |term: Term| Ok((searcher.doc_freq(&term)?, term));
    let mut terms = terms.into_iter().flatten().map(frequent).collect::<tantivy::Result<Vec<_>>>()?;
    let all: u64 = searcher.segment_readers().iter().map(|reader| u64::from(reader.max_doc())).sum();
    terms.retain(|(frequency, _)| *frequency < all);
    terms.sort_by_key(|(frequency, _)| *frequency);
    Ok(terms)
}

/// The documents with this term, all equally good.
pub fn having(term: &Term) -> Asked {
    let query = TermQuery::new(term.clone(), IndexRecordOption::Basic);
    Box::new(ConstScoreQuery::new(Box::new(query), 0.0))
}

/// All of these together. Exclusions alone take away from everything there is.
pub fn together(mut queries: Vec<(Occur, Asked)>) -> Asked {
    if queries.iter().all(|(occur, _)| *occur == Occur::MustNot) {
        queries.push((Occur::Must, Box::new(AllQuery)));
    }
    match queries.len() {
        1 => queries.remove(0).1,
        _ => Box::new(BooleanQuery::new(queries)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn light_words_are_required_only_where_there_are_no_others() {
        let plan = Plan::new("waiting for the GP");
        assert_eq!(plan.required.len(), 2);
        assert_eq!(Plan::new("to be or").required.len(), 3);
        assert!(Plan::new("***").hopeless && !Plan::new(" ").hopeless);
    }

    #[test]
    fn a_word_of_several_is_a_phrase_and_an_ending_is_none() {
        let phrase =
            |words: &[&str]| vec![Atom::Phrase(words.iter().map(|word| (*word).to_owned()).collect())];
        assert_eq!(Plan::new("co-production").required, [phrase(&["co", "production"])]);
        assert_eq!(Plan::new("don’t").required, [phrase(&["don", "t"])]);
        assert_eq!(Plan::new("“Trusts”").required, [phrase(&["trusts"])]);
        assert_eq!(Plan::new("patient’s").required, Plan::new("patient").required);
    }
}
