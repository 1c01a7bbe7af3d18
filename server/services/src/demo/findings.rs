//! Findings, each resting on words of several respondents of different kinds.
//!
//! Sentences of the banks that could be quoted for a finding are marked with its name, so that what a finding rests on
//! is always about what it says, whatever the seed.

use std::collections::HashSet;

use chrono::{DateTime, Duration, TimeZone, Utc};

use super::bank::{BODIES, PUBLIC, content};
use super::dice::Dice;
use super::model::{Coding, Excerpt, Finding, RespondentKind, Response, Sentence, Span, Target};

/// The fewest and the most excerpts of a finding.
const EXCERPTS: (usize, usize) = (4, 8);

/// The fewest characters that say enough to stand in a report.
const SHORTEST: usize = 40;

/// Every finding, with its excerpts.
pub fn all(responses: &[Response], codings: &[Coding], dice: &mut Dice) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for line in content(include_str!("words/findings.txt")) {
        if line.starts_with('[') {
            findings.extend(heading(line, findings.len(), responses, codings, dice));
            continue;
        }
        let (Some(last), Some((part, text))) = (findings.last_mut(), line.split_once(": ")) else { continue };
        match part {
            "statement" => last.statement = text,
            "codes" => last.codes = text.split(' ').collect(),
            _ => {}
        }
    }
    findings
}

/// Reads `[key] mark | title`.
fn heading(
    line: &'static str,
    number: usize,
    responses: &[Response],
    codings: &[Coding],
    dice: &mut Dice,
) -> Option<Finding> {
    let (key, rest) = line.strip_prefix('[')?.split_once(']')?;
    let (mark, title) = rest.split_once('|')?;
    Some(Finding {
        key,
        title: title.trim(),
        statement: "",
        codes: Vec::new(),
        excerpts: excerpts(mark.trim(), responses, codings, dice),
        author: "tomasz",
        at: written(number),
    })
}

/// Findings were written in the last days of the coding, a few each day.
fn written(number: usize) -> DateTime<Utc> {
    let first = Utc.with_ymd_and_hms(2023, 2, 27, 10, 5, 0).single().unwrap_or_default();
    first + Duration::days((number / 3) as i64) + Duration::minutes((number % 3) as i64 * 95 + 7)
}

/// A sentence that could be quoted.
struct Candidate<'a> {
    response: &'a Response,
    excerpt: Excerpt,
    coded: bool,
    length: usize,
}

/// Chooses words to rest on: from every kind of respondent in turn, coded words first, one excerpt a response.
fn excerpts(mark: &str, responses: &[Response], codings: &[Coding], dice: &mut Dice) -> Vec<Excerpt> {
    let mut candidates = candidates(mark, responses, codings);
    dice.shuffle(&mut candidates);
    // Words that say enough to stand alone come first, and among them those that a coder has marked.
    candidates.sort_by_key(|candidate| (candidate.length < 60, !candidate.coded));
    let wanted = dice.between(EXCERPTS.0 + 1, EXCERPTS.1);
    let mut chosen: Vec<Excerpt> = Vec::new();
    let mut used: HashSet<&str> = HashSet::new();
    let mut said: HashSet<String> = HashSet::new();
    for group in ["public", "work", "body"].into_iter().cycle().take(3 * wanted) {
        if chosen.len() == wanted {
            break;
        }
        let next = candidates.iter().find(|candidate| {
            kind(candidate.response) == group
                && !used.contains(candidate.response.key.as_str())
                && !said.contains(&start(candidate))
        });
        if let Some(candidate) = next {
            used.insert(&candidate.response.key);
            said.insert(start(candidate));
            chosen.push(candidate.excerpt.clone());
        }
    }
    chosen
}

fn candidates<'a>(mark: &str, responses: &'a [Response], codings: &[Coding]) -> Vec<Candidate<'a>> {
    let mut found = Vec::new();
    // Copies of a campaign's text are not evidence of their own.
    for response in responses.iter().filter(|response| response.campaign.is_none()) {
        for answer in &response.answers {
            for (at, sentence) in answer.sentences.iter().enumerate() {
                if sentence.mark != Some(mark) {
                    continue;
                }
                let span = standing(&answer.sentences, at);
                if span.end - span.start < SHORTEST {
                    continue;
                }
                let coded = codings.iter().any(|coding| {
                    coding.response == response.key
                        && coding.question == answer.question
                        && match coding.target {
                            Target::WholeAnswer => true,
                            Target::Excerpt(span) => {
                                span.start <= sentence.span.start && sentence.span.end <= span.end
                            }
                        }
                });
                found.push(Candidate {
                    response,
                    excerpt: Excerpt { response: response.key.clone(), question: answer.question, span },
                    coded,
                    length: span.end - span.start,
                });
            }
        }
    }
    found
}

/// Words at the beginning of a sentence that lean on the one before.
const LEANING: [&str; 30] = [
    "All", "And", "Both", "But", "Each", "He", "It", "It's", "Most", "Neither", "None", "Nobody", "No", "Of",
    "One", "Only", "Our", "She", "So", "Some", "That", "The", "Their", "Then", "These", "They", "This",
    "Those", "To", "Where",
];

/// A sentence with the one before it, where it leans on that.
fn standing(sentences: &[Sentence], at: usize) -> Span {
    let own = sentences[at].span;
    let first = sentences[at].text.split_whitespace().next().unwrap_or_default();
    match at.checked_sub(1).and_then(|before| sentences.get(before)) {
        // Only within a paragraph: nothing but a blank or two lies between.
        Some(before) if LEANING.contains(&first) && own.start - before.span.end <= 1 => {
            Span { start: before.span.start, end: own.end }
        }
        _ => own,
    }
}

fn kind(response: &Response) -> &'static str {
    match response.voice {
        _ if response.kind == RespondentKind::Organisation || BODIES.contains(&response.voice) => "body",
        voice if PUBLIC.contains(&voice) => "public",
        _ => "work",
    }
}

/// The first words of an excerpt, by which the same sentence in two responses is known.
fn start(candidate: &Candidate) -> String {
    let answer =
        candidate.response.answers.iter().find(|answer| answer.question == candidate.excerpt.question);
    let text =
        answer.map(|answer| super::model::slice(answer.text(), candidate.excerpt.span)).unwrap_or_default();
    text.split_whitespace().take(4).collect::<Vec<_>>().join(" ").to_lowercase()
}
