//! The state of the workbench, and the acts on it.

use domain::text::{Span, slice};
use leptos::prelude::*;
use uuid::Uuid;

use super::model::{Desk, DeskCode, DeskCoding, DeskMark, OnAnswer};

/// The words that the next code goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The number of the answer on the page.
    pub answer: usize,
    /// None for the whole answer.
    pub span: Option<Span>,
}

/// What belongs to each answer of a desk, in their order.
pub fn by_answer<'a, T: OnAnswer + Clone>(desk: &'a Desk, all: &'a [T]) -> impl Iterator<Item = Vec<T>> + 'a {
    let of = |answer: Uuid| all.iter().filter(move |held| held.answer() == answer).cloned().collect();
    desk.answers.iter().map(move |answer| of(answer.id))
}

/// Everything the parts of the workbench share. Cheap to copy.
#[derive(Clone, Copy)]
pub struct State {
    pub desk: StoredValue<Desk>,
    /// The codings of each answer, so that a new one redraws its own answer alone.
    pub codings: StoredValue<Vec<RwSignal<Vec<DeskCoding>>>>,
    /// The marks of each answer likewise.
    pub marks: StoredValue<Vec<RwSignal<Vec<DeskMark>>>>,
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
        let codings = by_answer(&desk, &desk.codings).map(RwSignal::new).collect();
        let marks = by_answer(&desk, &desk.marks).map(RwSignal::new).collect();
        Self {
            desk: StoredValue::new(desk),
            codings: StoredValue::new(codings),
            marks: StoredValue::new(marks),
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

    /// The marks of an answer.
    pub fn marked(self, answer: usize) -> RwSignal<Vec<DeskMark>> {
        self.marks.with_value(|all| all[answer])
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
                found.sort_by_key(|code| {
                    !code.name.to_lowercase().split(' ').any(|word| word.starts_with(first))
                });
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

    /// The address of the call among the team's, and the reference of the response.
    fn parts(self) -> (String, String) {
        let address = self.desk.with_value(|desk| desk.address.clone());
        let parts = address.split_once("/responses/");
        parts.map(|(call, reference)| (call.to_owned(), reference.to_owned())).unwrap_or_default()
    }

    /// Where a memo is written on these words, or on the response.
    pub fn memo_at(self, chosen: Option<Chosen>) -> String {
        let (call, reference) = self.parts();
        let Some(chosen) = chosen else { return format!("{call}/memos/new?response={reference}") };
        let answer = self.desk.with_value(|desk| desk.answers[chosen.answer].id);
        let at = chosen.span.map(|span| format!("&at={}-{}", span.start, span.end)).unwrap_or_default();
        format!("{call}/memos/new?answer={answer}{at}")
    }

    /// Where the lead analyst is asked about this answer, or about the response.
    pub fn ask_at(self, answer: Option<usize>) -> String {
        let (call, reference) = self.parts();
        let answer = answer.map(|at| self.desk.with_value(|desk| format!("&answer={}", desk.answers[at].id)));
        format!("{call}/flags/new?response={reference}{}", answer.unwrap_or_default())
    }

    /// Chooses the whole answer that holds the chosen words, or the first.
    pub fn whole(self) {
        let answer = self.chosen.get_untracked().map_or(0, |chosen| chosen.answer);
        self.chosen.set(Some(Chosen { answer, span: None }));
    }
}
