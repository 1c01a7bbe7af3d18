//! The yardstick of searching: the library alone, asked for the same on the same index.
//!
//! For each query it is given, ready made, what the program's query comes to: words without their endings, phrases, and
//! a term for each filter. It ranks by the same score (or by time where there are no words), keeps the first 20, counts
//! all hits in the same pass, and fetches the 20 documents from the store. That is all: no facets, no counts of
//! responses, no snippets, no search among names, no freshness. So the ratio says what all these cost.

use services::index::View;
use services::index::words::{Stems, words};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, Order, TantivyDocument, Term};

use crate::questions::Question;

/// The hits that are fetched.
const PAGE: usize = 20;

/// A query as the library takes it.
pub struct Raw {
    query: Box<dyn Query>,
    /// Without words there is nothing to rank by, and the newest come first.
    ranked: bool,
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
        Self { query, ranked }
    }

    /// Asks, and fetches the documents of the first page.
    pub fn search(&self, view: &View) -> tantivy::Result<Hits> {
        let best = TopDocs::with_limit(PAGE);
        let (hits, total): (Vec<(f32, DocAddress)>, usize) = if self.ranked {
            view.searcher.search(&self.query, &(best.order_by_score(), Count))?
        } else {
            let newest = best.order_by_fast_field::<i64>("submitted", Order::Desc);
            let (hits, total) = view.searcher.search(&self.query, &(newest, Count))?;
            (hits.into_iter().map(|(_, address)| (0.0, address)).collect(), total)
        };
        for (_, address) in &hits {
            let document: TantivyDocument = view.searcher.doc(*address)?;
            std::hint::black_box(document);
        }
        Ok(Hits { total: total as u64, scores: hits.into_iter().map(|(score, _)| score).collect() })
    }
}
