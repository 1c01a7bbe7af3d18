//! Responses, the words in them, and codings of those words.

use chrono::{DateTime, Utc};

use super::Sector;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RespondentKind {
    Individual,
    OnBehalf,
    Organisation,
}

/// Whether a response may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    WithName,
    WithoutName,
    NotAtAll,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
    Welsh,
}

/// One invented response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// `r-001` and so on, in order of submission. Readers see a reference made by the loader.
    pub key: String,
    pub kind: RespondentKind,
    /// The respondent's own name, where one was given.
    pub name: Option<String>,
    /// The key of an organisation, for responses of organisations.
    pub organisation: Option<String>,
    pub sector: Option<Sector>,
    /// The key of an integrated care system, where one was given.
    pub system: Option<String>,
    pub consent: Consent,
    pub language: Language,
    pub submitted: DateTime<Utc>,
    /// In the order of the questions. Questions passed over have no answer.
    pub answers: Vec<Answer>,
    /// Which campaign's text it was made from. Known here, so that detection can be tested; shown nowhere.
    pub campaign: Option<&'static str>,
    /// Whose voice it was written in, two letters (see [`bank`](crate::demo::bank)); shown nowhere.
    pub voice: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The key of the question.
    pub question: &'static str,
    pub value: Value,
    /// Where each sentence of a text is and what it is about. Empty for choices.
    pub sentences: Vec<Sentence>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Text(String),
    /// The key of one option.
    Choice(&'static str),
    /// The keys of several options.
    Choices(Vec<&'static str>),
}

impl Answer {
    /// The text of the answer, or nothing for a choice.
    pub fn text(&self) -> &str {
        match &self.value {
            Value::Text(text) => text,
            Value::Choice(_) | Value::Choices(_) => "",
        }
    }
}

/// A part of a text in Unicode code points, 0-based, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

/// The words of a span.
pub fn slice(text: &str, span: Span) -> String {
    text.chars().skip(span.start).take(span.end.saturating_sub(span.start)).collect()
}

/// A sentence of an answer, as it was written into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub span: Span,
    pub text: String,
    /// What it is about: keys of codes, the chief one first.
    pub codes: Vec<&'static str>,
    /// The finding that it could be quoted for.
    pub mark: Option<&'static str>,
}

/// What a coding is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    WholeAnswer,
    Excerpt(Span),
}

/// One code, applied once by one coder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coding {
    /// `k-0001` and so on, in order of time.
    pub key: String,
    /// Keys of the response and of the question answered.
    pub response: String,
    pub question: &'static str,
    pub target: Target,
    pub code: &'static str,
    /// The key of a person.
    pub coder: &'static str,
    pub at: DateTime<Utc>,
    pub memo: Option<&'static str>,
}
