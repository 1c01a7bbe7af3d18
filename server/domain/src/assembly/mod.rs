//! Assemblies: seats apart from the people in them, meetings, and decisions that cite what they rest on.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::forms::{Form, Problem, Problems};

crate::named! {
    /// What kind of body an assembly is. A stakeholder assembly is appointed and standing; a citizens' assembly is
    /// drawn by lot for one question.
    pub enum AssemblyKind {
        Stakeholder => "stakeholder",
        Citizens => "citizens",
        Forum => "forum",
        Committee => "committee",
    }
}

crate::named! {
    /// In what capacity a person holds a seat.
    pub enum Capacity {
        Personal => "personal",
        Delegate => "delegate",
    }
}

crate::named! {
    /// What is asked of the members on an agenda item.
    pub enum Purpose {
        Information => "information",
        Discussion => "discussion",
        Decision => "decision",
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
        self.starts <= day && self.ends.is_none_or(|end| day <= end)
    }

    /// Whether both would hold the same seat on some day.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.ends.is_none_or(|end| other.starts <= end) && other.ends.is_none_or(|end| self.starts <= end)
    }
}

/// A decision as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionDetails {
    pub text: String,
    pub votes_for: u32,
    pub votes_against: u32,
    pub abstained: u32,
    pub dissent: String,
    pub findings: Vec<Uuid>,
    pub recommendations: Vec<Uuid>,
}

impl DecisionDetails {
    /// Reads the form. A decision that cites nothing is refused: an assembly's decisions say what they rest on.
    pub fn parse(form: &Form, findings: &[Uuid], recommendations: &[Uuid]) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let text = problems.require(form.long_text("text"), "text", "error-decision-text");
        let mut count = |name: &str| {
            let typed = form.text(name).unwrap_or_else(|| "0".to_owned());
            problems.require(typed.parse().ok().filter(|n| *n <= 10_000), name, "error-decision-votes")
        };
        let (votes_for, votes_against, abstained) = (count("for"), count("against"), count("abstained"));
        let cited = |name: &str, known: &[Uuid]| -> Vec<Uuid> {
            form.values(name)
                .iter()
                .filter_map(|id| id.parse().ok())
                .filter(|id| known.contains(id))
                .collect()
        };
        let (findings, recommendations) =
            (cited("finding", findings), cited("recommendation", recommendations));
        if findings.is_empty() && recommendations.is_empty() {
            problems.add(Problem::new("finding", "error-decision-cites-nothing"));
        }
        match (text, votes_for, votes_against, abstained) {
            (Some(text), Some(votes_for), Some(votes_against), Some(abstained)) if problems.is_empty() => {
                Ok(Self {
                    text,
                    votes_for,
                    votes_against,
                    abstained,
                    dissent: form.long_text("dissent").unwrap_or_default(),
                    findings,
                    recommendations,
                })
            }
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn term() -> impl Strategy<Value = Term> {
        (0_i32..60, prop::option::of(0_i32..60)).prop_map(|(start, length)| {
            let day = |n: i32| NaiveDate::from_num_days_from_ce_opt(738_000 + n).unwrap_or_default();
            Term { starts: day(start), ends: length.map(|length| day(start + length)) }
        })
    }

    proptest! {
        #[test]
        fn two_terms_overlap_exactly_when_some_day_is_in_both(a in term(), b in term()) {
            let shared = (0..200).filter_map(|n| NaiveDate::from_num_days_from_ce_opt(738_000 + n)).any(|day| a.holds(day) && b.holds(day));
            prop_assert_eq!(a.overlaps(&b), shared);
            prop_assert_eq!(a.overlaps(&b), b.overlaps(&a));
        }
    }
}
