//! What is worth a second thought about when a call runs. None of it forbids anything.

use chrono::{Datelike, Days, NaiveDate};

crate::named! {
    /// Why people may find it hard to answer between two days.
    pub enum Caution {
        /// The run is shorter than twelve weeks.
        Short => "short",
        /// It takes in days between Christmas Eve and New Year's Day.
        Christmas => "christmas",
        /// It takes in days between Good Friday and Easter Monday.
        Easter => "easter",
        /// It takes in days of August.
        August => "august",
    }
}

/// The days of twelve weeks.
const TWELVE_WEEKS: i64 = 84;

/// What to think about before a call runs from one day to another, both counted.
pub fn cautions(opens: NaiveDate, closes: NaiveDate) -> Vec<Caution> {
    let mut found = Vec::new();
    if (closes - opens).num_days() + 1 < TWELVE_WEEKS {
        found.push(Caution::Short);
    }
    // A Christmas may have begun in the year before.
    let years = opens.year() - 1..=closes.year();
    let meets = |from: Option<NaiveDate>, to: Option<NaiveDate>| match (from, to) {
        (Some(from), Some(to)) => from <= closes && opens <= to,
        _ => false,
    };
    let day = NaiveDate::from_ymd_opt;
    if years.clone().any(|year| meets(day(year, 12, 24), day(year + 1, 1, 1))) {
        found.push(Caution::Christmas);
    }
    if years.clone().any(|year| {
        let sunday = easter_sunday(year);
        let around = |back, on| {
            Some((sunday?.checked_sub_days(Days::new(back))?, sunday?.checked_add_days(Days::new(on))?))
        };
        around(2, 1).is_some_and(|(friday, monday)| meets(Some(friday), Some(monday)))
    }) {
        found.push(Caution::Easter);
    }
    if years.into_iter().any(|year| meets(day(year, 8, 1), day(year, 8, 31))) {
        found.push(Caution::August);
    }
    found
}

/// Easter Sunday of the Gregorian calendar: the Sunday after the first full moon of spring, both as the calendar
/// reckons them (Gauss, with the later corrections).
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let golden = year % 19;
    let century = year / 100;
    let moon_shift = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let full_moon = moon_shift - (moon_shift / 28) * (1 - (29 / (moon_shift + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + full_moon + 2 - century + century / 4) % 7;
    let from_march_28 = full_moon - weekday;
    let month = 3 + (from_march_28 + 40) / 44;
    let day = from_march_28 + 28 - 31 * (month / 4);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn easter_falls_where_calendars_print_it() {
        let printed =
            [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2019, 4, 21), (2023, 4, 9), (2038, 4, 25)];
        for (year, month, sunday) in printed {
            assert_eq!(easter_sunday(year), Some(day(year, month, sunday)), "{year}");
        }
    }

    #[test]
    fn four_weeks_over_christmas_are_short_and_over_christmas() {
        let found = cautions(day(2022, 12, 13), day(2023, 1, 9));
        assert_eq!(found, [Caution::Short, Caution::Christmas]);
    }

    #[test]
    fn twelve_whole_weeks_in_autumn_call_for_no_second_thought() {
        assert_eq!(cautions(day(2026, 9, 7), day(2026, 11, 29)), []);
        assert_eq!(cautions(day(2026, 9, 7), day(2026, 11, 28)), [Caution::Short]);
    }

    #[test]
    fn a_run_that_begins_on_new_years_day_is_over_christmas() {
        assert!(cautions(day(2026, 1, 1), day(2026, 3, 26)).contains(&Caution::Christmas));
    }

    proptest! {
        #[test]
        fn a_year_and_three_weeks_take_in_every_holiday(days in 0_u64..40_000) {
            let opens = day(1990, 1, 1) + Days::new(days);
            // From one Easter to the next it can be 385 days.
            let found = cautions(opens, opens + Days::new(386));
            prop_assert_eq!(found, [Caution::Christmas, Caution::Easter, Caution::August]);
        }

        #[test]
        fn easter_is_a_sunday_of_march_or_april(year in 1900_i32..2200) {
            let sunday = easter_sunday(year).expect("a day");
            prop_assert_eq!(sunday.weekday(), chrono::Weekday::Sun);
            prop_assert!(sunday >= day(year, 3, 22) && sunday <= day(year, 4, 25));
        }
    }
}
