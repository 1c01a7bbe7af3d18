//! Replies of a government, and dated notes of progress.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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

/// A reply, or a dated note of progress: status, the source's own words, the source, the date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
        let on = problems.require(form.date("on"), "on", "error-date");
        match (status, words, source, on) {
            (Some(status), Some(words), Some(source), Some(on)) => Ok(Self { status, words, source, on }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_says_what_who_and_when() {
        let typed = |on: &str| {
            Form::from_pairs([
                ("status", "in-principle"),
                ("words", "We agree with the aim."),
                ("source", "CP 860"),
                ("on", on),
            ])
        };
        let reply = Dated::parse(&typed("2023-06-14"), ReplyStatus::parse).expect("all is there");
        assert_eq!((reply.status, reply.on.to_string().as_str()), (ReplyStatus::InPrinciple, "2023-06-14"));
        for wrong in ["", "14/06/2023", "2023-02-30", "+99999-01-01"] {
            let problems = Dated::parse(&typed(wrong), ReplyStatus::parse).expect_err(wrong);
            assert_eq!(problems.at("on").map(|p| p.message), Some("error-date"));
        }
        assert!(Dated::parse(&Form::default(), ProgressStatus::parse).is_err());
    }
}
