//! Answers of earlier responses: of one's own alone, put below what is there.

use domain::calls::Answer;
use domain::people::MemberRole;
use services::on_both;
use services::responses::together::{begin, reuse};
use services::responses::{draft, kept, submit, withdraw};
use services::testing::Throwaway;
use services::testing::evidence::individual;
use services::testing::spine::{ask, respond};

use crate::world::{World, body, member, refused, somebody};

on_both!(an_organisation_uses_what_it_has_sent_together, |data: Throwaway| async move {
    let mut world = World::new(&data.services).await;
    world.finish(&world.editor, "What we said then.").await;
    world.sign(&world.approver).await.expect("signed");
    world.send(&world.editor).await.expect("sent");
    world.answer_another("A later call").await;
    let asked = world.form.questions[0].clone();
    let held = world.open(&world.owner).await;
    let services = &world.owner.services;
    let all = reuse::list(services, &held, &asked).await.expect("a list");
    assert_eq!((all.len(), all[0].call.title.as_str()), (1, "Care near home"));
    let earlier = all[0].answers[0].id;
    assert_eq!(reuse::with(services, &held, &asked, earlier).await.expect("it"), "What we said then.");
    world.write(&world.editor, "New.").await;
    let held = world.open(&world.owner).await;
    let text = reuse::with(services, &held, &asked, earlier).await.expect("it");
    assert_eq!(text, "New.\n\nWhat we said then.");
    assert_eq!(
        world.open(&world.owner).await.answers[&asked.id],
        Answer::text("New."),
        "nothing is kept yet"
    );

    // Another organisation's are not theirs, and neither are those that anyone has sent under their name.
    let other = body(&data.services, "Old Quay").await;
    let quay = member(&data.services, &other, "quay", MemberRole::Owner).await;
    let id = begin::begin(&quay.services, &world.call, &other, "en").await.expect("begun");
    let theirs = services::responses::together::find(&quay.services, id).await.expect("a draft");
    assert!(reuse::list(&quay.services, &theirs, &asked).await.expect("a list").is_empty());
    assert_eq!(refused(reuse::with(&quay.services, &theirs, &asked, earlier).await), "not found");
});

on_both!(a_person_uses_what_they_keep, |data: Throwaway| async move {
    let services = &data.services;
    let (nia, ruth) = (somebody(services, "nia").await, somebody(services, "ruth").await);
    let earlier = ask(services, "An earlier call").await;
    let others = ask(services, "Another call").await;
    respond(services, &others, "a", domain::responses::Consent::NotAtAll).await;
    let form = services::calls::questionnaire(services.db.read(), earlier.call.id).await.expect("it");
    let own_secret = draft::begin(services, &earlier.call, "en").await.expect("begun");
    let own = draft::find(services, &own_secret).await.expect("a draft");
    kept::keep_draft(services, nia.id, &own).await.expect("kept");
    draft::save_about(services, &own, &individual()).await.expect("kept");
    let said = Answer::text("Mine.");
    draft::save_answer(services, &own, earlier.question, Some(&said)).await.expect("kept");
    let own = draft::find(services, &own_secret).await.expect("a draft");
    submit::submit(services, &earlier.call, &form, &own, "en", Vec::new()).await.expect("sent");

    let later = ask(services, "A later call").await;
    let form = services::calls::questionnaire(services.db.read(), later.call.id).await.expect("it");
    let secret = draft::begin(services, &later.call, "en").await.expect("begun");
    let held = draft::find(services, &secret).await.expect("a draft");
    let asked = &form.questions[0];
    let all = reuse::list(&nia.services, &held, asked).await.expect("a list");
    assert_eq!(all.iter().flat_map(|one| &one.answers).count(), 1);
    assert!(reuse::any(&nia.services, &held).await.expect("whether"));
    for other in [&ruth.services, services] {
        assert!(reuse::list(other, &held, asked).await.expect("a list").is_empty());
    }
    let own = draft::find(services, &own_secret).await.expect("a draft");
    withdraw::withdraw(services, &earlier.call, &own).await.expect("withdrawn");
    assert!(reuse::list(&nia.services, &held, asked).await.expect("a list").is_empty());
    assert!(!reuse::any(&nia.services, &held).await.expect("whether"));
});
