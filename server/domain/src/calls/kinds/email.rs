//! An e-mail address, which says who somebody is.

use serde::{Deserialize, Serialize};

use super::short_text::{show, words};
use super::{Kind, Settings};
use crate::calls::{Given, Question, Test};
use crate::forms::{Form, Problem, Problems};
use crate::people::is_address;
use crate::text;

/// An address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Email {}

impl Settings for Email {
    fn parse(_: &Form, _: &mut Problems) -> Self {
        Self {}
    }
}

impl Kind for Email {
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problem> {
        let Some(written) = form.text("answer") else { return asked.nothing("answer", "error-answer-email") };
        if is_address(&written) {
            Ok(Some(Given::Text(written)))
        } else {
            Err(Problem::new("answer", "error-answer-email"))
        }
    }

    fn show(&self, given: &Given, form: &mut Form) {
        show(given, form);
    }

    fn fits(&self, _: &Question, given: &Given) -> bool {
        matches!(given, Given::Text(written) if is_address(written))
    }

    fn words(&self, _: &Question, given: &Given) -> String {
        words(given)
    }

    fn of_cell(&self, _: &Question, cell: &str, _: &str) -> Option<Given> {
        let written = text::line(cell);
        is_address(&written).then_some(Given::Text(written))
    }

    fn examples(&self, _: &Question, _: &[&Test]) -> Vec<Given> {
        vec![Given::Text("someone@folkmoot.example".to_owned())]
    }

    fn is_private(&self) -> bool {
        true
    }
}
