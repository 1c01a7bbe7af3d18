//! Answering a query from the index.
//!
//! The words are asked twice. The first time the library ranks, and skips whatever cannot be among the best; the second
//! time it lists every document without ranking, and these are counted. Together that takes less than ranking and
//! counting every document at once. What else is asked for (kind, sector, …) is read from the same columns that are
//! counted, except where it is rare: then the index is asked for it together with the words.

use domain::search::{PAGE, Query};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{EnableScoring, Occur, Weight};
use tantivy::schema::Value;
use tantivy::{DocAddress, SegmentReader, TantivyDocument, TantivyError};
use uuid::Uuid;

use super::facets::{Counter, Facets, Totals};
use super::filter::Filter;
use super::plan::{Plan, filters, having, together};
use super::rank::{Best, Ranked};
use super::snippet::Marker;
use super::{Hit, Respondent, Respondents};
use crate::index::View;
use crate::index::columns::Columns;

/// How many respondents are shown by name.
const NAMED: usize = 5;

/// A filter is asked of the index where it leaves less than this part of all documents.
const RARE: u64 = 8;

/// What the index knows.
#[derive(Default)]
pub struct Found {
    pub total: u64,
    pub responses: u64,
    pub hits: Vec<Hit>,
    pub facets: Facets,
    pub respondents: Respondents,
}

/// Answers a query.
pub fn find(view: &View, call: Uuid, query: &Query) -> tantivy::Result<Found> {
    let plan = Plan::new(&query.words);
    if plan.hopeless {
        return Ok(Found::default());
    }
    let page = query.page.max(1);
    let mut best = Best::new(page * PAGE);
    let mut totals = Totals::default();
    let passes = Passes::new(view, &plan, call, query)?;
    for (number, (reader, columns)) in view.segments().enumerate() {
        if let Some(filter) = Filter::open(columns, call, query) {
            passes.segment(number as u32, reader, columns, filter, &mut best, &mut totals)?;
        }
    }
    let (total, responses, facets) = totals.finish();
    let mut marker = Marker::new(&plan);
    let ranked = best.finish((page - 1) * PAGE);
    let hits = ranked.iter().map(|ranked| hit(view, ranked, &mut marker)).collect::<tantivy::Result<_>>()?;
    let respondents = if page == 1 && query.code.is_none() && query.question.is_none() {
        respondents(view, &plan, call, query)?
    } else {
        Respondents::default()
    };
    Ok(Found { total, responses, hits, facets, respondents })
}

/// The two ways in which the words are asked.
struct Passes {
    /// Missing where there are no words to rank by.
    ranking: Option<Box<dyn Weight>>,
    listing: Box<dyn Weight>,
}

impl Passes {
    fn new(view: &View, plan: &Plan, call: Uuid, query: &Query) -> tantivy::Result<Self> {
        let (searcher, fields) = (&view.searcher, &view.fields);
        let filters = filters(searcher, fields, call, query)?;
        let rarest = filters.first();
        let rare = rarest.filter(|(frequency, _)| frequency.saturating_mul(RARE) < searcher.num_docs());
        let asked = match (plan.answers(fields), rarest) {
            (Some(words), _) => {
                let filter = rare.map(|(_, term)| (Occur::Must, having(term)));
                (true, together(std::iter::once((Occur::Must, words)).chain(filter).collect()))
            }
            (None, rarest) => {
                let filter = rarest.map(|(_, term)| (Occur::Must, having(term)));
                (false, together(filter.into_iter().chain(plan.exclusions(fields)).collect()))
            }
        };
        let (ranked, query) = asked;
        let ranking =
            ranked.then(|| query.weight(EnableScoring::enabled_from_searcher(searcher))).transpose()?;
        let listing = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
        Ok(Self { ranking, listing })
    }

    fn segment(
        &self,
        number: u32,
        reader: &SegmentReader,
        columns: &Columns,
        filter: Filter,
        best: &mut Best,
        totals: &mut Totals,
    ) -> tantivy::Result<()> {
        let alive = |doc| reader.alive_bitset().is_none_or(|alive| alive.is_alive(doc));
        let submitted = |doc| columns.submitted.first(doc).unwrap_or_default();
        let ranked = |doc, score| Ranked {
            score,
            submitted: submitted(doc),
            group: columns.group.first(doc).unwrap_or_default(),
            address: DocAddress::new(number, doc),
        };
        if let Some(ranking) = &self.ranking {
            ranking.for_each_pruning(best.threshold(), reader, &mut |doc, score| {
                if alive(doc) && best.could_take(score, submitted(doc)) && filter.passes(columns, doc) {
                    best.take(ranked(doc, score));
                }
                best.threshold()
            })?;
        }
        let newest_first = self.ranking.is_none();
        let mut counter = Counter::new(columns, filter);
        let mut living = Vec::new();
        self.listing.for_each_no_score(reader, &mut |docs| {
            let docs = if reader.has_deletes() {
                living.clear();
                living.extend(docs.iter().copied().filter(|doc| alive(*doc)));
                &living[..]
            } else {
                docs
            };
            counter.count(docs, |doc| {
                if newest_first && best.could_take(0.0, submitted(doc)) {
                    best.take(ranked(doc, 0.0));
                }
            });
        })?;
        totals.add(&counter);
        Ok(())
    }
}

fn hit(view: &View, ranked: &Ranked, marker: &mut Marker) -> tantivy::Result<Hit> {
    let fields = &view.fields;
    let document: TantivyDocument = view.searcher.doc(ranked.address)?;
    let text = document.get_first(fields.text).and_then(|value| value.as_str()).unwrap_or_default();
    let (snippet, span) = marker.snippet(text);
    Ok(Hit {
        response: id(&document, fields.response)?,
        reference: reference(view, &document),
        answer: id(&document, fields.answer)?,
        question: id(&document, fields.question)?,
        score: ranked.score,
        snippet,
        span,
    })
}

fn id(document: &TantivyDocument, field: tantivy::schema::Field) -> tantivy::Result<Uuid> {
    let bytes = document.get_first(field).and_then(|value| value.as_bytes()).unwrap_or_default();
    Uuid::from_slice(bytes).map_err(|error| TantivyError::InternalError(error.to_string()))
}

fn reference(view: &View, document: &TantivyDocument) -> String {
    let value = document.get_first(view.fields.reference).and_then(|value| value.as_str());
    value.unwrap_or_default().to_owned()
}

/// The responses whose reference or names hold the words.
fn respondents(view: &View, plan: &Plan, call: Uuid, query: &Query) -> tantivy::Result<Respondents> {
    let Some(names) = plan.names(&view.fields) else { return Ok(Respondents::default()) };
    let filters = filters(&view.searcher, &view.fields, call, query)?;
    let filters = filters.iter().map(|(_, term)| (Occur::Must, having(term)));
    let query = together(std::iter::once((Occur::Must, names)).chain(filters).collect());
    let (first, total) =
        view.searcher.search(&query, &(TopDocs::with_limit(NAMED).order_by_score(), Count))?;
    let respondent = |(_, address)| {
        let document: TantivyDocument = view.searcher.doc(address)?;
        let names =
            document.get_first(view.fields.names).and_then(|value| value.as_str()).unwrap_or_default();
        let name = names.lines().skip(1).collect::<Vec<_>>().join(", ");
        let response = id(&document, view.fields.response)?;
        Ok(Respondent { response, reference: reference(view, &document), name })
    };
    let first = first.into_iter().map(respondent).collect::<tantivy::Result<_>>()?;
    Ok(Respondents { total: total as u64, first })
}
