//! One of the fields of an entry: what it is called, what it takes, and what is held of it, which is always a string.

use serde::{Deserialize, Serialize};

use super::date;
use crate::calls::question::no_longer;
use crate::calls::{Number, Question};
use crate::forms::{Form, Problem};

/// The most characters of a line, of a text, and of an address.
pub const LONGEST_LINE: usize = 500;
pub const LONGEST_TEXT: usize = 10_000;
const LONGEST_LINK: usize = 2_000;

crate::named! {
    /// What a field takes.
    pub enum FieldKind {
        /// One line.
        Line => "line",
        /// Many lines.
        Text => "text",
        Number => "number",
        /// A day.
        Date => "date",
        /// One of the choices of the field.
        Choice => "choice",
        /// A day, a month or a year: as much of a date as somebody knows.
        When => "when",
        /// The address of a page.
        Link => "link",
    }
}

impl FieldKind {
    /// What the team can choose from for the fields of a group.
    pub const OFFERED: [Self; 5] = [Self::Line, Self::Text, Self::Number, Self::Date, Self::Choice];

    /// Whether it is answered in three fields, one beside the other.
    pub const fn is_dated(self) -> bool {
        matches!(self, Self::Date | Self::When)
    }
}

/// A field of every entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// What the record calls it. What is held of an entry is held under this name.
    pub name: String,
    pub kind: FieldKind,
    /// Whether no entry goes without it.
    #[serde(default)]
    pub required: bool,
    /// What can be chosen, where something can.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
}

impl Field {
    /// A field that can be left out.
    pub fn new(name: impl Into<String>, kind: FieldKind) -> Self {
        Self { name: name.into(), kind, required: false, choices: Vec::new() }
    }

    /// The same field, without which there is no entry.
    #[must_use]
    pub fn needed(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same field with these choices.
    #[must_use]
    pub fn offering<L: Into<String>>(mut self, choices: impl IntoIterator<Item = L>) -> Self {
        self.choices = choices.into_iter().map(Into::into).collect();
        self
    }

    /// What was typed into the field that is called `at` in a form; nothing where it was left blank.
    pub(super) fn read(&self, form: &Form, at: &str) -> Result<Option<String>, Problem> {
        if self.kind.is_dated() {
            return date::read_held(form, &date::parts_of(at), self.kind == FieldKind::When);
        }
        let typed = if self.kind == FieldKind::Text { form.long_text(at) } else { form.text(at) };
        typed.map(|typed| self.take(typed, at)).transpose()
    }

    fn take(&self, typed: String, at: &str) -> Result<String, Problem> {
        match self.kind {
            FieldKind::Text => no_longer(at, &typed, LONGEST_TEXT).map(|()| typed),
            FieldKind::Number => {
                let number = typed.parse::<Number>();
                number.map(|number| number.to_string()).map_err(|_| Problem::new(at, "error-answer-number"))
            }
            FieldKind::Choice => {
                let same = |choice: &&String| choice.to_lowercase() == typed.to_lowercase();
                let chosen = self.choices.iter().find(same).cloned();
                chosen.ok_or_else(|| Problem::new(at, "error-answer-unknown-choice"))
            }
            FieldKind::Link => {
                let link = if is_link(&typed) { Ok(()) } else { Err(Problem::new(at, "error-answer-link")) };
                link.and_then(|()| no_longer(at, &typed, LONGEST_LINK)).map(|()| typed)
            }
            FieldKind::Line | FieldKind::Date | FieldKind::When => {
                no_longer(at, &typed, LONGEST_LINE).map(|()| typed)
            }
        }
    }

    /// What is held, as the fields of the form.
    pub(super) fn show(&self, held: &str, form: &mut Form, at: &str) {
        if self.kind.is_dated() {
            date::show_held(held, form, &date::parts_of(at));
        } else {
            form.set(at, held);
        }
    }

    /// What is held, in the words of the record.
    pub(super) fn words(&self, held: &str) -> String {
        if self.kind.is_dated() { date::words_of(held) } else { held.to_owned() }
    }

    /// What a cell of somebody's table means that has something in it.
    pub(super) fn of_cell(&self, cell: &str) -> Option<String> {
        match self.kind {
            FieldKind::Date => date::of_text(cell).map(|date| date.to_string()),
            FieldKind::When => {
                let day = || date::of_text(cell).map(|date| date.to_string());
                date::held_parts(cell.trim()).map(date::held_of).or_else(day)
            }
            _ => self.read(&Form::from_pairs([("answer", cell)]), "answer").ok().flatten(),
        }
    }

    /// Something that it would take.
    pub(super) fn example(&self) -> String {
        match self.kind {
            FieldKind::Number => "1".to_owned(),
            FieldKind::Date | FieldKind::When => "2024-02-29".to_owned(),
            FieldKind::Choice => self.choices.first().cloned().unwrap_or_default(),
            FieldKind::Link => "https://folkmoot.example".to_owned(),
            FieldKind::Line | FieldKind::Text => "Something".to_owned(),
        }
    }

    /// What stands over its cells in a table.
    pub(super) fn column(&self, asked: &Question, entry: &str) -> String {
        format!("{} – {entry} – {}", asked.title, self.name)
    }
}

/// Whether this is the address of a page, as it is copied from a browser.
fn is_link(typed: &str) -> bool {
    let rest = ["https://", "http://"].into_iter().find_map(|begin| typed.strip_prefix(begin));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let named = |host: &str| host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    host.is_some_and(named) && !typed.contains(char::is_whitespace)
}
