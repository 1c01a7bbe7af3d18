//! What of a form could never be asked of anyone.
//!
//! For each question with a rule the answers that its rule rests on are tried, one of each sort that the rules tell apart.
//! Loops need no looking for: only earlier questions decide.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use super::{Answer, Question, Questionnaire, Rule, Test};

/// Why something is never asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {
    /// No answers satisfy its own rule.
    Rule,
    /// Its section is never asked, or never of those whom its own rule lets through.
    Section,
}

/// A question or a section that is never asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unasked {
    pub item: Uuid,
    pub why: Never,
}

/// How many answers are tried for one question before it is taken for one that can be asked: far more than rules that
/// people write give rise to.
const MOST: usize = 100_000;

/// Every section and every question that no answers lead to, in the order of the form.
pub fn unasked(form: &Questionnaire) -> Vec<Unasked> {
    let mut found = Vec::new();
    for section in &form.sections {
        let rules: Vec<&Rule> = section.asked_if.iter().collect();
        let closed = !Search::new(form, &rules).possible();
        if closed {
            found.push(Unasked { item: section.id, why: Never::Rule });
        }
        for (_, asked) in form.of_section(section.id) {
            let own: Vec<&Rule> = asked.asked_if.iter().collect();
            let both: Vec<&Rule> = rules.iter().copied().chain(asked.asked_if.iter()).collect();
            let why = if !own.is_empty() && !Search::new(form, &own).possible() {
                Never::Rule
            } else if closed || (!own.is_empty() && !rules.is_empty() && !Search::new(form, &both).possible())
            {
                Never::Section
            } else {
                continue;
            };
            found.push(Unasked { item: asked.id, why });
        }
    }
    found
}

/// A search for answers that satisfy rules.
struct Search<'f> {
    form: &'f Questionnaire,
    rules: &'f [&'f Rule],
    /// The questions that the rules rest on, and those that these rest on, in order, each with its answers to try.
    tried: Vec<(&'f Question, Vec<Option<Answer>>)>,
    /// Whether these are all that are told apart. Where they are not, what was not found may still be there.
    all: bool,
    left: usize,
}

impl<'f> Search<'f> {
    fn new(form: &'f Questionnaire, rules: &'f [&'f Rule]) -> Self {
        let mut needed: BTreeSet<Uuid> = BTreeSet::new();
        let mut waiting: Vec<&Rule> = rules.to_vec();
        while let Some(rule) = waiting.pop() {
            for condition in &rule.conditions {
                if needed.insert(condition.question) {
                    waiting
                        .extend(form.question(condition.question).into_iter().flat_map(|q| form.rules_of(q)));
                }
            }
        }
        let tests = |question: Uuid| -> Vec<&Test> {
            let sections = form.sections.iter().filter_map(|section| section.asked_if.as_ref());
            let all = sections.chain(form.questions.iter().filter_map(|asked| asked.asked_if.as_ref()));
            let conditions = all.flat_map(|rule| &rule.conditions);
            conditions.filter(|held| held.question == question).map(|held| &held.is).collect()
        };
        let asked = || form.questions.iter().filter(|asked| needed.contains(&asked.id));
        let tried = asked().map(|asked| (asked, examples(asked, &tests(asked.id)))).collect();
        let all = asked().all(|asked| asked.asks.settings().are_all(asked, &tests(asked.id)));
        Self { form, rules, tried, all, left: MOST }
    }

    fn possible(&mut self) -> bool {
        self.from(0, &mut HashMap::new()) || !self.all
    }

    fn from(&mut self, at: usize, counted: &mut HashMap<Uuid, Answer>) -> bool {
        self.left = self.left.saturating_sub(1);
        if self.left == 0 {
            return true;
        }
        let given: HashMap<Uuid, &Answer> = counted.iter().map(|(id, answer)| (*id, answer)).collect();
        let Some((asked, answers)) = self.tried.get(at) else {
            return self.rules.iter().all(|rule| rule.holds(&given));
        };
        if !self.form.rules_of(asked).all(|rule| rule.holds(&given)) {
            return self.from(at + 1, counted);
        }
        let (id, answers) = (asked.id, answers.clone());
        for answer in answers {
            match answer {
                Some(answer) => counted.insert(id, answer),
                None => counted.remove(&id),
            };
            if self.from(at + 1, counted) {
                return true;
            }
        }
        counted.remove(&id);
        false
    }
}

/// One answer of each sort that these tests tell apart; and none, where none is needed.
pub(super) fn examples(asked: &Question, tests: &[&Test]) -> Vec<Option<Answer>> {
    let given = asked.asks.settings().examples(asked, tests).into_iter().map(Answer::from);
    let answers = given.filter(|answer| asked.takes(answer)).map(Some);
    answers.chain((!asked.required).then_some(None)).collect()
}

#[cfg(test)]
#[path = "survey_tests.rs"]
mod tests;
