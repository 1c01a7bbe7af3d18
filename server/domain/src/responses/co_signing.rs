//! Who signs a response together with whoever writes it.

use crate::forms::{Form, Problem, Problems};
use crate::people::is_address;

/// How many can sign one response besides whoever writes it.
pub const MOST_CO_SIGNATORIES: u64 = 50;

/// How often one of them is written to about one response.
pub const MOST_ASKED: i32 = 3;

crate::named! {
    /// What somebody said who was asked to sign.
    pub enum CoSigning {
        /// Nothing yet.
        Waiting => "waiting",
        Confirmed => "confirmed",
        Declined => "declined",
    }
}

/// Somebody who is asked to sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoSignatoryDetails {
    /// An organisation, or a person.
    pub name: String,
    pub address: String,
}

impl CoSignatoryDetails {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.title(form, "name", "error-co-signatory-name");
        let address = form.text("email").filter(|typed| is_address(typed));
        let address = problems.take(address.ok_or_else(|| Problem::new("email", "error-email-form")));
        match (name, address) {
            (Some(name), Some(address)) => Ok(Self { name, address }),
            _ => Err(problems),
        }
    }
}

impl CoSigning {
    /// What the form says; nothing that is no answer.
    pub fn answer(form: &Form) -> Result<Self, Problem> {
        let answer = Self::parse(form.value("answer")).filter(|answer| *answer != Self::Waiting);
        answer.ok_or_else(|| Problem::new("answer", "error-co-sign-answer"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_asked_has_a_name_and_an_address() {
        let read = |name: &str, email: &str| {
            CoSignatoryDetails::parse(&Form::from_pairs([("name", name), ("email", email)]))
        };
        let asked = read(" Old Quay ", " quay@folkmoot.test").expect("both");
        let (name, address) = ("Old Quay".to_owned(), "quay@folkmoot.test".to_owned());
        assert_eq!(asked, CoSignatoryDetails { name, address });
        assert!(read("", "quay@folkmoot.test").expect_err("no name").at("name").is_some());
        assert!(read("Old Quay", "quay").expect_err("no address").at("email").is_some());
    }

    #[test]
    fn to_wait_is_no_answer() {
        let read = |answer: &str| CoSigning::answer(&Form::from_pairs([("answer", answer)]));
        assert_eq!(read("confirmed"), Ok(CoSigning::Confirmed));
        assert_eq!(read("declined"), Ok(CoSigning::Declined));
        assert!(read("waiting").is_err() && read("").is_err());
    }
}
