//! The way through the form: one thing per page, in an order that the answers decide.

use std::fmt;

use uuid::Uuid;

use crate::calls::{Question, Questionnaire};

/// One page of answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// In what capacity they answer.
    Who,
    /// Their details.
    About,
    /// The question with this number, counted from 1 over the whole form.
    Question(usize),
    /// What may be published.
    Consent,
    /// Check everything, and submit.
    Check,
}

impl Step {
    /// Reads a step from an address.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "who" => Some(Self::Who),
            "about" => Some(Self::About),
            "consent" => Some(Self::Consent),
            "check" => Some(Self::Check),
            number => number.parse().ok().filter(|number| *number > 0).map(Self::Question),
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Who => f.write_str("who"),
            Self::About => f.write_str("about"),
            Self::Question(number) => write!(f, "{number}"),
            Self::Consent => f.write_str("consent"),
            Self::Check => f.write_str("check"),
        }
    }
}

/// Every step in order, given the questions of the form and those of them that are on the respondent's route.
pub fn steps(form: &Questionnaire, route: &[&Question]) -> Vec<Step> {
    let on_route = |id: Uuid| route.iter().any(|asked| asked.id == id);
    let numbered = form
        .questions
        .iter()
        .enumerate()
        .filter(|(_, q)| on_route(q.id))
        .map(|(at, _)| Step::Question(at + 1));
    [Step::Who, Step::About].into_iter().chain(numbered).chain([Step::Consent, Step::Check]).collect()
}

/// The step after this one; from a question that fell off the route, the next that is on it.
pub fn next_step(steps: &[Step], from: Step) -> Step {
    match steps.iter().position(|step| *step == from) {
        Some(at) => steps.get(at + 1).copied().unwrap_or(Step::Check),
        None => steps.iter().copied().find(|step| order(*step) > order(from)).unwrap_or(Step::Check),
    }
}

/// The step before this one, where there is one.
pub fn previous_step(steps: &[Step], from: Step) -> Option<Step> {
    steps.iter().copied().rfind(|step| order(*step) < order(from))
}

fn order(step: Step) -> (u8, usize) {
    match step {
        Step::Who => (0, 0),
        Step::About => (1, 0),
        Step::Question(number) => (2, number),
        Step::Consent => (3, 0),
        Step::Check => (4, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn going_on_always_reaches_the_check(numbers in prop::collection::btree_set(1_usize..80, 0..30), from in 1_usize..90) {
            let all: Vec<Step> = [Step::Who, Step::About].into_iter()
                .chain(numbers.into_iter().map(Step::Question))
                .chain([Step::Consent, Step::Check]).collect();
            let mut at = Step::Question(from);
            for _ in 0..100 {
                if at == Step::Check { break; }
                let next = next_step(&all, at);
                prop_assert!(order(next) > order(at));
                at = next;
            }
            prop_assert_eq!(at, Step::Check);
        }

        #[test]
        fn a_step_reads_as_it_is_written(number in 1_usize..1000) {
            for step in [Step::Who, Step::About, Step::Question(number), Step::Consent, Step::Check] {
                prop_assert_eq!(Step::parse(&step.to_string()), Some(step));
            }
        }
    }
}
