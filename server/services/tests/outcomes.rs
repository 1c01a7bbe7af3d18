//! Outcomes: findings on exact words, recommendations on findings, replies, the register.

use domain::outcomes::{
    Dated, FindingDetails, OfficialNumber, ProgressStatus, RegisterFilter, ReplyFilter, ReplyStatus,
};
use domain::people::{Actor, Role};
use domain::responses::Consent;
use domain::text::Span;
use services::outcomes::{findings, recommendations, register, replies};
use services::testing::Throwaway;
use services::testing::spine::{ask, ask_quietly, day, find, member, recommend, recommending, respond};
use services::{Failure, on_both};
use uuid::Uuid;

on_both!(findings_are_numbered_once_each_even_when_added_together, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let other = ask(services, "Another call").await;
    let adds = (0..8).map(|n| {
        let (services, call) = (services.clone(), asked.call.id);
        let details = FindingDetails { title: format!("Finding {n}"), text: "Text.".to_owned() };
        tokio::spawn(async move { findings::add(&services, call, details, None).await })
    });
    for add in adds.collect::<Vec<_>>() {
        add.await.expect("no panic").expect("a finding");
    }
    find(services, &other, "Elsewhere", &[]).await;
    let list = findings::list(services, asked.call.id).await.expect("a list");
    assert_eq!(list.iter().map(|finding| finding.number).collect::<Vec<_>>(), (1..=8).collect::<Vec<_>>());
    let elsewhere = findings::list(services, other.call.id).await.expect("a list");
    assert_eq!(elsewhere.iter().map(|finding| finding.number).collect::<Vec<_>>(), [1]);
    let missing = findings::add(services, Uuid::nil(), list[0].details(), None).await;
    assert!(matches!(missing, Err(Failure::NotFound("call"))));
});

on_both!(a_finding_is_changed_and_keeps_its_number, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let finding = find(services, &asked, "Before", &[]).await;
    let details = FindingDetails { title: "After".to_owned(), text: "Other words.".to_owned() };
    findings::change(services, &finding, details.clone()).await.expect("changed");
    let changed = findings::by_number(services, asked.call.id, finding.number).await.expect("it is there");
    assert_eq!((changed.details(), changed.id), (details, finding.id));
    let missing = findings::by_number(services, asked.call.id, 99).await;
    assert!(matches!(missing, Err(Failure::NotFound("finding"))));
});

on_both!(only_words_that_are_there_can_be_picked, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let given = respond(services, &asked, "a", Consent::WithName).await;
    let finding = find(services, &asked, "Finding", &[]).await;
    let whole = "before-a and wörds-a and after-a".chars().count();
    let pick =
        async |start, end| findings::pick(services, &finding, given.answer, Span { start, end }, None).await;
    assert!(pick(0, whole).await.is_ok());
    for (start, end) in [(0, whole + 1), (3, 3), (4, 2), (whole, whole + 1), (0, usize::MAX)] {
        let refused = pick(start, end).await;
        let at_words = |failure: &Failure| matches!(failure, Failure::Invalid(problems) if problems.at("excerpt").is_some());
        assert!(refused.as_ref().is_err_and(at_words), "{start}..{end}: {refused:?}");
    }
    let nowhere = findings::pick(services, &finding, Uuid::nil(), given.words(), None).await;
    assert!(matches!(nowhere, Err(Failure::NotFound("answer"))));
    let uncoded = findings::pick(services, &finding, given.answer, given.words(), Some(Uuid::nil())).await;
    assert!(matches!(uncoded, Err(Failure::NotFound("coding"))));
});

on_both!(words_of_another_call_cannot_be_picked, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let other = ask(services, "Another call").await;
    let given = respond(services, &other, "a", Consent::WithName).await;
    let finding = find(services, &asked, "Finding", &[]).await;
    let picked = findings::pick(services, &finding, given.answer, given.words(), None).await;
    assert!(matches!(picked, Err(Failure::NotFound("answer"))));
});

on_both!(the_same_words_are_picked_once_and_taken_out_again, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let given = respond(services, &asked, "a", Consent::NotAtAll).await;
    let finding = find(services, &asked, "Finding", &[&given]).await;
    let again =
        findings::pick(services, &finding, given.answer, given.words(), None).await.expect("it is there");
    assert_eq!(finding.excerpts, 1);
    let team = member(Role::Reader, &asked.call);
    let shown = findings::excerpts(services, &finding, &team).await.expect("the team reads them");
    let excerpt = shown[0].shown().expect("the team sees it");
    assert_eq!((excerpt.words.as_str(), shown.len()), ("wörds-a", 1));
    let place = excerpt.team.as_ref().expect("the team sees where it is");
    assert_eq!((place.picked, place.answer, place.span), (again, given.answer, given.words()));
    findings::unpick(services, &finding, again).await.expect("taken out");
    assert!(findings::excerpts(services, &finding, &team).await.expect("none").is_empty());
    let twice = findings::unpick(services, &finding, again).await;
    assert!(matches!(twice, Err(Failure::NotFound("excerpt"))));
});

on_both!(a_published_finding_rests_on_something, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let given = respond(services, &asked, "a", Consent::WithName).await;
    let finding = find(services, &asked, "Finding", &[]).await;
    let bare = findings::publish(services, &finding).await;
    assert!(matches!(bare, Err(Failure::Refused("error-finding-no-excerpts"))));
    let picked =
        findings::pick(services, &finding, given.answer, given.words(), None).await.expect("they fit");
    findings::publish(services, &finding).await.expect("published");
    let last = findings::unpick(services, &finding, picked).await;
    assert!(matches!(last, Err(Failure::Refused("error-finding-no-excerpts"))));
    let published = findings::by_number(services, asked.call.id, 1).await.expect("it is there");
    assert_eq!((published.excerpts, published.published_at), (1, Some(services.clock.now())));
    findings::unpublish(services, &published).await.expect("withdrawn");
    findings::unpick(services, &finding, picked).await.expect("taken out");
});

on_both!(nothing_of_a_call_that_nobody_has_heard_of_is_published, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask_quietly(services, "A secret call").await;
    let given = respond(services, &asked, "a", Consent::WithName).await;
    let finding = find(services, &asked, "Finding", &[&given]).await;
    let recommendation = recommend(services, &asked, "Do it", &[&finding]).await;
    let published = findings::publish(services, &finding).await;
    assert!(matches!(published, Err(Failure::Refused("error-call-not-announced"))));
    let published = recommendations::publish(services, &recommendation).await;
    assert!(matches!(published, Err(Failure::Refused("error-call-not-announced"))));
});

on_both!(recommendations_have_addresses_of_their_own, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let other = ask(services, "Another call").await;
    let first = recommend(services, &asked, "Fewer targets", &[]).await;
    let second = recommend(services, &other, "Fewer targets!", &[]).await;
    let third = recommend(services, &asked, "漢字", &[]).await;
    let slugs = [&first, &second, &third].map(|one| one.slug.as_str());
    assert_eq!(slugs, ["fewer-targets", "fewer-targets-2", "recommendation"]);
    let list = recommendations::list(services, asked.call.id).await.expect("a list");
    assert_eq!(list, [first.clone(), third]);
    let retitled = recommending("More targets", "Targets", &[]);
    recommendations::change(services, &first, retitled.clone()).await.expect("changed");
    let changed = recommendations::by_slug(services, "fewer-targets").await.expect("the address stays");
    assert_eq!(changed.details(), retitled);
});

on_both!(a_recommendation_rests_on_findings_of_its_own_call, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let other = ask(services, "Another call").await;
    let (one, two) = (find(services, &asked, "One", &[]).await, find(services, &asked, "Two", &[]).await);
    let elsewhere = find(services, &other, "Elsewhere", &[]).await;
    let recommendation = recommend(services, &asked, "Do it", &[&two, &one]).await;
    assert_eq!(recommendation.findings, [one.id, two.id]);
    let refused = recommending("Do it", "", &[&elsewhere]);
    let refused = recommendations::change(services, &recommendation, refused).await;
    assert!(matches!(refused, Err(Failure::NotFound("finding"))));
    recommendations::change(services, &recommendation, recommending("Do it", "", &[&two]))
        .await
        .expect("changed");
    let changed = recommendations::by_slug(services, &recommendation.slug).await.expect("it is there");
    assert_eq!(changed.findings, [two.id]);
});

on_both!(an_official_number_is_shown_only_when_it_was_compared, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let recommendation = recommend(services, &asked, "Do it", &[]).await;
    for (number, shown) in [(OfficialNumber::Unverified(7), None), (OfficialNumber::Verified(7), Some(7))] {
        let details = domain::outcomes::RecommendationDetails {
            official_number: Some(number),
            ..recommending("Do it", "", &[])
        };
        recommendations::change(services, &recommendation, details).await.expect("changed");
        let held = recommendations::by_slug(services, &recommendation.slug).await.expect("it is there");
        assert_eq!((held.official_number, held.number()), (Some(number), shown));
    }
});

fn reply(status: ReplyStatus, on: u32) -> replies::Reply {
    Dated { status, words: format!("{status} on {on}"), source: "CP 0".to_owned(), on: day(on) }
}

on_both!(the_register_shows_what_is_published_with_the_latest_reply, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let mut made = Vec::new();
    for (title, theme) in [("A", "Targets"), ("B", "Targets"), ("C", "Data"), ("D", "Data")] {
        let details = recommending(title, theme, &[]);
        let slug = recommendations::add(services, asked.call.id, details).await.expect("a recommendation");
        made.push(recommendations::by_slug(services, &slug).await.expect("it is there"));
    }
    for published in &made[..3] {
        recommendations::publish(services, published).await.expect("published");
    }
    // Noted out of order: the date decides which is the latest.
    replies::add_reply(services, &made[0], reply(ReplyStatus::Partly, 20)).await.expect("noted");
    replies::add_reply(services, &made[0], reply(ReplyStatus::UnderFurtherWork, 10)).await.expect("noted");
    replies::add_reply(services, &made[2], reply(ReplyStatus::Rejected, 10)).await.expect("noted");
    let progress = Dated {
        status: ProgressStatus::Some,
        words: "Begun.".to_owned(),
        source: "A statement".to_owned(),
        on: day(21),
    };
    replies::add_progress(services, &made[0], progress.clone()).await.expect("noted");

    let all = register::register(services, &RegisterFilter::default()).await.expect("the register");
    let slugs: Vec<_> = all.entries.iter().map(|entry| entry.slug.as_str()).collect();
    assert_eq!((slugs, all.total), (vec!["a", "b", "c"], 3));
    assert_eq!(all.entries[0].reply, Some(reply(ReplyStatus::Partly, 20)));
    assert_eq!((all.entries[0].progress.clone(), all.entries[1].reply.clone()), (Some(progress), None));
    assert_eq!(all.themes, [("Data".to_owned(), 1), ("Targets".to_owned(), 2)]);
    let counts: Vec<_> = all.replies.iter().filter(|(_, count)| *count > 0).collect();
    assert_eq!(
        counts,
        [
            &(ReplyFilter::Status(ReplyStatus::Partly), 1),
            &(ReplyFilter::Status(ReplyStatus::Rejected), 1),
            &(ReplyFilter::None, 1)
        ]
    );

    let filter =
        RegisterFilter { call: None, theme: Some("Targets".to_owned()), reply: Some(ReplyFilter::None) };
    let some = register::register(services, &filter).await.expect("the register");
    assert_eq!(some.entries.iter().map(|entry| entry.slug.as_str()).collect::<Vec<_>>(), ["b"]);
    assert_eq!((some.total, some.themes), (3, vec![("Data".to_owned(), 0), ("Targets".to_owned(), 1)]));
    assert!(some.replies.contains(&(ReplyFilter::Status(ReplyStatus::Partly), 1)));
    assert!(some.replies.contains(&(ReplyFilter::Status(ReplyStatus::Rejected), 0)));

    recommendations::unpublish(services, &made[0]).await.expect("withdrawn");
    let rest = register::register(services, &RegisterFilter::default()).await.expect("the register");
    assert_eq!(rest.total, 2);
});

on_both!(a_reader_of_another_call_gets_no_words_of_an_unpublished_finding, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let other = ask(services, "Another call").await;
    let given = respond(services, &asked, "a", Consent::WithName).await;
    let finding = find(services, &asked, "Finding", &[&given]).await;
    for viewer in [Actor::Guest, member(Role::LeadAnalyst, &other.call)] {
        let refused = findings::excerpts(services, &finding, &viewer).await;
        assert!(matches!(refused, Err(Failure::NotFound("finding"))));
    }
});
