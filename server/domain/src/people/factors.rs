//! The second step of signing in: who must take it, and the codes that are typed for it.

use uuid::Uuid;

use super::{Action, Actor, Grant, may_somewhere};
use crate::forms::{Form, Problem, Problems};
use crate::responses::ALPHABET;

crate::named! {
    /// By what the second step of a sign-in was taken.
    pub enum Factor {
        /// A code of the person's app.
        App => "app",
        /// One of the codes that they wrote down.
        RecoveryCode => "recovery-code",
        /// A passkey, which is two steps in one.
        Passkey => "passkey",
        /// Whatever the provider by which they came has asked for.
        Provider => "provider",
    }
}

/// Whether someone with these roles must sign in with two steps: they may read what people wrote of themselves, or who
/// they are; or they decide who may, and could give themselves such a role. Until they have, their roles do not count.
pub fn needs_second_factor(grants: &[Grant]) -> bool {
    let holder = Actor::Person { id: Uuid::nil(), grants: grants.to_vec(), memberships: Vec::new() };
    let guarded = [Action::ReadResponses, Action::ReadPersonalData, Action::ManagePeople];
    guarded.into_iter().any(|action| may_somewhere(&holder, action))
}

/// Whether a method that a provider names (`amr`, RFC 8176) shows that it asked for more than a password: several
/// factors or channels, a one-time code, or a key or card that the person holds.
pub fn counts_as_second(method: &str) -> bool {
    matches!(method, "mfa" | "mca" | "otp" | "hwk" | "swk" | "sc")
}

/// How many digits an app shows (RFC 6238, and what every app can do).
const DIGITS: usize = 6;

/// How many letters a recovery code has: 24¹⁶ are some 73 bits, which nobody guesses even from a stolen hash.
const LETTERS: usize = 16;

/// A code to be written down, for when the app is lost, such as `7KXD-93QM-BCD4-RWT6`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryCode(String);

impl RecoveryCode {
    /// Makes a code from random bytes.
    pub fn from_bytes(bytes: [u8; LETTERS]) -> Self {
        let letters = bytes.map(|byte| ALPHABET[usize::from(byte) % ALPHABET.len()]);
        Self::grouped(&letters)
    }

    /// Reads a code as people type it: small letters, no hyphens, stray spaces.
    pub fn parse(typed: &str) -> Option<Self> {
        let plain = typed.bytes().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'-');
        let letters: Vec<u8> = plain.map(|byte| byte.to_ascii_uppercase()).take(LETTERS + 1).collect();
        let known = letters.len() == LETTERS && letters.iter().all(|letter| ALPHABET.contains(letter));
        known.then(|| Self::grouped(&letters))
    }

    fn grouped(letters: &[u8]) -> Self {
        let groups: Vec<String> =
            letters.chunks(4).map(|group| group.iter().copied().map(char::from).collect()).collect();
        Self(groups.join("-"))
    }

    /// The code as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A code that someone typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GivenCode {
    /// Six digits from the app.
    App(String),
    Recovery(RecoveryCode),
}

impl GivenCode {
    /// Reads the form of the second step: the field `recovery-code` where there is one, or else `code`.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        match form.text("recovery-code") {
            Some(typed) => RecoveryCode::parse(&typed)
                .map(Self::Recovery)
                .ok_or_else(|| Problem::new("recovery-code", "error-recovery-code-form").into()),
            None => Self::from_app(form),
        }
    }

    /// Reads the field `code`, where a code of the app alone will do.
    pub fn from_app(form: &Form) -> Result<Self, Problems> {
        let typed = form.value("code").chars().filter(|c| !c.is_whitespace() && *c != '-');
        let digits: String = typed.take(DIGITS + 1).collect();
        let six = digits.len() == DIGITS && digits.bytes().all(|digit| digit.is_ascii_digit());
        if six { Ok(Self::App(digits)) } else { Err(Problem::new("code", "error-code-form").into()) }
    }

    /// The field in which it was typed.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::App(_) => "code",
            Self::Recovery(_) => "recovery-code",
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::people::{Role, Scope, may};

    fn form(field: &str, typed: &str) -> Form {
        Form::from_pairs([(field, typed)])
    }

    proptest! {
        #[test]
        fn a_recovery_code_is_read_however_it_is_typed(bytes in any::<[u8; LETTERS]>()) {
            let made = RecoveryCode::from_bytes(bytes);
            let typed = format!(" {} ", made.as_str().to_lowercase().replace('-', " "));
            prop_assert_eq!(GivenCode::parse(&form("recovery-code", &typed)), Ok(GivenCode::Recovery(made)));
        }

        #[test]
        fn six_digits_are_a_code_of_the_app_and_nothing_else_is(typed in "[0-9 ]{0,9}|\\PC{0,9}") {
            let digits: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
            let six = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
            prop_assert_eq!(GivenCode::parse(&form("code", &typed)).is_ok(), six);
        }

        #[test]
        fn whoever_may_read_responses_or_decides_who_may_needs_two_steps(
            roles in prop::collection::vec((prop::sample::select(Role::ALL), 0..3, any::<u128>()), 0..4),
        ) {
            let scope = |kind, id| match kind {
                0 => Scope::Platform,
                1 => Scope::Call(Uuid::from_u128(id)),
                _ => Scope::Assembly(Uuid::from_u128(id)),
            };
            let grants: Vec<Grant> =
                roles.iter().map(|(role, kind, id)| Grant { role: *role, scope: scope(*kind, *id) }).collect();
            let actor = Actor::Person { id: Uuid::nil(), grants: grants.clone(), memberships: vec![] };
            let reaches = |action| grants.iter().any(|grant| may(&actor, action, grant.scope.resource()));
            let reads = reaches(Action::ReadResponses) || reaches(Action::ReadPersonalData);
            prop_assert_eq!(needs_second_factor(&grants), reads || reaches(Action::ManagePeople));
        }
    }

    #[test]
    fn what_providers_call_a_second_factor() {
        for method in ["mfa", "otp", "hwk"] {
            assert!(counts_as_second(method), "{method}");
        }
        for method in ["pwd", "pin", "", "MFA", "sms"] {
            assert!(!counts_as_second(method), "{method}");
        }
    }
}
