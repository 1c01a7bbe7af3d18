//! The agenda of a meeting: its items in order, and the papers of each.

use uuid::Uuid;

use crate::forms::{Form, Problems};

crate::named! {
    /// What is asked of the members on an agenda item.
    pub enum Purpose {
        Information => "information",
        Discussion => "discussion",
        Decision => "decision",
    }
}

/// The longest an agenda item may be given, in minutes: a whole day.
pub const LONGEST_ITEM: u32 = 600;

/// An agenda item as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItemDetails {
    pub title: String,
    pub text: String,
    /// How long it is given.
    pub minutes: u32,
    pub purpose: Purpose,
}

impl AgendaItemDetails {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let title = problems.title(form, "title", "error-agenda-title");
        let minutes = problems.number(form, "minutes", 1..=LONGEST_ITEM, "error-agenda-minutes");
        let purpose =
            problems.require(Purpose::parse(form.value("purpose")), "purpose", "error-agenda-purpose");
        match (title, minutes, purpose) {
            (Some(title), Some(minutes), Some(purpose)) => {
                Ok(Self { title, text: form.long_text("text").unwrap_or_default(), minutes, purpose })
            }
            _ => Err(problems),
        }
    }

    /// These details as the fields of their form.
    pub fn form(&self) -> Form {
        let mut form = Form::from_pairs([("title", self.title.as_str()), ("text", self.text.as_str())]);
        form.set("minutes", self.minutes.to_string());
        form.set("purpose", self.purpose.as_str());
        form
    }
}

/// The record of an agenda item as typed: what was said and settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordDetails {
    pub text: String,
}

impl RecordDetails {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let text = problems.require(form.long_text("record"), "record", "error-agenda-record");
        text.map(|text| Self { text }).ok_or(problems)
    }
}

/// A paper as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperDetails {
    pub title: String,
    pub author: String,
    pub body: String,
}

impl PaperDetails {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let title = problems.title(form, "title", "error-paper-title");
        let author = problems.title(form, "author", "error-paper-author");
        let body = problems.require(form.long_text("body"), "body", "error-paper-body");
        match (title, author, body) {
            (Some(title), Some(author), Some(body)) => Ok(Self { title, author, body }),
            _ => Err(problems),
        }
    }

    /// These details as the fields of their form.
    pub fn form(&self) -> Form {
        Form::from_pairs([
            ("title", self.title.as_str()),
            ("author", self.author.as_str()),
            ("body", self.body.as_str()),
        ])
    }
}

/// The same things with one of them a place earlier (`by` below 0) or later. At either end, and for one that is not
/// among them, the order stays.
pub fn moved(order: &[Uuid], id: Uuid, by: i32) -> Vec<Uuid> {
    let mut order = order.to_vec();
    if let Some(at) = order.iter().position(|held| *held == id)
        && let Some(other) = at.checked_add_signed(by.signum() as isize).filter(|other| *other < order.len())
    {
        order.swap(at, other);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_read_is_shown_as_it_was_typed() {
        let item = AgendaItemDetails {
            title: "Targets".to_owned(),
            text: "What to drop.\nWhat to keep.".to_owned(),
            minutes: 45,
            purpose: Purpose::Decision,
        };
        assert_eq!(AgendaItemDetails::parse(&item.form()), Ok(item));
        let paper = PaperDetails {
            title: "Choices".to_owned(),
            author: "The secretariat".to_owned(),
            body: "There are two.".to_owned(),
        };
        assert_eq!(PaperDetails::parse(&paper.form()), Ok(paper));
    }

    #[test]
    fn blank_forms_name_each_field_that_is_missing() {
        let missing = |problems: Problems| problems.iter().count();
        assert_eq!(AgendaItemDetails::parse(&Form::default()).map_err(missing), Err(3));
        assert_eq!(PaperDetails::parse(&Form::default()).map_err(missing), Err(3));
        assert_eq!(RecordDetails::parse(&Form::default()).map_err(missing), Err(1));
    }

    proptest! {
        #[test]
        fn moving_loses_nothing_and_moving_back_restores(length in 1_usize..12, at in 0_usize..12, up in any::<bool>()) {
            let order: Vec<Uuid> = (0..length).map(|n| Uuid::from_u128(n as u128)).collect();
            let (id, by) = (Uuid::from_u128(at as u128), if up { -1 } else { 1 });
            let there = moved(&order, id, by);
            let mut sorted = there.clone();
            sorted.sort_unstable();
            prop_assert_eq!(&sorted, &order);
            if there != order {
                prop_assert_eq!(moved(&there, id, -by), order);
            }
        }
    }
}
