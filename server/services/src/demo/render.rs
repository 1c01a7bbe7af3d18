//! From words with slots to the text of an answer, with the place of every sentence in it.

use super::bank::{Lead, Words};
use super::dice::Dice;
use super::model::{Sentence, Span};
use super::persona::Style;

/// Words that stay the same throughout a response.
#[derive(Clone, Debug)]
pub struct Slots {
    pub town: &'static str,
    /// The person cared for, and the pronouns for them.
    pub rel: &'static str,
    pub they: &'static str,
    pub them: &'static str,
    pub their: &'static str,
    /// A child, and the pronouns.
    pub child: &'static str,
    pub cthey: &'static str,
    pub cthem: &'static str,
    pub age: usize,
}

impl Slots {
    /// The word for a slot, or nothing if there is no such slot.
    pub fn word(&self, name: &str) -> Option<String> {
        let word = match name {
            "town" => self.town,
            "rel" => self.rel,
            "they" | "They" => self.they,
            "them" => self.them,
            "their" => self.their,
            "child" => self.child,
            "cthey" | "Cthey" => self.cthey,
            "cthem" => self.cthem,
            "age" => return Some(self.age.to_string()),
            _ => return None,
        };
        Some(if name.starts_with(char::is_uppercase) { capital(word) } else { word.to_owned() })
    }
}

/// Fills the slots of a sentence. Braces that hold no slot stay as they are.
pub fn fill(template: &str, slots: &Slots, dice: &mut Dice) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|at| open + at) else { break };
        out.push_str(&rest[..open]);
        let inner = &rest[open + 1..close];
        match choice(inner, slots, dice) {
            Some(word) => out.push_str(&word),
            None => out.push_str(&rest[open..=close]),
        }
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    if template.starts_with('{') && !template.starts_with("{{") { capital(&out) } else { out }
}

fn choice(inner: &str, slots: &Slots, dice: &mut Dice) -> Option<String> {
    if let Some(range) = inner.strip_prefix("n:") {
        return number(range, dice);
    }
    if inner.contains('|') {
        let options: Vec<&str> = inner.split('|').collect();
        return dice.pick(&options).map(|option| (*option).to_owned());
    }
    slots.word(inner)
}

/// A number from `low-high` or `low-high:step`, with a comma in thousands unless it is a year.
fn number(range: &str, dice: &mut Dice) -> Option<String> {
    let (bounds, step) = range.split_once(':').unwrap_or((range, "1"));
    let (low, high) = bounds.split_once('-').unwrap_or((bounds, bounds));
    let (low, high, step): (usize, usize, usize) =
        (low.parse().ok()?, high.parse().ok()?, step.parse().ok()?);
    let value = low + step * dice.below(high.checked_sub(low)? / step.max(1) + 1);
    let year = (1900..2100).contains(&low) && high < 2100;
    Some(if value >= 1000 && !year {
        format!("{},{:03}", value / 1000, value % 1000)
    } else {
        value.to_string()
    })
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// An answer that is being written.
#[derive(Clone, Debug, Default)]
pub struct Writing {
    text: String,
    length: usize,
    sentences: Vec<Sentence>,
}

impl Writing {
    /// Adds words that are nobody's sentence: a number, a dash, a line end.
    pub fn add(&mut self, text: &str) {
        self.text.push_str(text);
        self.length += text.chars().count();
    }

    /// Adds a sentence. What stands before it is added first.
    pub fn sentence(&mut self, before: &str, text: &str, codes: &[&'static str], mark: Option<&'static str>) {
        if text.is_empty() {
            return;
        }
        if self.length > 0 {
            // Those who leave out full stops press return.
            let stopped = self
                .text
                .ends_with(|c: char| c.is_ascii_punctuation() || c.is_whitespace() || c == '\u{2026}');
            let before = if self.text.ends_with('\n') { "" } else { before };
            self.add(if stopped || before.contains('\n') { before } else { "\n" });
        }
        let start = self.length;
        self.add(text);
        let span = Span { start, end: self.length };
        self.sentences.push(Sentence { span, text: text.to_owned(), codes: codes.to_vec(), mark });
    }

    /// Adds words from the bank, in a style.
    pub fn words(&mut self, words: &Words, slots: &Slots, style: &Style, dice: &mut Dice) {
        let before = match words.lead {
            Lead::Space => style.gap(),
            Lead::Line => "\n",
            Lead::Paragraph => "\n\n",
        };
        let text = style.apply(&fill(words.text, slots, dice), dice);
        self.sentence(before, &text, &words.codes, words.mark);
    }

    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    pub fn finish(self) -> (String, Vec<Sentence>) {
        (self.text, self.sentences)
    }
}
