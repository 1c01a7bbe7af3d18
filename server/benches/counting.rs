//! Counting what was found by its facets, as the library does.
//!
//! Kind and sector are one number, which the library's own aggregation counts (`terms`). Care system, question and
//! theme are ids, which it refuses to aggregate; so they are counted as it counts texts: 64 documents at a time, by the
//! numbers that ids have in the columns of a segment, each number turned into its id at the end.

use std::collections::HashMap;

use tantivy::aggregation::agg_req::Aggregations;
use tantivy::aggregation::agg_result::AggregationResults;
use tantivy::aggregation::{AggContextParams, AggregationCollector};
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::BytesColumn;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};
use uuid::Uuid;

/// The columns of ids.
const COLUMNS: [&str; 3] = ["system", "question", "code"];

/// How many documents are counted at a time.
const BLOCK: usize = 64;

/// How many answers have each value.
pub struct Counts {
    /// Kind and sector as one number.
    pub traits: HashMap<u64, u64>,
    /// Care systems, questions and themes.
    pub ids: HashMap<Uuid, u64>,
}

impl Counts {
    /// Reads what was collected.
    pub fn new(traits: &AggregationResults, ids: HashMap<Uuid, u64>) -> tantivy::Result<Self> {
        let read = || -> Option<HashMap<u64, u64>> {
            let result = serde_json::to_value(traits).ok()?;
            let buckets = result.get("traits")?.get("buckets")?.as_array()?.iter();
            let count = |bucket: &serde_json::Value| {
                Some((bucket.get("key")?.as_f64()? as u64, bucket.get("doc_count")?.as_u64()?))
            };
            buckets.map(count).collect()
        };
        let unread = || tantivy::TantivyError::InternalError("an aggregation of another form".to_owned());
        Ok(Self { traits: read().ok_or_else(unread)?, ids })
    }
}

/// Counts kinds and sectors.
pub fn traits() -> tantivy::Result<AggregationCollector> {
    let asked = serde_json::json!({ "traits": { "terms": { "field": "traits", "size": 128 } } });
    let asked: Aggregations = serde_json::from_value(asked)?;
    Ok(AggregationCollector::from_aggs(asked, AggContextParams::default()))
}

/// Counts ids.
pub struct Ids;

/// Counts the ids of one segment.
pub struct SegmentIds {
    columns: Vec<(BytesColumn, Vec<u64>)>,
    waiting: Vec<DocId>,
    numbers: Vec<Option<u64>>,
}

impl Collector for Ids {
    type Fruit = HashMap<Uuid, u64>;
    type Child = SegmentIds;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentIds> {
        let mut columns = Vec::new();
        for name in COLUMNS {
            if let Some(column) = segment.fast_fields().bytes(name)? {
                let none = vec![0; column.num_terms()];
                columns.push((column, none));
            }
        }
        Ok(SegmentIds { columns, waiting: Vec::with_capacity(BLOCK), numbers: vec![None; BLOCK] })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(
        &self,
        segments: Vec<tantivy::Result<HashMap<Uuid, u64>>>,
    ) -> tantivy::Result<HashMap<Uuid, u64>> {
        let mut merged = HashMap::new();
        for segment in segments {
            for (id, count) in segment? {
                *merged.entry(id).or_default() += count;
            }
        }
        Ok(merged)
    }
}

impl SegmentIds {
    fn count(&mut self) {
        let numbers = &mut self.numbers[..self.waiting.len()];
        for (column, counts) in &mut self.columns {
            if column.ords().get_cardinality().is_multivalue() {
                for doc in &self.waiting {
                    column.ords().values_for_doc(*doc).for_each(|number| counts[number as usize] += 1);
                }
            } else {
                column.ords().first_vals(&self.waiting, numbers);
                numbers.iter().flatten().for_each(|number| counts[*number as usize] += 1);
            }
        }
        self.waiting.clear();
    }
}

impl SegmentCollector for SegmentIds {
    type Fruit = tantivy::Result<HashMap<Uuid, u64>>;

    fn collect(&mut self, doc: DocId, _: Score) {
        self.waiting.push(doc);
        if self.waiting.len() == BLOCK {
            self.count();
        }
    }

    fn harvest(mut self) -> tantivy::Result<HashMap<Uuid, u64>> {
        self.count();
        let mut found = HashMap::new();
        for (column, counts) in &self.columns {
            let met = (0_u64..).zip(counts).filter(|(_, count)| **count > 0);
            let (numbers, counts): (Vec<u64>, Vec<u64>) = met.unzip();
            let mut counts = counts.into_iter();
            column.dictionary().sorted_ords_to_term_cb(&numbers, |id| {
                let count = counts.next().unwrap_or_default();
                found.extend(Uuid::from_slice(id).ok().filter(|id| !id.is_nil()).map(|id| (id, count)));
            })?;
        }
        Ok(found)
    }
}
