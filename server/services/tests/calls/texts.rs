//! What a call says, and where it is found.

use std::collections::BTreeSet;

use domain::calls::{CallDetails, CallKind, CallState, Times, WelshTexts};
use services::calls::{Questionnaire, by_preview, by_slug, edit, questionnaire};
use services::testing::Throwaway;
use services::{Failure, on_both};

use crate::world::{again, call, details, problem, ready};

on_both!(calls_created_at_once_with_one_title_have_addresses_of_their_own, |data: Throwaway| async move {
    let makers = (0..6).map(|_| {
        let services = data.services.clone();
        tokio::spawn(async move { edit::create(&services, details("Waiting times"), None).await })
    });
    let mut slugs = BTreeSet::new();
    for maker in makers.collect::<Vec<_>>() {
        slugs.insert(maker.await.expect("no panic").expect("a call"));
    }
    assert_eq!(slugs.len(), 6);
    assert!(slugs.contains("waiting-times") && slugs.contains("waiting-times-6"), "{slugs:?}");
});

on_both!(no_call_takes_the_address_of_a_page, |data: Throwaway| async move {
    let slug = edit::create(&data.services, details("New"), None).await.expect("a call");
    assert_eq!(slug, "new-2");
});

on_both!(changed_texts_are_held_and_the_address_stays, |data: Throwaway| async move {
    let services = &data.services;
    let made = call(services).await;
    assert_eq!(made.state(services.clock.now()), CallState::Draft);
    let welsh = WelshTexts { title: "Amseroedd aros".to_owned(), summary: "Crynodeb".to_owned() };
    let mut wished = details("Waiting for care");
    wished.kind = CallKind::Consultation;
    edit::change(services, &made, wished, welsh).await.expect("it is a draft");
    let held = by_slug(services, &made.slug).await.expect("at the same address");
    assert_eq!((held.title.as_str(), held.title_cy.as_str()), ("Waiting for care", "Amseroedd aros"));
    assert_eq!((held.kind, held.summary_cy.as_str()), (CallKind::Consultation, "Crynodeb"));
});

on_both!(the_kind_of_an_announced_call_stays, |data: Throwaway| async move {
    let services = &data.services;
    let unaware = ready(services).await;
    edit::announce(services, &unaware).await.expect("announced");
    let mut wished = details("Waiting times");
    wished.kind = CallKind::Consultation;
    // Even for someone whose page is older than the announcement.
    let done = edit::change(services, &unaware, wished, WelshTexts::default()).await;
    assert_eq!(problem(done), ("kind".to_owned(), "error-call-kind-fixed"));
    assert_eq!(again(services, &unaware).await.kind, CallKind::CallForEvidence);
});

on_both!(a_new_preview_link_ends_the_old_one, |data: Throwaway| async move {
    let services = &data.services;
    let made = call(services).await;
    assert_eq!(by_preview(services, &made.preview_token).await.expect("by its link").id, made.id);
    edit::new_preview_link(services, made.id).await.expect("a new link");
    assert!(matches!(by_preview(services, &made.preview_token).await, Err(Failure::NotFound(_))));
    let held = again(services, &made).await;
    assert_eq!(by_preview(services, &held.preview_token).await.expect("by its new link").id, made.id);
});

on_both!(a_call_that_begins_as_another_has_a_form_of_its_own, |data: Throwaway| async move {
    let services = &data.services;
    let made = ready(services).await;
    let form = questionnaire(services.db.read(), made.id).await.expect("its form");
    let slug =
        edit::create_like(services, CallDetails { remit: String::new(), ..details("Another") }, &made, None)
            .await
            .expect("created");
    let other = by_slug(services, &slug).await.expect("the call");
    let times = Times { grace_minutes: edit::GRACE_MINUTES, ..Times::default() };
    assert_eq!((other.remit.as_str(), other.times), (made.remit.as_str(), times));
    assert_eq!(other.privacy_notice, made.privacy_notice);
    let copy = questionnaire(services.db.read(), other.id).await.expect("its form");
    let titles = |form: &Questionnaire| -> Vec<String> {
        form.questions.iter().map(|asked| asked.title.clone()).collect()
    };
    assert_eq!(titles(&copy), titles(&form));
    assert!(copy.questions.iter().all(|asked| form.question(asked.id).is_none()));
    edit::remove_question(services, other.id, copy.questions[0].id).await.expect("its own");
    assert_eq!(questionnaire(services.db.read(), made.id).await.expect("its form"), form);
});
