//! A response on paper stands equal to one from the portal's pages.

use chrono::NaiveDate;
use domain::Language;
use domain::calls::{Answer, EndPage, Given, Rule, Skip, SkipTo, Test};
use domain::people::Role;
use domain::responses::{About, Channel, Consent, EntryDetails, RespondentKind, Step};
use sea_orm::EntityTrait;
use services::calls::{Call, questionnaire};
use services::responses::change::{self, Standing};
use services::responses::together::reuse;
use services::responses::{Draft, Response, draft, entering, read, receipt, withdraw};
use services::store::entities::{audit, draft as drafts, draft_answer, entry};
use services::testing::Throwaway;
use services::{Failure, Services, on_both};
use uuid::Uuid;

use super::world::{by, call, put_right, set_day};

fn details(day: u32) -> EntryDetails {
    EntryDetails {
        channel: Channel::Paper,
        received: NaiveDate::from_ymd_opt(2023, 1, day).expect("a day"),
        language: Language::Welsh,
        late_reason: String::new(),
    }
}

async fn begun(services: &Services, call: &Call, day: u32) -> Draft {
    let id = entering::begin(services, call, details(day)).await.expect("an entry");
    let entry = entering::find(services, call.id, id).await.expect("it is there");
    draft::entered(services, &entry).await.expect("its draft")
}

/// Says who has written it.
async fn named(services: &Services, held: &Draft) -> Draft {
    let about = About {
        kind: Some(RespondentKind::Individual),
        name: "Sioned Parry".to_owned(),
        consent: Some(Consent::WithName),
        ..About::default()
    };
    draft::save_about(services, held, &about).await.expect("kept");
    draft::again(services, held).await.expect("the draft")
}

async fn responses(services: &Services, call: &Call) -> Vec<Response> {
    read::list(services, call.id, 0, 9).await.expect("the responses")
}

async fn acts(services: &Services) -> Vec<String> {
    let rows = audit::Entity::find().all(services.db.read()).await.expect("the audit");
    rows.into_iter().map(|row| row.act).collect()
}

on_both!(what_paper_says_is_stored_though_it_does_not_follow_the_form, |data: Throwaway| async move {
    let call = call(&data.services).await;
    let keyer = by(&data.services, &call, Role::Moderator, "Nia").await;
    let asked = questionnaire(keyer.db.read(), call.id).await.expect("the questions");
    let form = asked.on_paper();
    let held = named(&keyer, &begun(&keyer, &call, 4).await).await;
    // The required choice was left out, and so the way does not lead to what was answered, in more words than the form allows.
    let words = "One two three four five six seven eight nine ten eleven twelve.";
    let answers = [
        (form.questions[1].id, Answer::text(words)),
        (form.questions[2].id, Given::Choices(vec![form.questions[2].choices[0].id]).into()),
    ];
    for (question, answer) in answers {
        draft::save_answer(&keyer, &held, question, Some(&answer)).await.expect("kept");
    }
    let held = draft::again(&keyer, &held).await.expect("the draft");
    assert_eq!(entering::left_out(&asked, &held), [&asked.questions[0]]);
    assert_eq!(entering::off_route(&asked, &held), [&asked.questions[1]]);
    let note = "Question 1 was left blank.".to_owned();
    let first = entering::store(&keyer, &call, &form, &held, note.clone()).await.expect("stored");
    let again = entering::store(&keyer, &call, &form, &held, note).await.expect("the same once more");
    assert_eq!(first, again);

    let all = responses(&keyer, &call).await;
    assert_eq!(all.len(), 1);
    let one = &all[0];
    assert_eq!((one.channel.as_str(), one.language.as_str(), one.late), ("paper", "cy", false));
    assert_eq!(one.submitted_at.to_rfc3339(), "2023-01-04T12:00:00+00:00", "it counts from the day it came");
    let texts: Vec<String> =
        read::answers(&keyer, one.id).await.expect("answers").into_iter().map(|answer| answer.text).collect();
    assert_eq!(texts, [words, "A nurse"]);
    assert_eq!(
        receipt::is_intact(&keyer, one.id).await.expect("checked"),
        Some(true),
        "its receipt proves it"
    );
    let entry = entering::of_response(&keyer, one.id).await.expect("read").expect("its entry");
    assert_eq!((entry.by.as_deref(), entry.note.as_str()), (Some("Nia"), "Question 1 was left blank."));
    let acts = acts(&keyer).await;
    for (act, times) in [("entry-begun", 1), ("entry-written", 3), ("response-entered", 1)] {
        assert_eq!(acts.iter().filter(|held| *held == act).count(), times, "{act}");
    }
});

on_both!(paper_ends_where_the_form_ends_and_says_of_evidence_what_it_says, |data: Throwaway| async move {
    let call = call(&data.services).await;
    let keyer = by(&data.services, &call, Role::Moderator, "Nia").await;
    let mut form = questionnaire(keyer.db.read(), call.id).await.expect("the questions").on_paper();
    let held = named(&keyer, &begun(&keyer, &call, 4).await).await;
    let (home, no) = (form.questions[0].id, form.questions[0].choices[1].id);
    let piece = [("What it shows".to_owned(), "The bus was late.".to_owned())];
    let answers = [
        (home, Given::Choices(vec![no]).into()),
        (form.questions[3].id, Answer::from(Given::Entries(vec![piece.into()]))),
    ];
    for (question, answer) in answers {
        draft::save_answer(&keyer, &held, question, Some(&answer)).await.expect("kept");
    }
    let held = draft::again(&keyer, &held).await.expect("the draft");
    let end = EndPage {
        id: Uuid::from_u128(1),
        title: "Not for you".into(),
        text: "Thank you.".into(),
        sends: false,
    };
    let rule = Some(Rule::only(home, Test::AnyOf(vec![no])));
    form.skips = vec![Skip { id: Uuid::from_u128(2), after: home, rule, to: SkipTo::End(end.id) }];
    form.ends = vec![end];
    assert_eq!(held.unfinished(&form), [Step::End(1)]);
    assert_eq!(held.steps(&form).last(), Some(&Step::End(1)));
    let refused =
        entering::store(&keyer, &call, &form, &held, String::new()).await.expect_err("nothing to send");
    assert!(matches!(refused, Failure::Refused("error-draft-unfinished")));

    // Where it can be sent, what stands beyond the end counts.
    form.ends[0].sends = true;
    let there = [Step::Question(1), Step::Question(4), Step::End(1), Step::Consent, Step::Check];
    assert_eq!(held.steps(&form)[2..], there);
    assert!(held.leads_to(&form, Step::Question(1)) && !held.leads_to(&form, Step::Question(4)));
    let receipt = entering::store(&keyer, &call, &form, &held, String::new()).await.expect("stored");
    let answers = read::answers(&keyer, responses(&keyer, &call).await[0].id).await.expect("its answers");
    let texts: Vec<&str> = answers.iter().map(|answer| answer.text.as_str()).collect();
    assert_eq!(texts, ["No", "Evidence 1\nWhat it shows: The bus was late."]);
    let stored = draft::again(&keyer, &held).await.expect("the draft");
    let standing = change::standing(&keyer, &call, &stored, &receipt);
    assert_eq!(standing, Standing::Closed, "what is stored is not changed");
    let away = withdraw::withdraw(&keyer, &call, &stored).await;
    assert!(matches!(away, Err(Failure::Refused("error-draft-submitted"))), "nor withdrawn: {away:?}");
    assert!(!reuse::any(&keyer, &held).await.expect("looked"), "nor is anything of the keyer's offered");
});

on_both!(what_was_entered_stays_with_the_words_that_were_asked, |data: Throwaway| async move {
    let call = call(&data.services).await;
    let keyer = by(&data.services, &call, Role::Moderator, "Nia").await;
    let asked =
        questionnaire(keyer.db.read(), call.id).await.expect("the questions").questions.swap_remove(0);
    let yes = Answer::choices(vec![asked.choices[0].id]);
    let mut entries = Vec::new();
    for _ in 0..2 {
        entries.push(named(&keyer, &begun(&keyer, &call, 4).await).await);
    }
    draft::save_answer(&keyer, &entries[0], asked.id, Some(&yes)).await.expect("kept");
    put_right(&data.services, &call).await;
    draft::save_answer(&keyer, &entries[1], asked.id, Some(&yes)).await.expect("kept");
    let form = questionnaire(keyer.db.read(), call.id).await.expect("the questions").on_paper();
    let mut said = Vec::new();
    for held in entries {
        let held = draft::again(&keyer, &held).await.expect("the draft");
        let receipt = entering::store(&keyer, &call, &form, &held, String::new()).await.expect("stored");
        let one = read::by_reference(&keyer, call.id, &receipt.reference).await.expect("it is there");
        let answers = read::answers(&keyer, one.id).await.expect("its answers");
        said.extend(answers.into_iter().map(|answer| (answer.wording, answer.text)));
    }
    assert_eq!(said, [(1, "Yes".to_owned()), (2, "Yes indeed".to_owned())]);
});

on_both!(the_day_it_came_decides_whether_it_is_late, |data: Throwaway| async move {
    let call = call(&data.services).await;
    let keyer = by(&data.services, &call, Role::Moderator, "Nia").await;
    let owner = by(&data.services, &call, Role::Owner, "Ruth").await;
    set_day(&keyer, &call, 20);
    let held = named(&keyer, &begun(&keyer, &call, 9).await).await;
    let form = questionnaire(keyer.db.read(), call.id).await.expect("the questions").on_paper();
    entering::store(&keyer, &call, &form, &held, String::new()).await.expect("it came on the day of closing");
    assert!(!responses(&keyer, &call).await[0].late);

    let refused = entering::begin(&keyer, &call, details(10)).await.expect_err("it came late");
    assert!(matches!(refused, Failure::Invalid(problems) if problems.at("received").is_some()));
    let late = EntryDetails { late_reason: "The post was on strike.".to_owned(), ..details(10) };
    let id = entering::begin(&owner, &call, late).await.expect("an owner may take it");
    let entry = entering::find(&owner, call.id, id).await.expect("the entry");
    let held = named(&owner, &draft::entered(&owner, &entry).await.expect("its draft")).await;
    entering::store(&owner, &call, &form, &held, String::new()).await.expect("stored");
    let late: Vec<bool> = responses(&owner, &call).await.iter().map(|response| response.late).collect();
    assert_eq!(late, [false, true]);
});

on_both!(nothing_is_entered_before_opening_or_after_the_outcome, |data: Throwaway| async move {
    let call = call(&data.services).await;
    let services = &data.services;
    let held = named(services, &begun(services, &call, 4).await).await;
    let refused = |failure| matches!(failure, Failure::Refused("error-entering-not-now"));
    services.clock.set(call.times.opens.expect("it opens") - chrono::TimeDelta::seconds(1));
    assert!(refused(entering::begin(services, &call, details(1)).await.expect_err("not open yet")));
    set_day(services, &call, 20);
    let over = Call {
        times: domain::calls::Times { outcome: Some(services.clock.now()), ..call.times },
        ..call.clone()
    };
    assert!(refused(entering::begin(services, &over, details(4)).await.expect_err("the outcome is out")));
    assert!(refused(draft::check_open(services, &over, &held).expect_err("nor is one gone on with")));
    assert!(draft::check_open(services, &call, &held).is_ok(), "until then it is");
});

on_both!(what_is_dropped_is_gone_and_what_is_stored_is_not, |data: Throwaway| async move {
    let call = call(&data.services).await;
    let services = &data.services;
    let form = questionnaire(services.db.read(), call.id).await.expect("the questions").on_paper();
    let held = named(services, &begun(services, &call, 4).await).await;
    draft::save_answer(services, &held, form.questions[1].id, Some(&Answer::text("Words")))
        .await
        .expect("kept");
    entering::discard(services, &held).await.expect("dropped");
    let read = services.db.read();
    assert_eq!(drafts::Entity::find().all(read).await.expect("drafts"), []);
    assert_eq!(draft_answer::Entity::find().all(read).await.expect("answers"), []);
    assert_eq!(entry::Entity::find().all(read).await.expect("entries"), []);
    let held = named(services, &begun(services, &call, 4).await).await;
    entering::store(services, &call, &form, &held, String::new()).await.expect("stored");
    entering::discard(services, &held).await.expect_err("it is a response");
    assert_eq!(responses(services, &call).await.len(), 1);
});

on_both!(somebody_else_compares_it_with_the_original_once, |data: Throwaway| async move {
    let call = call(&data.services).await;
    let keyer = by(&data.services, &call, Role::Moderator, "Nia").await;
    let other = by(&data.services, &call, Role::Moderator, "Ann").await;
    let owner = by(&data.services, &call, Role::Owner, "Ruth").await;
    let form = questionnaire(keyer.db.read(), call.id).await.expect("the questions").on_paper();
    let held = named(&keyer, &begun(&keyer, &call, 4).await).await;
    entering::store(&keyer, &call, &form, &held, String::new()).await.expect("stored");
    let response = responses(&keyer, &call).await.remove(0);
    let entry = async || entering::of_response(&keyer, response.id).await.expect("read").expect("its entry");
    let held = entry().await;
    assert!(entering::opens(&keyer, call.id, &held.keyed) && entering::opens(&other, call.id, &held.keyed));
    assert!(!entering::opens(&owner, call.id, &held.keyed), "an owner does not see who wrote it");
    entering::check(&keyer, &held, &response).await.expect_err("not one's own");
    entering::check(&other, &held, &response).await.expect("checked");
    entering::check(&other, &held, &response).await.expect("it is checked already");
    assert_eq!(entry().await.checked.and_then(|(who, _)| who).as_deref(), Some("Ann"));
    assert_eq!(acts(&keyer).await.iter().filter(|act| *act == "entry-checked").count(), 1);
    assert!(entering::find(&keyer, Uuid::nil(), held.id).await.is_err(), "it is of this call alone");
});
