//! Why a hit is one: the part of an answer where most of what was looked for stands close together.
//!
//! A snippet is a list of pieces of text, never markup, so that it can be shown anywhere without being escaped twice
//! or not at all.

use std::collections::VecDeque;

use domain::text::Span;
use serde::Serialize;

use super::plan::{Atom, Plan};
use crate::index::words::{Stems, Word, each_word_with};

/// How long a snippet is at most, in bytes of text.
const LONGEST: usize = 280;

/// How much of it stands before the first match, in bytes.
const BEFORE: usize = 70;

/// How far is read on after the first match, in bytes, to find a better place. The longest answers have 400,000.
const READ_ON: usize = 12_000;

/// A part of a snippet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    pub text: String,
    pub is_match: bool,
}

/// A snippet as plain text.
pub fn plain(snippet: &[Piece]) -> String {
    snippet.iter().map(|piece| piece.text.as_str()).collect()
}

/// Marks what a plan looks for.
pub struct Marker {
    stems: Stems,
    wanted_stems: Vec<String>,
    phrases: Vec<Vec<String>>,
    /// First letters of the stems: most words are told apart by them alone.
    initials: Vec<char>,
    longest_phrase: usize,
}

/// A place where something was found, in bytes, and which of the things it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Match {
    start: usize,
    end: usize,
    what: usize,
}

impl Marker {
    pub fn new(plan: &Plan) -> Self {
        let mut marker = Self {
            stems: Stems::default(),
            wanted_stems: Vec::new(),
            phrases: Vec::new(),
            initials: Vec::new(),
            longest_phrase: 0,
        };
        for atom in plan.wanted() {
            match atom {
                Atom::Stem { stem, .. } => {
                    marker.initials.extend(stem.chars().next());
                    marker.wanted_stems.push(stem.clone());
                }
                Atom::Phrase(words) => {
                    marker.longest_phrase = marker.longest_phrase.max(words.len());
                    marker.phrases.push(words.clone());
                }
            }
        }
        marker
    }

    /// The snippet of an answer, and the place of its first match in code points of the answer.
    pub fn snippet(&mut self, text: &str) -> (Vec<Piece>, Option<Span>) {
        let matches = self.matches(text);
        let Some(first) = best_place(&matches) else {
            return (pieces(text, 0, LONGEST.min(text.len()), &[]), None);
        };
        let place = matches[first];
        let start = text[..place.start].chars().count();
        let span = Span { start, end: start + text[place.start..place.end].chars().count() };
        let (from, to) = if text.len() <= LONGEST { (0, text.len()) } else { around(text, place) };
        (pieces(text, from, to, &matches), Some(span))
    }

    /// Everything found, in order, until enough was read.
    fn matches(&mut self, text: &str) -> Vec<Match> {
        let mut found: Vec<Match> = Vec::new();
        let mut last_words: VecDeque<Word> = VecDeque::new();
        if self.wanted_stems.is_empty() && self.phrases.is_empty() {
            return found;
        }
        // A phrase can begin with any word, and goes on with any.
        let (initials, phrases) = (self.initials.clone(), self.longest_phrase > 0);
        let wanted = |first| phrases || initials.contains(&first);
        each_word_with(text, wanted, |word| {
            if let Some(what) = self.stem_in(word) {
                found.push(Match { start: word.start, end: word.end, what });
            }
            if phrases {
                last_words.push_back(word.clone());
                if last_words.len() > self.longest_phrase {
                    last_words.pop_front();
                }
                found.extend(self.phrase_ending(&last_words));
            }
            found.first().is_none_or(|first| word.start < first.start + READ_ON)
        });
        found.sort_by_key(|place| (place.start, place.end));
        found
    }

    fn stem_in(&mut self, word: &Word) -> Option<usize> {
        if !word.text.chars().next().is_some_and(|first| self.initials.contains(&first)) {
            return None;
        }
        let stem = self.stems.of(&word.text);
        self.wanted_stems.iter().position(|wanted| wanted == stem)
    }

    fn phrase_ending(&self, last: &VecDeque<Word>) -> Option<Match> {
        let ends = |phrase: &Vec<String>| {
            phrase.len() <= last.len()
                && phrase.iter().rev().zip(last.iter().rev()).all(|(wanted, word)| *wanted == word.text)
        };
        let at = self.phrases.iter().position(ends)?;
        let start = last[last.len() - self.phrases[at].len()].start;
        let end = last.back()?.end;
        Some(Match { start, end, what: self.wanted_stems.len() + at })
    }
}

/// The match from which on most different things, and then most things, fit into a snippet; the first of equals.
fn best_place(matches: &[Match]) -> Option<usize> {
    let value = |first: usize| {
        let limit = matches[first].start + LONGEST - BEFORE;
        let within = matches[first..].iter().take_while(|place| place.end <= limit);
        // A query has at most 40 pieces, so one bit each is enough.
        let different = within.clone().fold(0_u64, |seen, place| seen | (1 << (place.what % 64)));
        (different.count_ones(), within.count())
    };
    (0..matches.len()).max_by_key(|first| (value(*first), std::cmp::Reverse(*first)))
}

/// The part of a long text around a match: from the beginning of a sentence or a word to the end of a word.
fn around(text: &str, place: Match) -> (usize, usize) {
    let from = text.floor_char_boundary(place.start.saturating_sub(BEFORE));
    let before = &text[from..place.start];
    let sentence = before.rfind(['\n', '.', '!', '?']).map(|at| from + at + 1);
    let word = before.find(char::is_whitespace).filter(|_| from > 0).map(|at| from + at);
    let from = sentence.or(word).unwrap_or(from);
    let to = text.floor_char_boundary((from + LONGEST).min(text.len()).max(place.end));
    let after = &text[place.end..to];
    let to =
        if to == text.len() { to } else { after.rfind(char::is_whitespace).map_or(to, |at| place.end + at) };
    (from, to)
}

fn pieces(text: &str, from: usize, to: usize, matches: &[Match]) -> Vec<Piece> {
    let to = text.floor_char_boundary(to);
    let mut made = Vec::new();
    let mut add = |part: &str, is_match: bool| {
        let part = if is_match { part.to_owned() } else { spaced(part) };
        if !part.is_empty() {
            made.push(Piece { text: part, is_match });
        }
    };
    if from > 0 {
        add("… ", false);
    }
    let mut at = from + (text[from..to].len() - text[from..to].trim_start().len());
    for place in matches.iter().filter(|place| place.start >= from && place.end <= to) {
        // A phrase can begin inside another.
        let start = place.start.max(at);
        if start < place.end {
            add(&text[at..start], false);
            add(&text[start..place.end], true);
            at = place.end;
        }
    }
    add(text[at..to].trim_end(), false);
    if to < text.len() {
        add(" …", false);
    }
    made
}

/// Line ends as spaces: a snippet is one line.
fn spaced(part: &str) -> String {
    part.replace(['\n', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn snippet(words: &str, text: &str) -> (Vec<Piece>, Option<Span>) {
        Marker::new(&Plan::new(words)).snippet(text)
    }

    fn marked(words: &str, text: &str) -> Vec<String> {
        let pieces = snippet(words, text).0.into_iter().filter(|piece| piece.is_match);
        pieces.map(|piece| piece.text).collect()
    }

    #[test]
    fn every_form_of_a_word_is_marked_and_a_phrase_only_as_it_is() {
        assert_eq!(marked("wait", "We waited. Waiting is hard; the waiter."), ["waited", "Waiting"]);
        assert_eq!(marked("\"long waits\"", "Long waits, and waits that are long."), ["Long waits"]);
        assert_eq!(marked("patient's", "The patient’s choice"), ["patient"]);
    }

    #[test]
    fn the_place_where_most_stands_together_is_shown() {
        let text =
            format!("Waiting was long. {}\nWaiting for a GP is long, élan.", "Nothing here. ".repeat(60));
        let (pieces, span) = snippet("waiting gp", &text);
        assert!(plain(&pieces).contains("Waiting for a GP"), "{pieces:?}");
        let span = span.expect("a place");
        assert_eq!(domain::text::slice(&text, span), Some("Waiting"));
        assert!(span.start > 100);
    }

    proptest! {
        #[test]
        fn a_snippet_is_short_and_its_span_is_a_match(text in "(care|Äpfel|wait|\n|\\. |漢字|x{1,9}| ){0,200}") {
            let (pieces, span) = snippet("wait OR \"care care\"", &text);
            prop_assert!(plain(&pieces).len() <= LONGEST + BEFORE + 16);
            if let Some(span) = span {
                let part = domain::text::slice(&text, span).unwrap_or_default();
                prop_assert!(part.starts_with("wait") || part.starts_with("care"), "{part:?}");
                prop_assert!(pieces.iter().any(|piece| piece.is_match));
            }
        }
    }
}
