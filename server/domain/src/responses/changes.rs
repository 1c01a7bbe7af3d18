//! What was changed in a text, word by word.

use std::iter::repeat_n;

/// The most pairs of words that are compared with each other. Between longer texts all that lies between what both begin with
/// and what both end with is said to be new.
const MOST: usize = 4_000_000;

/// A part of two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Kept(String),
    Removed(String),
    Added(String),
}

/// What became of a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Kept,
    Removed,
    Added,
}

/// The parts of two texts in order: those that are in both, that are in the first alone, and that are in the second alone.
pub fn changes(before: &str, after: &str) -> Vec<Part> {
    let (before, after) = (words(before), words(after));
    let begin = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let rest = before.len().min(after.len()) - begin;
    let backwards = before.iter().rev().zip(after.iter().rev()).take(rest);
    let end = backwards.take_while(|(one, other)| one == other).count();
    let mut fates: Vec<(Fate, &str)> = before[..begin].iter().map(|word| (Fate::Kept, *word)).collect();
    compare(&before[begin..before.len() - end], &after[begin..after.len() - end], &mut fates);
    fates.extend(before[before.len() - end..].iter().map(|word| (Fate::Kept, *word)));
    together(&fates)
}

/// The words of a text and the spaces between them, each by itself.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut from = 0;
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let space = letter.is_whitespace();
        if before.is_some_and(|before| before != space) {
            words.push(&text[from..at]);
            from = at;
        }
        before = Some(space);
    }
    if from < text.len() {
        words.push(&text[from..]);
    }
    words
}

/// The longest run of words that both have in the same order is kept; all others are removed or added.
fn compare<'t>(before: &[&'t str], after: &[&'t str], fates: &mut Vec<(Fate, &'t str)>) {
    let (mut one, mut other) = (0, 0);
    if before.len().saturating_mul(after.len()) <= MOST {
        let common = Common::new(before, after);
        while let (Some(left), Some(right)) = (before.get(one), after.get(other)) {
            if left == right {
                fates.push((Fate::Kept, left));
                (one, other) = (one + 1, other + 1);
            } else if common.after(one + 1, other) >= common.after(one, other + 1) {
                fates.push((Fate::Removed, left));
                one += 1;
            } else {
                fates.push((Fate::Added, right));
                other += 1;
            }
        }
    }
    fates.extend(before[one..].iter().map(|word| (Fate::Removed, *word)));
    fates.extend(after[other..].iter().map(|word| (Fate::Added, *word)));
}

/// How many words the ends of two texts have in common.
struct Common {
    width: usize,
    counts: Vec<u32>,
}

impl Common {
    fn new(before: &[&str], after: &[&str]) -> Self {
        let width = after.len() + 1;
        let mut counts: Vec<u32> = repeat_n(0, (before.len() + 1) * width).collect();
        for one in (0..before.len()).rev() {
            for other in (0..after.len()).rev() {
                counts[one * width + other] = if before[one] == after[other] {
                    counts[(one + 1) * width + other + 1] + 1
                } else {
                    counts[(one + 1) * width + other].max(counts[one * width + other + 1])
                };
            }
        }
        Self { width, counts }
    }

    /// From these words on.
    fn after(&self, one: usize, other: usize) -> u32 {
        self.counts.get(one * self.width + other).copied().unwrap_or_default()
    }
}

/// Neighbours of one fate as one part. A space that alone was kept between changed words is changed with them: so that two
/// sentences are read one after the other, and not word in word.
fn together(fates: &[(Fate, &str)]) -> Vec<Part> {
    let mut parts = Vec::new();
    let (mut kept, mut removed, mut added) = (String::new(), String::new(), String::new());
    for (at, (fate, word)) in fates.iter().enumerate() {
        let changing = !removed.is_empty() || !added.is_empty();
        let goes_on = fates.get(at + 1).is_some_and(|(next, _)| *next != Fate::Kept);
        match fate {
            Fate::Kept if changing && goes_on && word.trim().is_empty() => {
                removed.push_str(word);
                added.push_str(word);
            }
            Fate::Kept => {
                flush(&mut parts, &mut removed, Part::Removed);
                flush(&mut parts, &mut added, Part::Added);
                kept.push_str(word);
            }
            Fate::Removed => {
                flush(&mut parts, &mut kept, Part::Kept);
                removed.push_str(word);
            }
            Fate::Added => {
                flush(&mut parts, &mut kept, Part::Kept);
                added.push_str(word);
            }
        }
    }
    flush(&mut parts, &mut kept, Part::Kept);
    flush(&mut parts, &mut removed, Part::Removed);
    flush(&mut parts, &mut added, Part::Added);
    parts
}

fn flush(parts: &mut Vec<Part>, text: &mut String, part: fn(String) -> Part) {
    if !text.is_empty() {
        parts.push(part(std::mem::take(text)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kept(text: &str) -> Part {
        Part::Kept(text.to_owned())
    }

    fn removed(text: &str) -> Part {
        Part::Removed(text.to_owned())
    }

    fn added(text: &str) -> Part {
        Part::Added(text.to_owned())
    }

    #[test]
    fn a_word_is_changed_and_the_others_stay() {
        assert_eq!(
            changes("The bus was late.", "The train was late."),
            [kept("The "), removed("bus"), added("train"), kept(" was late.")]
        );
        assert_eq!(changes("Same.", "Same."), [kept("Same.")]);
        assert_eq!(changes("", "New."), [added("New.")]);
        assert_eq!(changes("Old.", ""), [removed("Old.")]);
    }

    #[test]
    fn two_sentences_are_read_one_after_the_other() {
        assert_eq!(
            changes("one two three", "four five six"),
            [removed("one two three"), added("four five six")]
        );
    }

    #[test]
    fn long_texts_are_compared_at_their_ends() {
        let (one, other) = ("one word ".repeat(1500), "other words ".repeat(1500));
        let parts = changes(&format!("First {one}last."), &format!("First {other}last."));
        assert!(matches!(parts.as_slice(), [Part::Kept(_), Part::Removed(_), Part::Added(_), Part::Kept(_)]));
    }

    proptest! {
        #[test]
        fn both_texts_are_in_the_parts(before in "([ab]{0,2}[ \n]?){0,12}", after in "([ab]{0,2}[ \n]?){0,12}") {
            let parts = changes(&before, &after);
            let of = |wanted: fn(&Part) -> Option<&String>| parts.iter().filter_map(wanted).cloned().collect::<String>();
            let first = of(|part| match part { Part::Kept(text) | Part::Removed(text) => Some(text), Part::Added(_) => None });
            let second = of(|part| match part { Part::Kept(text) | Part::Added(text) => Some(text), Part::Removed(_) => None });
            prop_assert_eq!(first, before);
            prop_assert_eq!(second, after);
        }
    }
}
