//! The best of what was found.

use std::cmp::Ordering;

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

/// The best few so far.
///
/// What comes is put beside them until there are twice as many as are wanted; then the worse half goes at once. That is
/// quicker than to keep them in order, above all where each is better than all before, as the newest are.
pub struct Best {
    most: usize,
    kept: Vec<Ranked>,
    /// The worst of the best when they were last told apart: nothing worse can be among them any more.
    worst: Option<Ranked>,
}

impl Best {
    pub const fn new(most: usize) -> Self {
        Self { most, kept: Vec::new(), worst: None }
    }

    /// A score below which nothing can be among the best any more. It lies a hair under the worst score kept: equals
    /// are still compared by time, and the index adds up scores in no fixed order.
    pub fn threshold(&self) -> Score {
        self.worst.map_or(Score::MIN, |worst| worst.score - worst.score.abs() * 1e-6)
    }

    /// Whether something with this score and time can still be among the best.
    pub fn could_take(&self, score: Score, submitted: impl FnOnce() -> i64) -> bool {
        self.worst.is_none_or(|worst| {
            score.total_cmp(&worst.score).then_with(|| submitted().cmp(&worst.submitted)) != Ordering::Less
        })
    }

    /// Takes one in.
    pub fn take(&mut self, ranked: Ranked) {
        self.kept.push(ranked);
        if self.kept.len() >= self.most.max(1) * 2 {
            let (_, worst, _) = self.kept.select_nth_unstable_by(self.most.max(1) - 1, |a, b| b.cmp(a));
            self.worst = Some(*worst);
            self.kept.truncate(self.most);
        }
    }

    /// The best first, without the first `skip`.
    pub fn finish(mut self, skip: usize) -> Vec<Ranked> {
        self.kept.sort_unstable_by(|a, b| b.cmp(a));
        self.kept.into_iter().take(self.most).skip(skip).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_best_are_those_of_all_in_order(
            all in prop::collection::vec((1_u8..20, 0_i64..5), 0..200),
            most in 1_usize..20,
            skip in 0_usize..10,
        ) {
            let ranked = |(at, (score, submitted)): (usize, &(u8, i64))| Ranked {
                score: f32::from(*score),
                submitted: *submitted,
                group: 0,
                address: DocAddress::new(0, at as u32),
            };
            let mut sorted: Vec<Ranked> = all.iter().enumerate().map(ranked).collect();
            let mut best = Best::new(most);
            for ranked in &sorted {
                if ranked.score > best.threshold() && best.could_take(ranked.score, || ranked.submitted) {
                    best.take(*ranked);
                }
            }
            sorted.sort_by(|a, b| b.cmp(a));
            let expected: Vec<_> = sorted.into_iter().take(most).skip(skip).collect();
            prop_assert_eq!(best.finish(skip), expected);
        }
    }
}
