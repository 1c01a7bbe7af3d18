//! An answer as it is held (decision 0020).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Number;
use crate::files::Document;
use crate::forms::Form;

/// What was answered to one question. Its form in storage never changes: a draft of years ago stays readable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    #[serde(flatten)]
    pub given: Given,
    /// The reasons that a question may ask for beside what is chosen. Empty where none were given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// What was given, whatever kind of question asked for it. Several kinds can share one form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Given {
    /// What was written.
    Text(String),
    /// What was chosen, in the order of the choices.
    Choices(Vec<Uuid>),
    Number(Number),
    Date(NaiveDate),
    /// A box was ticked beside these words, as they then were.
    Declared(String),
    /// What was sent along, in the order in which it came.
    Documents(Vec<Document>),
    /// What was typed into the fields and is no answer yet. A draft keeps it; it fits no question and is never sent.
    Typed(Vec<(String, String)>),
    /// What each of the choices was given: a point of a scale as the record calls it, its place, or a number of points.
    Each(BTreeMap<Uuid, String>),
    /// One entry after another, in the order in which they were added.
    Entries(Vec<Entry>),
}

/// What was given in the fields of one entry, each under the name by which the record calls it. What was left blank is not in
/// it.
pub type Entry = BTreeMap<String, String>;

impl Answer {
    /// What was written.
    pub fn text(written: impl Into<String>) -> Self {
        Given::Text(written.into()).into()
    }

    /// What was chosen.
    pub fn choices(chosen: impl Into<Vec<Uuid>>) -> Self {
        Given::Choices(chosen.into()).into()
    }

    /// What was typed into the fields of an answer (`answer…` and `why`), whether or not it is one; nothing where all of
    /// them were left blank.
    pub fn typed(form: &Form) -> Option<Self> {
        let field = |name: &str| name == "why" || name.starts_with("answer");
        let typed = form.pairs().filter(|(name, _)| field(name));
        let typed: Vec<_> = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let blank = typed.iter().all(|(_, value)| value.trim().is_empty());
        (!blank).then(|| Given::Typed(typed).into())
    }

    /// Whether it is no answer yet.
    pub const fn is_typed(&self) -> bool {
        matches!(self.given, Given::Typed(_))
    }

    /// The documents that were sent along.
    pub fn documents(&self) -> &[Document] {
        match &self.given {
            Given::Documents(sent) => sent,
            _ => &[],
        }
    }

    /// What was chosen; nothing where nothing can be.
    pub fn chosen(&self) -> &[Uuid] {
        match &self.given {
            Given::Choices(chosen) => chosen,
            _ => &[],
        }
    }
}

impl From<Given> for Answer {
    fn from(given: Given) -> Self {
        Self { given, why: String::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::FileKind;

    #[test]
    fn answers_are_held_in_the_form_they_always_had() {
        let id = "00000000-0000-0000-0000-000000000007";
        let day = NaiveDate::from_ymd_opt(2023, 1, 9).expect("a day");
        let chosen = Given::Choices(vec![Uuid::from_u128(7)]);
        let (hash, name) = ("00".to_owned(), "A.pdf".to_owned());
        let sent = Document { hash, name, kind: FileKind::Pdf, size: 7 };
        for (held, answer) in [
            (r#"{"text":"Time."}"#.to_owned(), Answer::text("Time.")),
            (format!(r#"{{"choices":["{id}"]}}"#), chosen.clone().into()),
            (
                format!(r#"{{"choices":["{id}"],"why":"It is."}}"#),
                Answer { given: chosen, why: "It is.".to_owned() },
            ),
            (r#"{"number":"12.5"}"#.to_owned(), Given::Number("12.5".parse().expect("a number")).into()),
            (r#"{"date":"2023-01-09"}"#.to_owned(), Given::Date(day).into()),
            (r#"{"declared":"I may."}"#.to_owned(), Given::Declared("I may.".to_owned()).into()),
            (
                format!(r#"{{"each":{{"{id}":"Agree"}}}}"#),
                Given::Each(BTreeMap::from([(Uuid::from_u128(7), "Agree".to_owned())])).into(),
            ),
            (
                r#"{"entries":[{"Cost":"12.5","When":"2023-01-09"}]}"#.to_owned(),
                Given::Entries(vec![Entry::from(
                    [("Cost", "12.5"), ("When", "2023-01-09")]
                        .map(|(name, held)| (name.to_owned(), held.to_owned())),
                )])
                .into(),
            ),
            (
                r#"{"documents":[{"hash":"00","name":"A.pdf","kind":"pdf","size":7}]}"#.to_owned(),
                Given::Documents(vec![sent]).into(),
            ),
            (
                r#"{"typed":[["answer","seven"]]}"#.to_owned(),
                Given::Typed(vec![("answer".to_owned(), "seven".to_owned())]).into(),
            ),
        ] {
            assert_eq!(serde_json::from_str::<Answer>(&held).expect("it reads"), answer);
            assert_eq!(serde_json::to_string(&answer).expect("it is written"), held);
        }
    }
}
