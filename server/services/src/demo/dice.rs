//! The demonstration's own source of chance.
//!
//! The standard generator of `rand` may change in any release, and so may the way in which its helpers turn numbers
//! into choices. A demonstration that must come out the same for years needs neither to change, so this is
//! `SplitMix64` (Steele, Lea and Flood, 2014) with the four choices that are used here. It is not for secrets.

/// A sequence of choices fixed by a seed.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// An independent sequence for one part of the work, so that a change in one part leaves the others alone.
    #[must_use]
    pub fn branch(&self, name: &str) -> Self {
        let mut state = self.0 ^ 0xcbf2_9ce4_8422_2325;
        for byte in name.bytes() {
            state = (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        let mut dice = Self(state);
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `bound`; 0 if `bound` is 0. The bias of the remainder is far below what anyone could see.
    pub fn below(&mut self, bound: usize) -> usize {
        if bound == 0 { 0 } else { (self.next() % bound as u64) as usize }
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// True in so many of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the things, or nothing if there are none.
    pub fn pick<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        things.get(self.below(things.len()))
    }

    /// One of the things, each as likely as its weight.
    pub fn weigh<'a, T>(&mut self, things: &'a [(T, usize)]) -> Option<&'a T> {
        let total = things.iter().map(|(_, weight)| weight).sum();
        let mut left = self.below(total);
        for (thing, weight) in things {
            if left < *weight {
                return Some(thing);
            }
            left -= weight;
        }
        None
    }

    /// Puts the things in another order.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for at in (1..things.len()).rev() {
            things.swap(at, self.below(at + 1));
        }
    }
}
