//! Stopping letters of a stream, by a link that needs no account.

use domain::mail::{LetterState as S, Stream, Value};
use sea_orm::{ActiveValue::Set, EntityTrait};
use services::mail::stops;
use services::store::entities::follower;
use services::testing::Throwaway;
use services::testing::smtp::{MailServer, Manner};
use services::{Failure, on_both};

use crate::world::{Sending, letter_to, only, put, to, until};

on_both!(whoever_stops_gets_no_more_until_they_ask_for_them, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    put(services, letter_to("Ann@folkmoot.test")).await;
    let Some(Value::Private(path)) = only(services).await.fill.get("stop").cloned() else {
        panic!("the way out is in the letter")
    };
    let token = path.rsplit('/').next().expect("a secret").to_owned();
    assert_eq!(token.len(), 64);
    let sending = Sending::start(services, Some(to(&server)));
    until(services, &[S::Sent]).await;

    let way = async || stops::way(services, &token).await.expect("the way");
    assert!(!way().await.stopped, "looking stops nothing");
    for _ in 0..2 {
        stops::stop(services, &token).await.expect("stopped");
    }
    assert!(way().await.stopped);
    assert_eq!(way().await.stream, Stream::Following);
    let mut next = letter_to("ann@folkmoot.test");
    next.key = "the next".to_owned();
    put(services, next).await;
    let mut other = letter_to("ann@folkmoot.test");
    (other.key, other.stream) = ("another stream".to_owned(), Some(Stream::Invitations));
    put(services, other).await;
    let held = until(services, &[S::Sent, S::Stopped]).await;
    assert_eq!(held.iter().filter(|row| row.state == "stopped").count(), 1);
    assert_eq!(server.arrived().len(), 2, "what was stopped is not sent; what was not is");

    stops::go_on(services, &token).await.expect("on");
    let mut last = letter_to("ann@folkmoot.test");
    last.key = "the last".to_owned();
    put(services, last).await;
    until(services, &[S::Sent, S::Stopped]).await;
    sending.stop().await;
    assert_eq!(server.arrived().len(), 3);
});

on_both!(a_secret_that_is_none_opens_nothing, |data: Throwaway| async move {
    let services = &data.services;
    put(services, letter_to("ann@folkmoot.test")).await;
    for token in ["", "x", &"0".repeat(64)] {
        assert!(stops::way(services, token).await.is_err());
        assert!(stops::stop(services, token).await.is_err());
    }
});

on_both!(where_a_letter_bounces_nothing_more_is_sent_to_a_follower, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    let row = follower::ActiveModel {
        id: Set(services.clock.id()),
        address: Set("ann@folkmoot.test".to_owned()),
        address_hash: Set(services::secrets::hash("ann@folkmoot.test")),
        language: Set("en".to_owned()),
        since: Set(services.clock.now()),
        paused_at: Set(None),
    };
    let written = services.db.write::<_, Failure, _>(move |txn| {
        Box::pin(async move { Ok(follower::Entity::insert(row).exec_without_returning(txn).await?) })
    });
    written.await.expect("a follower");
    put(services, letter_to("ann@folkmoot.test")).await;
    server.next([Manner::NoMailbox]);
    let sending = Sending::start(services, Some(to(&server)));
    until(services, &[S::Bounced]).await;
    sending.stop().await;
    let held = follower::Entity::find().one(services.db.read()).await.expect("read").expect("the follower");
    assert_eq!(held.paused_at, Some(services.clock.now()));
});
