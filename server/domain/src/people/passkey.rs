//! What is typed, and what the browser answers, when a passkey is added.

use crate::forms::{Form, Problems};

/// A new passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyForm {
    /// What its owner calls it.
    pub name: String,
    /// What the browser answered, as JSON. Whether it is right is not this function's business.
    pub answer: String,
}

impl PasskeyForm {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.title(form, "name", "error-passkey-name");
        let answer = form.value("answer").to_owned();
        name.map(|name| Self { name, answer }).ok_or(problems)
    }
}
