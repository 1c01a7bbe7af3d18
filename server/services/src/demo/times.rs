//! When things happened: submissions between the opening and the closing, with the rush of the last day; coding in
//! working hours over the weeks that followed.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, TimeZone, Utc, Weekday};

use super::dice::Dice;

/// The first day of the call. Its publication on this day is verified; the hours are the demonstration's.
const OPENED: (i32, u32, u32) = (2022, 12, 13);

/// How many of a thousand responses came on each day from the opening to the closing. In winter London is on UTC.
const DAYS: [usize; 28] =
    [40, 30, 24, 20, 7, 6, 22, 20, 16, 12, 7, 2, 1, 2, 5, 9, 11, 10, 4, 4, 14, 30, 44, 56, 92, 38, 54, 420];

/// How likely each hour of a day is.
const HOURS: [usize; 24] =
    [3, 2, 1, 1, 1, 2, 5, 10, 18, 26, 30, 28, 24, 22, 24, 24, 22, 20, 16, 18, 22, 20, 14, 7];

/// The hours of the last day, which fill up towards midnight.
const LAST_HOURS: [usize; 24] =
    [2, 1, 1, 1, 1, 2, 5, 10, 22, 32, 36, 38, 34, 36, 40, 44, 48, 44, 30, 30, 34, 40, 46, 62];

fn midnight(date: NaiveDate) -> DateTime<Utc> {
    Utc.from_utc_datetime(&date.and_time(NaiveTime::MIN))
}

fn opened() -> NaiveDate {
    NaiveDate::from_ymd_opt(OPENED.0, OPENED.1, OPENED.2).unwrap_or_default()
}

/// A time at which someone submitted, between the opening at 9.30 am and the closing at 11.59 pm.
pub fn submission(dice: &mut Dice) -> DateTime<Utc> {
    let days: Vec<(usize, usize)> = DAYS.iter().copied().enumerate().collect();
    let day = dice.weigh(&days).copied().unwrap_or(0);
    on_day(day, dice)
}

/// A time in the burst of a campaign: in the second or third week of the call, mostly in the evening.
pub fn burst(campaign: &str, dice: &mut Dice) -> DateTime<Utc> {
    let first = if campaign == "keep-care-close" { 15 } else { 22 };
    let spread: [(usize, usize); 5] = [(0, 18), (1, 34), (2, 22), (3, 14), (4, 12)];
    on_day(first + dice.weigh(&spread).copied().unwrap_or(0), dice)
}

fn on_day(day: usize, dice: &mut Dice) -> DateTime<Utc> {
    let hours = if day + 1 == DAYS.len() { LAST_HOURS } else { HOURS };
    let weights: Vec<(usize, usize)> =
        hours.into_iter().enumerate().filter(|(hour, _)| day > 0 || *hour > 9).collect();
    let hour = dice.weigh(&weights).copied().unwrap_or(12);
    // The last minute is left free: the call closes in it.
    let seconds = hour * 3600 + dice.below(if hour == 23 { 3539 } else { 3600 });
    let micros = dice.below(1_000_000);
    midnight(opened())
        + Duration::days(day as i64)
        + Duration::seconds(seconds as i64)
        + Duration::microseconds(micros as i64)
}

/// The clock of one coder at work: weekdays, nine to five, a few minutes for a coding.
#[derive(Clone, Debug)]
pub struct Desk(DateTime<Utc>);

impl Desk {
    /// Begins on a day after the call closed.
    pub fn new(days_after_closing: i64) -> Self {
        let start = opened() + Duration::days(DAYS.len() as i64 + days_after_closing);
        let mut desk = Self(midnight(start) + Duration::minutes(9 * 60 + 20));
        desk.skip_weekend();
        desk
    }

    /// The time of the next coding, so many seconds later.
    pub fn next(&mut self, low: usize, high: usize, dice: &mut Dice) -> DateTime<Utc> {
        self.0 += Duration::seconds(dice.between(low, high) as i64)
            + Duration::microseconds(dice.below(999_983) as i64);
        if self.0.time() > NaiveTime::from_hms_opt(16, 50, 0).unwrap_or_default() {
            let tomorrow = midnight(self.0.date_naive()) + Duration::days(1);
            self.0 = tomorrow + Duration::minutes(dice.between(9 * 60, 9 * 60 + 40) as i64);
        }
        self.skip_weekend();
        self.0
    }

    fn skip_weekend(&mut self) {
        while matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun) {
            self.0 += Duration::days(1);
        }
    }
}
