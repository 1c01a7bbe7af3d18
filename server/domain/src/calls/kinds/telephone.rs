//! A telephone number, which says who somebody is. It is kept as it was typed: numbers abroad and extensions are theirs.

use serde::{Deserialize, Serialize};

use super::{Kind, Settings, written};
use crate::calls::{Given, Question, Test};
use crate::forms::{Form, Problems};
use crate::text;

/// A number to ring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telephone {}

/// How many digits a number has: from the shortest that is dialled in the United Kingdom (101, 111) to the longest with an
/// extension (15 by E.164, and five more).
const DIGITS: std::ops::RangeInclusive<usize> = 3..=20;

/// Whether somebody could be rung by this.
fn is_number(text: &str) -> bool {
    let known = |c: char| c.is_ascii_digit() || " +-().#x/".contains(c) || "extEXT".contains(c);
    DIGITS.contains(&text.bytes().filter(u8::is_ascii_digit).count())
        && text::length(text) <= 40
        && text.chars().all(known)
}

impl Settings for Telephone {
    fn parse(_: &Form, _: &mut Problems) -> Self {
        Self {}
    }
}

impl Kind for Telephone {
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        written::read(asked, form, is_number, "error-answer-telephone")
    }

    fn fits(&self, _: &Question, given: &Given) -> bool {
        matches!(given, Given::Text(written) if is_number(written))
    }

    fn of_cell(&self, _: &Question, cell: &str, _: &str) -> Option<Given> {
        written::of_cell(cell, is_number)
    }

    fn examples(&self, _: &Question, _: &[&Test]) -> Vec<Given> {
        vec![Given::Text("01632 960 001".to_owned())]
    }

    fn is_private(&self) -> bool {
        true
    }
}
