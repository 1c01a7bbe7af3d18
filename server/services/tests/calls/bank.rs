//! The question bank: what goes into it, what comes out of it, and what stays what it was.

use domain::calls::QuestionKind;
use domain::calls::bank::BankDetails;
use domain::forms::Form;
use services::calls::{bank, edit};
use services::testing::Throwaway;
use services::{Failure, on_both};

use crate::world::{call, choice, form, held, only_if, put, reason, section};

fn details(title: &str, choices: &str, note: &str) -> BankDetails {
    let typed = [("title", title), ("kind", "single-choice"), ("choices", choices), ("note", note)];
    BankDetails::parse(&Form::from_pairs(typed)).expect("a question")
}

on_both!(a_question_of_a_call_is_kept_without_its_rule_and_taken_by_another, |data: Throwaway| async move {
    let services = &data.services;
    let first = call(services).await;
    let part = section(services, &first, "One").await;
    let asked =
        held(services, &first, put(services, &first, choice(part, "Are you a carer?", &["Yes", "No"])).await)
            .await;
    let mut ruled = choice(part, "For whom?", &["A child", "A parent"]);
    ruled.asked_if = Some(only_if(&asked, 0));
    let ruled = put(services, &first, ruled).await;
    let kept = bank::keep(services, first.id, ruled, "Carers alone.".to_owned()).await.expect("it is kept");
    let again = bank::keep(services, first.id, ruled, String::new()).await;
    assert_eq!(reason(again), "error-bank-kept");

    let second = call(services).await;
    let there = section(services, &second, "Elsewhere").await;
    bank::take(services, second.id, there, vec![kept]).await.expect("it is taken");
    let taken = form(services, &second).await;
    let [copy] = taken.questions.as_slice() else { panic!("one question: {taken:?}") };
    assert_eq!(
        (copy.title.as_str(), copy.kind(), copy.section),
        ("For whom?", QuestionKind::SingleChoice, there)
    );
    assert_eq!(
        copy.choices.iter().map(|one| one.label.as_str()).collect::<Vec<_>>(),
        ["A child", "A parent"]
    );
    assert_eq!(copy.asked_if, None);
    assert_ne!(copy.id, kept);
    // Nothing in a call points at the bank's own choices.
    let (banked, _) = bank::find(services, kept).await.expect("it is there");
    assert!(copy.choices.iter().all(|one| banked.choice(one.id).is_none()));

    let [listed] = &bank::list(services, "carers PARENT").await.expect("the bank")[..] else {
        panic!("one question")
    };
    let mut calls: Vec<_> = listed.asked_in.iter().map(|call| call.id).collect();
    calls.sort_unstable();
    let mut both = vec![first.id, second.id];
    both.sort_unstable();
    assert_eq!((calls, listed.note.as_str()), (both, "Carers alone."));
});

on_both!(what_a_call_took_stays_when_the_bank_changes_and_forgets, |data: Throwaway| async move {
    let services = &data.services;
    let id = bank::put(services, None, details("How old are you?", "Under 18\n18 or over", ""))
        .await
        .expect("it is added");
    let made = call(services).await;
    let part = section(services, &made, "One").await;
    bank::take(services, made.id, part, vec![id]).await.expect("it is taken");
    let before = form(services, &made).await;
    bank::put(services, Some(id), details("What is your age?", "Young\nOld", "New words."))
        .await
        .expect("it is changed");
    let (held, note) = bank::find(services, id).await.expect("it is there");
    assert_eq!((held.title.as_str(), note.as_str()), ("What is your age?", "New words."));
    bank::remove(services, id).await.expect("it goes");
    assert!(matches!(bank::find(services, id).await, Err(Failure::NotFound(_))));
    assert_eq!(form(services, &made).await, before);
    // What the bank has forgotten can be kept anew.
    bank::keep(services, made.id, before.questions[0].id, String::new()).await.expect("it is kept again");
});

on_both!(all_that_is_taken_comes_or_none_of_it, |data: Throwaway| async move {
    let services = &data.services;
    let id =
        bank::put(services, None, details("How old are you?", "Young\nOld", "")).await.expect("it is added");
    let made = call(services).await;
    let part = section(services, &made, "One").await;
    let gone = bank::take(services, made.id, part, vec![id, uuid::Uuid::nil()]).await;
    assert!(matches!(gone, Err(Failure::NotFound(_))), "{gone:?}");
    let nowhere = bank::take(services, made.id, uuid::Uuid::nil(), vec![id]).await;
    assert!(matches!(nowhere, Err(Failure::Invalid(_))), "{nowhere:?}");
    assert!(form(services, &made).await.questions.is_empty());
    let other = call(services).await;
    edit::add_section(services, other.id, domain::calls::SectionDetails::new("Two", ""))
        .await
        .expect("a section");
    let elsewhere = bank::take(services, other.id, part, vec![id]).await;
    assert!(matches!(elsewhere, Err(Failure::Invalid(_))), "{elsewhere:?}");
});
