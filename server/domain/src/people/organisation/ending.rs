//! The end of an organisation, as typed.

use chrono::NaiveDate;

use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The most characters of what is said about an end.
const LONGEST_NOTE: usize = 500;

/// When an organisation ended, and what came after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationEnding {
    /// Its last day.
    pub last_day: NaiveDate,
    /// The organisation that followed, by name or code as typed; nothing where none did.
    pub successor: Option<String>,
    /// What happened, for the public; it may be empty.
    pub note: String,
}

impl OrganisationEnding {
    /// Reads the form. `from` is the first day of the organisation, where that is known.
    pub fn parse(form: &Form, from: Option<NaiveDate>) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let day = problems.require(form.date("valid-to"), "valid-to", "error-organisation-last-day");
        if day.zip(from).is_some_and(|(day, from)| day < from) {
            problems.add(Problem::new("valid-to", "error-organisation-days"));
        }
        let note = form.text("note").unwrap_or_default();
        if text::length(&note) > LONGEST_NOTE {
            problems.add(Problem::new("note", "error-title-long").with("limit", LONGEST_NOTE));
        }
        match day {
            Some(last_day) if problems.is_empty() => {
                Ok(Self { last_day, successor: form.text("successor"), note })
            }
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_before_it_began() {
        let day = |day| NaiveDate::from_ymd_opt(2022, 7, day);
        let form = Form::from_pairs([("valid-to", "2022-07-02"), ("successor", " ")]);
        let ending = OrganisationEnding::parse(&form, day(2)).expect("a day of existence");
        assert_eq!((Some(ending.last_day), ending.successor), (day(2), None));
        assert!(OrganisationEnding::parse(&form, day(3)).expect_err("too early").at("valid-to").is_some());
    }
}
