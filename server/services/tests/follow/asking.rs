//! Asking for letters, and saying yes.

use chrono::TimeDelta;
use domain::Language;
use domain::mail::{Followed as F, LetterKind, Rate};
use sea_orm::{EntityTrait, PaginatorTrait};
use services::follow::{self, worker};
use services::store::entities::{follow_request, follower, following};
use services::testing::Throwaway;
use services::testing::spine::{ask as open_call, ask_quietly};
use services::{Failure, on_both};

use crate::world::{ask, asked, follow, letters};

const ANN: &str = "ann@folkmoot.test";

on_both!(nobody_gets_letters_without_saying_yes, |data: Throwaway| async move {
    let services = &data.services;
    let call = open_call(services, "One call").await.call;
    ask(services, F::Call, &call.slug, ANN, Rate::Daily).await;
    let secret = asked(services, ANN).await;
    assert_eq!(follower::Entity::find().count(services.db.read()).await.expect("a count"), 0);
    for _ in 0..2 {
        let request = follow::request(services, &secret, Language::English).await.expect("the request");
        assert!(!request.confirmed, "looking changes nothing");
        assert_eq!((request.found.title.as_str(), request.rate), ("One call", Rate::Daily));
    }
    for _ in 0..2 {
        follow::confirm(services, &secret).await.expect("said yes, twice");
    }
    assert_eq!(following::Entity::find().count(services.db.read()).await.expect("a count"), 1);
    // Whoever asks again gets the same letter as anyone, and may choose another rate by it.
    follow(services, F::Call, &call.slug, "Ann@Folkmoot.test", Rate::Weekly).await;
    let rows = following::Entity::find().all(services.db.read()).await.expect("the rows");
    assert_eq!((rows.len(), rows[0].rate.as_str()), (1, "weekly"));
    let wrong = follow::confirm(services, "no-such-secret").await;
    assert!(matches!(wrong, Err(Failure::NotFound(_))));
});

on_both!(who_does_not_say_yes_is_forgotten_after_a_week, |data: Throwaway| async move {
    let services = &data.services;
    let call = open_call(services, "One call").await.call;
    ask(services, F::Call, &call.slug, ANN, Rate::AtOnce).await;
    let secret = asked(services, ANN).await;
    services.clock.set(services.clock.now() + TimeDelta::days(7) - TimeDelta::seconds(1));
    worker::catch_up(services).await.expect("done");
    assert_eq!(follow_request::Entity::find().count(services.db.read()).await.expect("a count"), 1);
    services.clock.set(services.clock.now() + TimeDelta::seconds(2));
    worker::catch_up(services).await.expect("done");
    assert_eq!(follow_request::Entity::find().count(services.db.read()).await.expect("a count"), 0);
    assert!(follow::confirm(services, &secret).await.is_err());
});

on_both!(a_strangers_mailbox_is_not_flooded, |data: Throwaway| async move {
    let services = &data.services;
    let call = open_call(services, "One call").await.call;
    for _ in 0..15 {
        ask(services, F::Call, &call.slug, ANN, Rate::AtOnce).await;
    }
    assert_eq!(letters(services, ANN, &[LetterKind::Follow]).await.len(), 10);
    services.clock.set(services.clock.now() + TimeDelta::days(1));
    ask(services, F::Call, &call.slug, ANN, Rate::AtOnce).await;
    assert_eq!(letters(services, ANN, &[LetterKind::Follow]).await.len(), 11, "another day is another day");
});

on_both!(what_is_not_public_cannot_be_followed, |data: Throwaway| async move {
    let services = &data.services;
    let call = ask_quietly(services, "A secret call").await.call;
    for (of, slug) in [
        (F::Call, call.slug.as_str()),
        (F::Call, "no-such-call"),
        (F::Theme, "no-such-theme"),
        (F::Recommendation, "x"),
        (F::Assembly, "x"),
        (F::Organisation, "x"),
    ] {
        let found = follow::find(services, of, slug, Language::English).await;
        assert!(matches!(found, Err(Failure::NotFound(_))), "{of} {slug}: {found:?}");
    }
});
