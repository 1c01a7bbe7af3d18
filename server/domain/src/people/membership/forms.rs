//! What is typed to become a member, to let others in, and to check who asks.

use super::MemberRole;
use crate::forms::{Form, Problem, Problems};
use crate::people::{RecoveryCode, is_address};
use crate::text;

/// The most characters of what somebody says of their work there, and of a reason.
const LONGEST: usize = 500;

/// Somebody who asks to be let in, and what they say of themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub note: String,
}

impl Asked {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        words(form, "note", "error-member-note").map(|note| Self { note }).map_err(Problems::from)
    }
}

/// What becomes of somebody who has asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    Accept(MemberRole),
    /// For this reason, which they are told.
    Refuse(String),
}

impl Decision {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        match form.value("decision") {
            "accept" => read_member_role(form).map(Self::Accept),
            "refuse" => words(form, "reason", "error-member-reason").map(Self::Refuse),
            _ => Err(Problem::new("decision", "error-member-decision")),
        }
        .map_err(Problems::from)
    }
}

fn words(form: &Form, field: &str, missing: &'static str) -> Result<String, Problem> {
    let words = form.text(field).ok_or_else(|| Problem::new(field, missing))?;
    if text::length(&words) > LONGEST {
        return Err(Problem::new(field, "error-title-long").with("limit", LONGEST));
    }
    Ok(words)
}

/// Reads the field `role` of a form.
pub fn read_member_role(form: &Form) -> Result<MemberRole, Problem> {
    MemberRole::parse(form.value("role")).ok_or_else(|| Problem::new("role", "error-member-role"))
}

/// Somebody whom an owner invites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberInvitee {
    pub name: String,
    /// In lower case.
    pub email: String,
    pub role: MemberRole,
}

impl MemberInvitee {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.title(form, "name", "error-person-name");
        let email = form.text("email").filter(|typed| is_address(typed));
        let email = problems.require(email, "email", "error-email-form");
        let role = problems.take(read_member_role(form));
        match (name, email, role) {
            (Some(name), Some(email), Some(role)) if problems.is_empty() => {
                Ok(Self { name, email: email.to_lowercase(), role })
            }
            _ => Err(problems),
        }
    }
}

crate::named! {
    /// How a code gets to an organisation.
    pub enum CodePassing {
        /// To the address that its entry has.
        Letter => "letter",
        /// The team reads it out.
        Telephone => "telephone",
    }
}

/// Reads the code that an organisation was given, as people type it. It has the letters of a recovery code, which are read
/// out without being mistaken.
pub fn read_code(form: &Form) -> Result<RecoveryCode, Problem> {
    RecoveryCode::parse(form.value("code")).ok_or_else(|| Problem::new("code", "error-member-code-form"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> Form {
        Form::from_pairs(pairs.iter().copied())
    }

    #[test]
    fn a_refusal_has_a_reason_and_an_acceptance_a_role() {
        for (pairs, expected) in [
            (&[("decision", "accept"), ("role", "editor")][..], Ok(Decision::Accept(MemberRole::Editor))),
            (&[("decision", "accept"), ("role", "king")], Err("role")),
            (
                &[("decision", "refuse"), ("reason", " We do not know you. ")],
                Ok(Decision::Refuse("We do not know you.".to_owned())),
            ),
            (&[("decision", "refuse"), ("reason", " ")], Err("reason")),
            (&[("role", "owner")], Err("decision")),
        ] {
            match (Decision::parse(&form(pairs)), expected) {
                (Ok(read), Ok(expected)) => assert_eq!(read, expected),
                (Err(problems), Err(field)) => assert!(problems.at(field).is_some(), "{pairs:?}"),
                other => panic!("{pairs:?}: {other:?}"),
            }
        }
    }

    #[test]
    fn each_thing_that_is_wrong_with_an_invitation_is_named() {
        let wrong = form(&[("email", "nobody"), ("role", "king")]);
        let problems = MemberInvitee::parse(&wrong).expect_err("all is wrong");
        for field in ["name", "email", "role"] {
            assert!(problems.at(field).is_some(), "{field}");
        }
        let right = form(&[("name", "Ann"), ("email", "Ann@Example.org"), ("role", "approver")]);
        assert_eq!(MemberInvitee::parse(&right).expect("an invitee").email, "ann@example.org");
        let long = "x".repeat(LONGEST + 1);
        assert!(Asked::parse(&form(&[("note", &long)])).expect_err("too long").at("note").is_some());
    }
}
