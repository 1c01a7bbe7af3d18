//! What rests on an answer that was changed, and what rests on one that stayed.

use domain::people::{Actor, Role};
use domain::review::CodeDetails;
use domain::text::Span;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use services::outcomes::findings;
use services::responses::{export, receipt, versions};
use services::review::{self, codebook, coding};
use services::store::entities::person;
use services::testing::Throwaway;
use services::testing::spine::member;
use services::{Failure, Services, on_both};
use uuid::Uuid;

use crate::world::{World, texts};

const FIRST: [&str; 3] = ["The bus was late.", "Nobody came.", "It rained."];
const THEN: [&str; 3] = ["The train was late.", "Nobody came.", ""];

pub async fn coder(services: &Services) -> Uuid {
    let row = person::ActiveModel {
        id: Set(services.clock.id()),
        email: Set(format!("{}@folkmoot.test", services.clock.id())),
        name: Set("Ann".to_owned()),
        password_hash: Set(None),
        created_at: Set(services.clock.now()),
        disabled_at: Set(None),
        email_proven_at: Set(None),
    };
    let row =
        services.db.write::<_, Failure, _>(move |txn| Box::pin(async move { Ok(row.insert(txn).await?) }));
    row.await.expect("a person").id
}

pub fn code(name: &str) -> CodeDetails {
    CodeDetails {
        name: name.to_owned(),
        parent: None,
        definition: String::new(),
        include: String::new(),
        exclude: String::new(),
        example: String::new(),
        colour: 0,
    }
}

on_both!(codes_stay_with_the_words_that_they_are_on, |data: Throwaway| async move {
    let (services, world) = (&data.services, World::new(&data.services).await);
    let secret = world.respondent(FIRST).await;
    let reference = world.send(&secret).await.expect("its receipt").reference;
    let (response, before) = world.response(&reference).await;
    let (call, ann) = (world.call.id, coder(services).await);
    let late = codebook::add(services, call, code("Late"), ann).await.expect("a code");
    let mut codings = Vec::new();
    for answer in &before {
        let span = Some(Span { start: 0, end: 3 });
        codings.push(coding::apply(services, call, answer.id, late, span, ann).await.expect("a coding"));
    }
    review::reading::mark(services, call, response.id, ann, true).await.expect("read");
    world.change(&secret, THEN).await;

    let counted = coding::of_response(services, response.id).await.expect("codings");
    assert_eq!(counted.iter().map(|coding| coding.id).collect::<Vec<_>>(), [codings[1].id]);
    let uses = review::uses(services, call).await.expect("uses");
    assert_eq!(uses[&late].codings, 1, "what is replaced is not counted");
    let excerpts = review::excerpts(services, call, late, false, 0, 10).await.expect("excerpts");
    assert_eq!((excerpts.codings, excerpts.page[0].text.as_str()), (1, "Nob"));
    let earlier = coding::on_earlier(services, response.id).await.expect("codings");
    assert_eq!(
        earlier.iter().map(|coding| coding.id).collect::<Vec<_>>(),
        [codings[0].id, codings[2].id],
        "and is not gone"
    );
    let progress = review::progress(services, call, ann).await.expect("progress");
    assert_eq!((progress.read_by_me, progress.codings), (0, 1), "it is to be read again");
    let refused = coding::apply(services, call, before[0].id, late, None, ann).await;
    assert!(matches!(refused, Err(Failure::NotFound("answer"))), "nobody codes what counts no more");
    // Taking back what was done before does not bring it back: each act on words that were replaced is passed over.
    let undone = review::undo(services, call, ann).await.expect("something can be undone").expect("an act");
    assert_eq!(undone.what.answer, Some(before[1].id));
    assert_eq!(undone.passed_over.len(), 2, "{undone:?}");
    assert_eq!(coding::on_earlier(services, response.id).await.expect("codings").len(), 2);
});

on_both!(the_team_sees_what_was_changed_and_everything_else_only_what_counts, |data: Throwaway| async move {
    let (services, world) = (&data.services, World::new(&data.services).await);
    let secret = world.respondent(FIRST).await;
    let first = world.send(&secret).await.expect("its receipt");
    world.wait();
    world.open(&secret).await.expect("open");
    world.call_oneself(&secret, "Nia Parry").await;
    world.write(&secret, THEN).await;
    let mut out = Vec::new();
    export::csv(services, world.call.id, &mut out).await.expect("an export");
    let out = String::from_utf8(out).expect("text");
    assert!(out.contains("The bus was late.") && !out.contains("The train"), "nothing that is not sent");
    let second = world.send(&secret).await.expect("sent again");
    assert_eq!((second.version, &second.reference), (2, &first.reference));
    assert_ne!(second.hash, first.hash);
    let (response, answers) = world.response(&first.reference).await;
    assert_eq!(texts(&answers), ["The train was late.", "Nobody came."]);
    assert_eq!((response.submitted_at, response.changed_at), (first.submitted_at, Some(second.submitted_at)));
    let all = versions::of_response(services, &response).await.expect("versions");
    let changes = versions::changes(&all[0], &all[1]);
    let changed: Vec<_> = changes
        .iter()
        .map(|change| {
            let text = |answer: &Option<services::responses::AnswerText>| {
                answer.as_ref().map(|one| one.text.clone())
            };
            (world.place(change.question), text(&change.before), text(&change.after))
        })
        .collect();
    let words = |text: &str| Some(text.to_owned());
    assert_eq!(
        changed,
        [(0, words(FIRST[0]), words(THEN[0])), (2, words(FIRST[2]), None)],
        "what stayed is not among it"
    );
    assert_eq!((all[0].about.name.as_str(), all[1].about.name.as_str()), ("Sioned Parry", "Nia Parry"));
    let veiled = versions::of_response(services, &response.veiled()).await.expect("versions");
    assert!(
        veiled.iter().all(|version| version.about.name.is_empty()),
        "names are kept from most of the team"
    );
    let mut out = Vec::new();
    assert_eq!(export::csv(services, world.call.id, &mut out).await.expect("an export"), 1);
    let out = String::from_utf8(out).expect("text");
    assert!(out.contains("The train was late.") && !out.contains("The bus") && !out.contains("It rained"));
});

on_both!(a_quote_stays_and_says_that_the_answer_was_changed, |data: Throwaway| async move {
    let (services, world) = (&data.services, World::new(&data.services).await);
    let secret = world.respondent(FIRST).await;
    let reference = world.send(&secret).await.expect("its receipt").reference;
    let (response, before) = world.response(&reference).await;
    let details =
        domain::outcomes::FindingDetails { title: "Late".to_owned(), text: "At length.".to_owned() };
    let finding = findings::add(services, world.call.id, details, None).await.expect("a finding");
    let span = |end| Span { start: 0, end };
    for (answer, end) in [(&before[0], 7), (&before[1], 6)] {
        findings::pick(services, &finding, answer.id, span(end), None).await.expect("the words fit");
    }
    let finding = findings::by_number(services, world.call.id, finding.number).await.expect("it is there");
    findings::publish(services, &finding).await.expect("published");
    world.change(&secret, THEN).await;
    for viewer in [Actor::Guest, member(Role::Reader, &world.call)] {
        let seen = findings::excerpts(services, &finding, &viewer).await.expect("its words");
        let shown: Vec<_> = seen.iter().filter_map(|seen| seen.shown()).collect();
        let shown: Vec<_> = shown.iter().map(|one| (one.words.as_str(), one.changed)).collect();
        assert_eq!(shown, [("The bus", true), ("Nobody", false)]);
    }
    let refused = findings::pick(services, &finding, before[2].id, span(2), None).await;
    assert!(matches!(refused, Err(Failure::NotFound("answer"))), "nobody quotes what counts no more");
    let journey = services::outcomes::trace::own(services, response.id).await.expect("their own");
    assert_eq!(journey.excerpts.len(), 2, "they still follow both");
    assert_eq!(receipt::is_intact(services, response.id).await.expect("a receipt"), Some(true));
});

on_both!(two_windows_that_send_a_change_make_one_version, |data: Throwaway| async move {
    let world = std::sync::Arc::new(World::new(&data.services).await);
    let secret = world.respondent(FIRST).await;
    world.wait();
    world.open(&secret).await.expect("open");
    world.open(&secret).await.expect("a second click changes nothing");
    world.write(&secret, THEN).await;
    let draft = world.draft(&secret).await;
    let clicks: Vec<_> = (0..6)
        .map(|_| {
            let (world, draft) = (world.clone(), draft.clone());
            tokio::spawn(async move {
                services::responses::submit::submit(
                    &world.services,
                    &world.call,
                    &world.form,
                    &draft,
                    "en",
                    Vec::new(),
                )
                .await
            })
        })
        .collect();
    let mut receipts = Vec::new();
    for click in clicks {
        receipts.push(click.await.expect("no panic").expect("a receipt"));
    }
    receipts.dedup();
    assert_eq!(receipts.len(), 1, "all have the same receipt");
    let (response, _) = world.response(&receipts[0].reference).await;
    assert_eq!(response.version, 2);
});

on_both!(after_closing_nothing_is_changed_and_nothing_is_lost, |data: Throwaway| async move {
    let (services, world) = (&data.services, World::new(&data.services).await);
    let secret = world.respondent(FIRST).await;
    let late = world.respondent(FIRST).await;
    world.open(&secret).await.expect("open");
    world.write(&secret, THEN).await;
    let over = world.draft(&secret).await.until(&world.call).expect("it ends");
    services.clock.set(over - chrono::TimeDelta::seconds(1));
    assert!(
        services::responses::draft::check_open(services, &world.call, &world.draft(&secret).await).is_ok()
    );
    services.clock.set(over);
    assert!(matches!(world.send(&secret).await, Err(Failure::Refused("error-change-closed"))));
    assert!(matches!(world.open(&late).await, Err(Failure::Refused("error-call-not-open"))));
    let draft = world.draft(&secret).await;
    let kept: Vec<_> = world.form.questions.iter().map(|asked| draft.answer_to(asked).is_some()).collect();
    assert_eq!(kept, [true, true, false], "what was typed is still in the draft");
    services.clock.set(over - chrono::TimeDelta::seconds(1));
    assert_eq!(world.send(&secret).await.expect("in time").version, 2);
});
