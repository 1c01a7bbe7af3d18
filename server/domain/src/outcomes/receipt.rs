//! What a respondent shows to follow their own words: the reference and the beginning of the receipt's code.

use crate::forms::{Form, Problems};
use crate::responses::Reference;

/// How much of a receipt's code must be given: 48 bits, which nobody guesses.
pub const SHORTEST_CODE: usize = 12;

/// A receipt as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptDetails {
    pub reference: Reference,
    /// Small hexadecimal letters, at least [`SHORTEST_CODE`] of them.
    pub code: String,
}

impl ReceiptDetails {
    /// Reads the form. Spaces and capital letters in the code do not matter.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let reference = problems.require(
            Reference::parse(form.value("reference")),
            "reference",
            "error-receipt-reference",
        );
        let code: String = form.value("code").split_whitespace().collect::<String>().to_ascii_lowercase();
        let whole = (SHORTEST_CODE..=64).contains(&code.len()) && code.bytes().all(|c| c.is_ascii_hexdigit());
        let code = problems.require(whole.then_some(code), "code", "error-receipt-code");
        match (reference, code) {
            (Some(reference), Some(code)) => Ok(Self { reference, code }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_however_it_is_typed_but_not_too_short() {
        let typed = |code: &str| Form::from_pairs([("reference", "7kxd 93qm"), ("code", code)]);
        let read = ReceiptDetails::parse(&typed("0A1B 2c3d 4E5F")).expect("twelve letters");
        assert_eq!((read.reference.as_str(), read.code.as_str()), ("7KXD-93QM", "0a1b2c3d4e5f"));
        for wrong in ["", "0a1b2c3d4e5", "0a1b2c3d4e5g", &"0".repeat(65)] {
            assert!(ReceiptDetails::parse(&typed(wrong)).is_err(), "{wrong}");
        }
    }
}
