//! A day, in three fields: day, month and year, in that order.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Kind, Settings};
use crate::calls::{Given, Question, Test};
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// A day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {}

/// The fields of a day, in the order in which it is written.
const FIELDS: [&str; 3] = ["answer-day", "answer-month", "answer-year"];

impl Settings for Date {
    fn parse(_: &Form, _: &mut Problems) -> Self {
        Self {}
    }
}

/// A month by its number, or by the first letters of its English or Welsh name.
fn month(typed: &str) -> Option<u32> {
    const NAMES: [[&str; 2]; 12] = [
        ["jan", "ion"],
        ["feb", "chw"],
        ["mar", "maw"],
        ["apr", "ebr"],
        ["may", "mai"],
        ["jun", "meh"],
        ["jul", "gor"],
        ["aug", "aws"],
        ["sep", "med"],
        ["oct", "hyd"],
        ["nov", "tac"],
        ["dec", "rha"],
    ];
    let begins: String = typed.to_lowercase().chars().take(3).collect();
    typed.parse().ok().or_else(|| {
        let named = NAMES.iter().position(|names| names.contains(&begins.as_str()));
        named.map(|at| at as u32 + 1)
    })
}

/// Years that an answer can be about: within living memory, and what can be planned.
fn is_year(year: i32) -> bool {
    (1850..=2200).contains(&year)
}

/// The three fields of a date that is called so.
pub(super) fn parts_of(name: &str) -> [String; 3] {
    ["day", "month", "year"].map(|part| format!("{name}-{part}"))
}

/// The date in three fields as it is held (`2023-01-09`); nothing where all were left blank. Where only a part of it need be
/// known, the day can be left out (`2023-01`), or the day and the month (`2023`).
pub(super) fn read_held(form: &Form, fields: &[String; 3], in_part: bool) -> Result<Option<String>, Problem> {
    let typed = fields.each_ref().map(|field| form.text(field).unwrap_or_default());
    if typed.iter().all(String::is_empty) {
        return Ok(None);
    }
    let [typed_day, typed_month, typed_year] = typed;
    let left_out = |typed: &str| in_part && typed.is_empty();
    let wrong = |at: usize, message| Problem::new(fields[at].as_str(), message);
    let day = typed_day.parse::<u32>().ok();
    if day.is_none() && !left_out(&typed_day) {
        return Err(wrong(0, "error-answer-day"));
    }
    let month = month(&typed_month).filter(|number| (1..=12).contains(number));
    if month.is_none() && !(left_out(&typed_month) && day.is_none()) {
        return Err(wrong(1, "error-answer-month"));
    }
    let year = typed_year.parse().ok().filter(|year| is_year(*year));
    let year: i32 = year.ok_or_else(|| wrong(2, "error-answer-year"))?;
    match (month, day) {
        (Some(month), Some(day)) => {
            let date = NaiveDate::from_ymd_opt(year, month, day);
            date.map(|date| Some(date.to_string())).ok_or_else(|| wrong(0, "error-answer-no-day"))
        }
        (month, _) => Ok(Some(held_of((year, month, None)))),
    }
}

/// The year, the month and the day of a date, as far as they are known.
type Parts = (i32, Option<u32>, Option<u32>);

/// A date as it is held.
pub(super) fn held_of((year, month, day): Parts) -> String {
    let parts = [month, day].into_iter().flatten().map(|part| format!("-{part:02}"));
    std::iter::once(format!("{year:04}")).chain(parts).collect()
}

/// What is known of a date as it is held.
pub fn held_parts(held: &str) -> Option<Parts> {
    let mut parts = held.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok().filter(|year| is_year(*year))?;
    let (month, day) = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => return Some((year, None, None)),
        (Some(month), day, None) => (month.parse().ok()?, day.map(str::parse).transpose().ok()?),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month, day.unwrap_or(1)).map(|_| (year, Some(month), day))
}

/// A date as it is held, as the fields of a form.
pub(super) fn show_held(held: &str, form: &mut Form, fields: &[String; 3]) {
    let Some((year, month, day)) = held_parts(held) else { return };
    for (field, part) in fields.iter().zip([day, month, Some(year.unsigned_abs())]) {
        if let Some(part) = part {
            form.set(field, part.to_string());
        }
    }
}

/// A whole day in the three fields of this name; nothing where all were left blank.
pub(crate) fn read_day(form: &Form, name: &str) -> Result<Option<NaiveDate>, Problem> {
    Ok(read_held(form, &parts_of(name), false)?.and_then(|held| of_text(&held)))
}

/// A day as the three fields of this name.
pub(crate) fn show_day(day: NaiveDate, form: &mut Form, name: &str) {
    show_held(&day.to_string(), form, &parts_of(name));
}

/// A date as it is held, in the words of the record.
pub(super) fn words_of(held: &str) -> String {
    let day = |day: u32| {
        let (year, month, _) = held_parts(held)?;
        NaiveDate::from_ymd_opt(year, month?, day)
    };
    match held_parts(held) {
        Some((_, Some(_), Some(known))) => day(known).map(|date| date.format("%-d %B %Y").to_string()),
        Some((_, Some(_), None)) => day(1).map(|date| date.format("%B %Y").to_string()),
        _ => None,
    }
    .unwrap_or_else(|| held.to_owned())
}

/// A day as programs write it (`2023-01-09`), or as people do (`9/1/2023`).
pub(super) fn of_text(written: &str) -> Option<NaiveDate> {
    let written = text::line(written);
    let read = |form| NaiveDate::parse_from_str(&written, form).ok();
    let date = ["%Y-%m-%d", "%d/%m/%Y", "%-d %B %Y"].into_iter().find_map(read)?;
    is_year(date.year()).then_some(date)
}

impl Kind for Date {
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        match read_held(form, &FIELDS.map(str::to_owned), false)?.and_then(|held| of_text(&held)) {
            Some(date) => Ok(Some(Given::Date(date))),
            None => asked.nothing(FIELDS[0], "error-answer-date-missing"),
        }
    }

    fn show(&self, given: &Given, form: &mut Form) {
        if let Given::Date(date) = given {
            show_held(&date.to_string(), form, &FIELDS.map(str::to_owned));
        }
    }

    fn fits(&self, _: &Question, given: &Given) -> bool {
        matches!(given, Given::Date(_))
    }

    fn words(&self, _: &Question, given: &Given) -> String {
        match given {
            Given::Date(date) => words_of(&date.to_string()),
            _ => String::new(),
        }
    }

    fn cell(&self, _: &Question, given: &Given) -> String {
        match given {
            Given::Date(date) => date.to_string(),
            _ => String::new(),
        }
    }

    fn examples(&self, _: &Question, _: &[&Test]) -> Vec<Given> {
        NaiveDate::from_ymd_opt(2024, 2, 29).map(Given::Date).into_iter().collect()
    }

    fn of_cell(&self, _: &Question, cell: &str, _: &str) -> Option<Given> {
        of_text(cell).map(Given::Date)
    }
}
