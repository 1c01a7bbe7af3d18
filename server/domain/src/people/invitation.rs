//! What is typed to invite a person, and to accept.

use super::Grant;
use super::account::is_address;
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The fewest characters of a password. Length is what counts (NCSC, NIST SP 800-63B), so nothing else is asked of it.
pub const SHORTEST_PASSWORD: usize = 12;

/// The most characters of a password: a sentence, and less than what would keep the hash busy.
const LONGEST_PASSWORD: usize = 1000;

/// A person who is to have an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitee {
    pub name: String,
    /// In lower case: two accounts must not differ by capitals alone.
    pub email: String,
    /// What they will be trusted with, and where.
    pub grant: Grant,
}

impl Invitee {
    /// Reads the form that invites.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let invitee = Self::read(form, &mut problems);
        invitee.filter(|_| problems.is_empty()).ok_or(problems)
    }

    pub(super) fn read(form: &Form, problems: &mut Problems) -> Option<Self> {
        let name = problems.title(form, "name", "error-person-name");
        let email = form.text("email").filter(|typed| is_address(typed));
        let email = problems.require(email, "email", "error-email-form");
        let grant = Grant::read(form, problems);
        Some(Self { name: name?, email: email?.to_lowercase(), grant: grant? })
    }
}

/// A password that someone chose.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPassword(pub String);

impl NewPassword {
    /// Reads the field `password` of a form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let password = Self::read(form, &mut problems);
        password.ok_or(problems)
    }

    pub(super) fn read(form: &Form, problems: &mut Problems) -> Option<Self> {
        let typed = form.value("password");
        let problem = match text::length(typed) {
            0..SHORTEST_PASSWORD => {
                Problem::new("password", "error-password-short").with("least", SHORTEST_PASSWORD)
            }
            SHORTEST_PASSWORD..=LONGEST_PASSWORD => return Some(Self(typed.to_owned())),
            _ => Problem::new("password", "error-password-long").with("most", LONGEST_PASSWORD),
        };
        problems.add(problem);
        None
    }
}
