//! The way through the form: one thing per page, in an order that the answers decide.

use std::fmt;

use uuid::Uuid;

use crate::calls::{Questionnaire, Way};

/// One page of answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// In what capacity they answer.
    Who,
    /// Their details.
    About,
    /// The question with this number, counted from 1 over the whole form.
    Question(usize),
    /// The page with this number at which the form ends early, counted from 1.
    End(usize),
    /// What may be published.
    Consent,
    /// Check everything, and submit.
    Check,
}

/// What stands before the number of an end page in its address.
const END: &str = "end-";

fn counted(number: &str) -> Option<usize> {
    number.parse().ok().filter(|number| *number > 0)
}

impl Step {
    /// Reads a step from an address.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "who" => Some(Self::Who),
            "about" => Some(Self::About),
            "consent" => Some(Self::Consent),
            "check" => Some(Self::Check),
            other => match other.strip_prefix(END) {
                Some(number) => counted(number).map(Self::End),
                None => counted(other).map(Self::Question),
            },
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Who => f.write_str("who"),
            Self::About => f.write_str("about"),
            Self::Question(number) => write!(f, "{number}"),
            Self::End(number) => write!(f, "{END}{number}"),
            Self::Consent => f.write_str("consent"),
            Self::Check => f.write_str("check"),
        }
    }
}

/// Every step in order, given the way through the form. Where nothing can be sent, the page that says so is the last.
pub fn steps(form: &Questionnaire, way: &Way<'_>) -> Vec<Step> {
    let on_way = |id: Uuid| way.asked.iter().any(|asked| asked.id == id);
    let numbered =
        form.questions.iter().enumerate().filter(|(_, q)| on_way(q.id)).map(|(at, _)| Step::Question(at + 1));
    let end = way.end.and_then(|end| form.ends.iter().position(|held| held.id == end.id));
    let last = [Step::Consent, Step::Check].into_iter().filter(|_| way.is_sent());
    let first = [Step::Who, Step::About].into_iter().chain(numbered);
    first.chain(end.map(|at| Step::End(at + 1))).chain(last).collect()
}

/// The step after this one; from a question that fell off the route, the next that is on it. After the last comes none, so
/// it stays.
pub fn next_step(steps: &[Step], from: Step) -> Step {
    let next = match steps.iter().position(|step| *step == from) {
        Some(at) => steps.get(at + 1),
        None => steps.iter().find(|step| order(**step) > order(from)),
    };
    next.or(steps.last()).copied().unwrap_or(Step::Check)
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
        Step::End(number) => (3, number),
        Step::Consent => (4, 0),
        Step::Check => (5, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn going_on_always_reaches_the_last_page(numbers in prop::collection::btree_set(1_usize..80, 0..30), end in prop::option::of((1_usize..5, any::<bool>())), from in 1_usize..90) {
            let sent = end.is_none_or(|(_, sends)| sends);
            let all: Vec<Step> = [Step::Who, Step::About].into_iter()
                .chain(numbers.into_iter().map(Step::Question))
                .chain(end.map(|(number, _)| Step::End(number)))
                .chain([Step::Consent, Step::Check].into_iter().filter(|_| sent)).collect();
            let last = *all.last().expect("a page");
            let mut at = Step::Question(from);
            for _ in 0..100 {
                if at == last { break; }
                let next = next_step(&all, at);
                // From beyond the last page there is nowhere to go on to.
                prop_assert!(order(next) > order(at) || next == last);
                at = next;
            }
            prop_assert_eq!(at, last);
        }

        #[test]
        fn a_step_reads_as_it_is_written(number in 1_usize..1000) {
            for step in [Step::Who, Step::About, Step::Question(number), Step::End(number), Step::Consent, Step::Check] {
                prop_assert_eq!(Step::parse(&step.to_string()), Some(step));
            }
        }
    }
}
