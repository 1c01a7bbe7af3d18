//! What an undo or a redo tells the person who did it.

use leptos::prelude::*;
use services::review::{Entry, Told};

use super::page::{act, thing};
use crate::components::Notice;
use crate::t;
use crate::words::{language, say};

/// What was undone or done again, and what could not be and why: a sentence or two each. `here` is the response that
/// the person looks at; acts on others name theirs.
pub fn sentences(told: &Told, here: &str) -> Vec<String> {
    let what = what(&told.what, here);
    let first = if told.again { t!("desk-redone", what = what) } else { t!("desk-undone", what = what) };
    let passed_over = told.passed_over.iter().map(|passed| {
        let why = say(language(), &passed.why, None);
        t!("desk-passed-over", what = self::what(&passed.what, here), why = why)
    });
    [first].into_iter().chain(passed_over).collect()
}

fn what(entry: &Entry, here: &str) -> String {
    let what = format!("{} {}", act(entry.act), thing(entry)).trim_end().to_owned();
    match &entry.response {
        Some(response) if response != here => t!("desk-act-elsewhere", what = what, response = response),
        _ => what,
    }
}

/// The same for the page after a redirect.
pub fn notice(told: &Told, here: &str) -> AnyView {
    let lines: Vec<_> =
        sentences(told, here).into_iter().map(|line| view! { <p class="govuk-body">{line}</p> }).collect();
    let title = if told.again { t!("desk-redo") } else { t!("desk-undo") };
    view! { <Notice title>{lines}</Notice> }.into_any()
}
