//! The yardstick of searching: the library alone, asked for the same on the same index.
//!
//! For each query it is given, ready made, what the program's query comes to: words without their endings, phrases, and
//! a term for each filter. It answers in two ways. [`Raw::page`] does the job of a page of results with the library's
//! own parts, as its documentation shows them: in one pass it ranks, keeps the first 20, counts all hits and counts
//! them by every facet ([`counting`](crate::counting)); then it fetches the 20 documents and makes their snippets.
//! [`Raw::rank`] leaves out facets and snippets: no page of ours could be made of it, but it says what all else costs.
//!
//! Neither counts responses beside answers, looks among names, or asks the database how fresh the index is. The
//! program does, in the time that is compared.

use services::index::View;
use services::index::words::{Stems, words};
use tantivy::collector::{Collector, Count, TopDocs};
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Value};
use tantivy::snippet::SnippetGenerator;
use tantivy::{DocAddress, Order, TantivyDocument, Term};

use crate::counting::{self, Counts};
use crate::questions::Question;

/// The hits of a page.
const PAGE: usize = 20;

/// How long a snippet is, in characters: as long as the program's.
const SNIPPET: usize = 280;

/// The scores and places of the best, in order.
type Best = Vec<(f32, DocAddress)>;

/// A query as the library takes it.
pub struct Raw {
    query: Box<dyn Query>,
    /// Without words there is nothing to rank by, and the newest come first.
    ranked: bool,
    /// The field whose words snippets show.
    shown: Field,
}

/// What was found: how many in all, and the scores of the first page.
#[derive(Debug, PartialEq)]
pub struct Hits {
    pub total: u64,
    pub scores: Vec<f32>,
}

impl Raw {
    /// Makes the library's query of one of ours.
    pub fn new(view: &View, question: &Question) -> Self {
        let fields = &view.fields;
        let mut all: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        let mut stems = Stems::default();
        let mut stem = |word: &String| {
            let term = Term::from_field_text(fields.text, stems.of(word));
            Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)) as Box<dyn Query>
        };
        if let Some(phrase) = &question.phrase {
            let terms =
                words(phrase).iter().map(|word| Term::from_field_text(fields.exact, &word.text)).collect();
            all.push((Occur::Must, Box::new(PhraseQuery::new(terms))));
        }
        all.extend(question.all.iter().map(|word| (Occur::Must, stem(word))));
        if !question.any.is_empty() {
            all.push((Occur::Must, Box::new(BooleanQuery::union(question.any.iter().map(stem).collect()))));
        }
        let ranked = !all.is_empty();
        let id = |field: Field, id: uuid::Uuid| Term::from_field_bytes(field, id.as_bytes());
        let asked = &question.query;
        let filters = [
            asked.kind.map(|kind| Term::from_field_text(fields.kind, kind.as_str())),
            asked.sector.map(|sector| Term::from_field_text(fields.sector, sector.as_str())),
            asked.system.map(|system| id(fields.system, system)),
            asked.code.map(|code| id(fields.code, code)),
        ];
        for term in filters.into_iter().flatten() {
            let filter = TermQuery::new(term, IndexRecordOption::Basic);
            all.push((Occur::Must, Box::new(ConstScoreQuery::new(Box::new(filter), 0.0))));
        }
        let query = if all.len() == 1 { all.remove(0).1 } else { Box::new(BooleanQuery::new(all)) };
        Self { query, ranked, shown: if question.phrase.is_some() { fields.exact } else { fields.text } }
    }

    /// Ranks, counts, and fetches the documents of the first page.
    pub fn rank(&self, view: &View) -> tantivy::Result<Hits> {
        let (best, total) = self.search(view, Count)?;
        for (_, address) in &best {
            let document: TantivyDocument = view.searcher.doc(*address)?;
            std::hint::black_box(document);
        }
        Ok(hits(&best, total))
    }

    /// Does all that a page of results needs.
    pub fn page(&self, view: &View) -> tantivy::Result<(Hits, Counts)> {
        let (best, (total, traits, ids)) = self.search(view, (Count, counting::traits()?, counting::Ids))?;
        let mut snippets = SnippetGenerator::create(&view.searcher, &self.query, self.shown)?;
        snippets.set_max_num_chars(SNIPPET);
        for (_, address) in &best {
            let document: TantivyDocument = view.searcher.doc(*address)?;
            let text = document.get_first(view.fields.text).and_then(|text| text.as_str());
            std::hint::black_box(snippets.snippet(text.unwrap_or_default()));
        }
        Ok((hits(&best, total), Counts::new(&traits, ids)?))
    }

    /// The first page in order, and what is collected of everything that is found.
    fn search<C: Collector>(&self, view: &View, collector: C) -> tantivy::Result<(Best, C::Fruit)> {
        let best = TopDocs::with_limit(PAGE);
        if self.ranked {
            return view.searcher.search(&self.query, &(best.order_by_score(), collector));
        }
        let newest = best.order_by_fast_field::<i64>("submitted", Order::Desc);
        let (found, collected) = view.searcher.search(&self.query, &(newest, collector))?;
        Ok((found.into_iter().map(|(_, address)| (0.0, address)).collect(), collected))
    }
}

fn hits(best: &[(f32, DocAddress)], total: usize) -> Hits {
    Hits { total: total as u64, scores: best.iter().map(|(score, _)| *score).collect() }
}
