//! Questions: adding, changing, removing, and what stays once people have begun to answer.

use domain::calls::{Asks, QuestionDetails, QuestionKind, SectionDetails};
use services::calls::{Call, edit};
use services::responses::draft;
use services::testing::Throwaway;
use services::{Services, on_both};

use crate::world::{again, call, choice, form, held, long, only_if, problem, put, ready, reason, section};

async fn titles(services: &Services, call: &Call) -> Vec<String> {
    form(services, call).await.questions.into_iter().map(|q| q.title).collect()
}

on_both!(questions_stand_in_the_order_of_their_sections, |data: Throwaway| async move {
    let services = &data.services;
    let made = call(services).await;
    let (one, two) = (section(services, &made, "One").await, section(services, &made, "Two").await);
    for (part, title) in [(two, "C"), (one, "A"), (two, "D"), (one, "B")] {
        put(services, &made, long(part, title)).await;
    }
    assert_eq!(titles(services, &made).await, ["A", "B", "C", "D"]);
    let first = form(services, &made).await.questions[0].id;
    edit::put_question(services, made.id, Some(first), long(two, "A")).await.expect("to the other section");
    assert_eq!(titles(services, &made).await, ["B", "C", "D", "A"]);
    edit::move_section(services, made.id, two, -1).await.expect("the second section comes first");
    assert_eq!(titles(services, &made).await, ["C", "D", "A", "B"]);
});

on_both!(a_question_of_another_call_is_out_of_reach, |data: Throwaway| async move {
    let services = &data.services;
    let (mine, other) = (ready(services).await, ready(services).await);
    let theirs = form(services, &other).await;
    let (id, part) = (theirs.questions[0].id, theirs.sections[0].id);
    assert!(edit::remove_question(services, mine.id, id).await.is_err());
    assert!(edit::move_question(services, mine.id, id, 1).await.is_err());
    assert!(edit::put_question(services, mine.id, Some(id), long(part, "Mine now")).await.is_err());
    let done = edit::put_question(services, mine.id, None, long(part, "Mine there")).await;
    assert_eq!(problem(done), ("section".to_owned(), "error-question-section"));
    assert!(edit::change_section(services, mine.id, part, SectionDetails::new("Mine", "")).await.is_err());
    assert!(edit::remove_section(services, mine.id, part).await.is_err());
    assert_eq!(form(services, &other).await, theirs);
});

on_both!(renamed_choices_keep_their_place_in_conditions, |data: Throwaway| async move {
    let services = &data.services;
    let made = call(services).await;
    let part = section(services, &made, "One").await;
    let decides = put(services, &made, choice(part, "Did you wait?", &["Yse", "No"])).await;
    let mut routed = long(part, "How long?");
    routed.asked_if = Some(only_if(&held(services, &made, decides).await, 0));
    let asked = put(services, &made, routed).await;
    let better = choice(part, "Did you wait?", &["No", "Yes"]);
    edit::put_question(services, made.id, Some(decides), better).await.expect("a word is put right");
    let now = held(services, &made, decides).await;
    assert_eq!(held(services, &made, asked).await.asked_if, Some(only_if(&now, 1)));
    assert_eq!(now.choices.iter().map(|c| c.label.as_str()).collect::<Vec<_>>(), ["No", "Yes"]);
});

on_both!(what_decides_about_another_question_cannot_go, |data: Throwaway| async move {
    let services = &data.services;
    let made = call(services).await;
    let (part, next) = (section(services, &made, "One").await, section(services, &made, "Two").await);
    let labels = ["Yes", "No", "Perhaps"];
    let decides = put(services, &made, choice(part, "Did you wait?", &labels)).await;
    let mut routed = long(part, "How long?");
    routed.asked_if = Some(only_if(&held(services, &made, decides).await, 0));
    let asked = put(services, &made, routed.clone()).await;
    let before = form(services, &made).await;

    assert_eq!(reason(edit::remove_question(services, made.id, decides).await), "error-question-decides");
    assert_eq!(reason(edit::move_question(services, made.id, asked, -1).await), "error-question-order");
    for (field, wished) in [
        ("kind", long(part, "Did you wait?")),
        ("section", choice(next, "Did you wait?", &labels)),
        ("choices", choice(part, "Did you wait?", &["No", "Perhaps"])),
    ] {
        let done = edit::put_question(services, made.id, Some(decides), wished).await;
        assert_eq!(problem(done), (field.to_owned(), "error-question-decides"));
    }
    let mut circle = choice(part, "Did you wait?", &labels);
    circle.asked_if = Some(only_if(&before.questions[0], 1));
    let done = edit::put_question(services, made.id, Some(decides), circle).await;
    assert_eq!(problem(done), ("asked-if".to_owned(), "error-question-asked-if"));
    assert_eq!(form(services, &made).await, before, "a refused change changes nothing");

    let fewer = choice(part, "Did you wait?", &["Yes", "No"]);
    edit::put_question(services, made.id, Some(decides), fewer).await.expect("no one asked for “Perhaps”");
    routed.asked_if = None;
    edit::put_question(services, made.id, Some(asked), routed).await.expect("asked of everyone");
    edit::remove_question(services, made.id, decides).await.expect("it decides nothing any more");
    assert_eq!(titles(services, &made).await, ["How long?"]);
});

on_both!(an_answer_stays_an_answer_to_what_was_asked, |data: Throwaway| async move {
    let services = &data.services;
    let made = ready(services).await;
    let part = form(services, &made).await.sections[0].id;
    let chosen = put(services, &made, choice(part, "Did you wait?", &["Yes", "No"])).await;
    let next = section(services, &made, "Two").await;
    edit::open_now(services, &made).await.expect("opened");
    assert!(!edit::begun(services, made.id).await.expect("an answer"));
    draft::begin(services, &again(services, &made).await, "en").await.expect("someone begins");
    assert!(edit::begun(services, made.id).await.expect("an answer"));

    let mut conditional = choice(part, "Did you wait?", &["Yes", "No"]);
    conditional.asked_if = Some(only_if(&held(services, &made, chosen).await, 0));
    for (field, wished) in [
        (
            "kind",
            QuestionDetails {
                asks: Asks::plain(QuestionKind::MultipleChoice),
                ..choice(part, "?", &["Yes", "No"])
            },
        ),
        ("section", choice(next, "Did you wait?", &["Yes", "No"])),
        ("choices", choice(part, "Did you wait?", &["Yes", "No", "Perhaps"])),
        ("choices", choice(part, "Did you wait?", &["Yes", "Never", "No"])),
        ("choices", choice(part, "Did you wait?", &["Yes"])),
        ("asked-if", conditional),
    ] {
        let done = edit::put_question(services, made.id, Some(chosen), wished).await;
        assert_eq!(problem(done), (field.to_owned(), "error-question-answered"));
    }
    // To call a choice something else is to put words right, which nobody does in silence.
    let before = form(services, &made).await;
    let exchanged = choice(part, "Did you wait?", &["Yes", "Never"]);
    let done = edit::put_question(services, made.id, Some(chosen), exchanged).await;
    assert_eq!(problem(done), ("correction".to_owned(), "error-correction-note"));
    assert_eq!(form(services, &made).await, before, "a refused change changes nothing");
    for done in [
        edit::put_question(services, made.id, None, long(part, "One more?")).await.map(drop),
        edit::move_question(services, made.id, chosen, -1).await,
        edit::remove_question(services, made.id, chosen).await,
        edit::move_section(services, made.id, next, -1).await,
        edit::add_section(services, made.id, SectionDetails::new("Three", "")).await.map(drop),
    ] {
        assert_eq!(reason(done), "error-question-answered");
    }
    let mut words = choice(part, "Did you have to wait?", &["Yes", "No"]);
    words.help = "Count from when you asked.".to_owned();
    words.note = "It was not clear.".to_owned();
    edit::put_question(services, made.id, Some(chosen), words).await.expect("only words");
    assert_eq!(held(services, &made, chosen).await.title, "Did you have to wait?");
    let words =
        SectionDetails { note: "It was not clear.".to_owned(), ..SectionDetails::new("First", "Words") };
    edit::change_section(services, made.id, part, words).await.expect("only words");
});

on_both!(a_section_goes_only_when_it_is_empty, |data: Throwaway| async move {
    let services = &data.services;
    let made = ready(services).await;
    let part = form(services, &made).await.sections[0].id;
    assert_eq!(reason(edit::remove_section(services, made.id, part).await), "error-section-not-empty");
    let two = section(services, &made, "Two").await;
    section(services, &made, "Three").await;
    edit::remove_section(services, made.id, two).await.expect("it is empty");
    section(services, &made, "Four").await;
    let names: Vec<_> = form(services, &made).await.sections.into_iter().map(|held| held.title).collect();
    assert_eq!(names, ["One", "Three", "Four"]);
});

on_both!(moves_made_at_the_same_time_lose_no_question, |data: Throwaway| async move {
    let services = &data.services;
    let made = call(services).await;
    let part = section(services, &made, "One").await;
    let mut ids = Vec::new();
    for title in ["A", "B", "C", "D"] {
        ids.push(put(services, &made, long(part, title)).await);
    }
    let movers = (0..16).map(|number| {
        let (services, call, id) = (services.clone(), made.id, ids[number % 4]);
        let by = if number % 3 == 0 { 1 } else { -1 };
        tokio::spawn(async move { edit::move_question(&services, call, id, by).await })
    });
    for mover in movers.collect::<Vec<_>>() {
        mover.await.expect("no panic").expect("a move");
    }
    let mut left = titles(services, &made).await;
    left.sort_unstable();
    assert_eq!(left, ["A", "B", "C", "D"]);
});
