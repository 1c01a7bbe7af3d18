//! The three calls of the demonstration: one closed, one open, one to come.

mod hewitt;
mod home;
mod privacy;
mod records;

use chrono::NaiveTime;

use domain::calls::{Audience, Keyword, Keywords};

use super::model::{Call, Condition, Question, QuestionKind};

/// The slug of the call that the responses answer.
pub const HEWITT: &str = "hewitt-review";
/// The slug of the open call.
pub const HOME: &str = "living-well-at-home";
/// The slug of the call to come.
pub const RECORDS: &str = "records-that-follow-people";

/// Who may be written to. The domain `.example` never exists.
const CONTACT: &str = "calls@folkmoot.example";

/// Every call, the closed one first.
pub fn all() -> Vec<Call> {
    vec![hewitt::call(), home::call(), records::call()]
}

fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}

/// What a call is found by; each theme and each place in English and in Welsh.
fn found_by(themes: &[(&str, &str)], places: &[(&str, &str)], audiences: &[Audience]) -> Keywords {
    let named = |names: &[(&str, &str)]| {
        let keyword = |(name, name_cy): &(&str, &str)| Keyword {
            name: (*name).to_owned(),
            name_cy: (*name_cy).to_owned(),
        };
        names.iter().map(keyword).collect()
    };
    Keywords { themes: named(themes), places: named(places), audiences: audiences.to_vec() }
}

/// A question that may be passed over.
fn ask(key: &'static str, text: &'static str, hint: Option<&'static str>, kind: QuestionKind) -> Question {
    Question { key, text, hint, kind, required: false, shown_if: None }
}

/// A question shown only to those who chose an option of an earlier one.
fn ask_if(
    (question, option): (&'static str, &'static str),
    key: &'static str,
    text: &'static str,
    hint: Option<&'static str>,
    kind: QuestionKind,
) -> Question {
    Question { shown_if: Some(Condition { question, option }), ..ask(key, text, hint, kind) }
}

/// Paragraphs up to so many words.
fn long(words: u32) -> QuestionKind {
    QuestionKind::LongText { words }
}

/// A line up to so many words.
fn short(words: u32) -> QuestionKind {
    QuestionKind::ShortText { words }
}

fn one_of(options: &[(&'static str, &'static str)]) -> QuestionKind {
    QuestionKind::SingleChoice { options: options.to_vec() }
}

fn any_of(options: &[(&'static str, &'static str)]) -> QuestionKind {
    QuestionKind::MultipleChoice { options: options.to_vec() }
}
