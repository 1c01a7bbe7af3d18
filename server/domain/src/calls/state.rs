//! The state of a call: computed from the clock and from what is published, never set by hand.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

crate::named! {
    /// What kind of exercise a call is. Using the wrong one can have legal consequences, so it is chosen first and
    /// never switched silently.
    pub enum CallKind {
        CallForEvidence => "call-for-evidence",
        Consultation => "consultation",
    }
}

crate::named! {
    /// Where a call is in its life.
    pub enum CallState {
        /// Being written; the public cannot see it.
        Draft => "draft",
        /// Announced, and not open yet.
        Unopened => "unopened",
        /// Anyone may answer.
        Open => "open",
        /// Past its closing time, while those who had begun may still finish.
        Closed => "closed",
        /// Past its closing time and its grace; the team is reading.
        Analysing => "analysing",
        /// Its outcome is published.
        Outcome => "outcome",
        /// A record: it stays readable at its address, and no longer changes.
        Archived => "archived",
    }
}

/// The instants that decide the state of a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    /// When the team announced it.
    pub announced: Option<DateTime<Utc>>,
    pub opens: Option<DateTime<Utc>>,
    pub closes: Option<DateTime<Utc>>,
    /// How long whoever began before closing may go on, in minutes.
    pub grace_minutes: u32,
    /// When its outcome was published.
    pub outcome: Option<DateTime<Utc>>,
    /// When it became a record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<DateTime<Utc>>,
}

impl Times {
    /// The state at this instant. A call opens at its opening instant and is closed from its closing instant on.
    pub fn state(&self, now: DateTime<Utc>) -> CallState {
        let (Some(_), Some(opens), Some(closes)) = (self.announced, self.opens, self.closes) else {
            return CallState::Draft;
        };
        if self.archived.is_some_and(|at| at <= now) {
            CallState::Archived
        } else if self.outcome.is_some_and(|at| at <= now) {
            CallState::Outcome
        } else if now < opens {
            CallState::Unopened
        } else if now < closes {
            CallState::Open
        } else if now < self.last_instant(closes) {
            CallState::Closed
        } else {
            CallState::Analysing
        }
    }

    /// Whether this closing time is another than the one that people were told.
    pub fn moves_closing(&self, closes: DateTime<Utc>) -> bool {
        self.announced.is_some() && self.closes.is_some_and(|told| told != closes)
    }

    /// Whether someone may begin a response at this instant.
    pub fn may_begin(&self, now: DateTime<Utc>) -> bool {
        self.state(now) == CallState::Open
    }

    /// Whether a draft begun at `begun` may be written to and submitted at this instant.
    pub fn may_continue(&self, begun: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        match self.state(now) {
            CallState::Open => true,
            CallState::Closed => self.closes.is_some_and(|closes| begun < closes),
            _ => false,
        }
    }

    fn last_instant(&self, closes: DateTime<Utc>) -> DateTime<Utc> {
        closes + TimeDelta::minutes(i64::from(self.grace_minutes))
    }
}

crate::named! {
    /// The states that the public tells apart.
    pub enum Shown {
        Open => "open",
        Upcoming => "upcoming",
        Closed => "closed",
        Archived => "archived",
    }
}

impl Shown {
    /// Where a call is listed in this state; nothing for one that nobody knows of.
    pub const fn of(state: CallState) -> Option<Self> {
        match state {
            CallState::Draft => None,
            CallState::Unopened => Some(Self::Upcoming),
            CallState::Open => Some(Self::Open),
            CallState::Closed | CallState::Analysing | CallState::Outcome => Some(Self::Closed),
            CallState::Archived => Some(Self::Archived),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(minute * 60, 0).unwrap_or_default()
    }

    fn times(opens: i64, length: i64, grace: u32, outcome: Option<i64>) -> Times {
        Times {
            announced: Some(at(0)),
            opens: Some(at(opens)),
            closes: Some(at(opens + length)),
            grace_minutes: grace,
            outcome: outcome.map(at),
            archived: None,
        }
    }

    #[test]
    fn nothing_is_public_before_it_is_announced() {
        let unannounced = Times { announced: None, ..times(10, 10, 0, None) };
        assert_eq!(unannounced.state(at(15)), CallState::Draft);
    }

    proptest! {
        #[test]
        fn a_call_never_goes_back(opens in 0_i64..500, length in 1_i64..500, grace in 0_u32..120, steps in prop::collection::vec(0_i64..2000, 2..20)) {
            let times = Times { archived: Some(at(1800)), ..times(opens, length, grace, Some(1500)) };
            let mut steps = steps;
            steps.sort_unstable();
            let states: Vec<_> = steps.into_iter().map(|step| times.state(at(step))).collect();
            prop_assert!(states.is_sorted());
        }

        #[test]
        fn the_deadline_is_the_instant_itself(opens in 0_i64..500, length in 1_i64..500, grace in 0_u32..120) {
            let times = times(opens, length, grace, None);
            let close = at(opens + length);
            prop_assert!(times.may_begin(close - TimeDelta::microseconds(1)));
            prop_assert!(!times.may_begin(close));
            prop_assert_eq!(times.may_continue(at(opens), close), grace > 0);
            prop_assert!(!times.may_continue(close, close));
            prop_assert!(!times.may_continue(at(opens), close + TimeDelta::minutes(i64::from(grace))));
        }

        #[test]
        fn whoever_may_begin_may_continue(opens in 0_i64..500, length in 1_i64..500, grace in 0_u32..120, now in 0_i64..1200) {
            let times = times(opens, length, grace, None);
            prop_assert!(!times.may_begin(at(now)) || times.may_continue(at(now), at(now)));
        }
    }
}
