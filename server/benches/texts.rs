//! Answers to measure with, the same on every machine: words as often as the demonstration uses them, and among them
//! rare ones, as names of people and places are.

use std::collections::HashMap;

use services::demo::dice::Dice;
use services::index::words::words;

/// How many rare words there are.
const RARE: usize = 40_000;

/// How many words of a hundred are rare ones.
const RARE_PERCENT: usize = 4;

/// Longer words that a search passes over where there are others.
const LIGHT: [&str; 5] = ["from", "that", "this", "were", "with"];

/// Parts of which rare words are made.
const PARTS: [&str; 20] = [
    "al", "ber", "cor", "dun", "el", "far", "gwen", "hal", "in", "jor", "kel", "lan", "mor", "nor", "ost",
    "pen", "rhos", "sel", "tref", "wick",
];

/// A writer of answers.
#[derive(Clone)]
pub struct Texts {
    pub dice: Dice,
    /// The words of the demonstration, the most frequent first, each with how many words are up to it.
    common: Vec<(String, usize)>,
}

impl Texts {
    /// A writer whose answers follow from a seed.
    pub fn new(seed: u64) -> Self {
        let demonstration = services::demo::generate(1);
        let mut counts: HashMap<String, usize> = HashMap::new();
        for answer in demonstration.responses.iter().flat_map(|response| &response.answers) {
            for word in words(answer.text()) {
                *counts.entry(word.text).or_default() += 1;
            }
        }
        let mut common: Vec<_> = counts.into_iter().collect();
        common.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut total = 0;
        for (_, count) in &mut common {
            total += *count;
            *count = total;
        }
        Self { dice: Dice::new(seed), common }
    }

    /// Another writer, whose answers are others.
    pub fn branch(&self, name: &str) -> Self {
        Self { dice: self.dice.branch(name), common: self.common.clone() }
    }

    /// The words of a rank that a search asks for, from the most frequent on.
    pub fn ranks(&self, ranks: std::ops::Range<usize>) -> Vec<String> {
        let asked = |word: &String| word.len() > 3 && !LIGHT.contains(&word.as_str());
        let words = self.common.iter().map(|(word, _)| word.clone()).filter(asked);
        words.skip(ranks.start).take(ranks.len()).collect()
    }

    /// An answer of so many words, in sentences.
    pub fn answer(&mut self, length: usize) -> String {
        let mut text = String::with_capacity(length * 6);
        let mut left_in_sentence = 0;
        for at in 0..length {
            let word = self.word();
            if left_in_sentence == 0 {
                text.push_str(if at > 0 { ". " } else { "" });
                text.extend(word.chars().next().map(|first| first.to_ascii_uppercase()));
                text.push_str(word.get(1..).unwrap_or_default());
                left_in_sentence = self.dice.between(7, 20);
            } else {
                text.push(' ');
                text.push_str(&word);
            }
            left_in_sentence -= 1;
        }
        text + "."
    }

    fn word(&mut self) -> String {
        if self.dice.chance(RARE_PERCENT) {
            return rare(self.dice.below(RARE));
        }
        let place = self.dice.below(self.common.last().map_or(0, |(_, total)| *total));
        let at = self.common.partition_point(|(_, total)| *total <= place);
        self.common.get(at).map(|(word, _)| word.clone()).unwrap_or_default()
    }
}

/// The rare word of this number.
pub fn rare(number: usize) -> String {
    let parts = [number % 20, number / 20 % 20, number / 400 % 20, number / 8_000 % 20];
    parts.iter().map(|part| PARTS[*part]).collect()
}
