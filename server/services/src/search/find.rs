//! Answering a query from the index.
//!
//! Every document that has the words is listed and counted, and the best of them are kept. Where one word is asked for,
//! the index is asked twice: first to rank, which skips whatever cannot be among the best, then to list without ranking;
//! together that takes less than ranking every document. What else is asked for (kind, sector, …) is read from the same
//! columns that are counted, except where it is rare: then the index is asked for it together with the words.

use domain::search::{PAGE, Query};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{EnableScoring, Occur, Weight};
use tantivy::schema::Value;
use tantivy::{DocAddress, DocId, Score, SegmentReader, TantivyDocument, TantivyError, Term};
use uuid::Uuid;

use super::facets::{Counter, Facets, Totals};
use super::filter::Filter;
use super::plan::{Plan, filters, having, together};
use super::rank::{Best, Ranked};
use super::snippet::Marker;
use super::{Hit, Respondent, Respondents};
use crate::index::View;
use crate::index::columns::{Columns, Document};

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
pub fn find(view: &View, call: Uuid, query: &Query, people: bool) -> tantivy::Result<Found> {
    let plan = Plan::new(&query.words);
    if plan.hopeless {
        return Ok(Found::default());
    }
    let page = query.page.max(1);
    let mut best = Best::new(page * PAGE);
    let mut totals = Totals::default();
    let filters = filters(&view.searcher, &view.fields, call, query)?;
    let asked = Asked::new(view, &plan, &filters)?;
    for (number, (reader, columns)) in view.segments().enumerate() {
        if let Some(filter) = Filter::open(columns, call, query) {
            let segment = Segment { number: number as u32, reader, columns, filter };
            asked.of(&segment, &mut best, &mut totals)?;
        }
    }
    let (total, responses, facets) = totals.finish();
    let mut marker = Marker::new(&plan);
    let ranked = best.finish((page - 1) * PAGE);
    let hits = ranked.iter().map(|ranked| hit(view, ranked, &mut marker)).collect::<tantivy::Result<_>>()?;
    let respondents = if page == 1 && query.code.is_none() && query.question.is_none() {
        respondents(view, &plan, &filters, people)?
    } else {
        Respondents::default()
    };
    Ok(Found { total, responses, hits, facets, respondents })
}

/// How the index is asked.
enum Asked {
    /// One word: to rank, and then to list.
    Twice { ranking: Box<dyn Weight>, listing: Box<dyn Weight> },
    /// More: to rank all that is listed.
    Once(Box<dyn Weight>),
    /// There are no words to rank by: the newest come first.
    Newest(Box<dyn Weight>),
}

/// A part of the index.
struct Segment<'c> {
    number: u32,
    reader: &'c SegmentReader,
    columns: &'c Columns,
    filter: Filter<'c>,
}

impl Asked {
    fn new(view: &View, plan: &Plan, filters: &[(u64, Term)]) -> tantivy::Result<Self> {
        let (searcher, fields) = (&view.searcher, &view.fields);
        let ranked = EnableScoring::enabled_from_searcher(searcher);
        let unranked = EnableScoring::disabled_from_searcher(searcher);
        let rarest = filters.first();
        let Some(words) = plan.answers(fields) else {
            let filter = rarest.map(|(_, term)| (Occur::Must, having(term)));
            let query = together(filter.into_iter().chain(plan.exclusions(fields)).collect());
            return Ok(Self::Newest(query.weight(unranked)?));
        };
        let rare = rarest.filter(|(frequency, _)| frequency.saturating_mul(RARE) < searcher.num_docs());
        if let Some((_, term)) = rare {
            let query = together(vec![(Occur::Must, words), (Occur::Must, having(term))]);
            Ok(Self::Once(query.weight(ranked)?))
        } else if plan.one_word() {
            Ok(Self::Twice { ranking: words.weight(ranked)?, listing: words.weight(unranked)? })
        } else {
            Ok(Self::Once(words.weight(ranked)?))
        }
    }

    /// Asks a segment.
    fn of(&self, segment: &Segment<'_>, best: &mut Best, totals: &mut Totals) -> tantivy::Result<()> {
        let reader = segment.reader;
        let mut counter = Counter::new(segment.columns);
        match self {
            Self::Once(weight) => weight.for_each(reader, &mut |doc, score| {
                if let Some(document) = segment.pass(doc) {
                    counter.count(doc, document);
                    segment.offer(doc, score, best);
                }
            })?,
            Self::Twice { ranking, listing } => {
                ranking.for_each_pruning(best.threshold(), reader, &mut |doc, score| {
                    if segment.pass(doc).is_some() {
                        segment.offer(doc, score, best);
                    }
                    best.threshold()
                })?;
                list(listing.as_ref(), segment, |doc, document| counter.count(doc, document))?;
            }
            Self::Newest(weight) => list(weight.as_ref(), segment, |doc, document| {
                counter.count(doc, document);
                segment.offer(doc, 0.0, best);
            })?,
        }
        totals.add(&counter);
        Ok(())
    }
}

/// Lists the documents of a segment that pass.
fn list(
    weight: &dyn Weight,
    segment: &Segment<'_>,
    mut each: impl FnMut(DocId, Document),
) -> tantivy::Result<()> {
    weight.for_each_no_score(segment.reader, &mut |docs| {
        for doc in docs {
            if let Some(document) = segment.pass(*doc) {
                each(*doc, document);
            }
        }
    })
}

impl Segment<'_> {
    /// What of a document is counted, where it is there and passes the filter.
    fn pass(&self, doc: DocId) -> Option<Document> {
        let alive = self.reader.alive_bitset().is_none_or(|alive| alive.is_alive(doc));
        if alive { self.filter.pass(doc) } else { None }
    }

    /// Puts a document among the best where it is one of them.
    fn offer(&self, doc: DocId, score: Score, best: &mut Best) {
        let submitted = || self.columns.submitted.first(doc).unwrap_or_default();
        if best.could_take(score, submitted) {
            let group = self.columns.group.first(doc).unwrap_or_default();
            let address = DocAddress::new(self.number, doc);
            best.take(Ranked { score, submitted: submitted(), group, address });
        }
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
fn respondents(
    view: &View,
    plan: &Plan,
    filters: &[(u64, Term)],
    people: bool,
) -> tantivy::Result<Respondents> {
    let Some(names) = plan.names(&view.fields, people) else { return Ok(Respondents::default()) };
    let filters = filters.iter().map(|(_, term)| (Occur::Must, having(term)));
    let query = together(std::iter::once((Occur::Must, names)).chain(filters).collect());
    let (first, total) =
        view.searcher.search(&query, &(TopDocs::with_limit(NAMED).order_by_score(), Count))?;
    let respondent = |(_, address)| {
        let document: TantivyDocument = view.searcher.doc(address)?;
        let stored = |field| document.get_first(field).and_then(|value| value.as_str()).unwrap_or_default();
        let named = if people { stored(view.fields.people) } else { "" };
        let organisation = stored(view.fields.names).lines().skip(1);
        let name = named.lines().chain(organisation).collect::<Vec<_>>().join(", ");
        let response = id(&document, view.fields.response)?;
        Ok(Respondent { response, reference: reference(view, &document), name })
    };
    let first = first.into_iter().map(respondent).collect::<tantivy::Result<_>>()?;
    Ok(Respondents { total: total as u64, first })
}
