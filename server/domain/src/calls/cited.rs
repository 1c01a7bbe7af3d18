//! How words of an answer are cited: by the number of their question and of their paragraph, as in "3.2". Numbers are worked out
//! from the text and are no part of it, so that nobody's count of its letters changes.

use super::QuestionKind;
use crate::text::{Span, paragraphs};

/// One paragraph, or several in a row, of the answer to a question. All are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cited {
    pub question: usize,
    pub first: usize,
    pub last: usize,
}

impl Cited {
    /// A paragraph of the answer to the question with this number.
    pub const fn one(question: usize, paragraph: usize) -> Self {
        Self { question, first: paragraph, last: paragraph }
    }

    /// The paragraphs of an answer in which these words lie; nothing where they lie in none.
    pub fn of(question: usize, text: &str, words: Span) -> Option<Self> {
        let all = paragraphs(text).into_iter().zip(1..);
        let mut touched = all.filter(|(paragraph, _)| paragraph.overlaps(words)).map(|(_, number)| number);
        let first = touched.next()?;
        Some(Self { question, first, last: touched.last().unwrap_or(first) })
    }

    /// The number of the first paragraph: "3.2".
    pub fn number(self) -> String {
        format!("{}.{}", self.question, self.first)
    }

    /// The number of the last one.
    pub fn last_number(self) -> String {
        format!("{}.{}", self.question, self.last)
    }

    /// What the address of a page ends with that shows the answer, to lead to the first paragraph.
    pub fn anchor(self) -> String {
        format!("p{}-{}", self.question, self.first)
    }
}

impl QuestionKind {
    /// Whether the paragraphs of an answer of this kind have numbers: where people write at length. Where something is chosen
    /// they do if there are reasons below.
    pub fn is_cited(self, text: &str) -> bool {
        match self {
            Self::LongText | Self::Documents | Self::Group | Self::Evidence => true,
            Self::SingleChoice | Self::MultipleChoice | Self::Agreement => text.contains("\n\n"),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{length, slice};
    use proptest::prelude::*;

    #[test]
    fn words_are_cited_by_their_paragraphs() {
        let text = "One.\n\n  \nTwo, longer.\nThree.";
        let at = |words: &str| {
            let start = length(&text[..text.find(words).expect("they are there")]);
            Cited::of(3, text, Span { start, end: start + length(words) })
        };
        assert_eq!(at("Two"), Some(Cited::one(3, 2)));
        let both = at("longer.\nThree").expect("they are there");
        assert_eq!(
            (both.number(), both.last_number(), both.anchor()),
            ("3.2".into(), "3.3".into(), "p3-2".into())
        );
        assert_eq!(at("\n\n  "), None);
        assert_eq!(Cited::of(3, text, Span { start: 500, end: 501 }), None);
    }

    #[test]
    fn what_is_chosen_is_cited_where_there_are_reasons() {
        assert!(QuestionKind::LongText.is_cited("") && !QuestionKind::ShortText.is_cited("A line."));
        assert!(
            QuestionKind::Agreement.is_cited("Agree\n\nIt is near.")
                && !QuestionKind::Agreement.is_cited("Agree")
        );
    }

    proptest! {
        #[test]
        fn the_paragraphs_that_are_cited_hold_all_words_that_are_not_blank(
            text in "[a-z \n]{0,60}", start in 0_usize..60, more in 1_usize..40,
        ) {
            let end = (start + more).min(length(&text));
            let words = Span { start, end };
            let solid = slice(&text, words).is_some_and(|words| !words.trim().is_empty());
            match Cited::of(1, &text, words) {
                // A blank at the edge of a paragraph lies in it.
                None => prop_assert!(!solid),
                Some(Cited { first, last, .. }) => {
                    let all = paragraphs(&text);
                    prop_assert!(first <= last && last <= all.len());
                    prop_assert!(all[first - 1].overlaps(words) && all[last - 1].overlaps(words));
                    prop_assert!(all.iter().enumerate().all(|(at, one)| !one.overlaps(words) || (first..=last).contains(&(at + 1))));
                }
            }
        }
    }
}
