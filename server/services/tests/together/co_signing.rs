//! Those who sign too: by their own link, exactly what they have read.

use domain::Language::English;
use domain::calls::Answer;
use domain::mail::{LetterKind, Value};
use domain::responses::{CoSignatoryDetails, CoSigning, MOST_ASKED};
use sea_orm::EntityTrait;
use services::on_both;
use services::responses::co_signing::{self, CoSignatory, link as link_of};
use services::responses::{Receipt, change, draft, read, submit, withdraw};
use services::store::entities::co_signatory;
use services::testing::Throwaway;

use crate::world::{World, letters, refused, tick};

fn quay(name: &str) -> CoSignatoryDetails {
    CoSignatoryDetails { name: format!("Old {name}"), address: format!("{name}@a.test") }
}

/// The secret of the last link that somebody got.
async fn link(world: &World, name: &str) -> String {
    let (kind, fill) = letters(&world.services, name).await.pop().expect("a letter");
    assert_eq!(kind, LetterKind::CoSignAsked);
    assert!(matches!(fill.get("stop"), Some(Value::Private(_))), "it can be stopped");
    let said = format!("{fill:?}");
    assert!(!said.contains("Old") && !said.contains("Harbour"), "nothing typed is in a letter to anyone");
    match fill.get("link") {
        Some(Value::Private(path)) => path.strip_prefix("/co-sign/").expect("its page").to_owned(),
        other => panic!("{other:?}"),
    }
}

async fn name(world: &World, name: &str) -> String {
    let held = world.open(&world.editor).await;
    let added = co_signing::add(&world.editor.services, &world.call, &held, quay(name), English).await;
    added.expect("asked");
    link(world, name).await
}

async fn say(world: &World, token: &str, said: CoSigning) {
    let seen = link_of::open(&world.services, token).await.expect("their link").seen;
    link_of::answer(&world.services, token, said, &seen).await.expect("answered");
}

async fn all(world: &World) -> Vec<CoSignatory> {
    let held = world.open(&world.editor).await;
    co_signing::list(&world.services, &world.call, &world.form, &held).await.expect("a list")
}

on_both!(those_count_who_confirmed_what_was_sent, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    world.finish(&world.editor, "Whole.").await;
    let quay = name(&world, "quay").await;
    let pier = name(&world, "pier").await;
    name(&world, "silent").await;
    let early = name(&world, "early").await;
    say(&world, &early, CoSigning::Confirmed).await;
    world.write(&world.editor, "Whole, and more.").await;
    say(&world, &quay, CoSigning::Declined).await;
    say(&world, &quay, CoSigning::Confirmed).await;
    say(&world, &pier, CoSigning::Declined).await;
    let states: Vec<_> = all(&world).await.iter().map(|one| (one.state, one.signs())).collect();
    let (yes, no, waits) = (CoSigning::Confirmed, CoSigning::Declined, CoSigning::Waiting);
    assert_eq!(states, [(yes, true), (no, false), (waits, false), (yes, false)]);

    world.sign(&world.approver).await.expect("signed");
    let receipt = world.send(&world.editor).await.expect("sent");
    let response = read::by_reference(&data.services, world.call.id, &receipt.reference).await.expect("it");
    let signed = co_signing::of_response(&data.services, response.id).await.expect("a list");
    assert_eq!(signed.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Old quay"]);
    let asked = link_of::open(&data.services, &quay).await.expect("their link");
    let late = link_of::answer(&data.services, &quay, CoSigning::Declined, &asked.seen).await;
    assert!(asked.me.signs());
    assert_eq!(refused(late), "error-draft-submitted");
    let rows = co_signatory::Entity::find().all(data.services.db.read()).await.expect("the rows");
    assert!(rows.iter().all(|row| row.address.is_empty() && row.address_hash == row.id.to_string()));

    let held = world.open(&world.owner).await;
    let services = &world.owner.services;
    assert_eq!(change::standing(services, &world.call, &held, &receipt), change::Standing::Shared);
    let away = withdraw::withdraw(services, &world.call, &held).await;
    assert_eq!(refused(away), "error-shared-stays", "what was signed off stays");
    assert_eq!(refused(change::begin(services, &world.call, &held).await), "error-shared-stays");
});

on_both!(nobody_confirms_what_they_have_not_seen, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    world.finish(&world.editor, "Whole.").await;
    let token = name(&world, "quay").await;
    let seen = link_of::open(&data.services, &token).await.expect("their link").seen;
    world.write(&world.editor, "Something else.").await;
    let said = link_of::answer(&data.services, &token, CoSigning::Confirmed, &seen).await;
    assert_eq!(refused(said), "error-co-sign-changed");
    assert_eq!(all(&world).await[0].state, CoSigning::Waiting);
    let receipt_hash: Receipt = {
        world.sign(&world.approver).await.expect("signed");
        world.send(&world.editor).await.expect("sent")
    };
    assert_ne!(seen, receipt_hash.hash, "what proves whose words they are is not shown");
});

on_both!(naming_somebody_is_a_change_and_has_its_limits, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    world.finish(&world.editor, "Whole.").await;
    world.sign(&world.approver).await.expect("signed");
    let first = name(&world, "quay").await;
    assert_eq!(refused(world.send(&world.editor).await), "error-sign-missing");
    let held = world.open(&world.editor).await;
    let services = &world.editor.services;
    let again = co_signing::add(services, &world.call, &held, quay("quay"), English).await;
    assert_eq!(refused(again), "error-co-signatory-there");
    let id = all(&world).await[0].id;
    for _ in 1..MOST_ASKED {
        tick(&data.services);
        co_signing::ask_again(services, &world.call, &held, id).await.expect("asked again");
    }
    let often = co_signing::ask_again(services, &world.call, &held, id).await;
    assert_eq!(refused(often), "error-co-sign-often");
    assert_eq!(refused(link_of::open(&data.services, &first).await.map(|_| ())), "not found");
    let last = link(&world, "quay").await;
    link_of::open(&data.services, &last).await.expect("the last link");
    co_signing::remove(services, &held, id).await.expect("taken off");
    assert_eq!(refused(link_of::open(&data.services, &last).await.map(|_| ())), "not found");
    let theirs = co_signing::remove(&world.owner.services, &held, id).await;
    assert_eq!(refused(theirs), "not found");
});

on_both!(whoever_answers_alone_names_others_too, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let secret = draft::begin(&data.services, &world.call, "en").await.expect("begun");
    let own = draft::find(&data.services, &secret).await.expect("a draft");
    co_signing::add(&data.services, &world.call, &own, quay("quay"), English).await.expect("asked");
    let token = link(&world, "quay").await;
    let answer = Answer::text("Mine.");
    draft::save_answer(&data.services, &own, world.question, Some(&answer)).await.expect("kept");
    let about = services::testing::evidence::individual();
    draft::save_about(&data.services, &own, &about).await.expect("kept");
    say(&world, &token, CoSigning::Confirmed).await;
    let own = draft::find(&data.services, &secret).await.expect("a draft");
    let sent = submit::submit(&data.services, &world.call, &world.form, &own, "en", Vec::new()).await;
    let receipt = sent.expect("nobody need sign off what one writes alone");
    let signed = co_signing::signed(&data.services, &own.id.to_string(), &receipt.hash).await;
    assert_eq!(signed.expect("a list").len(), 1);

    let own = draft::find(&data.services, &secret).await.expect("a draft");
    withdraw::withdraw(&data.services, &world.call, &own).await.expect("it is one's own");
    assert!(link_of::open(&data.services, &token).await.expect("their link").withdrawn);
    withdraw::bring_back(&data.services, &world.call, &own).await.expect("brought back");
    let asked = link_of::open(&data.services, &token).await.expect("their link");
    assert!(!asked.withdrawn && asked.me.signs(), "they signed what is there again");
});
