//! The map of a file: which column is what. A TOML file; `docs/import` has worked examples.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Failure;

/// Which column of a file is what. Columns are named as in the heading of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Map {
    /// The column that names the row. Without one, a row is known by its content.
    pub id: Option<String>,
    /// The sheet of a workbook; the first where none is named.
    pub sheet: Option<String>,
    /// For each question, by its number: the column that answers it, or the columns, where each statement or option of
    /// the question has its own.
    #[serde(default)]
    pub questions: BTreeMap<String, AnswerColumns>,
    /// For each question that asks for reasons beside what is chosen, by its number: the column of the reasons.
    #[serde(default)]
    pub why: BTreeMap<String, String>,
    /// What stands between several choices in one cell.
    #[serde(default = "semicolon")]
    pub between: String,
    #[serde(default)]
    pub respondent: Respondent,
    /// A column, or a value for every row, of `with-name`, `without-name`, `not-at-all`.
    #[serde(default)]
    pub consent: Given,
    /// `en` or `cy`.
    #[serde(default)]
    pub language: Given,
    /// When it came in, as RFC 3339, as `2023-01-09 23:59:00`, or in milliseconds since 1970; the time of the import
    /// where nothing is said.
    #[serde(default)]
    pub received: Given,
    /// How it came: `paper`, `email`, …; a file of another program where nothing is said.
    #[serde(default)]
    pub channel: Given,
    pub codes: Option<Codes>,
    /// Rows in which a column has one of these values are left out.
    #[serde(default)]
    pub skip: BTreeMap<String, Vec<String>>,
    /// What the values of a column mean among ours. Nothing is meant by an empty one.
    #[serde(default)]
    pub values: BTreeMap<String, BTreeMap<String, String>>,
}

/// Where an answer stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum AnswerColumns {
    One(String),
    /// In the order of the statements or options. An empty name is a statement that the file has no column for.
    Each(Vec<String>),
    /// For each column, the choice that was made where something stands in it.
    Options(BTreeMap<String, String>),
}

impl AnswerColumns {
    /// The columns by name.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::One(column) => vec![column],
            Self::Each(columns) => columns.iter().map(String::as_str).collect(),
            Self::Options(columns) => columns.keys().map(String::as_str).collect(),
        }
    }
}

/// Who answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Respondent {
    /// `individual`, `on-behalf` or `organisation`.
    pub kind: Given,
    pub name: Given,
    pub organisation: Given,
    pub sector: Given,
    /// The name of an integrated care system.
    pub system: Given,
}

/// A column, or a value for every row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Given {
    pub column: Option<String>,
    pub value: Option<String>,
}

/// The codes that a file carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codes {
    pub column: String,
    /// How they are written.
    pub form: CodesForm,
}

/// How codes are written in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CodesForm {
    /// Names with something between them (the map's `between`).
    Names,
    /// A printed list of Python dictionaries whose keys are the codes, `None` where one does not apply.
    PythonDictionaries,
}

fn semicolon() -> String {
    ";".to_owned()
}

impl Map {
    /// What a cell of a column means: itself, or what the map says that it means.
    pub fn meaning<'m>(&'m self, column: &str, cell: &'m str) -> &'m str {
        let known = self.values.get(column);
        known.and_then(|known| known.get(cell.trim())).map_or(cell, String::as_str)
    }

    /// Reads a map. A key that is not known is an error: a slip of the pen must not lose a column.
    pub fn parse(text: &str) -> Result<Self, Failure> {
        toml::from_str(text).map_err(|error| Failure::File(format!("the map cannot be read: {error}")))
    }
}
