//! The state of the workbench, and the acts on it.

use domain::text::{Span, sentences, slice};
use leptos::prelude::*;
use uuid::Uuid;

use super::model::{Desk, DeskCode, DeskCoding};

/// The words that the next code goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The number of the answer on the page.
    pub answer: usize,
    /// None for the whole answer.
    pub span: Option<Span>,
}

/// Everything the parts of the workbench share. Cheap to copy.
#[derive(Clone, Copy)]
pub struct State {
    pub desk: StoredValue<Desk>,
    /// The codings of each answer, so that a new one redraws its own answer alone.
    pub codings: StoredValue<Vec<RwSignal<Vec<DeskCoding>>>>,
    pub chosen: RwSignal<Option<Chosen>>,
    pub filter: RwSignal<String>,
    /// The codes used last, the newest first.
    pub recent: RwSignal<Vec<Uuid>>,
    pub message: RwSignal<String>,
    pub keys_on: RwSignal<bool>,
    pub sheet: RwSignal<bool>,
}

impl State {
    /// Lays the desk out.
    pub fn new(desk: Desk) -> Self {
        let codings = desk
            .answers
            .iter()
            .map(|answer| RwSignal::new(desk.codings.iter().filter(|held| held.answer == answer.id).cloned().collect()))
            .collect();
        Self {
            desk: StoredValue::new(desk),
            codings: StoredValue::new(codings),
            chosen: RwSignal::new(None),
            filter: RwSignal::new(String::new()),
            recent: RwSignal::new(Vec::new()),
            message: RwSignal::new(String::new()),
            keys_on: RwSignal::new(true),
            sheet: RwSignal::new(false),
        }
    }

    /// The codings of an answer.
    pub fn of(self, answer: usize) -> RwSignal<Vec<DeskCoding>> {
        self.codings.with_value(|all| all[answer])
    }

    /// The codes whose names hold every typed word, in the order of the tree.
    pub fn found(self) -> Vec<DeskCode> {
        let typed = self.filter.get().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        self.desk.with_value(|desk| {
            let fits = |code: &&DeskCode| {
                let name = code.name.to_lowercase();
                words.iter().all(|word| name.contains(word))
            };
            let mut found: Vec<DeskCode> = desk.codes.iter().filter(fits).cloned().collect();
            // What begins with the typed letters comes first: two letters and Enter are enough for most codes.
            if let Some(first) = words.first() {
                found.sort_by_key(|code| !code.name.to_lowercase().split(' ').any(|word| word.starts_with(first)));
            }
            found
        })
    }

    /// The code with this id.
    pub fn code(self, id: Uuid) -> Option<DeskCode> {
        self.desk.with_value(|desk| desk.codes.iter().find(|code| code.id == id).cloned())
    }

    /// The words that are chosen, for the panel to show.
    pub fn chosen_words(self) -> Option<String> {
        let chosen = self.chosen.get()?;
        self.desk.with_value(|desk| {
            let span = chosen.span?;
            slice(&desk.answers.get(chosen.answer)?.text, span).map(str::to_owned)
        })
    }

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

    /// Chooses the whole answer that holds the chosen words, or the first.
    pub fn whole(self) {
        let answer = self.chosen.get_untracked().map_or(0, |chosen| chosen.answer);
        self.chosen.set(Some(Chosen { answer, span: None }));
    }

    /// Puts the codings of the response on the desk.
    pub fn take(self, codings: Vec<DeskCoding>) {
        self.desk.with_value(|desk| {
            for (at, answer) in desk.answers.iter().enumerate() {
                let mine: Vec<_> = codings.iter().filter(|held| held.answer == answer.id).cloned().collect();
                let shown = self.of(at);
                if shown.with_untracked(|held| *held != mine) {
                    shown.set(mine);
                }
            }
        });
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

fn next_sentence(places: &[(usize, Span)], chosen: Option<Chosen>, by: isize, extend: bool) -> Option<Chosen> {
    let Some(now) = chosen else {
        return places.first().map(|(answer, span)| Chosen { answer: *answer, span: Some(*span) });
    };
    let edge = match now.span {
        Some(span) if by > 0 => span.end.saturating_sub(1),
        Some(span) => span.start,
        None => 0,
    };
    let here = places.iter().position(|(answer, span)| *answer == now.answer && span.end > edge)?;
    let (answer, span) = if now.span.is_none() { places.get(here)? } else { places.get(here.checked_add_signed(by)?)? };
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
        assert_eq!(next_sentence(&places, over, -1, false), Some(Chosen { answer: 0, span: Some(span(6, 9)) }));
    }
}
