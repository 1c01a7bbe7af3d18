//! What is typed to sign in and to make an account.

use super::{Grant, Invitee, NewPassword};
use crate::forms::{Form, Problems};

/// An e-mail address and a password, as typed at sign-in.
#[derive(Clone, PartialEq, Eq)]
pub struct SignIn {
    pub email: String,
    pub password: String,
}

impl SignIn {
    /// Reads the form. Whether the two belong together is not this function's business.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let email = problems.require(form.text("email"), "email", "error-email-missing");
        let password = Some(form.value("password").to_owned()).filter(|typed| !typed.is_empty());
        let password = problems.require(password, "password", "error-password-missing");
        match (email, password) {
            (Some(email), Some(password)) if problems.is_empty() => {
                Ok(Self { email: email.to_lowercase(), password })
            }
            _ => Err(problems),
        }
    }
}

/// A person to be given an account.
#[derive(Clone, PartialEq, Eq)]
pub struct NewAccount {
    pub name: String,
    pub email: String,
    pub password: String,
    /// What they will be trusted with, and where.
    pub grant: Grant,
}

impl NewAccount {
    /// Reads the form for a new account.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let invitee = Invitee::read(form, &mut problems);
        let password = NewPassword::read(form, &mut problems);
        match (invitee, password) {
            (Some(Invitee { name, email, grant }), Some(NewPassword(password))) if problems.is_empty() => {
                Ok(Self { name, email, password, grant })
            }
            _ => Err(problems),
        }
    }
}

/// The most bytes of an e-mail address (RFC 5321 §4.5.3.1.3, less its two brackets).
const LONGEST_ADDRESS: usize = 254;

/// Whether a text has the form of an e-mail address. Only a letter that arrives proves one.
pub fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, host)| {
        !local.is_empty()
            && text.len() <= LONGEST_ADDRESS
            && host.split('.').count() > 1
            && host.split('.').all(|part| !part.is_empty())
            && !text.contains(|c: char| c.is_whitespace() || c == ',' || c == '<' || c == '>')
            && !host.contains('@')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        assert!(is_address("a.person+x@council.example.org"));
        for wrong in ["", "a", "a@b", "@b.org", "a@b..org", "a b@c.org", "a@b@c.org", "<a@b.org>"] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }
}
