//! What becomes of a letter (`docs/decisions/0008`).

use chrono::TimeDelta;

crate::named! {
    /// Where a letter is.
    pub enum LetterState {
        /// It is to be sent when its time comes.
        Waiting => "waiting",
        /// A server has taken it up; nothing of it has left.
        Sending => "sending",
        /// Its words are leaving: from here on it may have arrived.
        Handing => "handing",
        /// The mail server took it.
        Sent => "sent",
        /// It may have arrived or not, and nobody can tell. A person decides.
        Unsure => "unsure",
        /// The mail server would not take it, or did not for days.
        Failed => "failed",
        /// There is no such mailbox.
        Bounced => "bounced",
        /// There was no mail server to send it, so it is only kept.
        Kept => "kept",
        /// Whoever it was for wants no such letters.
        Stopped => "stopped",
    }
}

/// Where in the conversation with a mail server something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Who sends.
    Sender,
    /// Who it is for.
    Recipient,
    /// The letter itself.
    Content,
}

/// How one try ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The mail server answered that it has the letter.
    Accepted,
    /// The mail server has not got it; it may take it later.
    Later,
    /// The mail server says that there is no such mailbox.
    NoMailbox,
    /// The mail server will never take it.
    Refused,
    /// The letter was on its way and no answer came.
    Unknown,
}

/// How long it is known whom a letter was for and what it said, in days.
pub const KEPT_DAYS: i64 = 180;

/// The pauses between tries, in minutes: soon at first, because many servers turn a first try away to see whether it
/// is meant; then for three days, as RFC 5321 §4.5.4.1 advises at least in part of what it asks of relays.
const PAUSES: [i64; 9] = [1, 5, 15, 60, 180, 360, 720, 1440, 1440];

/// What a refusal by a mail server means: its three digits and its words, said at this stage (RFC 5321 §4.2, RFC 3463).
pub fn judge(stage: Stage, code: u16, words: &str) -> Outcome {
    if code < 500 {
        return Outcome::Later;
    }
    // An enhanced code tells a mailbox that is not there (5.1, 5.2) from a rule of the server's (5.7 and others).
    let subject = words.trim_start().strip_prefix("5.").and_then(|rest| rest.split('.').next());
    match (stage, subject) {
        (Stage::Recipient, None | Some("1" | "2")) => Outcome::NoMailbox,
        _ => Outcome::Refused,
    }
}

/// Where a letter is after its try of this number, from 1, ended so; and how long it then waits.
pub fn after(outcome: Outcome, tries: u32) -> (LetterState, Option<TimeDelta>) {
    match outcome {
        Outcome::Accepted => (LetterState::Sent, None),
        Outcome::NoMailbox => (LetterState::Bounced, None),
        Outcome::Refused => (LetterState::Failed, None),
        Outcome::Unknown => (LetterState::Unsure, None),
        Outcome::Later => match PAUSES.get(tries.saturating_sub(1) as usize) {
            Some(minutes) => (LetterState::Waiting, Some(TimeDelta::minutes(*minutes))),
            None => (LetterState::Failed, None),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_mailbox_that_is_not_there_is_told_from_a_rule() {
        for (stage, code, words, expected) in [
            (Stage::Recipient, 550, "5.1.1 No such user", Outcome::NoMailbox),
            (Stage::Recipient, 550, "no such user here", Outcome::NoMailbox),
            (Stage::Recipient, 552, "5.2.2 Mailbox full", Outcome::NoMailbox),
            (Stage::Recipient, 550, "5.7.1 Relaying denied", Outcome::Refused),
            (Stage::Recipient, 451, "4.7.1 Try again later", Outcome::Later),
            (Stage::Sender, 550, "5.1.8 Sender unknown", Outcome::Refused),
            (Stage::Content, 554, "5.6.0 Looks like spam", Outcome::Refused),
            (Stage::Content, 452, "4.3.1 Disk full", Outcome::Later),
        ] {
            assert_eq!(judge(stage, code, words), expected, "{code} {words}");
        }
    }

    #[test]
    fn a_letter_that_nobody_takes_fails_after_about_three_days() {
        let mut waited = TimeDelta::zero();
        let mut tries = 1;
        while let (LetterState::Waiting, Some(pause)) = after(Outcome::Later, tries) {
            waited += pause;
            tries += 1;
        }
        assert_eq!(after(Outcome::Later, tries), (LetterState::Failed, None));
        assert!((2..=5).contains(&waited.num_days()), "{waited}");
    }

    proptest! {
        #[test]
        fn what_may_have_arrived_is_never_tried_again_by_itself(tries in 0_u32..30) {
            for outcome in [Outcome::Accepted, Outcome::Unknown, Outcome::NoMailbox, Outcome::Refused] {
                let (state, pause) = after(outcome, tries);
                prop_assert!(state != LetterState::Waiting && pause.is_none());
            }
        }

        #[test]
        fn pauses_never_grow_shorter(tries in 1_u32..12) {
            let pause = |tries| after(Outcome::Later, tries).1;
            if let Some(next) = pause(tries + 1) {
                prop_assert!(pause(tries).is_some_and(|this| this <= next));
            }
        }
    }
}
