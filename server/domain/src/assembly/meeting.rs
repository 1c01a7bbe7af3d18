//! Meetings of an assembly.

use chrono::NaiveDateTime;

use crate::forms::{Form, Problem, Problems};

/// A meeting as typed: its times are meant in the zone of the assembly, and it ends on the day it starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingDetails {
    pub title: String,
    pub place: String,
    pub starts: NaiveDateTime,
    pub ends: NaiveDateTime,
}

impl MeetingDetails {
    /// Reads the form: `date`, `starts` and `ends` as browsers send them (`2026-05-01`, `10:00`).
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let title = problems.title(form, "title", "error-meeting-title");
        let place = problems.title(form, "place", "error-meeting-place");
        let date = problems.require(form.date("date"), "date", "error-date");
        let starts = problems.require(form.time("starts"), "starts", "error-meeting-time");
        let ends = problems.require(form.time("ends"), "ends", "error-meeting-time");
        if let (Some(starts), Some(ends)) = (starts, ends)
            && ends <= starts
        {
            problems.add(Problem::new("ends", "error-meeting-ends-first"));
        }
        match (title, place, date, starts, ends) {
            (Some(title), Some(place), Some(date), Some(starts), Some(ends)) if problems.is_empty() => {
                Ok(Self { title, place, starts: date.and_time(starts), ends: date.and_time(ends) })
            }
            _ => Err(problems),
        }
    }

    /// These details as the fields of their form.
    pub fn form(&self) -> Form {
        let mut form = Form::from_pairs([("title", self.title.as_str()), ("place", self.place.as_str())]);
        form.set("date", self.starts.format("%Y-%m-%d").to_string());
        form.set("starts", self.starts.format("%H:%M").to_string());
        form.set("ends", self.ends.format("%H:%M").to_string());
        form
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(starts: &str, ends: &str) -> Form {
        Form::from_pairs([
            ("title", "First meeting"),
            ("place", "Leeds, and online"),
            ("date", "2026-05-01"),
            ("starts", starts),
            ("ends", ends),
        ])
    }

    #[test]
    fn a_meeting_ends_after_it_starts() {
        assert!(MeetingDetails::parse(&form("10:00", "12:30")).is_ok());
        let problems = MeetingDetails::parse(&form("10:00", "10:00")).expect_err("it has no length");
        assert_eq!(problems.at("ends").map(|p| p.message), Some("error-meeting-ends-first"));
        let problems = MeetingDetails::parse(&form("ten", "25:00")).expect_err("these are no times");
        assert!(problems.at("starts").is_some() && problems.at("ends").is_some());
    }

    #[test]
    fn what_was_read_is_shown_as_it_was_typed() {
        let read = MeetingDetails::parse(&form("09:05", "17:00")).expect("all is there");
        assert_eq!(read.form(), form("09:05", "17:00"));
    }
}
