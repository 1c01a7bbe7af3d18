//! How far the outbox has been read, where rows do not become visible in the order of their numbers.
//!
//! PostgreSQL gives a number when a row is written and shows the row when its transaction commits, so row 12 can be
//! seen before row 11. Whoever only remembered 12 would never see 11. So every number that was passed over is kept as
//! a gap and asked for again, until it appears or no transaction is left that could still show it. A number that was
//! rolled back never appears. On SQLite there is one writer, numbers appear in order, and a gap means nothing.

use std::time::{Duration, Instant};

/// From taking a number, a transaction may need this long to become visible as a running one.
const SETTLING: Duration = Duration::from_secs(2);

/// Which transactions are running, as PostgreSQL numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// Every transaction before this one has ended.
    pub oldest: i64,
    /// No transaction from this one on has begun.
    pub next: i64,
}

/// Numbers that were passed over, both ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Gap {
    from: i64,
    to: i64,
    since: Instant,
    /// Once every transaction before this one has ended, nothing can appear any more.
    ends_with: Option<i64>,
}

/// What of the outbox has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    highest: i64,
    gaps: Vec<Gap>,
}

impl Progress {
    /// Everything up to this number has been read.
    pub const fn up_to(number: i64) -> Self {
        Self { highest: number, gaps: Vec::new() }
    }

    /// Everything up to `highest` has been read except for these numbers, which are in order.
    pub fn with_gaps(highest: i64, gaps: impl IntoIterator<Item = (i64, i64)>, now: Instant) -> Self {
        let gaps = gaps.into_iter().map(|(from, to)| Gap { from, to, since: now, ends_with: None });
        Self { highest, gaps: gaps.collect() }
    }

    /// The highest number that was read.
    pub const fn highest(&self) -> i64 {
        self.highest
    }

    /// The number up to which nothing is missing: from here a restart reads on.
    pub fn position(&self) -> i64 {
        self.gaps.first().map_or(self.highest, |gap| gap.from - 1)
    }

    /// The numbers to ask for again.
    pub fn gaps(&self) -> impl Iterator<Item = (i64, i64)> {
        self.gaps.iter().map(|gap| (gap.from, gap.to))
    }

    /// Takes note of a row that was read.
    pub fn saw(&mut self, number: i64, now: Instant) {
        if number > self.highest {
            if number > self.highest + 1 {
                let gap = Gap { from: self.highest + 1, to: number - 1, since: now, ends_with: None };
                self.gaps.push(gap);
            }
            self.highest = number;
            return;
        }
        let Some(at) = self.gaps.iter().position(|gap| (gap.from..=gap.to).contains(&number)) else { return };
        let gap = self.gaps.remove(at);
        let after = Gap { from: number + 1, ..gap.clone() };
        let before = Gap { to: number - 1, ..gap };
        let parts = [before, after].into_iter().filter(|part| part.from <= part.to);
        self.gaps.splice(at..at, parts);
    }

    /// Gives up the gaps in which nothing can appear any more. `running` was read before the gaps were last asked
    /// for; where it is missing, rows appear in order.
    pub fn give_up(&mut self, running: Option<Running>, now: Instant) {
        let Some(running) = running else {
            self.gaps.clear();
            return;
        };
        self.gaps.retain_mut(|gap| {
            if gap.ends_with.is_none() && now.duration_since(gap.since) >= SETTLING {
                gap.ends_with = Some(running.next);
            }
            gap.ends_with.is_none_or(|end| running.oldest < end)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A database in which transactions hold numbers and end in any order.
    struct Outbox {
        /// For each number: the transaction that took it, when it ended, and whether it was kept.
        rows: Vec<(i64, Option<(usize, bool)>)>,
    }

    impl Outbox {
        fn visible(&self, step: usize) -> Vec<i64> {
            let shown =
                |(_, end): &(i64, Option<(usize, bool)>)| end.is_some_and(|(at, kept)| kept && at <= step);
            self.rows.iter().enumerate().filter(|(_, row)| shown(row)).map(|(at, _)| at as i64 + 1).collect()
        }

        fn running(&self, step: usize) -> Running {
            let open = self.rows.iter().filter(|(_, end)| end.is_none_or(|(at, _)| at > step));
            let next = self.rows.iter().map(|(txn, _)| *txn).max().unwrap_or(0) + 1;
            Running { oldest: open.map(|(txn, _)| *txn).min().unwrap_or(next), next }
        }
    }

    proptest! {
        #[test]
        fn every_row_is_read_once_in_whatever_order_it_appears(
            ends in prop::collection::vec((0_usize..30, any::<bool>()), 1..40),
        ) {
            let rows = ends.iter().enumerate().map(|(at, end)| (at as i64 / 2, Some(*end))).collect();
            let outbox = Outbox { rows };
            let start = Instant::now();
            let mut progress = Progress::default();
            let mut read = Vec::new();
            for step in 0..34 {
                let now = start + SETTLING * step as u32;
                let running = outbox.running(step);
                let shown = outbox.visible(step);
                for number in shown.into_iter().filter(|n| !read.contains(n)).collect::<Vec<_>>() {
                    let asked = number > progress.highest()
                        || progress.gaps().any(|(from, to)| (from..=to).contains(&number));
                    prop_assert!(asked, "{number} would never be read");
                    progress.saw(number, now);
                    read.push(number);
                }
                prop_assert!((1..=progress.position()).all(|n| read.contains(&n) || !outbox.visible(99).contains(&n)));
                progress.give_up(Some(running), now);
            }
            prop_assert_eq!(progress.gaps().count(), 0, "what was rolled back is waited for no longer");
            read.sort_unstable();
            prop_assert_eq!(read, outbox.visible(99));
        }
    }

    #[test]
    fn where_rows_appear_in_order_a_gap_means_nothing() {
        let mut progress = Progress::up_to(3);
        progress.saw(7, Instant::now());
        assert_eq!(progress.position(), 3);
        progress.give_up(None, Instant::now());
        assert_eq!(progress.position(), 7);
    }
}
