//! The private link of a draft by letter.

use chrono::{DateTime, TimeDelta, Utc};

use crate::forms::{Form, Problem, Problems};
use crate::people::is_address;

/// How many days before a call closes whoever asked for it is reminded of their draft.
pub const REMINDER_DAYS: i64 = 3;

/// What is typed to have the link sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkByLetter {
    pub address: String,
    /// Whether a reminder is wanted before the call closes.
    pub remind: bool,
}

impl LinkByLetter {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let address = form.text("email").filter(|typed| is_address(typed));
        let address = address.ok_or_else(|| Problem::new("email", "error-email-form"))?;
        Ok(Self { address, remind: form.has("remind", "yes") })
    }
}

/// When a reminder goes of a call that closes then; nothing where that is past, and nobody need be reminded of what they
/// have just read.
pub fn reminder_at(closes: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    Some(closes - TimeDelta::days(REMINDER_DAYS)).filter(|at| *at > now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_and_a_reminder_is_asked_for() {
        let read = |pairs: &[(&str, &str)]| LinkByLetter::parse(&Form::from_pairs(pairs.iter().copied()));
        let asked = read(&[("email", " sioned@folkmoot.test ")]).expect("an address");
        assert_eq!(asked, LinkByLetter { address: "sioned@folkmoot.test".to_owned(), remind: false });
        assert!(read(&[("email", "sioned@folkmoot.test"), ("remind", "yes")]).expect("an address").remind);
        for wrong in ["", "sioned", "sioned@folkmoot.test, nia@folkmoot.test"] {
            assert!(read(&[("email", wrong)]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn nobody_is_reminded_after_the_last_days_have_begun() {
        let closes = DateTime::UNIX_EPOCH + TimeDelta::days(30);
        let at = closes - TimeDelta::days(REMINDER_DAYS);
        assert_eq!(reminder_at(closes, at - TimeDelta::seconds(1)), Some(at));
        assert_eq!(reminder_at(closes, at), None);
    }
}
