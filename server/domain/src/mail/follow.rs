//! Following: of what people get letters, and how often.

use crate::forms::{Form, Problems};
use crate::people::is_address;

/// How long an address is kept that nobody has confirmed, in days.
pub const UNCONFIRMED_DAYS: i64 = 7;

crate::named! {
    /// What can be followed.
    pub enum Followed {
        Call => "call",
        /// A theme of the register of recommendations.
        Theme => "theme",
        Recommendation => "recommendation",
        Assembly => "assembly",
        /// An organisation of the directory.
        Organisation => "organisation",
    }
}

crate::named! {
    /// How often letters come.
    pub enum Rate {
        AtOnce => "at-once",
        /// All news of a day together, in the morning.
        Daily => "daily",
        /// All news of a week together, on Monday morning.
        Weekly => "weekly",
    }
}

/// What is typed to follow something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowForm {
    pub address: String,
    pub rate: Rate,
}

impl FollowForm {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let address = form.text("email").filter(|typed| is_address(typed));
        let address = problems.require(address, "email", "error-email-form");
        let rate = problems.require(Rate::parse(form.value("rate")), "rate", "error-follow-rate");
        match (address, rate) {
            (Some(address), Some(rate)) => Ok(Self { address, rate }),
            _ => Err(problems),
        }
    }
}

#[cfg(feature = "zones")]
mod due {
    use chrono::{DateTime, Datelike, Days, NaiveTime, TimeDelta, Utc, Weekday};
    use chrono_tz::Europe::London;

    use super::Rate;
    use crate::calls::zoned;

    /// When letters that collect news leave, by the clocks of London: 8 in the morning.
    const MORNING: NaiveTime = NaiveTime::from_hms_opt(8, 0, 0).expect("a time of day");

    impl Rate {
        /// When news of this instant is to leave: the first morning after it that letters leave on.
        pub fn due(self, at: DateTime<Utc>) -> DateTime<Utc> {
            if self == Self::AtOnce {
                return at;
            }
            let today = at.with_timezone(&London).date_naive();
            let mornings = (0..=8).filter_map(|days| today.checked_add_days(Days::new(days)));
            mornings
                .filter(|day| self == Self::Daily || day.weekday() == Weekday::Mon)
                .filter_map(|day| zoned(day.and_time(MORNING), London))
                .find(|morning| *morning > at)
                .unwrap_or(at + TimeDelta::days(1))
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use chrono::Timelike;
        use proptest::prelude::*;

        proptest! {
            #[test]
            fn news_leaves_on_the_next_morning_and_never_before_it_happened(minute in 0_i64..40_000_000) {
                let at = DateTime::from_timestamp(minute * 60, 0).expect("an instant");
                prop_assert_eq!(Rate::AtOnce.due(at), at);
                for (rate, longest) in [(Rate::Daily, 25), (Rate::Weekly, 7 * 24 + 1)] {
                    let due = rate.due(at);
                    prop_assert!(due > at && due - at <= TimeDelta::hours(longest), "{due}");
                    let local = due.with_timezone(&London);
                    prop_assert_eq!((local.hour(), local.minute()), (8, 0));
                    prop_assert!(rate == Rate::Daily || local.weekday() == Weekday::Mon);
                    prop_assert!(rate.due(due) > due, "what happens as a letter leaves is in the next");
                }
            }
        }
    }
}
