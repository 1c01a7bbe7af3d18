//! Figures of who took part, as anyone may see them. A small number can say who it was, and so can what is left when all
//! others are taken from the whole.

/// A number below this, and above none, is not shown to everyone.
pub const SMALL: u64 = 5;

/// From when everyone sees the figures of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FiguresFrom {
    Opening,
    Closing,
}

/// Numbers as everyone may see them beside their sum: nothing in the place of each that is small, and of as many others
/// that the hidden ones cannot be found from the rest. There are then at least two, and together they are no small number;
/// where that cannot be, none is shown at all.
pub fn shown(counts: &[u64]) -> Vec<Option<u64>> {
    let mut hidden: Vec<bool> = counts.iter().map(|count| (1..SMALL).contains(count)).collect();
    while !is_safe(counts, &hidden) {
        let open = (0..counts.len()).filter(|at| !hidden[*at] && counts[*at] > 0);
        match open.min_by_key(|at| counts[*at]) {
            Some(next) => hidden[next] = true,
            None => return vec![None; counts.len()],
        }
    }
    counts.iter().zip(hidden).map(|(count, hidden)| (!hidden).then_some(*count)).collect()
}

fn is_safe(counts: &[u64], hidden: &[bool]) -> bool {
    let those = || counts.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(count, _)| count);
    those().count() == 0 || (those().count() > 1 && those().sum::<u64>() >= SMALL)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_numbers_are_hidden_and_so_is_what_would_give_them_away() {
        for (counts, expected) in [
            (vec![20, 10, 7], vec![Some(20), Some(10), Some(7)]),
            (vec![20, 10, 3], vec![Some(20), None, None]),
            (vec![20, 3, 2], vec![Some(20), None, None]),
            (vec![20, 1, 1], vec![None, None, None]),
            (vec![20, 0, 0], vec![Some(20), Some(0), Some(0)]),
            (vec![3, 0, 0], vec![None, None, None]),
            (vec![20, 4, 0], vec![None, None, Some(0)]),
            (vec![], vec![]),
        ] {
            assert_eq!(shown(&counts), expected, "{counts:?}");
        }
    }

    proptest! {
        /// Whoever knows the sum, the numbers that are shown and the rule cannot tell any hidden number.
        #[test]
        fn no_hidden_number_can_be_worked_out(counts in prop::collection::vec(0_u64..40, 0..7)) {
            let seen = shown(&counts);
            let hidden: Vec<u64> =
                counts.iter().zip(&seen).filter(|(_, seen)| seen.is_none()).map(|(count, _)| *count).collect();
            for (count, seen) in counts.iter().zip(&seen) {
                prop_assert!(seen.is_none_or(|seen| seen == *count), "what is shown is true");
                prop_assert!(!(1..SMALL).contains(count) || seen.is_none(), "{count} is small");
            }
            let all_hidden = hidden.len() == counts.len();
            prop_assert!(hidden.is_empty() || all_hidden || (hidden.len() > 1 && hidden.iter().sum::<u64>() >= SMALL));
        }
    }
}
