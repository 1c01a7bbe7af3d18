//! What keys and buttons do. On the server nothing happens: there is nobody at the keyboard.

use domain::review::Mark;
#[cfg(feature = "hydrate")]
use domain::review::Wish;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use uuid::Uuid;

use super::desk::State;

#[cfg(feature = "hydrate")]
use super::{browser, marks};

/// Applies a code to the chosen words.
pub fn apply(state: State, code: Uuid) {
    #[cfg(feature = "hydrate")]
    browser::apply(state, code);
    #[cfg(not(feature = "hydrate"))]
    let _ = (state, code);
}

/// Takes a coding away.
pub fn remove(state: State, coding: Uuid) {
    #[cfg(feature = "hydrate")]
    browser::act(state, "codings/remove", vec![("coding", coding.to_string())]);
    #[cfg(not(feature = "hydrate"))]
    let _ = (state, coding);
}

/// Sets a mark on an answer, or takes it away where it is this person's already.
pub fn mark(state: State, answer: usize, mark: Mark) {
    #[cfg(feature = "hydrate")]
    {
        let mine = state.marked(answer).with_untracked(|all| marks::is_mine(all, mark));
        let wish = if mine { Wish::Clear(mark.kind()) } else { Wish::Set(mark) };
        let id = state.desk.with_value(|desk| desk.answers[answer].id);
        browser::act(state, "marks", vec![("answer", id.to_string()), ("mark", wish.as_str().to_owned())]);
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (state, answer, mark);
}

/// Sets a mark on the answer that is meant, or says that none is.
#[cfg(feature = "hydrate")]
fn mark_meant(state: State, wished: Mark) {
    match state.meant() {
        Some(answer) => mark(state, answer, wished),
        None => state.message.set(state.desk.with_value(|desk| desk.labels.chosen_none.clone())),
    }
}

/// Takes back the last act, whatever it was.
pub fn undo(state: State) {
    #[cfg(feature = "hydrate")]
    browser::act(state, "undo", Vec::new());
    #[cfg(not(feature = "hydrate"))]
    let _ = state;
}

/// Does again what was taken back last.
pub fn redo(state: State) {
    #[cfg(feature = "hydrate")]
    browser::act(state, "redo", Vec::new());
    #[cfg(not(feature = "hydrate"))]
    let _ = state;
}

/// Chooses the whole answer.
pub fn whole(state: State) {
    state.whole();
}

/// Switches single keys on or off, and remembers it on this device.
pub fn switch(state: State, on: bool) {
    state.keys_on.set(on);
    #[cfg(feature = "hydrate")]
    browser::remember("folkmoot-keys", if on { "on" } else { "off" });
}

/// Keys in the field that finds codes: Enter applies the first that was found, Escape goes back to the words.
pub fn in_filter(state: State, event: &KeyboardEvent) {
    match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            if let Some(code) = state.found().first() {
                apply(state, code.id);
                state.filter.set(String::new());
                #[cfg(feature = "hydrate")]
                browser::leave_field();
            }
        }
        "Escape" => {
            state.filter.set(String::new());
            #[cfg(feature = "hydrate")]
            browser::leave_field();
        }
        _ => {}
    }
}

/// Keys anywhere else on the page.
#[cfg(feature = "hydrate")]
pub fn anywhere(state: State, event: &KeyboardEvent) {
    let key = event.key();
    if key == "Escape" {
        state.chosen.set(None);
        return;
    }
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    if !state.keys_on.get_untracked() || modified || browser::typing(event) {
        return;
    }
    let may_code = state.desk.with_value(|desk| desk.may_code);
    match key.as_str() {
        "j" | "J" => state.step(1, key == "J"),
        "k" | "K" => state.step(-1, key == "K"),
        "w" => state.whole(),
        "n" => browser::go(state.desk.with_value(|desk| desk.next.clone())),
        "p" => browser::go(state.desk.with_value(|desk| desk.previous.clone())),
        "?" => state.sheet.update(|open| *open = !*open),
        "c" | "/" if may_code => browser::to_field(),
        "z" if may_code => undo(state),
        "Z" if may_code => redo(state),
        "d" if may_code => browser::done(),
        "m" if may_code => browser::go(Some(state.memo_at(state.chosen.get_untracked()))),
        "q" if may_code => {
            let answer = state.chosen.get_untracked().map(|chosen| chosen.answer);
            browser::go(Some(state.ask_at(answer)));
        }
        letter if may_code && marks::of_key(letter).is_some() => {
            if let Some(wished) = marks::of_key(letter) {
                mark_meant(state, wished);
            }
        }
        digit if may_code => {
            let at = digit.parse::<usize>().ok().and_then(|digit| digit.checked_sub(1));
            let Some(code) = at.and_then(|at| state.recent.get_untracked().get(at).copied()) else { return };
            apply(state, code);
        }
        _ => return,
    }
    event.prevent_default();
    if matches!(key.as_str(), "j" | "J" | "k" | "K") {
        browser::show_chosen();
    }
}
