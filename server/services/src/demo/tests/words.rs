//! The banks of words can be read to the last line, and name nothing that does not exist.

use std::collections::HashSet;

use super::one;
use crate::demo::bank::{self, BODIES, PUBLIC, QUESTIONS, WORK, Who, Words};
use crate::demo::dice::Dice;
use crate::demo::persona;

fn check(words: &Words, codes: &HashSet<&str>) {
    assert!(!words.text.trim().is_empty(), "an empty sentence");
    assert!(!words.codes.is_empty(), "no code: {}", words.text);
    for code in &words.codes {
        assert!(codes.contains(code), "unknown code {code}: {}", words.text);
    }
    check_slots(words.text);
}

/// Every pair of braces is a choice, a number or a known slot, but for the one response that is an attack.
fn check_slots(text: &str) {
    let slots = persona::slots(&mut Dice::new(7));
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let close = rest[open..].find('}').map(|at| open + at).expect("a closing brace");
        let inner = &rest[open + 1..close];
        let known = inner.contains('|') || inner.starts_with("n:") || slots.word(inner).is_some();
        assert!(known || inner.contains("constructor") || inner == "7*7", "unknown slot {inner}: {text}");
        rest = &rest[close + 1..];
    }
}

fn codes() -> HashSet<&'static str> {
    one().codebook.iter().map(|code| code.key).collect()
}

fn known_voice(who: Who) -> bool {
    PUBLIC.contains(&who.voice) || WORK.contains(&who.voice) || BODIES.contains(&who.voice)
}

#[test]
fn every_passage_can_be_used() {
    let codes = codes();
    let marks: HashSet<String> = one().findings.iter().map(|finding| finding.key.replace("f-", "")).collect();
    let traits: HashSet<&str> = crate::demo::organisations::speakers()
        .into_iter()
        .flat_map(|body| body.traits)
        .chain(persona::every_trait())
        .collect();
    for passage in bank::passages() {
        let first = passage.steps.first().expect("a passage has a sentence").choices[0].text;
        assert!(!passage.voices.is_empty(), "no voice: {first}");
        assert!(passage.voices.iter().all(|who| known_voice(*who)), "unknown voice: {first}");
        for with in passage.voices.iter().filter_map(|who| who.with) {
            assert!(traits.contains(with), "nobody is {with}: {first}");
        }
        assert!(!passage.topic.is_empty(), "no topic: {first}");
        assert!(passage.steps.iter().any(|step| !step.optional), "may come out empty: {first}");
        for letter in &passage.questions {
            assert!(QUESTIONS.iter().any(|(known, _)| known == letter), "unknown question {letter}: {first}");
        }
        for words in passage.steps.iter().flat_map(|step| &step.choices) {
            check(words, &codes);
            assert!(words.mark.is_none_or(|mark| marks.contains(mark)), "unknown mark: {}", words.text);
        }
    }
}

#[test]
fn the_bank_is_rich() {
    let passages = bank::passages();
    let sentences: usize =
        passages.iter().flat_map(|passage| &passage.steps).map(|step| step.choices.len()).sum();
    assert!(passages.len() > 550 && sentences > 1_400, "{} passages, {sentences} sentences", passages.len());
}

#[test]
fn loose_lines_can_be_used() {
    let codes = codes();
    for line in bank::loose(include_str!("../words/one_change.txt")) {
        check(&line.words, &codes);
        assert!(line.words.text.split_whitespace().count() <= 30, "too long: {}", line.words.text);
        assert!(!line.tags.is_empty());
    }
    for line in bank::loose(include_str!("../words/short.txt")) {
        assert!(line.tags.first().is_some_and(|tag| tag.len() == 1), "one question: {}", line.words.text);
        check_slots(line.words.text);
    }
    for text in [include_str!("../words/openers.txt"), include_str!("../words/closers.txt")] {
        for line in bank::loose(text) {
            assert!(line.voices.iter().all(|who| known_voice(*who)), "{}", line.words.text);
            check_slots(line.words.text);
        }
    }
}

#[test]
fn the_files_say_that_they_are_invented() {
    let files = [
        include_str!("../words/openers.txt"),
        include_str!("../words/short.txt"),
        include_str!("../words/whole_1.txt"),
        include_str!("../words/whole_2.txt"),
        include_str!("../words/welsh.txt"),
        include_str!("../words/campaign_home.txt"),
        include_str!("../words/organisations.txt"),
        include_str!("../words/codebook.txt"),
        include_str!("../words/findings.txt"),
    ];
    for file in files {
        let head: String = file.lines().take_while(|line| line.starts_with('#')).collect();
        assert!(head.to_lowercase().contains("invented"), "{head}");
    }
}
