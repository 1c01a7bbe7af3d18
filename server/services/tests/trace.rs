//! The trace: one record read both ways, and nothing in it that its reader may not see.

use domain::calls::{Answer, Question};
use domain::outcomes::{Dated, ReceiptDetails, ReplyStatus, Seen};
use domain::people::{Actor, Grant, Role, Scope};
use domain::responses::{About, Consent, Reference, RespondentKind};
use domain::text::Span;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use services::outcomes::{Excerpt, findings, recommendations, replies, trace};
use services::responses::{draft, submit};
use services::store::entities::{code, coding, reading, response};
use services::testing::Throwaway;
use services::testing::spine::{Asked, Given, ask, day, find, member, recommend, respond};
use services::{Failure, Services, calls, on_both};
use uuid::Uuid;

const CONSENTS: [(&str, Consent); 3] =
    [("named", Consent::WithName), ("nameless", Consent::WithoutName), ("kept", Consent::NotAtAll)];

async fn of_every_consent(services: &Services, asked: &Asked) -> Vec<Given> {
    let mut given = Vec::new();
    for (tag, consent) in CONSENTS {
        given.push(respond(services, asked, tag, consent).await);
    }
    given
}

on_both!(what_a_reader_may_not_see_is_nowhere_in_the_trace, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let other = ask(services, "Another call").await;
    let given = of_every_consent(services, &asked).await;
    let on: Vec<&Given> = given.iter().collect();
    let finding = find(services, &asked, "Finding", &on).await;
    let recommendation = recommend(services, &asked, "Do it", &[&finding]).await;
    recommendations::publish(services, &recommendation).await.expect("published");
    for published in [false, true] {
        if published {
            findings::publish(services, &finding).await.expect("published");
        }
        let public = [Actor::Guest, member(Role::Administrator, &other.call)];
        for viewer in public {
            let trace = trace::down(services, &recommendation.slug, &viewer).await.expect("it is public");
            let all = format!("{trace:?}");
            for (tag, consent) in CONSENTS {
                let words = published && consent != Consent::NotAtAll;
                assert_eq!(all.contains(&format!("wörds-{tag}")), words, "{tag}, published: {published}");
                let name = published && consent == Consent::WithName;
                assert_eq!(all.contains(&format!("name-{tag}")), name, "{tag}, published: {published}");
                // Only what was picked, never the rest of the answer.
                assert!(!all.contains(&format!("before-{tag}")) && !all.contains(&format!("after-{tag}")));
            }
            let kept = &given[2].response.reference;
            assert!(!all.contains(kept.as_str()), "a reference leads to what is withheld");
            assert_eq!(all.contains("Finding, at length"), published);
            let tally = (trace.evidence.excerpts, trace.evidence.shown, trace.evidence.responses);
            assert_eq!(tally, (3, if published { 2 } else { 0 }, 3));
        }
        let team = trace::down(services, &recommendation.slug, &member(Role::Reader, &asked.call)).await;
        let team = team.expect("the team reads all");
        let finding = team.findings[0].shown().expect("published or not");
        assert_eq!((finding.excerpts.len(), team.evidence.shown), (3, 3));
        assert!(finding.excerpts.iter().all(|seen| seen.shown().is_some_and(|one| one.team.is_some())));
    }
});

on_both!(a_finding_has_its_own_page_once_it_is_published, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let other = ask(services, "Another call").await;
    let given = of_every_consent(services, &asked).await;
    let on: Vec<&Given> = given.iter().collect();
    let finding = find(services, &asked, "Finding", &on).await;
    let hidden = find(services, &asked, "Hidden", &on).await;
    let shown = recommend(services, &asked, "Do it", &[&finding]).await;
    recommend(services, &asked, "Not yet", &[&finding, &hidden]).await;
    recommendations::publish(services, &shown).await.expect("published");
    let (guest, reader) = (Actor::Guest, member(Role::Reader, &asked.call));
    let of =
        async |call: Uuid, number, viewer: &Actor| trace::of_finding(services, call, number, viewer).await;
    assert!(matches!(of(asked.call.id, 1, &guest).await, Err(Failure::NotFound("finding"))));
    assert!(!of(asked.call.id, 1, &reader).await.expect("the team reads all").finding.published);
    assert_eq!(trace::published(services, asked.call.id).await.expect("none"), []);
    findings::publish(services, &finding).await.expect("published");
    let found = of(asked.call.id, 1, &guest).await.expect("it is public");
    let all = format!("{found:?}");
    for (tag, consent) in CONSENTS {
        assert_eq!(all.contains(&format!("wörds-{tag}")), consent != Consent::NotAtAll, "{tag}");
        assert!(!all.contains(&format!("before-{tag}")), "only what was picked");
    }
    assert_eq!((found.evidence.excerpts, found.evidence.shown), (3, 2));
    let led: Vec<_> =
        found.up.recommendations.iter().map(|seen| seen.shown().map(|one| &one.title)).collect();
    assert_eq!(led, [Some(&"Do it".to_owned()), None], "one is shown and one is counted");
    assert!(!all.contains("Not yet") && !all.contains("Hidden"));
    assert!(matches!(of(other.call.id, 1, &guest).await, Err(Failure::NotFound("finding"))));
    assert!(matches!(of(asked.call.id, 2, &guest).await, Err(Failure::NotFound("finding"))));
    let listed = trace::published(services, asked.call.id).await.expect("one");
    assert_eq!(listed, [(1, "Finding".to_owned())]);
    findings::unpublish(services, &finding).await.expect("withdrawn");
    assert!(matches!(of(asked.call.id, 1, &guest).await, Err(Failure::NotFound("finding"))));
});

on_both!(an_unpublished_recommendation_is_not_there_for_the_public, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let recommendation = recommend(services, &asked, "Do it", &[]).await;
    let public = trace::down(services, &recommendation.slug, &Actor::Guest).await;
    assert!(matches!(public, Err(Failure::NotFound("recommendation"))));
    let team = trace::down(services, &recommendation.slug, &member(Role::Coder, &asked.call)).await;
    assert!(!team.expect("the team reads it").published);
});

on_both!(withheld_findings_are_counted, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let given = of_every_consent(services, &asked).await;
    let open = find(services, &asked, "Open", &[&given[0], &given[2]]).await;
    let kept = find(services, &asked, "Kept back", &[&given[1]]).await;
    let recommendation = recommend(services, &asked, "Do it", &[&kept, &open]).await;
    findings::publish(services, &open).await.expect("published");
    recommendations::publish(services, &recommendation).await.expect("published");
    let trace = trace::down(services, &recommendation.slug, &Actor::Guest).await.expect("it is public");
    assert_eq!(trace.findings.len(), 2);
    assert_eq!(trace.findings[1], Seen::Counted(1));
    let shown = trace.findings[0].shown().expect("it is published");
    assert_eq!(shown.excerpts.iter().map(Seen::count).collect::<Vec<_>>(), [1, 1]);
    let words = shown.excerpts[0].shown().expect("consented");
    assert_eq!(
        (words.words.as_str(), words.name.as_deref(), words.question.as_str()),
        ("wörds-named", Some("name-named"), "What would help?")
    );
    assert_eq!((words.reference.as_str(), words.team.as_ref()), (given[0].response.reference.as_str(), None));
    assert_eq!((trace.evidence.excerpts, trace.evidence.shown, trace.evidence.responses), (3, 1, 3));
});

async fn code_on(services: &Services, given: &Given, name: &str, span: Option<Span>) -> (Uuid, Uuid) {
    let clock = services.clock.clone();
    let now = clock.now();
    let code = code::ActiveModel {
        id: Set(clock.id()),
        call_id: Set(given.response.call),
        parent_id: Set(None),
        position: Set(0),
        name: Set(name.to_owned()),
        definition: Set(String::new()),
        include: Set(String::new()),
        exclude: Set(String::new()),
        example: Set(String::new()),
        colour: Set(0),
        created_at: Set(now),
        retired_at: Set(None),
        removed_at: Set(None),
    };
    let coding = coding::ActiveModel {
        id: Set(clock.id()),
        call_id: Set(given.response.call),
        response_id: Set(given.response.id),
        answer_id: Set(given.answer),
        code_id: code.id.clone(),
        coder_id: Set(Uuid::nil()),
        start_at: Set(span.map(|span| span.start as i32)),
        end_at: Set(span.map(|span| span.end as i32)),
        created_at: Set(now),
        removed_at: Set(None),
        set_aside: Set(false),
    };
    services
        .db
        .write::<_, Failure, _>(move |txn| {
            Box::pin(async move { Ok((code.insert(txn).await?.id, coding.insert(txn).await?.id)) })
        })
        .await
        .expect("a coding")
}

on_both!(the_themes_of_words_are_the_codes_in_use_on_them, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let given = respond(services, &asked, "a", Consent::WithName).await;
    let words = given.words();
    let overlapping = Span { start: words.start - 3, end: words.start + 1 };
    let before = Span { start: 0, end: words.start };
    let (_, picked_from) = code_on(services, &given, "Overlapping", Some(overlapping)).await;
    code_on(services, &given, "On the whole", None).await;
    code_on(services, &given, "Just before", Some(before)).await;
    let (retired, _) = code_on(services, &given, "Retired", None).await;
    let (_, removed) = code_on(services, &given, "Removed", None).await;
    let now = services.clock.now();
    services
        .db
        .write::<_, Failure, _>(move |txn| {
            Box::pin(async move {
                let row = code::Entity::find_by_id(retired).one(txn).await?;
                let mut row = row.ok_or(Failure::NotFound("code"))?.into_active_model();
                row.retired_at = Set(Some(now));
                row.update(txn).await?;
                let row = coding::Entity::find_by_id(removed).one(txn).await?;
                let mut row = row.ok_or(Failure::NotFound("coding"))?.into_active_model();
                row.removed_at = Set(Some(now));
                row.update(txn).await?;
                Ok(())
            })
        })
        .await
        .expect("both changed");
    let finding = find(services, &asked, "Finding", &[]).await;
    findings::pick(services, &finding, given.answer, words, Some(picked_from)).await.expect("they fit");
    findings::publish(services, &finding).await.expect("published");
    let shown = findings::excerpts(services, &finding, &Actor::Guest).await.expect("it is public");
    assert_eq!(shown[0].shown().expect("consented").themes, ["On the whole", "Overlapping"]);
});

on_both!(words_are_followed_up_to_findings_recommendations_and_replies, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let other = ask(services, "Another call").await;
    let given = respond(services, &asked, "a", Consent::NotAtAll).await;
    let stranger = respond(services, &asked, "b", Consent::WithName).await;
    let one = find(services, &asked, "One", &[&given, &stranger]).await;
    let two = find(services, &asked, "Two", &[&given]).await;
    let shown = recommend(services, &asked, "Shown", &[&one]).await;
    recommend(services, &asked, "Unpublished", &[&one]).await;
    findings::publish(services, &one).await.expect("published");
    recommendations::publish(services, &shown).await.expect("published");
    let reply = Dated {
        status: ReplyStatus::Accepted,
        words: "Yes.".to_owned(),
        source: "CP 0".to_owned(),
        on: day(20),
    };
    replies::add_reply(services, &shown, reply.clone()).await.expect("noted");

    let own = trace::own(services, given.response.id).await.expect("their own");
    assert_eq!(
        (own.reference.as_str(), own.read, own.excerpts.len()),
        (given.response.reference.as_str(), false, 1)
    );
    let words = &own.excerpts[0];
    assert_eq!((words.excerpt.words.as_str(), words.excerpt.team.as_ref()), ("wörds-a", None));
    assert_eq!((words.findings.len(), &words.findings[1]), (2, &Seen::Counted(1)));
    let supported = words.findings[0].shown().expect("it is published");
    assert_eq!((supported.title.as_str(), &supported.recommendations[1]), ("One", &Seen::Counted(1)));
    let led = supported.recommendations[0].shown().expect("it is published");
    assert_eq!((led.slug.as_str(), led.reply.as_ref()), ("shown", Some(&reply)));
    let all = format!("{own:?}");
    assert!(!all.contains("Unpublished") && !all.contains("Two") && !all.contains("wörds-b"));

    let team = trace::up(services, given.response.id, &member(Role::Coder, &asked.call)).await.expect("all");
    assert_eq!(team.excerpts[0].findings.iter().filter_map(Seen::shown).count(), 2);
    assert_eq!(team.excerpts[0].findings[1].shown().map(|finding| finding.number), Some(two.number));
    for outsider in [Actor::Guest, member(Role::Administrator, &other.call)] {
        let refused = trace::up(services, given.response.id, &outsider).await;
        assert!(matches!(refused, Err(Failure::NotFound("response"))));
    }
});

on_both!(a_respondent_hears_of_codes_only_with_something_published, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let given = respond(services, &asked, "a", Consent::NotAtAll).await;
    code_on(services, &given, "Hostile", None).await;
    let finding = find(services, &asked, "Finding", &[&given]).await;
    let themes = async || {
        let own = trace::own(services, given.response.id).await.expect("their own");
        own.excerpts
            .into_iter()
            .map(|words| words.excerpt)
            .map(|Excerpt { themes, .. }| themes)
            .collect::<Vec<_>>()
    };
    assert_eq!(themes().await, [Vec::<String>::new()]);
    findings::publish(services, &finding).await.expect("published");
    assert_eq!(themes().await, [["Hostile"]]);
});

on_both!(a_respondent_hears_that_they_were_read, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let given = respond(services, &asked, "a", Consent::NotAtAll).await;
    let account = domain::people::NewAccount {
        name: "Ada".to_owned(),
        email: "ada@example.org".to_owned(),
        password: "a long enough one".to_owned(),
        grant: Grant { role: Role::Coder, scope: Scope::Platform },
    };
    let person = services::people::accounts::add(services, account).await.expect("an account");
    let done = reading::ActiveModel {
        id: Set(services.clock.id()),
        call_id: Set(given.response.call),
        response_id: Set(given.response.id),
        person_id: Set(person),
        done_at: Set(services.clock.now()),
    };
    let write = services.db.write::<_, Failure, _>(move |txn| {
        Box::pin(async move {
            done.insert(txn).await?;
            Ok(())
        })
    });
    write.await.expect("noted");
    assert!(trace::own(services, given.response.id).await.expect("their own").read);
});

on_both!(a_receipt_opens_one_response_and_a_wrong_one_opens_none, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let given = respond(services, &asked, "a", Consent::NotAtAll).await;
    let row = response::Entity::find_by_id(given.response.id).one(services.db.read()).await;
    let hash = row.expect("a query").expect("it is there").receipt_hash;
    let reference = Reference::parse(&given.response.reference).expect("a reference");
    let claim = |reference: &Reference, code: &str| ReceiptDetails {
        reference: reference.clone(),
        code: code.to_owned(),
    };
    let found = trace::by_receipt(services, &claim(&reference, &hash[..12])).await.expect("it is theirs");
    assert_eq!(found, given.response.id);
    let wrong = if hash.starts_with('0') { "111111111111" } else { "000000000000" };
    let nobody = Reference::from_bytes([7; 8]);
    for claim in [claim(&reference, wrong), claim(&nobody, &hash)] {
        let refused = trace::by_receipt(services, &claim).await;
        assert!(matches!(refused, Err(Failure::Invalid(problems)) if problems.at("code").is_some()));
    }
});

on_both!(a_private_link_opens_the_response_it_became, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let token = draft::begin(services, &asked.call, "en").await.expect("it is open");
    let unsent = trace::by_token(services, &token).await;
    assert!(matches!(unsent, Err(Failure::NotFound("response"))));
    let begun = draft::find(services, &token).await.expect("it is there");
    let about = About {
        kind: Some(RespondentKind::Individual),
        consent: Some(Consent::WithoutName),
        ..About::default()
    };
    draft::save_about(services, &begun, &about).await.expect("kept");
    draft::save_answer(services, &begun, asked.question, Some(&Answer::text("Time."))).await.expect("kept");
    let form = calls::questionnaire(services.db.read(), asked.call.id).await.expect("its questions");
    assert!(form.questions.iter().map(|q: &Question| q.id).eq([asked.question]));
    let written = draft::find(services, &token).await.expect("it is there");
    let receipt =
        submit::submit(services, &asked.call, &form, &written, "en", Vec::new()).await.expect("sent");
    let response = trace::by_token(services, &token).await.expect("it was sent");
    let own = trace::own(services, response).await.expect("their own");
    assert_eq!((own.reference, own.excerpts.len()), (receipt.reference, 0));
});
