//! What the Review recommended, as far as public sources say, and what became of it.
//!
//! Titles are in our own words and no number is given, for none has been compared with the report. Themes group them
//! for readers and are not the Review's. Links to findings are the demonstration's alone.

use chrono::NaiveDate;

use super::bank::content;
use super::model::{Progress, ProgressStatus, Recommendation, Reply, ReplyStatus};

/// Said wherever a recommendation is shown with its findings.
pub const LINKS_NOTE: &str = "The links between recommendations and findings are invented for the demonstration. They \
    do not say what the Review's recommendations rest on.";

/// Said wherever a reply is shown.
pub const REPLIES_NOTE: &str = "The status of each reply is our reading of secondary sources, whose words are \
    paraphrased. Where no source states a reply the reply is left blank. Silence is not rejection.";

/// The day of the government's response, CP 860 (gov.uk).
fn replied() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 6, 14).unwrap_or_default()
}

/// Every recommendation found in public sources.
pub fn all() -> Vec<Recommendation> {
    let mut all: Vec<Recommendation> = Vec::new();
    for line in content(include_str!("words/recommendations.txt")) {
        if line.starts_with('[') {
            all.extend(heading(line));
            continue;
        }
        let (Some(last), Some((part, text))) = (all.last_mut(), line.split_once(": ")) else { continue };
        match part {
            "source" => last.sources = text,
            "note" => last.note = Some(text),
            "findings" => last.findings = text.split(' ').collect(),
            "reply" => last.reply = reply(text),
            "progress" => last.progress = progress(text),
            _ => {}
        }
    }
    all
}

/// Reads `[key] theme | title`.
fn heading(line: &'static str) -> Option<Recommendation> {
    let (key, rest) = line.strip_prefix('[')?.split_once(']')?;
    let (theme, title) = rest.split_once('|')?;
    Some(Recommendation {
        key,
        number: None,
        title: title.trim(),
        theme: theme.trim(),
        sources: "",
        verified: false,
        note: None,
        findings: Vec::new(),
        reply: None,
        progress: None,
    })
}

/// Reads `status | source | paraphrase`.
fn reply(text: &'static str) -> Option<Reply> {
    let mut parts = text.splitn(3, " | ");
    let status = match parts.next()? {
        "accepted" => ReplyStatus::Accepted,
        "accepted in principle" => ReplyStatus::AcceptedInPrinciple,
        "partly accepted" => ReplyStatus::PartlyAccepted,
        "under further work" => ReplyStatus::UnderFurtherWork,
        "rejected" => ReplyStatus::Rejected,
        _ => ReplyStatus::NoClearAnswer,
    };
    let source = parts.next()?;
    Some(Reply { status, paraphrase: parts.next()?, source, date: replied() })
}

/// Reads `date | source | words`. The one progress that a source states is "some".
fn progress(text: &'static str) -> Option<Progress> {
    let mut parts = text.splitn(3, " | ");
    let date = parts.next()?.parse().ok()?;
    let source = parts.next()?;
    Some(Progress { status: ProgressStatus::Some, words: parts.next()?, source, date })
}
