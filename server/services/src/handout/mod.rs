//! Papers that the portal makes for people to keep, print and fill in: what one says ([`Handout`]), as a document of Word's
//! ([`docx`]) and as plain text ([`text`]). The words are given; nothing here knows what they are about.

mod docx;
mod text;

use domain::Language;

pub use docx::{Print, docx};
pub use text::text;

/// What a paper says, from the top.
#[derive(Clone, Debug)]
pub struct Handout {
    pub language: Language,
    /// What it belongs to, over its title.
    pub caption: String,
    pub title: String,
    pub lead: Vec<Part>,
    pub sections: Vec<Section>,
    /// What is said once more at the end.
    pub notes: Vec<Section>,
}

/// What stands under a heading.
#[derive(Clone, Debug)]
pub struct Section {
    pub heading: String,
    pub parts: Vec<Part>,
    /// Sections within it. No paper goes deeper than two.
    pub within: Vec<Self>,
}

impl Section {
    /// A heading with a text of one or more paragraphs under it.
    pub fn new(heading: impl Into<String>, text: impl Into<String>) -> Self {
        Self { heading: heading.into(), parts: vec![Part::Text(text.into())], within: Vec::new() }
    }
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Paragraphs, one a line.
    Text(String),
    /// The same, said beside the matter: help, and when something is asked.
    Aside(String),
    /// Words that somebody declares.
    Declared(String),
    /// What can be chosen.
    List(Vec<String>),
    /// Where somebody writes by hand, and what it says there.
    Room(String),
}

/// The paragraphs of a text without what no document may hold: control characters, which XML forbids even escaped.
fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let kept =
        |letter: char| (letter == '\t' || !letter.is_control()) && !matches!(letter, '\u{FFFE}' | '\u{FFFF}');
    text.lines()
        .map(move |line| line.chars().filter(|letter| kept(*letter)).collect::<String>())
        .filter(|line| !line.trim().is_empty())
}

#[cfg(test)]
pub(crate) mod example {
    use super::*;

    /// Harmful wherever it is taken for more than a text.
    pub const HOSTILE: &str =
        "</w:t><script>alert(1)</script> & \"quoted\" 'too' ]]> \u{1}\u{B}&#x41; {\\rtf1}";

    /// A paper with a part of every kind.
    pub fn paper(language: Language) -> Handout {
        let asked = Section {
            heading: "1. Who helps?".to_owned(),
            parts: vec![
                Part::Aside("Think of the last week.\nAnd of nights.".to_owned()),
                Part::Text("Choose all that apply.".to_owned()),
                Part::List(vec!["A nurse".to_owned(), HOSTILE.to_owned()]),
                Part::Declared("I may say this.".to_owned()),
                Part::Room("Your answer:".to_owned()),
            ],
            within: Vec::new(),
        };
        let you = Section { within: vec![asked], ..Section::new("You", "About you.") };
        Handout {
            language,
            caption: "Tŷ a chartref".to_owned(),
            title: HOSTILE.to_owned(),
            lead: vec![Part::Text("Closes at midday.".to_owned())],
            sections: vec![you],
            notes: vec![Section::new("Privacy notice", "We keep it.")],
        }
    }

    /// What it says, line by line, white space and marks aside.
    pub fn lines() -> Vec<String> {
        let hostile = HOSTILE.replace(['\u{1}', '\u{B}'], "");
        [
            "Tŷ a chartref",
            &hostile,
            "Closes at midday.",
            "You",
            "About you.",
            "1. Who helps?",
            "Think of the last week.",
            "And of nights.",
            "Choose all that apply.",
            "A nurse",
            &hostile,
            "I may say this.",
            "Your answer:",
            "Privacy notice",
            "We keep it.",
        ]
        .map(str::to_owned)
        .into()
    }
}
