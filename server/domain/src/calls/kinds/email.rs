//! An e-mail address, which says who somebody is.

use serde::{Deserialize, Serialize};

use super::{Kind, Settings, written};
use crate::calls::{Given, Question, Test};
use crate::forms::{Form, Problems};
use crate::people::is_address;

/// An address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Email {}

impl Settings for Email {
    fn parse(_: &Form, _: &mut Problems) -> Self {
        Self {}
    }
}

impl Kind for Email {
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        written::read(asked, form, is_address, "error-answer-email")
    }

    fn fits(&self, _: &Question, given: &Given) -> bool {
        matches!(given, Given::Text(written) if is_address(written))
    }

    fn of_cell(&self, _: &Question, cell: &str, _: &str) -> Option<Given> {
        written::of_cell(cell, is_address)
    }

    fn examples(&self, _: &Question, _: &[&Test]) -> Vec<Given> {
        vec![Given::Text("someone@folkmoot.example".to_owned())]
    }

    fn is_private(&self) -> bool {
        true
    }
}
