//! Who can take part in a call: anyone, or only whoever was invited.

use crate::forms::{Form, Problem, Problems};

/// Reads the form: whether the call is private. Nothing is taken for granted.
pub fn reach(form: &Form) -> Result<bool, Problems> {
    match form.value("reach") {
        "invited" => Ok(true),
        "public" => Ok(false),
        _ => Err(Problem::new("reach", "error-call-reach").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_taken_for_granted() {
        let said = |value| reach(&Form::from_pairs([("reach", value)]));
        assert_eq!((said("invited"), said("public")), (Ok(true), Ok(false)));
        for wrong in ["", "anyone", "PUBLIC"] {
            assert!(said(wrong).expect_err("it says nothing").at("reach").is_some());
        }
    }
}
