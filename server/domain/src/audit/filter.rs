//! Which acts someone wants to read.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Act, By};
use crate::forms::{Form, Problem, Problems};

/// Whose acts are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doer {
    /// What this person did, and what was done to them.
    Person(Uuid),
    /// What those did who have no account here.
    Other(By),
}

impl Doer {
    fn parse(typed: &str) -> Option<Self> {
        match By::parse(typed) {
            Some(By::Person) => None,
            Some(other) => Some(Self::Other(other)),
            None => typed.parse().ok().map(Self::Person),
        }
    }
}

impl std::fmt::Display for Doer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Person(id) => id.fmt(f),
            Self::Other(by) => by.fmt(f),
        }
    }
}

/// Acts by who, what, which call and when; and from which act on backwards they are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub person: Option<Doer>,
    pub act: Option<Act>,
    pub call: Option<Uuid>,
    /// The first day, and the last, both included.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// Only acts before the one with this number: the next page.
    pub before: Option<i64>,
}

impl Filter {
    /// Reads the form. What is chosen from a list and is not on it chooses nothing; a day that is none is a problem,
    /// because whoever typed it would take the acts of other days for those of that one.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let mut day = |field: &str| {
            let typed = form.text(field)?;
            let day = form.date(field);
            if day.is_none() {
                problems.add(Problem::new(field, "error-audit-day").with("typed", typed));
            }
            day
        };
        let (from, to) = (day("from"), day("to"));
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            problems.add(Problem::new("to", "error-audit-days"));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            person: Doer::parse(form.value("person")),
            act: Act::parse(form.value("act")),
            call: form.value("call").parse().ok(),
            from,
            to,
            before: form.value("before").parse().ok().filter(|number| *number > 0),
        })
    }

    /// The form that gives this filter, without the page.
    pub fn form(&self) -> Form {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let values = [
            ("person", self.person.map(|person| person.to_string())),
            ("act", self.act.map(|act| act.to_string())),
            ("call", self.call.map(|call| call.to_string())),
            ("from", day(self.from)),
            ("to", day(self.to)),
        ];
        Form::from_pairs(values.into_iter().filter_map(|(name, value)| Some((name, value?))))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parse(pairs: &[(&str, &str)]) -> Result<Filter, Problems> {
        Filter::parse(&Form::from_pairs(pairs.iter().copied()))
    }

    proptest! {
        #[test]
        fn a_filter_survives_its_form(
            id in any::<u128>(),
            act in prop::option::of(prop::sample::select(Act::ALL)),
            doer in 0..4,
            days in prop::option::of((0_i64..10_000, 0_i64..1000)),
        ) {
            let start = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day");
            let day = |days: i64| start + chrono::TimeDelta::days(days);
            let filter = Filter {
                person: match doer {
                    0 => None,
                    1 => Some(Doer::Person(Uuid::from_u128(id))),
                    2 => Some(Doer::Other(By::Guest)),
                    _ => Some(Doer::Other(By::System)),
                },
                act,
                call: (id % 2 == 0).then(|| Uuid::from_u128(id)),
                from: days.map(|(from, _)| day(from)),
                to: days.map(|(from, length)| day(from + length)),
                before: None,
            };
            prop_assert_eq!(Filter::parse(&filter.form()), Ok(filter));
        }
    }

    #[test]
    fn days_that_are_none_are_named() {
        for (from, to, field) in
            [("x", "", "from"), ("", "2023-02-30", "to"), ("2023-02-02", "2023-02-01", "to")]
        {
            let problems = parse(&[("from", from), ("to", to)]).expect_err("not a stretch of days");
            assert!(problems.at(field).is_some(), "{from} {to}");
        }
        assert_eq!(
            parse(&[("person", "x"), ("act", "y"), ("call", "z"), ("before", "-1")]),
            Ok(Filter::default())
        );
    }
}
