//! A search for answers by which something of a form is reached.
//!
//! Of all questions only those are tried that decide about it, and those that decide about these: what the rules rest on, and
//! what could be skipped from. Of each there is one answer of each sort that the rules tell apart. Two tries that differ in
//! nothing that still counts are one.

use std::collections::{BTreeSet, HashMap, HashSet};

use uuid::Uuid;

use super::{Answer, Question, Questionnaire, Rule, Skip, Test};

/// How many different tries are made for one thing: far more than rules that people write give rise to.
const MOST: usize = 10_000;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Yes,
    No,
    /// There was more to try than is tried.
    Unsure,
}

/// What is looked for: answers to the questions before a place, with which all of this is so.
#[derive(Clone, Default)]
pub(super) struct Wanted<'f> {
    /// The place, counted from 0.
    pub before: usize,
    /// Whether it must be reached: no skip goes over it.
    pub reached: bool,
    /// A question that must be asked on the way.
    pub asked: Option<Uuid>,
    pub holds: Vec<&'f Rule>,
    pub fails: Vec<&'f Rule>,
}

/// Looks for it.
pub(super) fn search(form: &Questionnaire, wanted: Wanted<'_>) -> Found {
    let needed = Needed::of(form, &wanted);
    let ground = Ground::new(form, wanted, &needed);
    let mut tries = Tries::default();
    if ground.from(&mut tries, 0, 0) {
        Found::Yes
    } else if tries.seen.len() >= MOST || !ground.all {
        Found::Unsure
    } else {
        Found::No
    }
}

/// One answer of each sort that the rules of a form tell apart; and none, where none is needed.
pub(super) fn examples(asked: &Question, tests: &[&Test]) -> Vec<Option<Answer>> {
    let given = asked.asks.settings().examples(asked, tests).into_iter().map(Answer::from);
    let answers = given.filter(|answer| asked.takes(answer)).map(Some);
    answers.chain((!asked.required).then_some(None)).collect()
}

/// All that is asked of a question anywhere in a form.
pub(super) fn tests_of(form: &Questionnaire, question: Uuid) -> Vec<&Test> {
    let sections = form.sections.iter().filter_map(|section| section.asked_if.as_ref());
    let questions = form.questions.iter().filter_map(|asked| asked.asked_if.as_ref());
    let skips = form.skips.iter().filter_map(|skip| skip.rule.as_ref());
    let conditions = sections.chain(questions).chain(skips).flat_map(|rule| &rule.conditions);
    conditions.filter(|held| held.question == question).map(|held| &held.is).collect()
}

/// The questions that decide, and those among them from which a skip matters.
#[derive(Default)]
struct Needed {
    questions: BTreeSet<Uuid>,
    skipping: BTreeSet<Uuid>,
}

impl Needed {
    fn of(form: &Questionnaire, wanted: &Wanted<'_>) -> Self {
        let mut needed = Self::default();
        wanted.holds.iter().chain(&wanted.fails).for_each(|rule| needed.rule(form, rule));
        wanted.asked.into_iter().for_each(|question| needed.question(form, question));
        if wanted.reached {
            needed.over(form, wanted.before);
        }
        needed
    }

    fn rule(&mut self, form: &Questionnaire, rule: &Rule) {
        rule.conditions.iter().for_each(|held| self.question(form, held.question));
    }

    /// Whether a question is asked depends on its rules, and on what skips it.
    fn question(&mut self, form: &Questionnaire, id: Uuid) {
        if let Some(asked) = form.question(id)
            && self.questions.insert(id)
        {
            form.rules_of(asked).for_each(|rule| self.rule(form, rule));
            self.over(form, form.until(id).len() - 1);
        }
    }

    /// Whether a place is reached depends on the skips that go over it, and on those that are looked at before them.
    fn over(&mut self, form: &Questionnaire, at: usize) {
        let from = form.skips.iter().filter(|skip| form.goes_over(skip, at)).map(|skip| skip.after);
        for after in from.collect::<Vec<_>>() {
            if self.skipping.insert(after) {
                self.question(form, after);
                form.skips_after(after)
                    .filter_map(|skip| skip.rule.as_ref())
                    .for_each(|rule| self.rule(form, rule));
            }
        }
    }
}

/// A question that is tried.
struct Tried<'f> {
    at: usize,
    asked: &'f Question,
    rules: Vec<&'f Rule>,
    answers: Vec<Option<Answer>>,
    /// The skips after it and where they land, where they matter.
    skips: Vec<(&'f Skip, usize)>,
    /// The last of those that are tried about which its answer decides.
    counts_until: usize,
}

struct Ground<'f> {
    wanted: Wanted<'f>,
    tried: Vec<Tried<'f>>,
    /// Whether the answers are all that are told apart. Where they are not, what was not found may still be there.
    all: bool,
}

/// What is being tried, and what was.
#[derive(Default)]
struct Tries<'g> {
    counted: HashMap<Uuid, &'g Answer>,
    chosen: Vec<usize>,
    seen: HashSet<(usize, usize, Vec<usize>)>,
}

/// What stands where a question has no answer.
const NOTHING: usize = usize::MAX;

impl<'f> Ground<'f> {
    fn new(form: &'f Questionnaire, wanted: Wanted<'f>, needed: &Needed) -> Self {
        let decide = form.questions.iter().enumerate().take(wanted.before);
        let mut all = true;
        let mut tried: Vec<Tried<'f>> = Vec::new();
        for (at, asked) in decide.filter(|(_, asked)| needed.questions.contains(&asked.id)) {
            let tests = tests_of(form, asked.id);
            all &= asked.asks.settings().are_all(asked, &tests);
            let skipping = needed.skipping.contains(&asked.id);
            let skips = form.skips_after(asked.id).filter(|_| skipping);
            tried.push(Tried {
                at,
                asked,
                rules: form.rules_of(asked).collect(),
                answers: examples(asked, &tests),
                skips: skips.map(|skip| (skip, form.landing(skip.to))).collect(),
                counts_until: 0,
            });
        }
        let mut ground = Self { wanted, tried, all };
        ground.count();
        ground
    }

    /// Works out how long each answer counts.
    fn count(&mut self) {
        let mut until: HashMap<Uuid, usize> = HashMap::new();
        let mut note = |rule: &Rule, place: usize| {
            rule.conditions.iter().for_each(|held| {
                until.insert(held.question, place);
            });
        };
        for (place, tried) in self.tried.iter().enumerate() {
            let skips = tried.skips.iter().filter_map(|(skip, _)| skip.rule.as_ref());
            tried.rules.iter().copied().chain(skips).for_each(|rule| note(rule, place));
        }
        let last = self.tried.len();
        self.wanted.holds.iter().chain(&self.wanted.fails).for_each(|rule| note(rule, last));
        for tried in &mut self.tried {
            tried.counts_until = until.get(&tried.asked.id).copied().unwrap_or_default();
        }
    }

    /// Goes on from a question, which is skipped where it comes before `next`.
    fn from<'g>(&'g self, tries: &mut Tries<'g>, place: usize, next: usize) -> bool {
        let counts = |(at, chosen): (usize, &usize)| {
            if self.tried[at].counts_until >= place { *chosen } else { NOTHING }
        };
        let state = (place, next, tries.chosen.iter().enumerate().map(counts).collect());
        if tries.seen.len() >= MOST || !tries.seen.insert(state) {
            return false;
        }
        let Some(tried) = self.tried.get(place) else { return self.is_found(tries, next) };
        let asked = tried.at >= next && tried.rules.iter().all(|rule| rule.holds(&tries.counted));
        if asked { self.answer(tries, place, next) } else { self.pass(tries, place, next) }
    }

    fn is_found(&self, tries: &Tries<'_>, next: usize) -> bool {
        let holds = |rule: &&Rule| rule.holds(&tries.counted);
        (!self.wanted.reached || next <= self.wanted.before)
            && self.wanted.holds.iter().all(holds)
            && !self.wanted.fails.iter().any(holds)
    }

    fn pass<'g>(&'g self, tries: &mut Tries<'g>, place: usize, next: usize) -> bool {
        if self.wanted.asked == Some(self.tried[place].asked.id) {
            return false;
        }
        tries.chosen.push(NOTHING);
        let found = self.from(tries, place + 1, next);
        tries.chosen.pop();
        found
    }

    fn answer<'g>(&'g self, tries: &mut Tries<'g>, place: usize, next: usize) -> bool {
        let tried = &self.tried[place];
        for (number, answer) in tried.answers.iter().enumerate() {
            if let Some(answer) = answer {
                tries.counted.insert(tried.asked.id, answer);
            }
            tries.chosen.push(answer.as_ref().map_or(NOTHING, |_| number));
            let taken = tried.skips.iter().find(|(skip, _)| skip.holds(&tries.counted));
            let found = self.from(tries, place + 1, taken.map_or(next, |(_, to)| *to));
            tries.chosen.pop();
            tries.counted.remove(&tried.asked.id);
            if found {
                return true;
            }
        }
        false
    }
}
