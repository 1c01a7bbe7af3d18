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

impl Kind for Date {
    fn read(&self, asked: &Question, form: &Form) -> Result<Option<Given>, Problems> {
        let typed = FIELDS.map(|field| form.text(field).unwrap_or_default());
        if typed.iter().all(String::is_empty) {
            return asked.nothing(FIELDS[0], "error-answer-date-missing");
        }
        let [day, month, year] = typed;
        let day: u32 = day.parse().map_err(|_| Problem::new(FIELDS[0], "error-answer-day"))?;
        let month = self::month(&month).filter(|number| (1..=12).contains(number));
        let month = month.ok_or_else(|| Problem::new(FIELDS[1], "error-answer-month"))?;
        let year = year.parse().ok().filter(|year| is_year(*year));
        let year = year.ok_or_else(|| Problem::new(FIELDS[2], "error-answer-year"))?;
        let date = NaiveDate::from_ymd_opt(year, month, day);
        let date = date.ok_or_else(|| Problem::new(FIELDS[0], "error-answer-no-day"))?;
        Ok(Some(Given::Date(date)))
    }

    fn show(&self, given: &Given, form: &mut Form) {
        if let Given::Date(date) = given {
            form.set(FIELDS[0], date.day().to_string());
            form.set(FIELDS[1], date.month().to_string());
            form.set(FIELDS[2], date.year().to_string());
        }
    }

    fn fits(&self, _: &Question, given: &Given) -> bool {
        matches!(given, Given::Date(_))
    }

    fn words(&self, _: &Question, given: &Given) -> String {
        match given {
            Given::Date(date) => date.format("%-d %B %Y").to_string(),
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

    /// A day as programs write it (`2023-01-09`), or as people do (`9/1/2023`).
    fn of_cell(&self, _: &Question, cell: &str, _: &str) -> Option<Given> {
        let cell = text::line(cell);
        let read = |form| NaiveDate::parse_from_str(&cell, form).ok();
        let date = ["%Y-%m-%d", "%d/%m/%Y", "%-d %B %Y"].into_iter().find_map(read)?;
        is_year(date.year()).then_some(Given::Date(date))
    }
}
