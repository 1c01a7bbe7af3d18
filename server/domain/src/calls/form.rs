//! What a team member types about a call, before it is one.

use chrono::{NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::{CallKind, PrivacyNotice};
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The most characters of a title.
const LONGEST_TITLE: usize = 150;

/// The most words of a summary.
const LONGEST_SUMMARY: usize = 100;

/// The most words of a reason for the times.
const LONGEST_REASON: usize = 100;

/// What a call is, who asks, and under which terms. All but its kind and its title may be empty until it is announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallDetails {
    pub kind: CallKind,
    pub title: String,
    pub summary: String,
    pub remit: String,
    pub commissioner: String,
    pub contact: String,
    pub privacy_notice: PrivacyNotice,
    pub publication_policy: String,
}

impl CallDetails {
    /// Reads the form. Once the call is `announced`, each text that the public needs before answering is required;
    /// before that a call can be written bit by bit.
    pub fn parse(form: &Form, announced: bool) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let kind = problems.require(CallKind::parse(form.value("kind")), "kind", "error-call-kind");
        let title = problems.require(form.text("title"), "title", "error-call-title");
        if title.as_ref().is_some_and(|title| text::length(title) > LONGEST_TITLE) {
            problems.add(Problem::new("title", "error-call-title-long"));
        }
        let mut needed = |text: Option<String>, field: &str, missing| {
            if announced && text.is_none() {
                problems.add(Problem::new(field, missing));
            }
            text.unwrap_or_default()
        };
        let summary = needed(form.long_text("summary"), "summary", "error-call-summary");
        let commissioner = needed(form.text("commissioner"), "commissioner", "error-call-commissioner");
        let remit = needed(form.long_text("remit"), "remit", "error-call-remit");
        let contact = needed(form.long_text("contact"), "contact", "error-call-contact");
        let publication_policy =
            needed(form.long_text("publication-policy"), "publication-policy", "error-call-policy");
        let privacy_notice = PrivacyNotice::from_parts(|part| {
            needed(form.long_text(part.field()), part.field(), part.missing())
        });
        let words = text::words(&summary);
        if words > LONGEST_SUMMARY {
            problems.add(Problem::new("summary", "error-call-summary-long").with("words", words));
        }
        match (kind, title) {
            (Some(kind), Some(title)) if problems.is_empty() => Ok(Self {
                kind,
                title,
                summary,
                remit,
                commissioner,
                contact,
                privacy_notice,
                publication_policy,
            }),
            _ => Err(problems),
        }
    }
}

/// What a call says of itself in Welsh. Either may be left out: the English then stands in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WelshTexts {
    pub title: String,
    pub summary: String,
}

impl WelshTexts {
    /// Reads the form; what is given keeps to the same lengths as the English.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let title = form.text("title-cy").unwrap_or_default();
        if text::length(&title) > LONGEST_TITLE {
            problems.add(Problem::new("title-cy", "error-call-title-long"));
        }
        let summary = form.long_text("summary-cy").unwrap_or_default();
        let words = text::words(&summary);
        if words > LONGEST_SUMMARY {
            problems.add(Problem::new("summary-cy", "error-call-summary-long").with("words", words));
        }
        if problems.is_empty() { Ok(Self { title, summary }) } else { Err(problems) }
    }
}

/// The opening and closing times as typed, in the call's own zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    pub opens: NaiveDateTime,
    pub closes: NaiveDateTime,
    pub grace_minutes: u32,
    pub reasons: Reasons,
}

/// What the public reads about the times of a call; empty where nothing was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reasons {
    /// Why it runs for less than twelve weeks, or over a holiday.
    pub run: String,
    /// Why it closes at another time than people were told.
    pub moved: String,
}

impl Reasons {
    /// Why a call runs as it does, where nothing has moved.
    pub fn for_run(run: impl Into<String>) -> Self {
        Self { run: run.into(), moved: String::new() }
    }

    fn read(form: &Form, problems: &mut Problems) -> Self {
        let mut short = |field: &str| {
            let reason = form.long_text(field).unwrap_or_default();
            let words = text::words(&reason);
            if words > LONGEST_REASON {
                problems.add(Problem::new(field, "error-call-reason-long").with("words", words));
            }
            reason
        };
        Self { run: short("run-reason"), moved: short("reason") }
    }
}

impl Schedule {
    /// Reads dates and times as browsers send them (`2023-01-09`, `23:59`). A problem is at the field that it is a
    /// problem of: a time on the right day is wrong, not its date.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let opens = instant(
            form,
            &mut problems,
            ("opens-date", "error-call-opens-date"),
            ("opens-time", "error-call-opens-time"),
        );
        let closes = instant(
            form,
            &mut problems,
            ("closes-date", "error-call-closes-date"),
            ("closes-time", "error-call-closes-time"),
        );
        let grace = form.value("grace-minutes").trim().parse().ok().filter(|minutes| *minutes <= 1440);
        let grace = problems.require(grace, "grace-minutes", "error-call-grace");
        // "Midnight" is read as the end of a day as often as its beginning.
        if opens.is_some_and(|opens| opens.time() == NaiveTime::MIN) {
            problems.add(Problem::new("opens-time", "error-call-opens-midnight"));
        }
        if let (Some(opens), Some(closes)) = (opens, closes)
            && closes <= opens
        {
            let field = if closes.date() == opens.date() { "closes-time" } else { "closes-date" };
            problems.add(Problem::new(field, "error-call-closes-first"));
        }
        let reasons = Reasons::read(form, &mut problems);
        match (opens, closes, grace) {
            (Some(opens), Some(closes), Some(grace_minutes)) if problems.is_empty() => {
                Ok(Self { opens, closes, grace_minutes, reasons })
            }
            _ => Err(problems),
        }
    }
}

/// A date and a time, each a field with what is said where it is none.
fn instant(
    form: &Form,
    problems: &mut Problems,
    (date, no_date): (&str, &'static str),
    (time, no_time): (&str, &'static str),
) -> Option<NaiveDateTime> {
    let day = problems.require(form.date(date), date, no_date);
    let time = problems.require(form.time(time), time, no_time);
    day.zip(time).map(|(day, time)| day.and_time(time))
}

/// The part of a call's address that its title gives. Nothing usable gives `call`.
pub fn slug_of(title: &str) -> String {
    text::slug(title, "call")
}

#[cfg(test)]
mod tests {
    use super::super::PrivacyPart;
    use super::*;

    #[test]
    fn a_call_is_written_bit_by_bit_until_it_is_announced() {
        let blank = CallDetails::parse(&Form::default(), false).expect_err("nothing was typed");
        let fields: Vec<_> = blank.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["kind", "title"]);
        let begun = Form::from_pairs([("kind", "consultation"), ("title", "Waiting")]);
        let details = CallDetails::parse(&begun, false).expect("enough to begin with");
        assert_eq!(details.privacy_notice.missing().count(), PrivacyPart::ALL.len());
        let problems = CallDetails::parse(&begun, true).expect_err("the public reads it");
        assert_eq!(problems.iter().count(), 5 + PrivacyPart::ALL.len());
        assert_eq!(problems.at("privacy-rights").map(|p| p.message), Some("error-privacy-rights"));
    }

    #[test]
    fn a_reason_is_short() {
        let long = "why ".repeat(101);
        for field in ["reason", "run-reason"] {
            let problems =
                Schedule::parse(&Form::from_pairs([(field, long.as_str())])).expect_err("too long");
            assert_eq!(problems.at(field).map(|p| p.message), Some("error-call-reason-long"));
        }
    }

    #[test]
    fn a_call_cannot_close_before_it_opens() {
        let form = Form::from_pairs([
            ("opens-date", "2026-05-01"),
            ("opens-time", "09:00"),
            ("closes-date", "2026-04-30"),
            ("closes-time", "23:59"),
            ("grace-minutes", "30"),
        ]);
        let problems = Schedule::parse(&form).expect_err("it closes first");
        assert_eq!(problems.at("closes-date").map(|p| p.message), Some("error-call-closes-first"));
    }

    #[test]
    fn what_is_wrong_with_a_time_is_at_its_own_field() {
        let good = [
            ("opens-date", "2026-05-01"),
            ("opens-time", "09:00"),
            ("closes-date", "2026-07-31"),
            ("closes-time", "23:59"),
            ("grace-minutes", "30"),
        ];
        assert!(Schedule::parse(&Form::from_pairs(good)).is_ok());
        for (field, value, message) in [
            ("opens-date", "1 May", "error-call-opens-date"),
            ("opens-time", "9 o'clock", "error-call-opens-time"),
            ("opens-time", "", "error-call-opens-time"),
            ("closes-date", "2026-02-30", "error-call-closes-date"),
            ("closes-time", "24:00", "error-call-closes-time"),
            ("closes-date", "2026-04-30", "error-call-closes-first"),
        ] {
            let typed = good.map(|(name, held)| (name, if name == field { value } else { held }));
            let problems = Schedule::parse(&Form::from_pairs(typed)).expect_err(field);
            let found: Vec<_> = problems.iter().map(|one| (one.field.as_str(), one.message)).collect();
            assert_eq!(found, [(field, message)]);
        }
        let same_day = good.map(|(name, held)| match name {
            "closes-date" => (name, "2026-05-01"),
            "closes-time" => (name, "08:59"),
            _ => (name, held),
        });
        let problems = Schedule::parse(&Form::from_pairs(same_day)).expect_err("it closes first");
        assert_eq!(problems.at("closes-time").map(|p| p.message), Some("error-call-closes-first"));
        let nothing = Schedule::parse(&Form::default()).expect_err("nothing was typed");
        assert_eq!(nothing.iter().count(), 5);
    }

    #[test]
    fn a_call_opens_at_no_midnight() {
        let form = Form::from_pairs([
            ("opens-date", "2026-05-01"),
            ("opens-time", "00:00"),
            ("closes-date", "2026-07-31"),
            ("closes-time", "00:00"),
            ("grace-minutes", "0"),
        ]);
        let problems = Schedule::parse(&form).expect_err("it could be either day");
        assert_eq!(problems.at("opens-time").map(|p| p.message), Some("error-call-opens-midnight"));
        assert_eq!(problems.iter().count(), 1, "closing at midnight is the minute before");
    }

    #[test]
    fn welsh_may_be_left_out_and_is_no_longer_than_english() {
        assert_eq!(WelshTexts::parse(&Form::default()), Ok(WelshTexts::default()));
        let long = "gair ".repeat(101);
        let problems = WelshTexts::parse(&Form::from_pairs([("summary-cy", long.as_str())]))
            .expect_err("too many words");
        assert_eq!(problems.at("summary-cy").map(|p| p.message), Some("error-call-summary-long"));
    }

    #[test]
    fn a_slug_is_safe_whatever_the_title() {
        assert_eq!(slug_of("Health & care: what works?"), "health-care-what-works");
        assert_eq!(slug_of("</title><script>"), "title-script");
        assert_eq!(slug_of("漢字"), "call");
    }
}
