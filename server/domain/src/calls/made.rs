//! Forms that tests make, and people who walk through them.

use std::collections::HashMap;
use std::ops::Range;

use proptest::prelude::*;
use proptest::sample::Index;
use uuid::Uuid;

use super::question::tests::question;
use super::search::examples;
use super::{
    Answer, Asks, Condition, EndPage, Join, Number, Question, QuestionKind, Questionnaire, Rule, Section,
    Skip, Test,
};

pub(super) fn single(number: u128, section: u128) -> Question {
    Question {
        section: Uuid::from_u128(section),
        ..question(number, Asks::plain(QuestionKind::SingleChoice), 3)
    }
}

pub(super) fn section(number: u128, asked_if: Option<Rule>) -> Section {
    Section { id: Uuid::from_u128(number), title: String::new(), intro: String::new(), asked_if }
}

pub(super) fn form_with(sections: Vec<Section>, questions: Vec<Question>) -> Questionnaire {
    Questionnaire { sections, questions, ..Questionnaire::default() }
}

pub(super) fn is(asked: &Question, choice: usize) -> Condition {
    Condition { question: asked.id, is: Test::AnyOf(vec![asked.choices[choice].id]) }
}

pub(super) fn all(conditions: Vec<Condition>) -> Rule {
    Rule { join: Join::All, conditions }
}

/// A condition of a generated rule: what it rests on, and what it asks of it.
pub(super) type On = (Index, u8, Index);

/// What a rule of a generated form says: which item it is of, its conditions, and whether one of them is enough.
type Part = (Index, Vec<On>, bool);

/// What a skip of a generated form says: after which question, when, and where it leads.
pub(super) type Leap = (Index, Vec<On>, bool, Index);

/// A form of 60 questions in 8 sections with 20 rules, 10 skips and 3 end pages.
pub(super) fn forms() -> impl Strategy<Value = Questionnaire> {
    let kinds = prop::collection::vec((0..QuestionKind::ALL.len(), any::<bool>()), 60);
    let part = (any::<Index>(), conditions(1..4), any::<bool>());
    (kinds, prop::collection::vec(part, 20), leaps(10..11)).prop_map(|(kinds, parts, leaps)| {
        let mut form = form_of(&kinds, parts);
        add_leaps(&mut form, &leaps);
        form
    })
}

/// Some conditions.
pub(super) fn conditions(many: Range<usize>) -> impl Strategy<Value = Vec<On>> {
    prop::collection::vec((any::<Index>(), 0_u8..5, any::<Index>()), many)
}

/// Some skips.
pub(super) fn leaps(many: Range<usize>) -> impl Strategy<Value = Vec<Leap>> {
    prop::collection::vec((any::<Index>(), conditions(0..3), any::<bool>(), any::<Index>()), many)
}

/// Gives a form three end pages, of which nothing can be sent from the first, and these skips.
pub(super) fn add_leaps(form: &mut Questionnaire, leaps: &[Leap]) {
    let end = |number: u128| EndPage {
        id: Uuid::from_u128(2000 + number),
        title: format!("End {number}"),
        text: String::new(),
        sends: number > 0,
    };
    form.ends = (0..3).map(end).collect();
    for (number, (after, conditions, any, to)) in leaps.iter().enumerate() {
        let after = form.questions[after.index(form.questions.len())].id;
        let places = form.places_after(after);
        let rule = (!conditions.is_empty()).then(|| rule_on(form.until(after), conditions, *any));
        let id = Uuid::from_u128(3000 + number as u128);
        form.skips.push(Skip { id, after, rule, to: places[to.index(places.len())] });
    }
}

/// A rule that rests on these questions.
pub(super) fn rule_on(earlier: &[Question], conditions: &[On], any: bool) -> Rule {
    let condition = |(on, test, choice): &On| {
        let on = &earlier[on.index(earlier.len())];
        Condition { question: on.id, is: test_of(on, *test, *choice) }
    };
    let join = if any { Join::Any } else { Join::All };
    Rule { join, conditions: conditions.iter().map(condition).collect() }
}

fn form_of(kinds: &[(usize, bool)], parts: Vec<Part>) -> Questionnaire {
    let sections = (0..8).map(|number| section(1000 + number, None)).collect();
    let asked = |(at, (kind, required)): (usize, &(usize, bool))| {
        let kind = QuestionKind::ALL[*kind];
        let offered = if kind.has_choices() || kind == QuestionKind::Agreement { 3 } else { 0 };
        let mut asked = question(at as u128 + 1, Asks::plain(kind), offered);
        asked.section = Uuid::from_u128(1000 + at as u128 * 8 / 60);
        asked.required = *required;
        asked
    };
    let questions: Vec<Question> = kinds.iter().enumerate().map(asked).collect();
    let mut form = form_with(sections, questions);
    for (number, (of, conditions, any)) in parts.into_iter().enumerate() {
        // Every fourth rule is one of a section. The first question and the first section have nothing before them.
        let of_section = number % 4 == 0;
        let item = if of_section { 1 + of.index(7) } else { 1 + of.index(59) };
        let earlier = if of_section { form.before(form.sections[item].id) } else { &form.questions[..item] };
        let rule = Some(rule_on(earlier, &conditions, any));
        if of_section {
            form.sections[item].asked_if = rule;
        } else {
            form.questions[item].asked_if = rule;
        }
    }
    form
}

pub(super) fn test_of(on: &Question, test: u8, choice: Index) -> Test {
    let offered = on.chosen_from();
    let chosen = || vec![offered[choice.index(offered.len())].id];
    match (test, on.kind()) {
        (0, _) => Test::Answered,
        (1, _) => Test::NotAnswered,
        (_, QuestionKind::Number) => {
            Test::Between { least: Some(Number::whole(choice.index(5) as u32)), most: None }
        }
        (2 | 3, _) if !offered.is_empty() => Test::AnyOf(chosen()),
        (_, _) if !offered.is_empty() => Test::NoneOf(chosen()),
        _ => Test::Answered,
    }
}

/// Answers a form as a respondent would: each question on the route in turn, with the answers before it.
pub(super) fn walk(form: &Questionnaire, choices: &[Index]) -> (HashMap<Uuid, Answer>, Vec<Uuid>) {
    let mut answers = HashMap::new();
    let mut passed: Vec<Uuid> = Vec::new();
    for _ in 0..=form.questions.len() {
        let next = form.route(&answers).into_iter().find(|asked| !passed.contains(&asked.id));
        let Some(asked) = next else { break };
        passed.push(asked.id);
        let examples = examples(asked, &[]);
        let choice = &choices[passed.len() % choices.len()];
        if let Some(answer) = &examples[choice.index(examples.len())] {
            answers.insert(asked.id, answer.clone());
        }
    }
    (answers, passed)
}
