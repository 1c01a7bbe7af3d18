//! What holds where the members of an organisation write a draft together: what counts as one text of somebody's, what they
//! say to each other, and who may sign off.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::forms::{Form, Problem, Problems};
use crate::text;

/// For how long what is kept while somebody types it counts as one text of theirs, in minutes.
pub const ONE_TEXT_MINUTES: i64 = 10;

/// The most characters of a comment.
const LONGEST_COMMENT: usize = 5000;

/// A text of an answer, as the history of a draft has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    pub by: Uuid,
    pub begun: DateTime<Utc>,
    /// Whether it was kept while it was typed, and not yet saved.
    pub typed: bool,
}

impl Written {
    /// Whether what this person keeps now is the same text, further on. All else is another text, and this one stays.
    pub fn goes_on(&self, by: Uuid, at: DateTime<Utc>) -> bool {
        self.typed && self.by == by && at < self.begun + TimeDelta::minutes(ONE_TEXT_MINUTES)
    }
}

/// Whether this person may sign off what this other one wrote last, where these may sign at all; and if so, whether they do it
/// alone. Whoever wrote last signs only where nobody else could.
pub fn may_sign(who: Uuid, wrote_last: Option<Uuid>, signers: &[Uuid]) -> Result<bool, &'static str> {
    let others = signers.iter().any(|signer| *signer != who);
    match wrote_last == Some(who) {
        false => Ok(false),
        true if others => Err("error-sign-wrote-last"),
        true => Ok(true),
    }
}

/// What a member says to the others about an answer, or about the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    pub text: String,
}

impl Comment {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let text = form.long_text("comment").ok_or_else(|| Problem::new("comment", "error-comment"))?;
        if text::length(&text) > LONGEST_COMMENT {
            return Err(Problem::new("comment", "error-answer-too-long")
                .with("limit", LONGEST_COMMENT)
                .into());
        }
        Ok(Self { text })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn people() -> impl Strategy<Value = Uuid> {
        (0_u128..4).prop_map(Uuid::from_u128)
    }

    proptest! {
        #[test]
        fn nobody_elses_text_and_no_saved_text_is_ever_written_over(
            by in people(), other in people(), minutes in -5_i64..60, typed in any::<bool>(),
        ) {
            let begun = DateTime::UNIX_EPOCH;
            let goes_on = Written { by, begun, typed }.goes_on(other, begun + TimeDelta::minutes(minutes));
            if by != other || !typed || minutes >= ONE_TEXT_MINUTES {
                prop_assert!(!goes_on);
            } else {
                prop_assert!(goes_on);
            }
        }

        #[test]
        fn two_people_have_seen_what_is_signed_off_wherever_two_could(
            who in people(), last in prop::option::of(people()), signers in prop::collection::vec(people(), 0..4),
        ) {
            match may_sign(who, last, &signers) {
                Ok(false) => prop_assert_ne!(last, Some(who)),
                Ok(true) => {
                    prop_assert_eq!(last, Some(who));
                    prop_assert!(signers.iter().all(|signer| *signer == who));
                }
                Err(_) => prop_assert!(last == Some(who) && signers.iter().any(|signer| *signer != who)),
            }
        }
    }

    #[test]
    fn a_comment_says_something_and_not_too_much() {
        let read = |text: &str| Comment::parse(&Form::from_pairs([("comment", text)]));
        assert_eq!(read("Shorter?\r\nI think so."), Ok(Comment { text: "Shorter?\nI think so.".to_owned() }));
        assert!(read(" \n ").is_err() && read(&"a".repeat(LONGEST_COMMENT + 1)).is_err());
    }
}
