//! Words that are put right: with a note, kept as they were, and each answer with those to which it was given.

use chrono::TimeDelta;
use domain::calls::{Answer, QuestionDetails, SectionDetails, Wording};
use domain::responses::{About, Consent, RespondentKind};
use services::calls::{Call, edit};
use services::responses::draft::FromPage;
use services::responses::{AnswerText, change, draft, export, read, submit};
use services::testing::Throwaway;
use services::{Services, on_both};
use uuid::Uuid;

use crate::world::{again, choice, form, held, later, problem, put, ready};

/// A call with a question to choose from, which is open.
async fn asking(services: &Services) -> (Call, Uuid, Uuid) {
    let made = ready(services).await;
    let part = form(services, &made).await.sections[0].id;
    let asked = put(services, &made, choice(part, "Did you wiat?", &["Yse", "No"])).await;
    edit::open_now(services, &made).await.expect("opened");
    (again(services, &made).await, part, asked)
}

fn noted(details: QuestionDetails, note: &str) -> QuestionDetails {
    QuestionDetails { note: note.to_owned(), ..details }
}

/// Somebody who has said who they are, and told what happened.
async fn begun(services: &Services, call: &Call) -> String {
    let secret = draft::begin(services, call, "en").await.expect("a draft");
    let about = About {
        kind: Some(RespondentKind::Individual),
        consent: Some(Consent::WithoutName),
        ..About::default()
    };
    let held = draft::find(services, &secret).await.expect("the draft");
    draft::save_about(services, &held, &about).await.expect("kept");
    let first = form(services, call).await.questions[0].id;
    draft::save_answer(services, &held, first, Some(&Answer::text("I waited."))).await.expect("kept");
    secret
}

async fn choose(services: &Services, call: &Call, secret: &str, asked: Uuid, shown: Option<u32>) {
    let draft = draft::find(services, secret).await.expect("the draft");
    let answer = Answer::choices(vec![held(services, call, asked).await.choices[0].id]);
    let page = FromPage { typed: false, wording: shown };
    draft::save_from_page(services, &draft, asked, Some(&answer), page).await.expect("kept");
}

on_both!(words_that_people_know_are_put_right_with_a_note, |data: Throwaway| async move {
    let services = &data.services;
    let (made, part, asked) = asking(services).await;
    let better = choice(part, "Did you wait?", &["Yes", "No"]);
    let done = edit::put_question(services, made.id, Some(asked), better.clone()).await;
    assert_eq!(problem(done), ("correction".to_owned(), "error-correction-note"));
    let first = Wording::of(&held(services, &made, asked).await);
    edit::put_question(services, made.id, Some(asked), noted(better.clone(), "Two slips."))
        .await
        .expect("right");
    edit::put_question(services, made.id, Some(asked), better).await.expect("nothing changes");
    let known = form(services, &made).await.corrections;
    let all: Vec<_> = known.of(asked).collect();
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].number, &all[0].before, all[0].note.as_str()), (1, &first, "Two slips."));
    assert_eq!(known.now(asked), 2);

    let words = SectionDetails::new("One", "Take your time.");
    let done = edit::change_section(services, made.id, part, words.clone()).await;
    assert_eq!(problem(done), ("correction".to_owned(), "error-correction-note"));
    let noted = SectionDetails { note: "It lacked a word.".to_owned(), ..words };
    edit::change_section(services, made.id, part, noted).await.expect("right");
    let known = form(services, &made).await.corrections;
    assert_eq!(known.of(part).count(), 1);
});

on_both!(an_answer_stays_with_the_words_to_which_it_was_given, |data: Throwaway| async move {
    let services = &data.services;
    let (made, part, asked) = asking(services).await;
    let secrets = [begun(services, &made).await, begun(services, &made).await, begun(services, &made).await];
    choose(services, &made, &secrets[0], asked, None).await;
    let better = noted(choice(part, "Did you wait?", &["Yes", "No"]), "Two slips.");
    edit::put_question(services, made.id, Some(asked), better).await.expect("right");
    let call = again(services, &made).await;
    // One page was opened before, and sent after.
    choose(services, &made, &secrets[1], asked, Some(1)).await;
    choose(services, &made, &secrets[2], asked, Some(7)).await;
    let form = form(services, &made).await;
    let mut found = Vec::new();
    for secret in &secrets {
        let draft = draft::find(services, secret).await.expect("the draft");
        let receipt = submit::submit(services, &call, &form, &draft, "en", Vec::new()).await.expect("sent");
        let response = read::by_reference(services, call.id, &receipt.reference).await.expect("it is there");
        let answers = read::answers(services, response.id).await.expect("its answers");
        let answer = answers.into_iter().find(|answer| answer.question == asked).expect("an answer");
        found.push((answer.wording, answer.text));
    }
    assert_eq!(found, [(1, "Yse".to_owned()), (1, "Yse".to_owned()), (2, "Yes".to_owned())]);

    let mut out = Vec::new();
    export::csv(services, call.id, &mut out).await.expect("exported");
    let text = String::from_utf8(out).expect("text");
    assert_eq!(text.matches("2. Did you wiat?").count(), 2, "{text}");
    let mut out = Vec::new();
    export::json(services, call.id, &mut out).await.expect("exported");
    let text = String::from_utf8(out).expect("text");
    assert_eq!(
        (text.matches("Did you wiat?").count(), text.matches("Did you wait?").count()),
        (4, 1),
        "{text}"
    );
});

on_both!(no_two_choices_change_places_word_by_word, |data: Throwaway| async move {
    let services = &data.services;
    let (made, part, asked) = asking(services).await;
    begun(services, &made).await;
    let right = |choices: &[&str]| noted(choice(part, "Did you wiat?", choices), "It was a slip.");
    let put = async |choices: &[&str]| {
        edit::put_question(services, made.id, Some(asked), right(choices)).await.map(drop)
    };
    put(&["Not at all", "No"]).await.expect("it is called something else");
    let done = put(&["Not at all", "Yse"]).await;
    assert_eq!(problem(done), ("choices".to_owned(), "error-question-answered"));
    put(&["No", "Not at all"]).await.expect("another order exchanges nothing");
    put(&["No", "Yse"]).await.expect("it is called again what it was called");
    let labels: Vec<_> =
        held(services, &made, asked).await.choices.into_iter().map(|one| one.label).collect();
    assert_eq!(labels, ["No", "Yse"]);
});

on_both!(what_was_sent_stays_with_its_words_when_the_rest_is_changed, |data: Throwaway| async move {
    let services = &data.services;
    let (made, part, asked) = asking(services).await;
    let secret = begun(services, &made).await;
    choose(services, &made, &secret, asked, Some(1)).await;
    let opened = async || draft::find(services, &secret).await.expect("the draft");
    let sent = async |call: &Call| {
        let form = form(services, call).await;
        let receipt =
            submit::submit(services, call, &form, &opened().await, "en", Vec::new()).await.expect("sent");
        let response = read::by_reference(services, call.id, &receipt.reference).await.expect("it is there");
        let answers = read::answers(services, response.id).await.expect("its answers");
        let of = |answer: AnswerText| (answer.question == asked).then_some((answer.wording, answer.text));
        (receipt, answers.into_iter().find_map(of).expect("an answer"))
    };
    let (first, said) = sent(&made).await;
    assert_eq!(said, (1, "Yse".to_owned()));
    later(services, TimeDelta::minutes(5));
    let better = noted(choice(part, "Did you wait?", &["Yes", "No"]), "Two slips.");
    edit::put_question(services, made.id, Some(asked), better).await.expect("right");
    let call = again(services, &made).await;

    // What is opened and dropped is as it was, and what is sent again unchanged is no new version.
    change::begin(services, &call, &opened().await).await.expect("opened");
    choose(services, &call, &secret, asked, Some(2)).await;
    change::give_up(services, &opened().await).await.expect("dropped");
    assert_eq!(opened().await.wordings.get(&asked), Some(&1));
    change::begin(services, &call, &opened().await).await.expect("opened");
    let (same, said) = sent(&call).await;
    assert_eq!((same.hash, same.version, said), (first.hash, 1, (1, "Yse".to_owned())));

    // Whoever answers again what is asked now has answered that.
    change::begin(services, &call, &opened().await).await.expect("opened");
    choose(services, &call, &secret, asked, Some(2)).await;
    let (next, said) = sent(&call).await;
    assert_eq!((next.version, said), (2, (2, "Yes".to_owned())));
});
