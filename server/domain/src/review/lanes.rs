//! Lanes: where the stripes of overlapping excerpts lie, so that they can be told apart.

use crate::text::Span;

/// A lane for each span, counted from 0: the lowest that no earlier overlapping span has. Spans that overlap never
/// share a lane.
pub fn lanes(spans: &[Span]) -> Vec<usize> {
    let mut given: Vec<usize> = Vec::with_capacity(spans.len());
    for (at, span) in spans.iter().enumerate() {
        let taken: Vec<usize> =
            (0..at).filter(|earlier| spans[*earlier].overlaps(*span)).map(|earlier| given[earlier]).collect();
        given.push((0..=taken.len()).find(|lane| !taken.contains(lane)).unwrap_or_default());
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn overlapping_spans_never_share_a_lane(spans in prop::collection::vec((0_usize..50, 1_usize..20), 0..30)) {
            let spans: Vec<Span> = spans.into_iter().map(|(start, length)| Span { start, end: start + length }).collect();
            let lanes = lanes(&spans);
            for a in 0..spans.len() {
                for b in 0..a {
                    prop_assert!(!spans[a].overlaps(spans[b]) || lanes[a] != lanes[b]);
                }
            }
        }
    }
}
