//! Stopping letters: of one thing, of all, by a mail program's button, and where they came back.

use chrono::TimeDelta;
use domain::Language;
use domain::mail::{Followed as F, LetterKind, Rate};
use domain::responses::Consent;
use sea_orm::{EntityTrait, PaginatorTrait};
use services::outcomes::findings;
use services::store::entities::follower;
use services::testing::Throwaway;
use services::testing::spine::{Asked, ask, find, respond};
use services::{Failure, Services, follow, on_both};

use crate::world::{follow as get_letters, letters, secret, told};

const ANN: &str = "ann@folkmoot.test";

async fn publish(services: &Services, asked: &Asked, title: &str) {
    services.clock.set(services.clock.now() + TimeDelta::minutes(1));
    let given = respond(services, asked, title, Consent::WithName).await;
    let finding = find(services, asked, title, &[&given]).await;
    findings::publish(services, &finding).await.expect("published");
}

async fn followed(services: &Services, key: &str) -> usize {
    follow::mine(services, key, Language::English).await.expect("what is followed").all.len()
}

async fn followers(services: &Services) -> u64 {
    follower::Entity::find().count(services.db.read()).await.expect("a count")
}

on_both!(the_button_of_a_mail_program_stops_what_its_letter_told_of, |data: Throwaway| async move {
    let services = &data.services;
    let (one, other) = (ask(services, "One call").await, ask(services, "Other call").await);
    for call in [&one.call, &other.call] {
        get_letters(services, F::Call, &call.slug, ANN, Rate::AtOnce).await;
    }
    publish(services, &one, "first").await;
    let key = secret(&told(services, ANN).await[0], "stop");
    assert_eq!(followed(services, &key).await, 2);
    for _ in 0..2 {
        follow::stop_of_letter(services, &key).await.expect("stopped, twice");
    }
    assert_eq!(followed(services, &key).await, 1);
    publish(services, &one, "second").await;
    publish(services, &other, "third").await;
    let letters = told(services, ANN).await;
    assert_eq!(letters.len(), 2, "of the other call alone");
    let newer = secret(&letters[1], "stop");
    follow::stop_of_letter(services, &newer).await.expect("stopped");
    assert_eq!((followed(services, &key).await, followers(services).await), (0, 0), "nobody is left to know");
});

on_both!(who_stops_everything_is_forgotten_and_gets_nothing_that_waits, |data: Throwaway| async move {
    let services = &data.services;
    let (one, other) = (ask(services, "One call").await, ask(services, "Other call").await);
    for call in [&one.call, &other.call] {
        get_letters(services, F::Call, &call.slug, ANN, Rate::AtOnce).await;
        get_letters(services, F::Call, &call.slug, "bob@folkmoot.test", Rate::AtOnce).await;
    }
    publish(services, &one, "first").await;
    let key = secret(&told(services, ANN).await[0], "stop");
    let bobs = secret(&told(services, "bob@folkmoot.test").await[0], "stop");
    let of_bob = follow::mine(services, &bobs, Language::English).await.expect("his").all[0].id;
    follow::stop_one(services, &key, of_bob).await.expect("not hers to stop");
    assert_eq!(followed(services, &bobs).await, 2);
    follow::stop_all(services, &key).await.expect("stopped");
    let hers = letters(services, ANN, &[LetterKind::News]).await;
    assert_eq!(hers[0].state, "stopped");
    publish(services, &one, "second").await;
    assert_eq!(told(services, ANN).await.len(), 1);
    assert_eq!((followed(services, &key).await, followers(services).await), (0, 1));
    let nobody = follow::mine(services, "no-such-secret", Language::English).await;
    assert!(matches!(nobody, Err(Failure::NotFound(_))));
});
