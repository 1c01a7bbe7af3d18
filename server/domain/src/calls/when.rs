//! Instants as people say them: "11:59pm on 9 January 2023".

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

/// The parts of an instant as they are said; the words around them are the interface's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// "11:59pm", "midday" is left to the interface: see [`Spoken::midday`].
    pub clock: String,
    /// Whether it is noon exactly, which people call midday.
    pub midday: bool,
    pub day: u32,
    /// 1 to 12.
    pub month: u32,
    pub year: i32,
}

/// An instant in a zone as people say it. Midnight is ambiguous, so an instant at 00:00 is taken back to the minute
/// before: "11:59pm" on the day that ends then (GOV.UK publishing practice).
pub fn spoken(instant: DateTime<Utc>, zone: Tz) -> Spoken {
    let mut local = instant.with_timezone(&zone);
    if local.hour() == 0 && local.minute() == 0 {
        local -= TimeDelta::minutes(1);
    }
    let (pm, hour) = local.hour12();
    let half = if pm { "pm" } else { "am" };
    let clock = if local.minute() == 0 {
        format!("{hour}{half}")
    } else {
        format!("{hour}:{:02}{half}", local.minute())
    };
    Spoken {
        clock,
        midday: local.hour() == 12 && local.minute() == 0,
        day: local.day(),
        month: local.month(),
        year: local.year(),
    }
}

/// The instant of a local time. Where clocks go back and a time comes twice, the later one is meant: nobody is shut
/// out early. Where clocks go forward and a time does not exist, it is the instant that clocks jump to.
pub fn zoned(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    let found = zone.from_local_datetime(&local);
    found
        .latest()
        .or_else(|| zone.from_local_datetime(&(local + TimeDelta::hours(1))).latest())
        .map(|at| at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::London;

    fn local(text: &str) -> DateTime<Utc> {
        let naive = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").expect("a time");
        zoned(naive, London).expect("an instant")
    }

    #[test]
    fn a_deadline_is_said_in_full() {
        let said = spoken(local("2023-01-09 23:59:00"), London);
        assert_eq!((said.clock.as_str(), said.day, said.month, said.year), ("11:59pm", 9, 1, 2023));
    }

    #[test]
    fn midnight_is_the_day_that_ends() {
        let said = spoken(local("2023-01-10 00:00:00"), London);
        assert_eq!((said.clock.as_str(), said.day), ("11:59pm", 9));
    }

    #[test]
    fn noon_is_midday() {
        assert!(spoken(local("2023-06-01 12:00:00"), London).midday);
    }

    #[test]
    fn the_hour_that_comes_twice_is_the_later_one() {
        assert_eq!(local("2026-10-25 01:30:00").to_rfc3339(), "2026-10-25T01:30:00+00:00");
    }

    #[test]
    fn the_hour_that_does_not_exist_is_the_one_clocks_jump_to() {
        assert_eq!(local("2026-03-29 01:30:00").to_rfc3339(), "2026-03-29T01:30:00+00:00");
    }

    #[test]
    fn a_minute_to_midnight_is_itself_around_the_night_when_clocks_go_back() {
        for (day, instant) in [(24, "2026-10-24T22:59:00+00:00"), (25, "2026-10-25T23:59:00+00:00")] {
            let at = local(&format!("2026-10-{day} 23:59:00"));
            let said = spoken(at, London);
            assert_eq!((at.to_rfc3339().as_str(), said.clock.as_str(), said.day), (instant, "11:59pm", day));
        }
    }
}
