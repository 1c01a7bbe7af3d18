//! Findings, recommendations, replies and progress.

use chrono::{DateTime, NaiveDate, Utc};

use super::Span;

/// Words of a response that something rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    pub response: String,
    pub question: &'static str,
    pub span: Span,
}

/// A finding of the demonstration's invented analysts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub key: &'static str,
    pub title: &'static str,
    /// What was found, with what speaks against it.
    pub statement: &'static str,
    /// Keys of the codes that it was found under.
    pub codes: Vec<&'static str>,
    /// Three to eight.
    pub excerpts: Vec<Excerpt>,
    /// The key of a person.
    pub author: &'static str,
    pub at: DateTime<Utc>,
}

/// A recommendation of the real Review, in words that are not the Review's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    pub key: &'static str,
    /// The official number. None, until someone has compared it with the report.
    pub number: Option<u32>,
    pub title: &'static str,
    /// A grouping that is not the Review's.
    pub theme: &'static str,
    /// Who says that the Review recommends it.
    pub sources: &'static str,
    /// Whether the wording has been compared with the report. False throughout.
    pub verified: bool,
    /// A caution, where sources differ.
    pub note: Option<&'static str>,
    /// Keys of findings. These links are the demonstration's and are not the Review's.
    pub findings: Vec<&'static str>,
    pub reply: Option<Reply>,
    pub progress: Option<Progress>,
}

/// The government's reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reply {
    pub status: ReplyStatus,
    /// What a secondary source says of the reply: a paraphrase, not the government's words.
    pub paraphrase: &'static str,
    pub source: &'static str,
    pub date: NaiveDate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyStatus {
    Accepted,
    AcceptedInPrinciple,
    PartlyAccepted,
    UnderFurtherWork,
    Rejected,
    NoClearAnswer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub status: ProgressStatus,
    /// What the source says.
    pub words: &'static str,
    pub source: &'static str,
    pub date: NaiveDate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgressStatus {
    NotStarted,
    Some,
    Done,
    Overtaken,
}
