//! What makes a submission look like a program's. It only ever makes a person look: nothing is refused for it.

use chrono::TimeDelta;

use crate::forms::{Form, Problems};

/// The field that people do not see and leave empty; programs that fill in everything fill it in too.
pub const TRAP: &str = "leave-empty";

/// The most characters of a reason to keep a submission out.
const LONGEST_REASON: usize = 500;

crate::named! {
    /// A sign that no person has answered.
    pub enum Suspicion {
        /// The hidden field was filled in.
        Trap => "trap",
        /// The pages came faster than anyone reads them.
        Haste => "haste",
    }
}

crate::named! {
    /// What became of a submission that was held back.
    pub enum HeldState {
        /// Nobody has decided yet.
        Waiting => "waiting",
        /// It is a response like any other.
        Admitted => "admitted",
        /// It is no response; it is kept all the same, and can be admitted later.
        KeptOut => "kept-out",
        /// Whoever sent it has taken it back.
        Withdrawn => "withdrawn",
    }
}

/// The signs about a submission: what the form sent, how many pages it has, and how long it took from the first. With no
/// seconds for a page, haste is no sign.
pub fn suspicions(form: &Form, pages: usize, took: TimeDelta, seconds_a_page: u32) -> Vec<Suspicion> {
    let least = i64::from(seconds_a_page).saturating_mul(i64::try_from(pages).unwrap_or(i64::MAX));
    let trapped = !form.value(TRAP).trim().is_empty();
    let hasty = took.num_milliseconds() < least.saturating_mul(1000);
    [(trapped, Suspicion::Trap), (hasty, Suspicion::Haste)]
        .into_iter()
        .filter_map(|(there, sign)| there.then_some(sign))
        .collect()
}

/// What a person decided about a submission that was held back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeldDecision {
    Admit,
    /// With the reason, so that whoever asks later can be told.
    KeepOut(String),
}

impl HeldDecision {
    /// Reads the form of a decision.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let decision = match form.value("decision") {
            "admit" => Some(Self::Admit),
            "keep-out" => {
                let reason = form.text("reason").filter(|reason| reason.chars().count() <= LONGEST_REASON);
                problems.require(reason, "reason", "error-held-reason").map(Self::KeepOut)
            }
            _ => problems.require(None, "decision", "error-held-decision"),
        };
        decision.ok_or(problems)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_decision_to_keep_out_says_why() {
        let read =
            |pairs: &[(&'static str, &str)]| HeldDecision::parse(&Form::from_pairs(pairs.iter().copied()));
        assert_eq!(read(&[("decision", "admit")]), Ok(HeldDecision::Admit));
        let out = read(&[("decision", "keep-out"), ("reason", "An advertisement")]);
        assert_eq!(out, Ok(HeldDecision::KeepOut("An advertisement".to_owned())));
        for (pairs, field) in [(&[("decision", "keep-out")][..], "reason"), (&[], "decision")] {
            assert!(read(pairs).expect_err("not whole").at(field).is_some());
        }
        let long = "x".repeat(LONGEST_REASON + 1);
        assert!(read(&[("decision", "keep-out"), ("reason", &long)]).is_err());
    }

    proptest! {
        #[test]
        fn nobody_who_takes_their_time_and_leaves_the_trap_is_held(
            pages in 1usize..60, seconds_a_page in 0u32..10, more in 0i64..1_000_000, blank in "[ \t]{0,3}",
        ) {
            let took = TimeDelta::seconds(i64::from(seconds_a_page) * pages as i64) + TimeDelta::milliseconds(more);
            let form = Form::from_pairs([(TRAP, blank.as_str())]);
            prop_assert_eq!(suspicions(&form, pages, took, seconds_a_page), []);
        }

        #[test]
        fn whoever_is_faster_than_reading_is_held(pages in 1usize..60, seconds_a_page in 1u32..10, part in 0.0f64..0.99) {
            let least = f64::from(seconds_a_page) * pages as f64 * 1000.0;
            let took = TimeDelta::milliseconds((least * part) as i64);
            prop_assert_eq!(suspicions(&Form::default(), pages, took, seconds_a_page), [Suspicion::Haste]);
            prop_assert_eq!(suspicions(&Form::default(), pages, took, 0), []);
        }

        #[test]
        fn whatever_is_in_the_trap_springs_it(typed in "[!-~]{1,20}") {
            let form = Form::from_pairs([(TRAP, typed.as_str())]);
            prop_assert_eq!(suspicions(&form, 1, TimeDelta::days(1), 2), [Suspicion::Trap]);
        }
    }
}
