//! Outcomes: findings, recommendations, the government's replies and what became of them.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::forms::{Form, Problems};

crate::named! {
    /// How a government replied to a recommendation. Silence is not rejection: a recommendation without a reply has
    /// no status at all.
    pub enum ReplyStatus {
        Accepted => "accepted",
        InPrinciple => "in-principle",
        Partly => "partly",
        UnderFurtherWork => "under-further-work",
        Rejected => "rejected",
        NoClearAnswer => "no-clear-answer",
    }
}

crate::named! {
    /// How far a recommendation has been carried out.
    pub enum ProgressStatus {
        NotStarted => "not-started",
        Some => "some",
        Done => "done",
        Overtaken => "overtaken",
    }
}

/// A finding as typed: what the evidence says, in the team's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingDetails {
    pub title: String,
    pub text: String,
}

impl FindingDetails {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let title = problems.require(form.text("title"), "title", "error-finding-title");
        let text = problems.require(form.long_text("text"), "text", "error-finding-text");
        match (title, text) {
            (Some(title), Some(text)) => Ok(Self { title, text }),
            _ => Err(problems),
        }
    }
}

/// A recommendation as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecommendationDetails {
    pub title: String,
    pub text: String,
    pub theme: String,
    /// Where its words come from. Every fact about a real report carries its source.
    pub source: String,
    /// The number it has in the report, only where someone has compared it with the report itself.
    pub official_number: Option<u32>,
    /// The findings it rests on.
    pub findings: Vec<Uuid>,
}

impl RecommendationDetails {
    /// Reads the form. `findings` are those of the call.
    pub fn parse(form: &Form, findings: &[Uuid]) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let title = problems.require(form.text("title"), "title", "error-recommendation-title");
        let source = problems.require(form.text("source"), "source", "error-recommendation-source");
        let official_number = match form.text("official-number") {
            None => None,
            Some(typed) => {
                let number = typed.parse().ok().filter(|number| (1..=999).contains(number));
                problems.require(number, "official-number", "error-recommendation-number")
            }
        };
        match (title, source) {
            (Some(title), Some(source)) if problems.is_empty() => Ok(Self {
                title,
                text: form.long_text("text").unwrap_or_default(),
                theme: form.text("theme").unwrap_or_default(),
                source,
                official_number,
                findings: form
                    .values("finding")
                    .iter()
                    .filter_map(|id| id.parse().ok())
                    .filter(|id| findings.contains(id))
                    .collect(),
            }),
            _ => Err(problems),
        }
    }
}

/// A reply, or a dated note of progress, as typed: status, the source's own words, the source, the date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated<S> {
    pub status: S,
    pub words: String,
    pub source: String,
    pub on: NaiveDate,
}

impl<S> Dated<S> {
    /// Reads the form; `status` reads a status of the right kind by its stored name.
    pub fn parse(form: &Form, status: impl Fn(&str) -> Option<S>) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let status = problems.require(status(form.value("status")), "status", "error-status");
        let words = problems.require(form.long_text("words"), "words", "error-words");
        let source = problems.require(form.text("source"), "source", "error-recommendation-source");
        let on = NaiveDate::parse_from_str(form.value("on").trim(), "%Y-%m-%d").ok();
        let on = problems.require(on, "on", "error-date");
        match (status, words, source, on) {
            (Some(status), Some(words), Some(source), Some(on)) => Ok(Self { status, words, source, on }),
            _ => Err(problems),
        }
    }
}
