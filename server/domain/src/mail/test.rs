//! What is typed to have a test letter sent.

use crate::Language;
use crate::forms::{Form, Problems};
use crate::people::is_address;

/// Where a test letter goes, and in which language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestLetter {
    pub address: String,
    pub language: Language,
}

impl TestLetter {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let address = form.text("email").filter(|typed| is_address(typed));
        let address = problems.require(address, "email", "error-email-form");
        let language = Language::parse(form.value("language"));
        let language = problems.require(language, "language", "error-letter-language");
        match (address, language) {
            (Some(address), Some(language)) => Ok(Self { address, language }),
            _ => Err(problems),
        }
    }
}
