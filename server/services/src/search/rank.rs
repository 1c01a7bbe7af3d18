//! The best of what was found.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use tantivy::{DocAddress, Score};

/// One document in the race.
#[derive(Clone, Copy, Debug)]
pub struct Ranked {
    pub score: Score,
    /// Microseconds.
    pub submitted: i64,
    /// The number that the documents of a response share.
    pub group: u64,
    pub address: DocAddress,
}

impl Ranked {
    /// Better is greater: by score, then the newer, then in an order that is the same on every page.
    fn order(&self, other: &Self) -> Ordering {
        self.score
            .total_cmp(&other.score)
            .then(self.submitted.cmp(&other.submitted))
            .then(self.group.cmp(&other.group))
            .then(other.address.cmp(&self.address))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.order(other) == Ordering::Equal
    }
}

impl Eq for Ranked {}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order(other)
    }
}

/// The best few so far, the worst of them on top.
pub struct Best {
    most: usize,
    heap: BinaryHeap<Reverse<Ranked>>,
}

impl Best {
    pub const fn new(most: usize) -> Self {
        Self { most, heap: BinaryHeap::new() }
    }

    /// A score below which nothing can be among the best any more. It lies a hair under the worst score kept: equals
    /// are still compared by time, and the index adds up scores in no fixed order.
    pub fn threshold(&self) -> Score {
        match self.heap.peek() {
            Some(Reverse(worst)) if self.heap.len() >= self.most => worst.score - worst.score.abs() * 1e-6,
            _ => Score::MIN,
        }
    }

    /// Whether something with this score and time can still be among the best.
    pub fn could_take(&self, score: Score, submitted: i64) -> bool {
        match self.heap.peek() {
            Some(Reverse(worst)) if self.heap.len() >= self.most => {
                score.total_cmp(&worst.score).then(submitted.cmp(&worst.submitted)) != Ordering::Less
            }
            _ => self.most > 0,
        }
    }

    /// Takes one in, and lets the worst go where there are too many.
    pub fn take(&mut self, ranked: Ranked) {
        self.heap.push(Reverse(ranked));
        if self.heap.len() > self.most {
            self.heap.pop();
        }
    }

    /// The best first, without the first `skip`.
    pub fn finish(self, skip: usize) -> Vec<Ranked> {
        self.heap.into_sorted_vec().into_iter().skip(skip).map(|Reverse(ranked)| ranked).collect()
    }
}
