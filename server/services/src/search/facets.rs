//! Counting all that was found, value by value.

use std::collections::HashMap;
use std::hash::Hash;

use domain::responses::{RespondentKind, Sector};
use tantivy::DocId;
use uuid::Uuid;

use super::filter::Filter;
use crate::index::columns::{BLOCK, Columns, Ids, fill};
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
    filter: Filter,
    all: Count,
    last_group: Option<u64>,
    traits: [Count; TRAITS],
    systems: Vec<Count>,
    questions: Vec<Count>,
    codes: Vec<Count>,
    /// For each code, the response (counted from 1) in which it was last met.
    met: Vec<u64>,
    block: Block,
}

/// The values of one block of documents.
struct Block {
    group: [u64; BLOCK],
    traits: [u64; BLOCK],
    call: [u64; BLOCK],
    system: [u64; BLOCK],
    question: [u64; BLOCK],
}

impl<'c> Counter<'c> {
    pub fn new(columns: &'c Columns, filter: Filter) -> Self {
        let zero = [0; BLOCK];
        let none = |ids: &Ids| vec![Count::default(); ids.ids.len()];
        Self {
            columns,
            filter,
            all: Count::default(),
            last_group: None,
            traits: [Count::default(); TRAITS],
            systems: none(&columns.system),
            questions: none(&columns.question),
            codes: none(&columns.code),
            met: vec![0; columns.code.ids.len()],
            block: Block { group: zero, traits: zero, call: zero, system: zero, question: zero },
        }
    }

    /// Counts those of these documents that pass the filter, and shows each of them to `each`. Blocks come in the
    /// order of documents, so the documents of one response come together.
    pub fn count(&mut self, docs: &[DocId], mut each: impl FnMut(DocId)) {
        for docs in docs.chunks(BLOCK) {
            let length = docs.len();
            fill(&self.columns.group, docs, &mut self.block.group[..length]);
            fill(&self.columns.traits, docs, &mut self.block.traits[..length]);
            fill(&self.columns.call.numbers, docs, &mut self.block.call[..length]);
            fill(&self.columns.system.numbers, docs, &mut self.block.system[..length]);
            fill(&self.columns.question.numbers, docs, &mut self.block.question[..length]);
            for (at, doc) in docs.iter().enumerate() {
                if self.count_one(at, *doc) {
                    each(*doc);
                }
            }
        }
    }

    fn count_one(&mut self, at: usize, doc: DocId) -> bool {
        let Block { group, traits, call, system, question } = &self.block;
        let (group, traits, system, question) = (group[at], traits[at], system[at], question[at]);
        if !self.filter.passes_with(traits, call[at], system, question)
            || !self.filter.has_code(self.columns, doc)
        {
            return false;
        }
        let new = self.last_group != Some(group);
        self.last_group = Some(group);
        self.all.add(new);
        self.traits[traits as usize % TRAITS].add(new);
        self.systems[system as usize].add(new);
        self.questions[question as usize].add(true);
        for code in self.columns.code.numbers.values_for_doc(doc) {
            let code = code as usize;
            self.codes[code].add(self.met[code] != self.all.responses);
            self.met[code] = self.all.responses;
        }
        true
    }
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
        merge(&mut self.all, counter.all);
        for (traits, count) in counter.traits.iter().enumerate().filter(|(_, count)| count.answers > 0) {
            if let Some(kind) = kind_of(traits as u64) {
                merge(self.kinds.entry(kind).or_default(), *count);
            }
            if let Some(sector) = sector_of(traits as u64) {
                merge(self.sectors.entry(sector).or_default(), *count);
            }
        }
        named(&mut self.systems, &columns.system, &counter.systems);
        named(&mut self.questions, &columns.question, &counter.questions);
        named(&mut self.codes, &columns.code, &counter.codes);
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

fn named(into: &mut HashMap<Uuid, Count>, column: &Ids, counts: &[Count]) {
    for (id, count) in column.ids.iter().zip(counts).filter(|(id, count)| count.answers > 0 && !id.is_nil()) {
        merge(into.entry(*id).or_default(), *count);
    }
}

fn sorted<T: Copy + Eq + Hash + Ord>(counts: HashMap<T, Count>) -> Vec<Facet<T>> {
    let facet = |(value, Count { answers, responses })| Facet { value, answers, responses };
    let mut facets: Vec<_> = counts.into_iter().map(facet).collect();
    facets.sort_by(|a, b| b.answers.cmp(&a.answers).then(a.value.cmp(&b.value)));
    facets
}
