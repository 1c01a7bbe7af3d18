//! Overlapping excerpts laid out for showing: a text cut into runs that are covered by the same excerpts.

use crate::text::Span;

/// A run of text and the excerpts that cover it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment<T> {
    pub span: Span,
    /// The ids of the covering excerpts, in the order they were given.
    pub covered_by: Vec<T>,
}

/// Cuts `within` at every edge of the excerpts. The segments are in order, touch one another and cover it exactly;
/// the parts of excerpts outside it are ignored.
pub fn segments<T: Copy>(within: Span, excerpts: &[(T, Span)]) -> Vec<Segment<T>> {
    let mut cuts = vec![within.start, within.end];
    for (_, span) in excerpts.iter().filter(|(_, span)| span.overlaps(within)) {
        cuts.push(span.start.max(within.start));
        cuts.push(span.end.min(within.end));
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|pair| {
            let span = Span { start: pair[0], end: pair[1] };
            let covered_by =
                excerpts.iter().filter(|(_, other)| other.overlaps(span)).map(|(id, _)| *id).collect();
            Segment { span, covered_by }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn segments_cover_the_text_once_and_each_says_who_covers_it(
            length in 1_usize..60,
            spans in prop::collection::vec((0_usize..70, 0_usize..70), 0..12),
        ) {
            let within = Span { start: 0, end: length };
            let excerpts: Vec<_> = spans.iter().enumerate()
                .map(|(id, (a, b))| (id, Span { start: *a.min(b), end: *a.max(b) }))
                .filter(|(_, span)| !span.is_empty()).collect();
            let cut = segments(within, &excerpts);
            prop_assert_eq!(cut.first().map(|s| s.span.start), Some(0));
            prop_assert_eq!(cut.last().map(|s| s.span.end), Some(length));
            prop_assert!(cut.windows(2).all(|pair| pair[0].span.end == pair[1].span.start));
            for segment in &cut {
                for at in segment.span.start..segment.span.end {
                    let covering: Vec<_> = excerpts.iter()
                        .filter(|(_, span)| span.start <= at && at < span.end).map(|(id, _)| *id).collect();
                    prop_assert_eq!(&segment.covered_by, &covering);
                }
            }
        }
    }
}
