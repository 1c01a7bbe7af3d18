//! Text that people wrote, and instants as people say them.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::calls::{Cited, Spoken, spoken};
use domain::text::paragraphs;
use leptos::prelude::*;
use services::calls::Call;

use crate::review::workbench::numbered;
use crate::t;

/// A text of many lines as paragraphs, with nothing of it understood as HTML.
#[component]
pub fn Lines(#[prop(into)] text: String, #[prop(optional)] class: &'static str) -> impl IntoView {
    let class = if class.is_empty() { "govuk-body" } else { class };
    paragraphs(&text)
        .into_iter()
        .filter_map(|span| domain::text::slice(&text, span))
        .map(|paragraph| view! { <p class=class>{paragraph.to_owned()}</p> })
        .collect::<Vec<_>>()
}

/// A text of many lines in paragraphs that can be cited, each with a number by which it can be found again. `number` is that of
/// the question.
#[component]
pub fn CitedLines(
    #[prop(into)] text: String,
    number: usize,
    #[prop(optional)] class: &'static str,
) -> impl IntoView {
    paragraphs(&text)
        .into_iter()
        .zip(1..)
        .filter_map(|(span, paragraph)| Some((domain::text::slice(&text, span)?.to_owned(), paragraph)))
        .map(|(words, paragraph)| {
            let words = view! { <p class=class>{words}</p> }.into_any();
            numbered(Cited::one(number, paragraph), &t!("paragraph"), words)
        })
        .collect::<Vec<_>>()
}

/// An instant in the zone of a call: "11:59pm on 9 January 2023".
pub fn when(instant: DateTime<Utc>, call: &Call) -> String {
    when_in(instant, call.zone)
}

/// The time of day in the zone of a call: "2:02pm".
pub fn clock(instant: DateTime<Utc>, call: &Call) -> String {
    clock_of(&spoken(instant, call.zone))
}

fn clock_of(said: &Spoken) -> String {
    if said.midday { t!("midday") } else { said.clock.clone() }
}

/// An instant in a zone.
pub fn when_in(instant: DateTime<Utc>, zone: Tz) -> String {
    let said = spoken(instant, zone);
    t!(
        "instant",
        clock = clock_of(&said),
        day = said.day.to_string(),
        month = month(said.month),
        year = said.year.to_string()
    )
}

/// The name of a month, 1 to 12.
pub fn month(number: u32) -> String {
    match number {
        1 => t!("month-1"),
        2 => t!("month-2"),
        3 => t!("month-3"),
        4 => t!("month-4"),
        5 => t!("month-5"),
        6 => t!("month-6"),
        7 => t!("month-7"),
        8 => t!("month-8"),
        9 => t!("month-9"),
        10 => t!("month-10"),
        11 => t!("month-11"),
        _ => t!("month-12"),
    }
}

/// A day: "14 June 2023".
pub fn day(date: chrono::NaiveDate) -> String {
    use chrono::Datelike;
    t!("day", day = date.day().to_string(), month = month(date.month()), year = date.year().to_string())
}
