//! What is typed to sign in by the link of a letter.

use super::account::is_address;
use crate::forms::{Form, Problems};

/// Where the link is to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkForm {
    /// In lower case, as accounts have theirs.
    pub email: String,
}

impl LinkForm {
    /// Reads the form. Whether anyone has an account with the address is not this function's business.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let email = form.text("email").filter(|typed| is_address(typed));
        let email = problems.require(email, "email", "error-email-form");
        email.map(|email| Self { email: email.to_lowercase() }).ok_or(problems)
    }
}

/// What someone who makes an account for themselves is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnName(pub String);

impl OwnName {
    /// Reads the field `name` of a form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.title(form, "name", "error-own-name");
        name.map(Self).ok_or(problems)
    }
}
