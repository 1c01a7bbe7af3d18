//! Searching: what words mean, what is counted, and that what is found is what is held.

use domain::people::{Actor, Grant, Role, Scope};
use domain::responses::{About, RespondentKind, Sector};
use domain::search::Query;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use services::search::{Results, code_named, json, plain, search};
use services::store::entities::{code, coding};
use services::store::outbox;
use services::testing::evidence::{Evidence, Sent, individual, organisation};
use services::testing::{Throwaway, morning};
use services::{Failure, index, on_both};
use uuid::Uuid;

fn words(words: &str) -> Query {
    Query { words: words.to_owned(), page: 1, ..Query::default() }
}

async fn find(evidence: &Evidence, query: &Query) -> Results {
    search(&evidence.services, evidence.call.id, query).await.expect("an answer")
}

/// The references of the hits, sorted.
async fn found(evidence: &Evidence, query: &str) -> Vec<String> {
    let results = find(evidence, &words(query)).await;
    assert_eq!(results.total as usize, results.hits.len(), "all on one page");
    let mut references: Vec<_> = results.hits.into_iter().map(|hit| hit.reference).collect();
    references.sort();
    references
}

fn sorted(mut references: Vec<&String>) -> Vec<String> {
    references.sort();
    references.into_iter().cloned().collect()
}

on_both!(words_phrases_exclusions_and_or, |data: Throwaway| async move {
    let evidence = Evidence::new(&data.services).await;
    let waiting = evidence.say("We waited for hours. The GP surgery was kind.").await;
    let long = evidence.say("Long waits, and a long-term plan for patients’ care.").await;
    let welsh = evidence.say("Mae'r feddygfa'n dda, a gofal y cleifion yn wych. Tŷ’r Cyffredin.").await;
    let chinese = evidence.say("Uber的出現 因服務內容明確").await;
    index::catch_up(&data.services).await.expect("indexed");
    for (query, expected) in [
        ("waiting", vec![&waiting, &long]),
        ("WAITING gp", vec![&waiting]),
        ("waiting for the GP", vec![&waiting]),
        ("\"waited for hours\"", vec![&waiting]),
        ("\"waiting for hours\"", vec![]),
        ("waiting -kind", vec![&long]),
        ("-waiting", vec![&welsh, &chinese]),
        ("kind OR plan", vec![&waiting, &long]),
        ("waits kind OR plan", vec![&waiting, &long]),
        ("long-term", vec![&long]),
        ("patient's", vec![&long]),
        ("feddygfa gofal", vec![&welsh]),
        ("ty'r cyffredin", vec![&welsh]),
        ("uber 服務", vec![&chinese]),
        ("服內", vec![]),
    ] {
        assert_eq!(found(&evidence, query).await, sorted(expected), "{query}");
    }
    let hostile = [
        "text:waited",
        "(waited OR",
        "waited*",
        "\"",
        "[a TO z]",
        "waited~2^9",
        "*:*",
        "\u{0}",
        "<b>waited</b>",
    ];
    for query in hostile {
        find(&evidence, &words(query)).await;
    }
    assert_eq!(found(&evidence, "kind:individual").await, Vec::<String>::new(), "no other field is reached");
    assert_eq!(found(&evidence, "***").await, Vec::<String>::new());
});

on_both!(a_theme_counts_with_all_that_is_under_it, |data: Throwaway| async move {
    let evidence = Evidence::new(&data.services).await;
    let access = evidence.code("Access", None).await;
    let waits = evidence.code("Waits", Some(access)).await;
    let distance = evidence.code("Distance", Some(access)).await;
    let cost = evidence.code("Cost", None).await;
    let one = evidence.say("one").await;
    let two = evidence.say("two").await;
    evidence.say("three").await;
    evidence.apply(waits, &one).await;
    evidence.apply(distance, &one).await;
    let removed = evidence.apply(distance, &two).await;
    index::catch_up(&data.services).await.expect("indexed");
    let theme = |code| Query { code: Some(code), page: 1, ..Query::default() };
    let results = find(&evidence, &theme(access)).await;
    assert_eq!((results.total, results.responses), (2, 2));
    let counts = |results: &Results, code: Uuid| {
        results.facets.codes.iter().find(|facet| facet.value == code).map_or(0, |facet| facet.answers)
    };
    assert_eq!((counts(&results, access), counts(&results, waits), counts(&results, distance)), (2, 1, 2));
    assert_eq!(code_named(&data.services, evidence.call.id, "access").await.expect("by name"), access);

    // The coding is removed, and the code moves to another parent.
    let response = removed.response_id;
    let gone = coding::ActiveModel { removed_at: Set(Some(morning())), ..removed.into_active_model() };
    let call = evidence.call.id;
    let write = data.services.db.write(move |txn| {
        Box::pin(async move {
            gone.update(txn).await?;
            outbox::note(txn, outbox::RESPONSE, response, morning()).await?;
            let row = code::Entity::find_by_id(waits).one(txn).await?.expect("the code");
            code::ActiveModel { parent_id: Set(Some(cost)), ..row.into_active_model() }.update(txn).await?;
            outbox::note(txn, outbox::CODEBOOK, call, morning()).await?;
            Ok::<_, Failure>(())
        })
    });
    write.await.expect("written");
    index::catch_up(&data.services).await.expect("indexed");
    let results = find(&evidence, &theme(cost)).await;
    assert_eq!((results.total, counts(&results, access), counts(&results, waits)), (1, 1, 1));
    assert_eq!(find(&evidence, &theme(access)).await.total, 1, "by distance alone");
});

on_both!(facets_count_answers_and_the_responses_they_are_from, |data: Throwaway| async move {
    let evidence = Evidence::new(&data.services).await;
    let system = Uuid::from_u128(7);
    for number in 0..30 {
        let about = match number % 3 {
            0 => individual(),
            1 => organisation(&format!("Trust {number}"), Sector::Nhs),
            _ => {
                let council = organisation("Council", Sector::LocalGovernment);
                About { system: Some(system), ..council }
            }
        };
        let text = if number % 2 == 0 { "Trust in care" } else { "Care at home" }.to_owned();
        evidence.send(Sent { about, text, choice: Some(number % 2), minute: number as i64 }).await;
    }
    index::catch_up(&data.services).await.expect("indexed");
    let everything = find(&evidence, &words("")).await;
    assert_eq!((everything.total, everything.responses), (60, 30));
    let kinds = &everything.facets.kinds;
    assert_eq!(
        (kinds[0].value, kinds[0].answers, kinds[0].responses),
        (RespondentKind::Organisation, 40, 20)
    );
    assert_eq!(everything.facets.systems.len(), 1);
    assert_eq!((everything.facets.systems[0].value, everything.facets.systems[0].responses), (system, 10));
    assert_eq!(everything.facets.questions.iter().map(|facet| facet.answers).collect::<Vec<_>>(), [30, 30]);
    assert!(everything.hits.windows(2).all(|pair| pair[0].score == 0.0 && pair[1].score == 0.0));
    let newest = services::responses::read::by_reference(
        &data.services,
        evidence.call.id,
        &everything.hits[0].reference,
    );
    assert_eq!(
        newest.await.expect("it is there").submitted_at,
        services::testing::evidence::at(29),
        "the newest first"
    );

    // A word in answers is one thing, a name another.
    let trust = find(&evidence, &words("trust")).await;
    assert_eq!((trust.total, trust.respondents.total, trust.respondents.first.len()), (15, 10, 5));
    assert!(trust.respondents.first[0].name.starts_with("Trust"));
    let reference = everything.hits[0].reference.to_lowercase();
    assert_eq!(
        find(&evidence, &words(&reference)).await.respondents.first[0].reference,
        everything.hits[0].reference
    );

    // Every filter together with words.
    let query = Query {
        kind: Some(RespondentKind::Organisation),
        sector: Some(Sector::LocalGovernment),
        system: Some(system),
        question: Some(evidence.form.questions[0].id),
        ..words("care home")
    };
    assert_eq!(find(&evidence, &query).await.total, 5);
    assert_eq!(find(&evidence, &Query { sector: Some(Sector::Nhs), ..query.clone() }).await.total, 0);
    assert_eq!(find(&evidence, &Query { system: Some(Uuid::from_u128(8)), ..query.clone() }).await.total, 0);
    assert_eq!(find(&evidence, &words("undecided")).await.total, 15, "what was chosen is found");
    let other = search(&data.services, Uuid::from_u128(9), &words("care")).await.expect("an answer");
    assert_eq!(
        (other.total, other.facets),
        (0, services::search::Facets::default()),
        "another call's are not"
    );
});

on_both!(pages_are_whole_and_apart, |data: Throwaway| async move {
    let evidence = Evidence::new(&data.services).await;
    for number in 0..50 {
        let sent = Sent {
            about: individual(),
            text: "The same words".to_owned(),
            choice: None,
            minute: number / 10,
        };
        evidence.send(sent).await;
        if number % 20 == 0 {
            index::catch_up(&data.services).await.expect("several segments");
        }
    }
    index::catch_up(&data.services).await.expect("indexed");
    for query in ["", "same"] {
        let mut seen = Vec::new();
        for page in 1..=4 {
            let results = find(&evidence, &Query { page, ..words(query) }).await;
            assert_eq!((results.total, results.facets.kinds[0].responses), (50, 50));
            seen.extend(results.hits.into_iter().map(|hit| hit.answer));
        }
        assert_eq!(seen.len(), 50);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 50, "no answer is on two pages");
    }
});

on_both!(a_snippet_is_text_and_its_place_opens_the_answer, |data: Throwaway| async move {
    let evidence = Evidence::new(&data.services).await;
    let long = format!("{}\nÉlan <script>alert(1)</script> waits & co.", "Nothing much. ".repeat(400));
    evidence.say(&long).await;
    index::catch_up(&data.services).await.expect("indexed");
    let results = find(&evidence, &words("waiting")).await;
    let hit = &results.hits[0];
    assert_eq!(plain(&hit.snippet), "… Élan <script>alert(1)</script> waits & co.");
    assert_eq!(hit.snippet.iter().filter(|piece| piece.is_match).count(), 1);
    assert_eq!(domain::text::slice(&long, hit.span.expect("a place")), Some("waits"));
    let written = json(&data.services, evidence.call.id, &results).await.expect("as scripts read it");
    assert_eq!(written["total"], 1);
    assert_eq!(written["hits"][0]["question"], "What works?");
    assert_eq!(written["hits"][0]["snippet"], plain(&hit.snippet));
    assert_eq!(written["facets"]["kinds"][0]["name"], "individual");
});

on_both!(people_are_found_by_name_by_those_who_may_see_who_wrote_what, |data: Throwaway| async move {
    let evidence = Evidence::new(&data.services).await;
    let about = About { name: "Sioned Parry".to_owned(), ..individual() };
    let reference = evidence.send(Sent { about, text: "Nobody came.".to_owned(), ..Sent::default() }).await;
    index::catch_up(&data.services).await.expect("indexed");
    for role in Role::ALL {
        let grants = vec![Grant { role: *role, scope: Scope::Platform }];
        let services =
            data.services.clone().asked_by(Actor::Person { id: Uuid::nil(), grants, memberships: vec![] });
        let named = matches!(role, Role::Moderator | Role::DataProtectionOfficer);
        for query in ["sioned", "\"Sioned Parry\""] {
            let found = search(&services, evidence.call.id, &words(query)).await.expect("an answer");
            assert_eq!(found.respondents.total, u64::from(named), "{role}: {query}");
        }
        let found = search(&services, evidence.call.id, &words(&reference)).await.expect("an answer");
        let name = found.respondents.first[0].name.as_str();
        assert_eq!(name, if named { "Sioned Parry" } else { "" }, "{role}");
    }
});
