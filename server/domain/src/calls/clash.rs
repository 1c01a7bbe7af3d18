//! Where a form says two things at once. One of them always counts; whoever made the form should know which.

use uuid::Uuid;

use super::search::{Found, Wanted, search};
use super::survey::taken;
use super::{Question, Questionnaire, Rule, Skip};

/// Two things that some answers bring about at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// Two skips after one question that lead to different places: the first is taken.
    Skips { first: Uuid, second: Uuid },
    /// A skip goes over a question that must be answered and whose rules ask for it: it is not asked.
    Demanded { skip: Uuid, question: Uuid },
}

impl Clash {
    /// The skip that counts.
    pub const fn skip(&self) -> Uuid {
        match self {
            Self::Skips { first: skip, .. } | Self::Demanded { skip, .. } => *skip,
        }
    }
}

/// Every clash, in the order of the skips. A skip that is taken where none before it is says nothing against these.
pub fn clashes(form: &Questionnaire) -> Vec<Clash> {
    form.skips.iter().flat_map(|skip| both(form, skip).into_iter().chain(demanded(form, skip))).collect()
}

fn both(form: &Questionnaire, first: &Skip) -> Vec<Clash> {
    let later = form.skips_after(first.after).skip_while(|other| other.id != first.id).skip(1);
    later
        .filter(|second| second.to != first.to)
        .filter(|second| second.rule.as_ref().is_some_and(|rule| can_be(form, first, &[rule])))
        .map(|second| Clash::Skips { first: first.id, second: second.id })
        .collect()
}

fn demanded(form: &Questionnaire, skip: &Skip) -> Vec<Clash> {
    let over = form
        .questions
        .iter()
        .enumerate()
        .filter(|(at, asked)| asked.required && form.is_ruled(asked) && form.goes_over(skip, *at));
    over.map(|(_, asked)| asked)
        .filter(|asked| can_be(form, skip, &rules(form, asked)))
        .map(|asked| Clash::Demanded { skip: skip.id, question: asked.id })
        .collect()
}

fn rules<'f>(form: &'f Questionnaire, asked: &'f Question) -> Vec<&'f Rule> {
    form.rules_of(asked).collect()
}

/// Whether a skip can be taken where these rules hold too.
fn can_be(form: &Questionnaire, skip: &Skip, rules: &[&Rule]) -> bool {
    let Some(wanted) = taken(form, skip) else { return false };
    let holds = wanted.holds.iter().chain(rules).copied().collect();
    search(form, Wanted { holds, ..wanted }) == Found::Yes
}

#[cfg(test)]
#[path = "clash_tests.rs"]
mod tests;
