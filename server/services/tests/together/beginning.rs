//! Beginning a draft for an organisation, and turning one's own into it.

use domain::calls::Answer;
use domain::people::MemberRole;
use domain::responses::{About, RespondentKind, Step};
use services::on_both;
use services::responses::together::{self, SharedState, begin, history};
use services::responses::{draft, kept};
use services::testing::Throwaway;
use services::testing::spine::ask;

use crate::world::{World, body, member, refused, somebody};

on_both!(an_organisation_has_one_draft_of_a_call, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let again = begin::begin(&world.owner.services, &world.call, &world.organisation, "en").await;
    assert_eq!(refused(again), "error-shared-there");
    let other = ask(&data.services, "Another call").await.call;
    begin::begin(&world.owner.services, &other, &world.organisation, "en").await.expect("of another call");
    let all = together::list(&world.editor.services, world.organisation.id).await.expect("a list");
    assert_eq!(all.len(), 2);
    assert!(all.iter().all(|one| one.state == SharedState::Writing));
    let another = body(&data.services, "Old Quay").await;
    let quay = member(&data.services, &another, "quay", MemberRole::Editor).await;
    begin::begin(&quay.services, &world.call, &another, "en").await.expect("of another organisation");
});

on_both!(whose_it_is_is_known_and_not_asked, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let held = world.open(&world.editor).await;
    assert_eq!(held.about.kind, Some(RespondentKind::Organisation));
    assert_eq!(held.about.organisation, "Harbour Lights");
    assert!(!held.steps(&world.form).contains(&Step::Who));
});

on_both!(ones_own_draft_becomes_the_organisations_and_its_link_dies, |data: Throwaway| async move {
    let services = &data.services;
    let call = ask(services, "Care near home").await;
    let organisation = body(services, "Harbour Lights").await;
    let ann = member(services, &organisation, "ann", MemberRole::Editor).await;
    let bob = member(services, &organisation, "bob", MemberRole::Editor).await;
    let secret = draft::begin(&ann.services, &call.call, "en").await.expect("begun");
    let own = draft::find(services, &secret).await.expect("opened by its link");
    let about = About { kind: Some(RespondentKind::Individual), name: "Ann".to_owned(), ..About::default() };
    draft::save_about(&ann.services, &own, &about).await.expect("kept");
    let written = Answer::text("I waited for three days.");
    draft::save_answer(&ann.services, &own, call.question, Some(&written)).await.expect("kept");
    kept::keep_draft(services, ann.id, &own).await.expect("kept in her account");

    let own = draft::find(services, &secret).await.expect("as she wrote it");
    let id = begin::turn(&ann.services, &call.call, &organisation, &own).await.expect("turned");
    assert_eq!(refused(draft::find(services, &secret).await), "not found");
    assert_eq!(
        refused(kept::keep_draft(services, ann.id, &own).await.and(kept_now(services, ann.id).await)),
        "not found"
    );
    let shared = together::find(&bob.services, id).await.expect("a member opens it");
    assert_eq!(shared.answers[&call.question], written);
    assert_eq!((shared.about.organisation.as_str(), shared.about.name.as_str()), ("Harbour Lights", "Ann"));
    let all = history::of_question(&bob.services, &shared, call.question).await.expect("its history");
    assert_eq!((all.len(), all[0].by.as_str()), (1, "ann"), "what was there is hers");
    assert_eq!(
        refused(begin::turn(&bob.services, &call.call, &organisation, &own).await),
        "error-draft-submitted"
    );
});

/// What somebody keeps in their account can be opened there.
async fn kept_now(services: &services::Services, person: uuid::Uuid) -> Result<(), services::Failure> {
    for one in kept::list(services, person).await? {
        kept::draft_of(services, person, one.id).await?;
    }
    Ok(())
}

on_both!(what_somebody_else_keeps_is_not_taken_from_them, |data: Throwaway| async move {
    let services = &data.services;
    let call = ask(services, "Care near home").await.call;
    let organisation = body(services, "Harbour Lights").await;
    let ann = member(services, &organisation, "ann", MemberRole::Owner).await;
    let nia = somebody(services, "nia").await;
    let secret = draft::begin(services, &call, "en").await.expect("begun");
    let own = draft::find(services, &secret).await.expect("opened by its link");
    kept::keep_draft(services, nia.id, &own).await.expect("kept");
    assert_eq!(refused(begin::turn(&ann.services, &call, &organisation, &own).await), "error-kept-elsewhere");
    draft::find(services, &secret).await.expect("all is as it was");
});

on_both!(no_draft_is_begun_for_those_one_does_not_act_for, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let another = body(&data.services, "Old Quay").await;
    for who in [&world.owner, &somebody(&data.services, "nia").await] {
        let begun = begin::begin(&who.services, &world.call, &another, "en").await;
        assert_eq!(refused(begun), "not found");
    }
    assert!(together::list(&data.services, another.id).await.expect("a list").is_empty());
});
