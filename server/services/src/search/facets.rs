//! Counting all that was found, value by value.

use std::collections::HashMap;
use std::hash::Hash;

use domain::responses::{RespondentKind, Sector};
use tantivy::DocId;
use uuid::Uuid;

use crate::index::columns::{Columns, Document};
use crate::index::schema::{TRAITS, kind_of, sector_of};

/// One value and how much of what was found has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facet<T> {
    pub value: T,
    pub answers: u64,
    pub responses: u64,
}

/// The values of everything that was found, the most frequent first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// A code counts where it, or a code under it, is on the answer.
    pub codes: Vec<Facet<Uuid>>,
    pub kinds: Vec<Facet<RespondentKind>>,
    pub sectors: Vec<Facet<Sector>>,
    pub systems: Vec<Facet<Uuid>>,
    pub questions: Vec<Facet<Uuid>>,
}

/// Answers and responses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    answers: u64,
    responses: u64,
}

impl Count {
    const fn add(&mut self, new_response: bool) {
        self.answers += 1;
        self.responses += new_response as u64;
    }
}

/// The counts of one segment, by the segment's own numbers.
pub struct Counter<'c> {
    columns: &'c Columns,
    all: Count,
    /// The response of the document that was last counted.
    last: Option<DocId>,
    profiles: Vec<Count>,
    codes: Vec<Count>,
    /// For each code, the response (counted from 1) in which it was last met.
    met: Vec<u64>,
}

impl<'c> Counter<'c> {
    pub fn new(columns: &'c Columns) -> Self {
        let none = |length| vec![Count::default(); length];
        Self {
            columns,
            all: Count::default(),
            last: None,
            profiles: none(columns.profiles.len()),
            codes: none(columns.codes.ids.len()),
            met: vec![0; columns.codes.ids.len()],
        }
    }

    /// Counts a document. They come in their order, so that those of one response come together.
    pub fn count(&mut self, doc: DocId, document: Document) {
        let new = self.last != Some(document.response);
        self.last = Some(document.response);
        self.all.add(new);
        self.profiles[document.profile as usize].add(new);
        for code in self.columns.codes.of(doc) {
            let code = *code as usize;
            self.codes[code].add(self.met[code] != self.all.responses);
            self.met[code] = self.all.responses;
        }
    }

    /// The counts of everything that documents have in common. A profile counts a response where its first document
    /// was, so that adding profiles up counts each response once; but every answer of a response is to another
    /// question.
    fn common(&self) -> Common {
        let none = |ids: &[Uuid]| vec![Count::default(); ids.len()];
        let mut common = Common {
            traits: [Count::default(); TRAITS],
            systems: none(&self.columns.systems),
            questions: none(&self.columns.questions),
        };
        for (profile, count) in self.columns.profiles.iter().zip(&self.profiles) {
            if count.answers > 0 {
                merge(&mut common.traits[profile.traits as usize % TRAITS], *count);
                merge(&mut common.systems[profile.system as usize], *count);
                let answers = Count { responses: count.answers, ..*count };
                merge(&mut common.questions[profile.question as usize], answers);
            }
        }
        common
    }
}

/// Counts by what documents have in common.
struct Common {
    traits: [Count; TRAITS],
    systems: Vec<Count>,
    questions: Vec<Count>,
}

/// The counts of several segments, by ids.
#[derive(Default)]
pub struct Totals {
    all: Count,
    kinds: HashMap<RespondentKind, Count>,
    sectors: HashMap<Sector, Count>,
    systems: HashMap<Uuid, Count>,
    questions: HashMap<Uuid, Count>,
    codes: HashMap<Uuid, Count>,
}

impl Totals {
    /// Adds the counts of a segment. A response lies in one segment, so nothing is counted twice.
    pub fn add(&mut self, counter: &Counter<'_>) {
        let columns = counter.columns;
        let common = counter.common();
        merge(&mut self.all, counter.all);
        for (traits, count) in common.traits.iter().enumerate().filter(|(_, count)| count.answers > 0) {
            if let Some(kind) = kind_of(traits as u64) {
                merge(self.kinds.entry(kind).or_default(), *count);
            }
            if let Some(sector) = sector_of(traits as u64) {
                merge(self.sectors.entry(sector).or_default(), *count);
            }
        }
        named(&mut self.systems, &columns.systems, &common.systems);
        named(&mut self.questions, &columns.questions, &common.questions);
        named(&mut self.codes, &columns.codes.ids, &counter.codes);
    }

    /// Answers, responses, and the facets.
    pub fn finish(self) -> (u64, u64, Facets) {
        let facets = Facets {
            codes: sorted(self.codes),
            kinds: sorted(self.kinds),
            sectors: sorted(self.sectors),
            systems: sorted(self.systems),
            questions: sorted(self.questions),
        };
        (self.all.answers, self.all.responses, facets)
    }
}

const fn merge(into: &mut Count, count: Count) {
    into.answers += count.answers;
    into.responses += count.responses;
}

fn named(into: &mut HashMap<Uuid, Count>, ids: &[Uuid], counts: &[Count]) {
    for (id, count) in ids.iter().zip(counts).filter(|(id, count)| count.answers > 0 && !id.is_nil()) {
        merge(into.entry(*id).or_default(), *count);
    }
}

fn sorted<T: Copy + Eq + Hash + Ord>(counts: HashMap<T, Count>) -> Vec<Facet<T>> {
    let facet = |(value, Count { answers, responses })| Facet { value, answers, responses };
    let mut facets: Vec<_> = counts.into_iter().map(facet).collect();
    facets.sort_by(|a, b| b.answers.cmp(&a.answers).then(a.value.cmp(&b.value)));
    facets
}
