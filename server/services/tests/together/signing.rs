//! The sign-off: of exactly what is sent, by somebody who did not write last where there is another.

use domain::mail::{LetterKind, Value};
use domain::responses::{About, Comment};
use services::on_both;
use services::responses::together::{self, SharedState, comments, sign_off};
use services::responses::{co_signing, draft, read};
use services::testing::Throwaway;

use crate::world::{World, letters, refused, remove, typed};

on_both!(
    nothing_is_sent_before_it_is_signed_off_and_what_is_sent_is_what_was_signed,
    |data: Throwaway| async move {
        let world = World::new(&data.services).await;
        assert_eq!(refused(world.sign(&world.approver).await), "error-draft-unfinished");
        world.finish(&world.editor, "Whole.").await;
        assert_eq!(refused(world.send(&world.editor).await), "error-sign-missing");
        world.sign(&world.approver).await.expect("signed");
        let held = world.open(&world.editor).await;
        let services = &world.editor.services;
        let signed = sign_off::standing(services, &world.call, &world.form, &held).await.expect("it stands");
        assert!(signed.holds && signed.all[0].by == "bob" && !signed.all[0].alone);
        let receipt = world.send(&world.editor).await.expect("sent");
        assert_eq!(receipt.hash, signed.content, "the receipt is of what was signed");
        assert_eq!(world.send(&world.owner).await.expect("the same"), receipt);
        let state = together::state(services, &world.call, &world.open(&world.owner).await).await;
        assert_eq!(state.expect("a state"), SharedState::Sent(receipt.clone()));
        assert_eq!(refused(world.sign(&world.second).await), "error-draft-submitted");

        let response =
            read::by_reference(&data.services, world.call.id, &receipt.reference).await.expect("it");
        let noted = sign_off::of_response(&data.services, &response).await.expect("a query").expect("noted");
        assert_eq!((noted.organisation.as_str(), noted.by.as_deref()), ("Harbour Lights", Some("bob")));
        let veiled = sign_off::of_response(&data.services, &response.veiled()).await.expect("a query");
        assert_eq!(veiled.expect("noted").by, None);
    }
);

on_both!(any_change_ends_a_sign_off_and_nothing_else_does, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    world.finish(&world.editor, "Whole.").await;
    world.sign(&world.approver).await.expect("signed");
    let held = world.open(&world.editor).await;
    let comment = Comment::parse(&typed("comment", "Good.")).expect("a comment");
    comments::add(&world.editor.services, &held, None, comment).await.expect("added");
    world.write(&world.second, "Whole.").await;
    assert!(standing(&world).await.holds, "nothing was changed");

    world.write(&world.editor, "Whole, and more.").await;
    let ended = standing(&world).await;
    assert!(!ended.holds);
    assert_eq!(ended.all[0].ended.as_ref().map(|(who, _)| who.as_str()), Some("ann"));
    world.write(&world.editor, "Whole.").await;
    assert!(!standing(&world).await.holds, "what was ended does not come back by itself");
    assert_eq!(refused(world.send(&world.editor).await), "error-sign-missing");

    world.sign(&world.second).await.expect("signed anew");
    let about = About { name: "Ann".to_owned(), ..held.about.clone() };
    draft::save_about(&world.editor.services, &held, &about).await.expect("kept");
    assert!(!standing(&world).await.holds, "who answers is part of it");
    assert_eq!(standing(&world).await.all.len(), 2, "both are kept");
});

async fn standing(world: &World) -> sign_off::Standing {
    let held = world.open(&world.editor).await;
    sign_off::standing(&world.editor.services, &world.call, &world.form, &held).await.expect("it stands")
}

on_both!(what_was_changed_meanwhile_is_not_signed_unseen, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    world.finish(&world.editor, "Whole.").await;
    let held = world.open(&world.approver).await;
    let seen = standing(&world).await.content;
    world.write(&world.editor, "Something else.").await;
    let signed = sign_off::sign(&world.approver.services, &world.call, &world.form, &held, &seen).await;
    assert_eq!(refused(signed), "error-sign-changed");
});

on_both!(whoever_wrote_last_signs_only_where_nobody_else_could, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    world.finish(&world.approver, "Whole.").await;
    assert_eq!(refused(world.sign(&world.approver).await), "error-sign-wrote-last");
    assert_eq!(standing(&world).await.mine, Err("error-sign-not-yours"));
    for gone in [&world.second, &world.owner] {
        remove(&data.services, gone).await;
    }
    world.sign(&world.approver).await.expect("nobody else could");
    assert!(standing(&world).await.all[0].alone, "which is noted");
});

on_both!(letters_go_to_those_they_are_for_and_can_be_stopped, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    world.finish(&world.second, "Whole.").await;
    let held = world.open(&world.editor).await;
    for _ in 0..2 {
        let services = &world.editor.services;
        sign_off::ask(services, &world.call, &world.form, &held).await.expect("asked");
    }
    let kinds = async |name: &str| -> Vec<LetterKind> {
        letters(&data.services, name).await.into_iter().map(|(kind, _)| kind).collect()
    };
    assert_eq!(kinds("bob").await, [LetterKind::SignOffAsked]);
    assert_eq!(kinds("olwen").await, [LetterKind::SignOffAsked]);
    assert!(kinds("ann").await.is_empty() && kinds("eve").await.is_empty(), "one cannot, one wrote last");
    world.sign(&world.owner).await.expect("signed");
    world.send(&world.editor).await.expect("sent");
    assert_eq!(kinds("ann").await, [LetterKind::SignedOff, LetterKind::SharedSent]);
    let (_, fill) = letters(&data.services, "bob").await.pop().expect("a letter");
    assert_eq!(fill.get("who"), Some(&Value::Words("ann".to_owned())));
    assert!(matches!(fill.get("stop"), Some(Value::Private(_))), "{fill:?}");
    let page = format!("/account/organisations/harbour-lights/drafts/{}", world.draft);
    assert_eq!(fill.get("page"), Some(&Value::Page(page)));
});

on_both!(members_hear_of_another_closing_time, |data: Throwaway| async move {
    use domain::calls::{Reasons, Schedule};
    let world = World::new(&data.services).await;
    let zoned = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&world.call.zone).naive_local();
    let (opens, closes) = world.call.times.opens.zip(world.call.times.closes).expect("times");
    let schedule = Schedule {
        opens: zoned(opens),
        closes: zoned(closes + chrono::TimeDelta::days(3)),
        grace_minutes: 30,
        reasons: Reasons { run: "Snow.".to_owned(), moved: "Snow.".to_owned() },
    };
    services::calls::edit::schedule(&data.services, &world.call, schedule).await.expect("moved");
    for name in ["ann", "bob", "olwen"] {
        let kinds: Vec<_> = letters(&data.services, name).await.into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [LetterKind::ClosingMoved], "{name}");
    }
    let held = world.open(&world.editor).await;
    let nobody = co_signing::list(&data.services, &world.call, &world.form, &held).await;
    assert!(nobody.expect("a list").is_empty());
});
