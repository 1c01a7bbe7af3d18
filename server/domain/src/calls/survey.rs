//! What of a form could never be reached by anyone.
//!
//! A crowd that answers this way and that finds what is reached easily. For the rest the answers are tried that decide about
//! it ([`search`](super::search)). Loops need no looking for: only earlier questions decide, and skips go forward.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::search::{Found, Wanted, examples, search, tests_of};
use super::{Answer, EndPage, Question, Questionnaire, Rule, Section, Skip, SkipTo};

/// Why something is never reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {
    /// No answers satisfy its own rule.
    Rule,
    /// Its section is never asked, or never of those whom its own rule lets through.
    Section,
    /// Everybody whom the rules let through is led past it by a skip.
    Skipped,
    /// A skip whose question is never asked.
    Unasked,
    /// A skip before which another is always taken.
    Earlier,
    /// An end page to which no skip leads that is ever taken.
    NoSkip,
}

/// A question, a section, a skip or an end page that is never reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unasked {
    pub item: Uuid,
    pub why: Never,
}

/// Everything that no answers lead to, in the order of the form, end pages last.
pub fn unasked(form: &Questionnaire) -> Vec<Unasked> {
    let reached = crowd(form);
    let unreached = |id: Uuid| !reached.contains(&id);
    let mut found: Vec<Unasked> = Vec::new();
    for section in &form.sections {
        let why = unreached(section.id).then(|| never_section(form, section)).flatten();
        found.extend(why.map(|why| Unasked { item: section.id, why }));
        for (number, asked) in form.of_section(section.id) {
            let why = unreached(asked.id).then(|| never_question(form, number - 1, asked)).flatten();
            found.extend(why.map(|why| Unasked { item: asked.id, why }));
            for skip in form.skips_after(asked.id).filter(|skip| unreached(skip.id)) {
                let skip_why = if why.is_some() { Some(Never::Unasked) } else { never_skip(form, skip) };
                found.extend(skip_why.map(|why| Unasked { item: skip.id, why }));
            }
        }
    }
    let never: BTreeSet<Uuid> = found.iter().map(|held| held.item).collect();
    let ends = form.ends.iter().filter(|end| unreached(end.id) && !is_led_to(form, end, &never));
    found.extend(ends.map(|end| Unasked { item: end.id, why: Never::NoSkip }));
    found
}

fn is_led_to(form: &Questionnaire, end: &EndPage, never: &BTreeSet<Uuid>) -> bool {
    form.skips.iter().any(|skip| skip.to == SkipTo::End(end.id) && !never.contains(&skip.id))
}

/// How many walk through the form before anything is searched for.
const CROWD: usize = 200;

/// What a crowd reaches that answers this way and that: nothing of it is chance, so that a form is always judged alike.
fn crowd(form: &Questionnaire) -> BTreeSet<Uuid> {
    let answers: Vec<Vec<Option<Answer>>> =
        form.questions.iter().map(|asked| examples(asked, &tests_of(form, asked.id))).collect();
    let mut reached = BTreeSet::new();
    if answers.iter().any(Vec::is_empty) {
        return reached;
    }
    let mut turn: u64 = 1;
    for _ in 0..CROWD {
        let way = form.way_by(|at, _| {
            turn = turn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            answers[at][(turn >> 33) as usize % answers[at].len()].as_ref()
        });
        reached.extend(way.asked.iter().flat_map(|asked| [asked.id, asked.section]));
        reached.extend(way.taken.iter().map(|skip| skip.id));
        reached.extend(way.end.map(|end| end.id));
    }
    reached
}

/// Whether there is nothing with which this is so.
fn never(form: &Questionnaire, wanted: Wanted<'_>) -> bool {
    search(form, wanted) == Found::No
}

fn never_section(form: &Questionnaire, section: &Section) -> Option<Never> {
    let before = form.before(section.id).len();
    let holds: Vec<&Rule> = section.asked_if.iter().collect();
    let wanted = Wanted { before, holds, ..Wanted::default() };
    if never(form, wanted.clone()) {
        return Some(Never::Rule);
    }
    never(form, Wanted { reached: true, ..wanted }).then_some(Never::Skipped)
}

fn never_question(form: &Questionnaire, at: usize, asked: &Question) -> Option<Never> {
    let holds: Vec<&Rule> = form.rules_of(asked).collect();
    let wanted = Wanted { before: at, holds, ..Wanted::default() };
    if !never(form, Wanted { reached: true, ..wanted.clone() }) {
        return None;
    }
    let own = Wanted { holds: asked.asked_if.iter().collect(), ..wanted.clone() };
    Some(if never(form, own) {
        Never::Rule
    } else if never(form, wanted) {
        Never::Section
    } else {
        Never::Skipped
    })
}

/// That a skip is looked at, with these rules besides its own.
pub(super) fn looked_at<'f>(form: &'f Questionnaire, skip: &'f Skip) -> Wanted<'f> {
    let before = form.until(skip.after).len();
    Wanted { before, asked: Some(skip.after), holds: skip.rule.iter().collect(), ..Wanted::default() }
}

/// That a skip is taken: none that is looked at before it is; nothing where one always is.
pub(super) fn taken<'f>(form: &'f Questionnaire, skip: &'f Skip) -> Option<Wanted<'f>> {
    let earlier = form.skips_after(skip.after).take_while(|other| other.id != skip.id);
    let fails: Option<Vec<&Rule>> = earlier.map(|other| other.rule.as_ref()).collect();
    Some(Wanted { fails: fails?, ..looked_at(form, skip) })
}

fn never_skip(form: &Questionnaire, skip: &Skip) -> Option<Never> {
    if taken(form, skip).is_some_and(|wanted| !never(form, wanted)) {
        None
    } else if never(form, looked_at(form, skip)) {
        Some(Never::Rule)
    } else {
        Some(Never::Earlier)
    }
}

#[cfg(test)]
#[path = "survey_tests.rs"]
mod tests;
