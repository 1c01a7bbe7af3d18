//! What the kinds have in common that are answered with one entry after another, each with the same fields.
//!
//! The form of an answer holds all of its entries, those that are not open on the page as well. So whatever is kept while it
//! is typed, compared between windows or handed back is the whole answer.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Field;
use crate::calls::{Entry, Given, LONGEST_ANSWER, Question};
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The most entries that a question can ask for.
pub const MOST: u32 = 20;

/// The name by which a form says which entry is open.
pub const OPEN: &str = "open";

/// How many entries there are to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// The fewest, where there are any.
    pub least: u32,
    pub most: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { least: 1, most: 5 }
    }
}

impl Limits {
    pub(super) fn parse(form: &Form, problems: &mut Problems) -> Self {
        let mut limit = |field: &str| {
            form.text(field)?;
            problems.number(form, field, 1..=MOST, "error-question-entries")
        };
        let plain = Self::default();
        let least = limit("least-entries").unwrap_or(plain.least);
        let most = limit("most-entries").unwrap_or_else(|| plain.most.max(least));
        if least > most {
            problems.add(Problem::new("most-entries", "error-question-most"));
        }
        Self { least, most }
    }

    pub(super) fn fill(self, form: &mut Form) {
        form.set("least-entries", self.least.to_string());
        form.set("most-entries", self.most.to_string());
    }
}

/// What the entries of an answer are like.
#[derive(Clone, Debug)]
pub struct Shape {
    /// What the record calls one.
    pub noun: String,
    pub fields: Vec<Field>,
    pub limits: Limits,
    /// Whether these are pieces of evidence, whose fields pages name in the language of the reader.
    pub is_evidence: bool,
    /// What is said where a field was left blank without which there is no entry.
    pub(super) missing: fn(&Field) -> &'static str,
}

/// The name of a field of an entry in a form: entries and fields are counted from 1.
pub fn field(entry: u32, at: usize) -> String {
    format!("answer-{entry}-{}", at + 1)
}

/// The entry that a field of a form belongs to.
pub fn number_of(field: &str) -> Option<u32> {
    field.strip_prefix("answer-")?.split_once('-')?.0.parse().ok()
}

/// The numbers of the entries into which something was typed.
pub fn numbers(form: &Form) -> BTreeSet<u32> {
    let typed = form.pairs().filter(|(_, value)| !value.trim().is_empty());
    typed.filter_map(|(name, _)| number_of(name)).collect()
}

/// A form without one of its entries. Those behind it move up.
#[must_use]
pub fn without(form: &Form, entry: u32) -> Form {
    let moved = |name: &str| match number_of(name) {
        Some(number) if number == entry => None,
        Some(number) if number > entry => {
            let rest = name.strip_prefix(&format!("answer-{number}-"))?;
            Some(format!("answer-{}-{rest}", number - 1))
        }
        _ => Some(name.to_owned()),
    };
    Form::from_pairs(form.pairs().filter_map(|(name, value)| Some((moved(name)?, value))))
}

impl Shape {
    /// What an entry is called in the record: "Example 2".
    pub fn called(&self, entry: usize) -> String {
        let mut letters = self.noun.chars();
        let first = letters.next().map(char::to_uppercase).into_iter().flatten();
        format!("{} {entry}", first.chain(letters).collect::<String>())
    }

    /// What was typed for one entry.
    pub fn entry(&self, form: &Form, number: u32) -> Result<Entry, Problems> {
        let (mut entry, mut problems) = (Entry::new(), Problems::default());
        for (at, field) in self.fields.iter().enumerate() {
            let name = self::field(number, at);
            match field.read(form, &name) {
                Err(problem) => problems.add(problem),
                Ok(Some(typed)) => {
                    entry.insert(field.name.clone(), typed);
                }
                Ok(None) if field.required => {
                    let missing = (self.missing)(field);
                    problems.add(Problem::new(first_of(field, name), missing).with("name", &field.name));
                }
                Ok(None) => {}
            }
        }
        if problems.is_empty() { Ok(entry) } else { Err(problems) }
    }

    /// The number that one more entry would have; nothing where there can be no more.
    pub fn next(&self, form: &Form) -> Option<u32> {
        let numbers = numbers(form);
        let more = numbers.len() < self.limits.most as usize;
        more.then(|| numbers.last().map_or(1, |last| last.saturating_add(1)))
    }

    /// The entries that are open on the page of a form: the one that is asked for, those with which something is wrong, and
    /// the first where there is none yet. The others are listed.
    pub fn open(&self, form: &Form) -> BTreeSet<u32> {
        let numbers = numbers(form);
        let asked: Option<u32> = form.value(OPEN).parse().ok();
        let asked = asked.filter(|asked| numbers.contains(asked) || self.next(form) == Some(*asked));
        let wrong = numbers.iter().copied().filter(|number| self.entry(form, *number).is_err());
        let open: BTreeSet<u32> = wrong.chain(asked).collect();
        if open.is_empty() && numbers.is_empty() { BTreeSet::from([1]) } else { open }
    }

    /// All that was typed, as an answer. An entry that was left blank is none.
    pub(super) fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        let (mut entries, mut problems) = (Vec::new(), Problems::default());
        for number in numbers(form) {
            entries.extend(problems.take_all(self.entry(form, number)).filter(|entry| !entry.is_empty()));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        if entries.is_empty() {
            return asked.nothing("answer", "error-entries-missing");
        }
        let (count, Limits { least, most }) = (entries.len() as u32, self.limits);
        let length: usize = entries.iter().flat_map(Entry::values).map(|value| text::length(value)).sum();
        let problem = |message| Problem::new("answer", message);
        if count < least {
            Err(problem("error-entries-few").with("count", least - count).into())
        } else if count > most {
            Err(problem("error-entries-many").with("most", most).into())
        } else if length > LONGEST_ANSWER {
            Err(problem("error-answer-too-long").with("limit", LONGEST_ANSWER).into())
        } else {
            Ok(Some(Given::Entries(entries)))
        }
    }

    pub(super) fn show(&self, entries: &[Entry], form: &mut Form) {
        for (entry, number) in entries.iter().zip(1..) {
            for (at, field) in self.fields.iter().enumerate() {
                if let Some(held) = entry.get(&field.name) {
                    field.show(held, form, &self::field(number, at));
                }
            }
        }
    }

    /// Whether what was given could be given in the same way again.
    pub(super) fn fits(&self, asked: &Question, given: &Given) -> bool {
        let Given::Entries(entries) = given else { return false };
        let mut form = Form::default();
        self.show(entries, &mut form);
        matches!(self.read(asked, &form), Ok(Some(again)) if again == *given)
    }

    /// An entry in words: what it is called, and each of its fields on a line below.
    pub(super) fn entry_words(&self, number: usize, entry: &Entry) -> String {
        let line = |field: &Field| {
            entry.get(&field.name).map(|held| format!("{}: {}", field.name, field.words(held)))
        };
        let lines = self.fields.iter().filter_map(line);
        std::iter::once(self.called(number)).chain(lines).collect::<Vec<_>>().join("\n")
    }

    pub(super) fn words(&self, entries: &[Entry]) -> String {
        let said = entries.iter().zip(1..).map(|(entry, number)| self.entry_words(number, entry));
        said.collect::<Vec<_>>().join(BETWEEN)
    }

    /// A column for each field of each entry that there can be.
    pub(super) fn columns(&self, asked: &Question) -> Vec<String> {
        let entries = (1..=self.limits.most as usize).map(|number| self.called(number));
        entries.flat_map(|entry| self.fields.iter().map(move |field| field.column(asked, &entry))).collect()
    }

    pub(super) fn cells(&self, entries: &[Entry]) -> Vec<String> {
        let none = Entry::new();
        let all = entries.iter().chain(std::iter::repeat(&none)).take(self.limits.most as usize);
        let cell = |entry: &Entry, field: &Field| entry.get(&field.name).cloned().unwrap_or_default();
        all.flat_map(|entry| self.fields.iter().map(move |field| cell(entry, field))).collect()
    }

    /// The answer in the cells of somebody's table. Who was asked elsewhere may have been let off what is needed here.
    pub(super) fn of_cells(&self, cells: &[&str]) -> Option<Given> {
        if cells.len() != self.fields.len() * self.limits.most as usize {
            return None;
        }
        let mut entries = Vec::new();
        for cells in cells.chunks(self.fields.len().max(1)) {
            let mut entry = Entry::new();
            for (field, cell) in self.fields.iter().zip(cells).filter(|(_, cell)| !cell.trim().is_empty()) {
                entry.insert(field.name.clone(), field.of_cell(cell)?);
            }
            entries.extend((!entry.is_empty()).then_some(entry));
        }
        (!entries.is_empty()).then_some(Given::Entries(entries))
    }

    /// As few entries as there can be, with all that can be said in each.
    pub(super) fn example(&self) -> Given {
        let entry = self.fields.iter().map(|field| (field.name.clone(), field.example()));
        Given::Entries(vec![entry.collect(); self.limits.least as usize])
    }
}

/// What stands between entries in words.
pub(super) const BETWEEN: &str = "\n\n";

/// The first field in the form of a field of an entry.
fn first_of(field: &Field, name: String) -> String {
    if field.kind.is_dated() { format!("{name}-day") } else { name }
}

#[cfg(test)]
#[path = "entries_tests.rs"]
mod tests;
