//! Marks on answers, apart from themes: where an answer stands, and whether it is rich in evidence.

crate::named! {
    /// A mark that an analyst sets on an answer. Each analyst sets at most one of each kind on it.
    pub enum Mark {
        Agree => "agree",
        Disagree => "disagree",
        Mixed => "mixed",
        Unclear => "unclear",
        EvidenceRich => "evidence-rich",
    }
}

crate::named! {
    /// What a mark says something of.
    pub enum MarkKind {
        /// Where the answer stands towards what was asked.
        Stance => "stance",
        /// What it brings along.
        Evidence => "evidence",
    }
}

impl Mark {
    /// Where an answer can stand.
    pub const STANCES: [Self; 4] = [Self::Agree, Self::Disagree, Self::Mixed, Self::Unclear];

    /// What it says something of.
    pub const fn kind(self) -> MarkKind {
        match self {
            Self::Agree | Self::Disagree | Self::Mixed | Self::Unclear => MarkKind::Stance,
            Self::EvidenceRich => MarkKind::Evidence,
        }
    }
}

/// What an analyst wants on an answer: this mark, or none of this kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Set(Mark),
    Clear(MarkKind),
}

impl Wish {
    /// As a form sends it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Set(mark) => mark.as_str(),
            Self::Clear(MarkKind::Stance) => "no-stance",
            Self::Clear(MarkKind::Evidence) => "no-evidence",
        }
    }

    /// What a form asks for.
    pub fn parse(text: &str) -> Option<Self> {
        let clear = || MarkKind::ALL.iter().map(|kind| Self::Clear(*kind)).find(|wish| wish.as_str() == text);
        Mark::parse(text).map(Self::Set).or_else(clear)
    }

    /// The kind of mark that it is about.
    pub const fn kind(self) -> MarkKind {
        match self {
            Self::Set(mark) => mark.kind(),
            Self::Clear(kind) => kind,
        }
    }
}

/// Where the answers to a question stand. Each answer is counted once: under the stance that every analyst who set one has
/// set, as one about which they differ, or as one of which nobody has said anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    answers: u64,
    stances: [u64; Mark::STANCES.len()],
    differ: u64,
}

impl Tally {
    /// Of so many answers, of which nothing is said yet.
    pub const fn of(answers: u64) -> Self {
        Self { answers, stances: [0; Mark::STANCES.len()], differ: 0 }
    }

    /// Counts so many of the answers, on each of which analysts have set these stances and no others.
    pub fn count(&mut self, set: &[Mark], answers: u64) {
        let mut set = set.iter().filter(|mark| mark.kind() == MarkKind::Stance);
        let Some(first) = set.next() else { return };
        if set.any(|other| other != first) {
            self.differ += answers;
        } else if let Some(at) = Mark::STANCES.iter().position(|stance| stance == first) {
            self.stances[at] += answers;
        }
    }

    /// How many answers there are: the base of every share.
    pub const fn answers(&self) -> u64 {
        self.answers
    }

    /// How many stand here, by everyone who said where they stand.
    pub fn at(&self, stance: Mark) -> u64 {
        Mark::STANCES
            .iter()
            .zip(self.stances)
            .filter(|(one, _)| **one == stance)
            .map(|(_, count)| count)
            .sum()
    }

    /// About how many analysts differ.
    pub const fn differ(&self) -> u64 {
        self.differ
    }

    /// Of how many nobody has said where they stand.
    pub fn unset(&self) -> u64 {
        self.answers.saturating_sub(self.stances.iter().sum::<u64>() + self.differ)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_form_sends_is_what_it_asks_for() {
        let set = Mark::ALL.iter().map(|mark| Wish::Set(*mark));
        let clear = MarkKind::ALL.iter().map(|kind| Wish::Clear(*kind));
        for wish in set.chain(clear) {
            assert_eq!(Wish::parse(wish.as_str()), Some(wish));
        }
        assert_eq!(Wish::parse(""), None);
        assert_eq!(Wish::parse("no-agree"), None);
    }

    #[test]
    fn every_mark_that_is_no_stance_says_something_else() {
        for mark in Mark::ALL {
            assert_eq!(mark.kind() == MarkKind::Stance, Mark::STANCES.contains(mark), "{mark}");
        }
    }

    proptest! {
        #[test]
        fn every_answer_is_counted_once(
            answers in prop::collection::vec(prop::collection::vec(0..Mark::ALL.len(), 0..5), 0..30),
        ) {
            let mut tally = Tally::of(answers.len() as u64);
            for set in &answers {
                let set: Vec<Mark> = set.iter().map(|at| Mark::ALL[*at]).collect();
                tally.count(&set, 1);
            }
            let standing: u64 = Mark::STANCES.iter().map(|stance| tally.at(*stance)).sum();
            prop_assert_eq!(standing + tally.differ() + tally.unset(), answers.len() as u64);
            prop_assert_eq!(tally.at(Mark::EvidenceRich), 0);
        }

        #[test]
        fn analysts_who_say_the_same_do_not_differ(stance in 0..Mark::STANCES.len(), analysts in 1_usize..5) {
            let stance = Mark::STANCES[stance];
            let mut tally = Tally::of(1);
            tally.count(&vec![stance; analysts], 1);
            prop_assert_eq!((tally.at(stance), tally.differ(), tally.unset()), (1, 0, 0));
        }
    }
}
