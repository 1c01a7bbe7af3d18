//! Moves of the coder: from sentence to sentence, and what an act leaves on the desk. Only the browser makes them.

use domain::text::Span;
#[cfg(feature = "hydrate")]
use domain::text::sentences;
#[cfg(feature = "hydrate")]
use leptos::prelude::*;
#[cfg(feature = "hydrate")]
use uuid::Uuid;

use super::desk::Chosen;
#[cfg(feature = "hydrate")]
use super::desk::{State, by_answer};
#[cfg(feature = "hydrate")]
use super::model::{DeskCoding, DeskMark, OnAnswer};

#[cfg(feature = "hydrate")]
impl State {
    /// Moves to the sentence after (`1`) or before (`-1`) the chosen one; `extend` keeps what was chosen.
    pub fn step(self, by: isize, extend: bool) {
        let next = self.desk.with_value(|desk| {
            let places: Vec<(usize, Span)> = desk
                .answers
                .iter()
                .enumerate()
                .flat_map(|(at, answer)| sentences(&answer.text).into_iter().map(move |span| (at, span)))
                .collect();
            next_sentence(&places, self.chosen.get_untracked(), by, extend)
        });
        if next.is_some() {
            self.chosen.set(next);
        }
    }

    /// Puts the codings of the response on the desk.
    pub fn take(self, codings: &[DeskCoding]) {
        self.show(codings, |at| self.of(at));
    }

    /// Puts the marks of the response on the desk.
    pub fn take_marks(self, marks: &[DeskMark]) {
        self.show(marks, |at| self.marked(at));
    }

    /// Gives each answer what belongs to it, and leaves alone where that is so already.
    fn show<T>(self, all: &[T], of: impl Fn(usize) -> RwSignal<Vec<T>>)
    where
        T: OnAnswer + Clone + PartialEq + Send + Sync + 'static,
    {
        self.desk.with_value(|desk| {
            for (at, mine) in by_answer(desk, all).enumerate() {
                let shown = of(at);
                if shown.with_untracked(|held| *held != mine) {
                    shown.set(mine);
                }
            }
        });
    }

    /// The answer that is meant: that of the chosen words, or the only one.
    pub fn meant(self) -> Option<usize> {
        let chosen = self.chosen.get_untracked().map(|chosen| chosen.answer);
        chosen.or_else(|| self.desk.with_value(|desk| (desk.answers.len() == 1).then_some(0)))
    }

    /// Remembers a code as used last.
    pub fn used(self, code: Uuid) {
        self.recent.update(|recent| {
            recent.retain(|held| *held != code);
            recent.insert(0, code);
            recent.truncate(9);
        });
    }
}

/// The sentence `by` places from the chosen words; with `extend` it is added to them.
fn next_sentence(
    places: &[(usize, Span)],
    chosen: Option<Chosen>,
    by: isize,
    extend: bool,
) -> Option<Chosen> {
    let Some(now) = chosen else {
        return places.first().map(|(answer, span)| Chosen { answer: *answer, span: Some(*span) });
    };
    let edge = match now.span {
        Some(span) if by > 0 => span.end.saturating_sub(1),
        Some(span) => span.start,
        None => 0,
    };
    let here = places.iter().position(|(answer, span)| *answer == now.answer && span.end > edge)?;
    let (answer, span) =
        if now.span.is_none() { places.get(here)? } else { places.get(here.checked_add_signed(by)?)? };
    if extend && *answer != now.answer {
        return None;
    }
    let span = match now.span.filter(|_| extend) {
        Some(held) => Span { start: held.start.min(span.start), end: held.end.max(span.end) },
        None => *span,
    };
    Some(Chosen { answer: *answer, span: Some(span) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: usize, end: usize) -> Span {
        Span { start, end }
    }

    #[test]
    fn sentences_follow_each_other_across_answers_and_grow_within_one() {
        let places = [(0, span(0, 5)), (0, span(6, 9)), (1, span(0, 4))];
        let first = next_sentence(&places, None, 1, false);
        assert_eq!(first, Some(Chosen { answer: 0, span: Some(span(0, 5)) }));
        let both = next_sentence(&places, first, 1, true);
        assert_eq!(both, Some(Chosen { answer: 0, span: Some(span(0, 9)) }));
        assert_eq!(next_sentence(&places, both, 1, true), None, "an excerpt never spans two answers");
        let over = next_sentence(&places, both, 1, false);
        assert_eq!(over, Some(Chosen { answer: 1, span: Some(span(0, 4)) }));
        assert_eq!(
            next_sentence(&places, over, -1, false),
            Some(Chosen { answer: 0, span: Some(span(6, 9)) })
        );
    }
}
