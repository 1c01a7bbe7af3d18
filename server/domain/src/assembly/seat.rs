//! Seats by constituency, and the terms for which people hold them.

use chrono::NaiveDate;

use crate::forms::{Form, Problem, Problems};

crate::named! {
    /// In what capacity a person holds a seat.
    pub enum Capacity {
        Personal => "personal",
        Delegate => "delegate",
    }
}

/// The most seats of one constituency.
pub const MOST_SEATS: u32 = 500;

/// A constituency as typed: a name and how many seats it is to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConstituencyDetails {
    pub name: String,
    pub seats: u32,
}

impl ConstituencyDetails {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.title(form, "name", "error-constituency-name");
        let seats = problems.number(form, "seats", 1..=MOST_SEATS, "error-constituency-seats");
        match (name, seats) {
            (Some(name), Some(seats)) => Ok(Self { name, seats }),
            _ => Err(problems),
        }
    }
}

/// What a seat is called, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatDetails {
    pub label: String,
}

impl SeatDetails {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let label = problems.title(form, "label", "error-seat-label");
        label.map(|label| Self { label }).ok_or(problems)
    }
}

/// The time one person holds one seat. `ends` is the last day, where it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    pub starts: NaiveDate,
    pub ends: Option<NaiveDate>,
}

impl Term {
    /// Whether the seat is held on this day.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.starts <= day && !self.ended(day)
    }

    /// Whether the last day is before this day.
    pub fn ended(&self, day: NaiveDate) -> bool {
        self.ends.is_some_and(|end| end < day)
    }

    /// Whether both would hold the same seat on some day.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.ends.is_none_or(|end| other.starts <= end) && other.ends.is_none_or(|end| self.starts <= end)
    }
}

/// A person in a seat, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatTerm {
    pub holder: String,
    pub capacity: Capacity,
    pub term: Term,
}

impl SeatTerm {
    /// Reads the form. The last day may be left open; it is never before the first.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let holder = problems.title(form, "holder", "error-term-holder");
        let capacity =
            problems.require(Capacity::parse(form.value("capacity")), "capacity", "error-term-capacity");
        let starts = problems.require(form.date("starts"), "starts", "error-term-starts");
        let ends = match form.text("ends") {
            None => None,
            Some(_) => problems.require(form.date("ends"), "ends", "error-date"),
        };
        if let (Some(starts), Some(ends)) = (starts, ends)
            && ends < starts
        {
            problems.add(Problem::new("ends", "error-term-ends-first"));
        }
        match (holder, capacity, starts) {
            (Some(holder), Some(capacity), Some(starts)) if problems.is_empty() => {
                Ok(Self { holder, capacity, term: Term { starts, ends } })
            }
            _ => Err(problems),
        }
    }

    /// These details as the fields of their form.
    pub fn form(&self) -> Form {
        let mut form =
            Form::from_pairs([("holder", self.holder.as_str()), ("capacity", self.capacity.as_str())]);
        form.set("starts", self.term.starts.to_string());
        form.set("ends", self.term.ends.map(|day| day.to_string()).unwrap_or_default());
        form
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(n: i32) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(738_000 + n).unwrap_or_default()
    }

    fn term() -> impl Strategy<Value = Term> {
        (0_i32..60, prop::option::of(0_i32..60)).prop_map(|(start, length)| Term {
            starts: day(start),
            ends: length.map(|length| day(start + length)),
        })
    }

    proptest! {
        #[test]
        fn two_terms_overlap_exactly_when_some_day_is_in_both(a in term(), b in term()) {
            let shared = (0..200).map(day).any(|day| a.holds(day) && b.holds(day));
            prop_assert_eq!(a.overlaps(&b), shared);
            prop_assert_eq!(a.overlaps(&b), b.overlaps(&a));
        }

        #[test]
        fn on_any_day_a_term_is_to_come_or_holds_or_has_ended(term in term(), n in 0_i32..200) {
            let on = day(n);
            let states = [on < term.starts, term.holds(on), term.ended(on)];
            prop_assert_eq!(states.into_iter().filter(|state| *state).count(), 1);
        }

        #[test]
        fn what_was_read_is_shown_as_it_was_typed(term in term(), capacity in prop::sample::select(Capacity::ALL)) {
            let details = SeatTerm { holder: "Nia Rees".to_owned(), capacity, term };
            prop_assert_eq!(SeatTerm::parse(&details.form()), Ok(details));
        }
    }

    #[test]
    fn nobody_leaves_before_they_come() {
        let form = Form::from_pairs([
            ("holder", "Nia Rees"),
            ("capacity", "delegate"),
            ("starts", "2026-05-02"),
            ("ends", "2026-05-01"),
        ]);
        let problems = SeatTerm::parse(&form).expect_err("it ends first");
        assert_eq!(problems.at("ends").map(|p| p.message), Some("error-term-ends-first"));
    }

    #[test]
    fn a_constituency_has_a_name_and_some_seats() {
        let typed = |seats: &str| Form::from_pairs([("name", "Patients and carers"), ("seats", seats)]);
        assert_eq!(ConstituencyDetails::parse(&typed(" 12 ")).map(|read| read.seats), Ok(12));
        for wrong in ["", "0", "501", "-1", "many"] {
            assert!(ConstituencyDetails::parse(&typed(wrong)).is_err(), "{wrong}");
        }
        assert!(SeatDetails::parse(&Form::default()).is_err());
    }
}
