//! Finding what was done to a chain. It is walked from its head backwards: the head says which hash the last row has,
//! and each row that has the right hash says which the row before it has.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{NOTHING, hash, hash_at};
use crate::store::entities::audit::Model;

/// The most bad rows of which it is found out from how far away they were moved. Others are found only next to their
/// place, and are otherwise named as changed.
const KEPT: usize = 500;

/// What is wrong with a chain. Rows are named by their sequence numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case", tag = "fault")]
pub enum Fault {
    /// These rows, the first and the last of them included, are gone.
    Missing { from: i64, to: i64 },
    /// What stands here is not what was recorded here.
    Changed { row: i64 },
    /// What was recorded at `from` stands here.
    Moved { row: i64, from: i64 },
    /// This row was put in: it was never recorded.
    Inserted { row: i64 },
    /// The head does not agree with the last row, which is sound in itself: one of the two was changed.
    Head { row: i64 },
    /// The head is gone, so whether the last rows are is not known.
    NoHead,
    /// This row is not the one that a head, noted elsewhere, told of: what was recorded up to there was written anew.
    Noted { row: i64 },
}

/// What is known of the hash of the next row on the way back.
enum Known {
    /// It is this.
    Hash(String),
    /// The row after it is bad and says this; with it the hash it should have, if that is known.
    Hint(Box<Model>, Option<String>),
    /// The rows after it are gone.
    Nothing,
}

enum Judged {
    Sound,
    /// Sound in itself, but the row after it, which is bad, names another before it.
    Doubtful,
    Bad,
}

/// A walk over a chain from its end.
pub struct Walk {
    /// The number that the next row should have.
    next: i64,
    known: Known,
    head: i64,
    /// Whether the row at the head's place is the one the head tells of, though it was recorded elsewhere.
    head_moved: bool,
    /// Bad rows by where they stand.
    bad: BTreeMap<i64, Option<Model>>,
    /// Where bad rows were recorded, as far as it is known, by where they stand.
    homes: BTreeMap<i64, i64>,
    doubtful: Vec<i64>,
    gaps: Vec<(i64, i64)>,
    faults: Vec<Fault>,
}

impl Walk {
    /// Begins at a head: how many rows there are, and the hash of the last.
    pub const fn from(sequence: i64, hash: String) -> Self {
        Self {
            next: sequence,
            known: Known::Hash(hash),
            head: sequence,
            head_moved: false,
            bad: BTreeMap::new(),
            homes: BTreeMap::new(),
            doubtful: Vec::new(),
            gaps: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// Begins at the last row that is there, because the head is gone.
    pub fn without_head(last: i64) -> Self {
        Self { known: Known::Nothing, faults: vec![Fault::NoHead], ..Self::from(last, String::new()) }
    }

    /// Takes the next row on the way back.
    pub fn take(&mut self, row: Model) {
        if !self.arrive(row.sequence) {
            return;
        }
        let judged = self.judge(&row);
        if matches!(judged, Judged::Bad) {
            return self.condemn(row);
        }
        if matches!(judged, Judged::Doubtful) {
            self.doubtful.push(row.sequence);
        }
        self.known = Known::Hash(row.previous);
    }

    /// Takes the number of a row that cannot even be read.
    pub fn take_unreadable(&mut self, sequence: i64) {
        if self.arrive(sequence) {
            self.bad.insert(sequence, None);
            self.known = Known::Nothing;
        }
    }

    /// Notes what lies between the row before and this one, and says whether this one has a place in the chain.
    fn arrive(&mut self, sequence: i64) -> bool {
        if sequence > self.next || sequence < 1 {
            self.faults.push(Fault::Inserted { row: sequence });
            return false;
        }
        if sequence < self.next {
            self.gaps.push((sequence + 1, self.next));
            self.known = Known::Nothing;
        }
        self.next = sequence - 1;
        true
    }

    fn judge(&self, row: &Model) -> Judged {
        let own = hash(row);
        if own != row.hash || (row.sequence == 1 && row.previous != NOTHING) {
            return Judged::Bad;
        }
        match &self.known {
            Known::Hash(right) if own == *right => Judged::Sound,
            Known::Hash(_) => Judged::Bad,
            Known::Nothing => Judged::Sound,
            Known::Hint(after, right) => {
                // Where only the link of the row after was changed, that row with the right link has the right hash.
                let link_alone = |right: &String| hash_at(after, after.sequence, &own) == *right;
                let agrees = after.previous == own || right.as_ref().is_some_and(link_alone);
                if agrees { Judged::Sound } else { Judged::Doubtful }
            }
        }
    }

    fn condemn(&mut self, row: Model) {
        let right = match std::mem::replace(&mut self.known, Known::Nothing) {
            Known::Hash(right) => Some(right),
            Known::Hint(..) | Known::Nothing => None,
        };
        let at = row.sequence;
        self.head_moved |= at == self.head && right.as_ref() == Some(&row.hash);
        if at == self.head && hash(&row) == row.hash {
            self.faults.push(Fault::Head { row: at });
        } else if let Some(home) = [at + 1, at - 1].into_iter().find(|place| was_at(&row, *place)) {
            self.homes.insert(at, home);
            self.bad.insert(at, None);
        } else {
            let kept = self.bad.len() < KEPT;
            self.bad.insert(at, kept.then(|| row.clone()));
        }
        self.known = Known::Hint(Box::new(row), right);
    }

    /// Ends the walk at the beginning of the chain, and names all that is wrong, in the order of kinds and rows.
    pub fn faults(mut self) -> Vec<Fault> {
        if self.next > 0 {
            self.gaps.push((1, self.next));
        }
        self.find_homes();
        // Where it was recorded, the chain ended: what stands further on is too many, and nothing is missing there.
        let end = self.homes.get(&self.head).filter(|_| self.head_moved).copied().unwrap_or(i64::MAX);
        let Self { bad, homes, doubtful, gaps, mut faults, .. } = self;
        let taken: BTreeSet<i64> = homes.values().copied().collect();
        for row in bad.keys() {
            match homes.get(row) {
                Some(home) => {
                    faults.push(Fault::Moved { row: *row, from: *home });
                    if !taken.contains(row) && *row <= end {
                        faults.push(Fault::Missing { from: *row, to: *row });
                    }
                }
                None if taken.contains(row) => faults.push(Fault::Inserted { row: *row }),
                None => faults.push(Fault::Changed { row: *row }),
            }
        }
        for row in doubtful {
            if taken.contains(&row) {
                faults.push(Fault::Inserted { row });
            } else if !homes.contains_key(&(row + 1)) {
                // A bad row that was moved names the one that was before it where it was, and says nothing of this one.
                faults.push(Fault::Changed { row });
            }
        }
        for (from, to) in gaps {
            faults.extend(without(from, to, &taken));
        }
        faults.sort();
        faults
    }

    /// Finds where moved rows were recorded: at a place where the chain is broken, and with the hash they still have.
    fn find_homes(&mut self) {
        let gaps = self.gaps.iter().flat_map(|(from, to)| *from..=*to);
        let places: Vec<i64> = self.bad.keys().copied().take(KEPT).chain(gaps.take(KEPT)).collect();
        for (at, row) in &self.bad {
            let Some(row) = row else { continue };
            if let Some(home) = places.iter().find(|place| *place != at && was_at(row, **place)) {
                self.homes.insert(*at, *home);
            }
        }
    }
}

/// Whether a row has the hash that it had at another place.
fn was_at(row: &Model, place: i64) -> bool {
    hash_at(row, place, &row.previous) == row.hash
}

/// The stretches of a gap that are not the places of rows which stand elsewhere.
fn without(from: i64, to: i64, taken: &BTreeSet<i64>) -> Vec<Fault> {
    let (mut begin, mut faults) = (from, Vec::new());
    for end in taken.range(from..=to).copied().chain([to + 1]) {
        if begin < end {
            faults.push(Fault::Missing { from: begin, to: end - 1 });
        }
        begin = end + 1;
    }
    faults
}
