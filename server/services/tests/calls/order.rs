//! Whatever is done to a form, every question stays and is still asked of someone.

use std::collections::BTreeSet;

use domain::calls::{Question, QuestionDetails, Rule, Test};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use services::calls::{Call, Questionnaire, edit};
use services::{Failure, Services};
use uuid::Uuid;

use crate::world::{call, choice, form, section};

/// Something a team member may try. Numbers choose among what is there.
#[derive(Clone, Debug)]
enum Try {
    MoveQuestion(usize, bool),
    MoveSection(usize, bool),
    /// Put a question to a place in a section, or a section to a place: what dragging does.
    PlaceQuestion(usize, usize, usize),
    PlaceSection(usize, usize),
    /// Make one question depend on a choice of another, earlier or not.
    Route(usize, usize, usize),
    /// Put a question into another section.
    Rehouse(usize, usize),
    /// Leave out a choice.
    DropChoice(usize, usize),
    Remove(usize),
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let nth = || 0_usize..12;
    let one = prop_oneof![
        4 => (nth(), any::<bool>()).prop_map(|(a, up)| Try::MoveQuestion(a, up)),
        2 => (nth(), any::<bool>()).prop_map(|(a, up)| Try::MoveSection(a, up)),
        3 => (nth(), nth(), nth()).prop_map(|(a, b, c)| Try::PlaceQuestion(a, b, c)),
        2 => (nth(), nth()).prop_map(|(a, b)| Try::PlaceSection(a, b)),
        3 => (nth(), nth(), nth()).prop_map(|(a, b, c)| Try::Route(a, b, c)),
        2 => (nth(), nth()).prop_map(|(a, b)| Try::Rehouse(a, b)),
        1 => (nth(), nth()).prop_map(|(a, b)| Try::DropChoice(a, b)),
        1 => nth().prop_map(Try::Remove),
    ];
    prop::collection::vec(one, 1..40)
}

fn details(question: &Question) -> QuestionDetails {
    QuestionDetails {
        help: question.help.clone(),
        required: question.required,
        asked_if: question.asked_if.clone(),
        ..QuestionDetails::new(question.section, &question.title, question.asks.clone())
            .offering(question.choices.iter().map(|choice| choice.label.as_str()))
    }
}

async fn attempt(
    services: &Services,
    call: &Call,
    form: &Questionnaire,
    what: &Try,
) -> Result<Option<Uuid>, Failure> {
    let nth = |at: usize| &form.questions[at % form.questions.len()];
    let by = |up: &bool| if *up { -1 } else { 1 };
    let put = async |question: &Question, wished| {
        edit::put_question(services, call.id, Some(question.id), wished).await.map(|_| None)
    };
    match what {
        Try::MoveQuestion(at, up) => {
            edit::move_question(services, call.id, nth(*at).id, by(up)).await.map(|()| None)
        }
        Try::MoveSection(at, up) => {
            let id = form.sections[at % form.sections.len()].id;
            edit::move_section(services, call.id, id, by(up)).await.map(|()| None)
        }
        Try::PlaceQuestion(at, section, place) => {
            let section = form.sections[section % form.sections.len()].id;
            edit::place_question(services, call.id, nth(*at).id, section, *place).await.map(|()| None)
        }
        Try::PlaceSection(at, place) => {
            let id = form.sections[at % form.sections.len()].id;
            edit::place_section(services, call.id, id, *place).await.map(|()| None)
        }
        Try::Route(at, on, choice) => {
            let (question, on) = (nth(*at), nth(*on));
            let any_of = vec![on.choices[choice % on.choices.len()].id];
            let asked_if = Some(Rule::only(on.id, Test::AnyOf(any_of)));
            put(question, QuestionDetails { asked_if, ..details(question) }).await
        }
        Try::Rehouse(at, section) => {
            let section = form.sections[section % form.sections.len()].id;
            put(nth(*at), QuestionDetails { section, ..details(nth(*at)) }).await
        }
        Try::DropChoice(at, choice) => {
            let mut wished = details(nth(*at));
            if wished.choices.len() > 2 {
                wished.choices.remove(choice % wished.choices.len());
            }
            put(nth(*at), wished).await
        }
        Try::Remove(at) => {
            let id = nth(*at).id;
            edit::remove_question(services, call.id, id).await.map(|()| Some(id))
        }
    }
}

async fn walk(services: &Services, tries: &[Try]) -> Result<(), TestCaseError> {
    let made = call(services).await;
    for title in ["One", "Two", "Three"] {
        let part = section(services, &made, title).await;
        for number in 1..=3 {
            let asked = choice(part, &format!("{title} {number}"), &["A", "B", "C"]);
            edit::put_question(services, made.id, None, asked).await.expect("a question");
        }
    }
    for what in tries {
        let before = form(services, &made).await;
        if before.questions.is_empty() {
            return Ok(());
        }
        let done = attempt(services, &made, &before, what).await;
        let after = form(services, &made).await;
        prop_assert!(after.misrouted().is_none(), "{what:?} broke a route");
        let ids = |form: &Questionnaire| form.questions.iter().map(|q| q.id).collect::<BTreeSet<_>>();
        let mut expected = ids(&before);
        match done {
            Ok(Some(removed)) => {
                expected.remove(&removed);
            }
            Ok(None) => {
                if let Try::PlaceQuestion(at, section, place) = what {
                    let id = before.questions[at % before.questions.len()].id;
                    let section = before.sections[section % before.sections.len()].id;
                    let there: Vec<Uuid> = after.of_section(section).map(|(_, held)| held.id).collect();
                    prop_assert_eq!(
                        there.iter().position(|held| *held == id),
                        Some((*place).min(there.len() - 1))
                    );
                }
            }
            Err(Failure::Refused(_) | Failure::Invalid(_)) => prop_assert_eq!(&after, &before),
            Err(other) => return Err(TestCaseError::fail(format!("{what:?}: {other}"))),
        }
        prop_assert_eq!(ids(&after), expected);
    }
    Ok(())
}

#[test]
fn no_change_ever_breaks_a_route_or_loses_a_question() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let data = runtime.block_on(services::testing::sqlite());
    let mut runner = TestRunner::new(Config { cases: 24, ..Config::default() });
    runner
        .run(&tries(), |tries| runtime.block_on(walk(&data.services, &tries)))
        .expect("every form holds together");
}
