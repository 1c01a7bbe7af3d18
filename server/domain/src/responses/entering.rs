//! A response that came by another way, and that one of the team enters.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use super::Channel;
use crate::Language;
use crate::calls::zoned;
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The most words of a reason why something that came late is taken, and of a note.
const LONGEST_WORDS: usize = 100;

/// What is said of a response before it is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryDetails {
    pub channel: Channel,
    /// The day on which it came.
    pub received: NaiveDate,
    /// The language in which it was written.
    pub language: Language,
    /// Why it is taken though it came after closing. Empty where it came in time.
    pub late_reason: String,
}

impl EntryDetails {
    /// Reads the form. `closes` is when the call closes, in its own zone. What came after that day is late, and is taken with a
    /// reason alone.
    pub fn parse(
        form: &Form,
        closes: Option<DateTime<Utc>>,
        zone: Tz,
        now: DateTime<Utc>,
    ) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let channel = Channel::parse(form.value("channel")).filter(|channel| channel.is_entered());
        let channel = problems.require(channel, "channel", "error-entering-channel");
        let received = problems.require(form.date("received"), "received", "error-entering-received");
        let today = now.with_timezone(&zone).date_naive();
        if received.is_some_and(|day| day > today) {
            problems.add(Problem::new("received", "error-entering-received-later"));
        }
        let language =
            problems.require(Language::parse(form.value("language")), "language", "error-entering-language");
        let late = received.is_some_and(|day| is_late(day, closes, zone));
        let late_reason = words(form, "late-reason", &mut problems).filter(|_| late);
        if late && late_reason.is_none() && problems.is_empty() {
            problems.add(Problem::new("late-reason", "error-entering-late-reason"));
        }
        match (channel, received, language) {
            (Some(channel), Some(received), Some(language)) if problems.is_empty() => {
                Ok(Self { channel, received, language, late_reason: late_reason.unwrap_or_default() })
            }
            _ => Err(problems),
        }
    }
}

/// What is noted of a response that was entered: required where it leaves out what the form asks for.
pub fn entry_note(form: &Form, required: bool) -> Result<String, Problems> {
    let mut problems = Problems::default();
    let note = words(form, "note", &mut problems);
    if note.is_none() && required {
        problems.add(Problem::new("note", "error-entering-note"));
    }
    if problems.is_empty() { Ok(note.unwrap_or_default()) } else { Err(problems) }
}

/// Whether what came on this day came late. It is the day that counts, not when it is entered; and nobody stamps the hour on a
/// letter, so the whole day of closing is in time.
pub fn is_late(received: NaiveDate, closes: Option<DateTime<Utc>>, zone: Tz) -> bool {
    closes.is_some_and(|closes| received > closes.with_timezone(&zone).date_naive())
}

/// The instant that stands for the day on which something came: noon there, which is that day in every neighbouring zone too;
/// or now, where it is not noon yet.
pub fn received_at(received: NaiveDate, zone: Tz, now: DateTime<Utc>) -> DateTime<Utc> {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    zoned(received.and_time(noon), zone).map_or(now, |noon| noon.min(now))
}

fn words(form: &Form, field: &'static str, problems: &mut Problems) -> Option<String> {
    let written = form.long_text(field)?;
    let words = text::words(&written);
    if words > LONGEST_WORDS || text::length(&written) > LONGEST_WORDS * 20 {
        problems.add(Problem::new(field, "error-entering-long").with("words", words));
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use chrono_tz::Europe::London;
    use proptest::prelude::*;

    use super::*;

    /// Five in the afternoon of 9 January 2023.
    fn closes() -> DateTime<Utc> {
        DateTime::from_timestamp(1_673_283_600, 0).unwrap_or_default()
    }

    fn read(received: &str, more: &[(&str, &str)], now: DateTime<Utc>) -> Result<EntryDetails, Problems> {
        let mut form = Form::from_pairs([("channel", "paper"), ("language", "cy"), ("received", received)]);
        for (name, value) in more {
            form.set(name, *value);
        }
        EntryDetails::parse(&form, Some(closes()), London, now)
    }

    #[test]
    fn what_came_after_the_day_of_closing_needs_a_reason() {
        let now = closes() + TimeDelta::days(9);
        assert!(read("2023-01-09", &[], now).is_ok(), "nobody stamps the hour on a letter");
        let problems = read("2023-01-10", &[], now).expect_err("no reason was given");
        assert!(problems.at("late-reason").is_some());
        let details =
            read("2023-01-10", &[("late-reason", "The post was on strike.")], now).expect("a reason");
        assert_eq!(details.late_reason, "The post was on strike.");
        let details = read("2023-01-02", &[("late-reason", "None is needed.")], now).expect("in time");
        assert_eq!((details.late_reason.as_str(), details.language), ("", Language::Welsh));
    }

    #[test]
    fn nothing_has_come_on_a_day_that_is_still_to_come() {
        assert!(
            read("2023-01-05", &[], closes() - TimeDelta::days(5))
                .expect_err("later")
                .at("received")
                .is_some()
        );
        let blank = EntryDetails::parse(&Form::default(), None, London, closes()).expect_err("blank");
        let fields: Vec<_> = blank.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["channel", "received", "language"]);
        assert!(read("2023-01-05", &[("channel", "online")], closes()).is_err(), "nobody enters those");
    }

    #[test]
    fn what_is_left_out_is_noted_and_no_note_is_endless() {
        assert!(entry_note(&Form::default(), true).expect_err("none").at("note").is_some());
        assert_eq!(entry_note(&Form::default(), false), Ok(String::new()));
        let long = "why ".repeat(101);
        assert!(entry_note(&Form::from_pairs([("note", long.as_str())]), false).is_err());
    }

    proptest! {
        #[test]
        fn a_day_is_late_from_the_one_after_closing_on(after in -400_i64..400) {
            let day = closes().date_naive() + TimeDelta::days(after);
            prop_assert_eq!(is_late(day, Some(closes()), London), after > 0);
            prop_assert!(!is_late(day, None, London));
        }

        #[test]
        fn the_instant_of_a_day_is_on_that_day_and_never_to_come(before in 0_i64..4000, minute in 0_i64..1440) {
            let now = closes() + TimeDelta::minutes(minute);
            let day = now.with_timezone(&London).date_naive() - TimeDelta::days(before);
            let at = received_at(day, London, now);
            prop_assert!(at <= now);
            prop_assert_eq!(at.with_timezone(&London).date_naive(), day);
        }
    }
}
