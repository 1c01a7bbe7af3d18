//! Once and only once: several servers, and servers that die.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use domain::mail::LetterState as S;
use services::Failure;
use services::mail::{desk, post};
use services::on_both;
use services::testing::Throwaway;
use services::testing::smtp::{MailServer, Manner};

use crate::world::{Sending, a_while, later, letter_to, letters, only, put, put_many, to, until};

on_both!(an_act_that_fails_tells_nobody, |data: Throwaway| async move {
    let services = &data.services;
    let clock = services.clock.clone();
    let failed: Result<(), Failure> = services
        .db
        .write(move |txn| {
            Box::pin(async move {
                post(txn, &clock, letter_to("ann@folkmoot.test")).await?;
                Err(Failure::Refused("error-letter-again"))
            })
        })
        .await;
    assert!(failed.is_err() && letters(services).await.is_empty());
});

on_both!(a_letter_that_is_posted_twice_is_one_letter, |data: Throwaway| async move {
    let services = &data.services;
    put(services, letter_to("ann@folkmoot.test")).await;
    put(services, letter_to("ann@folkmoot.test")).await;
    only(services).await;
});

on_both!(servers_that_share_an_outbox_send_each_letter_once, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    put_many(services, 60).await;
    let all: Vec<_> = (0..3).map(|_| Sending::start(services, Some(to(&server)))).collect();
    until(services, &[S::Sent]).await;
    a_while().await;
    for sending in all {
        sending.stop().await;
    }
    let arrived = server.arrived();
    let addresses: BTreeSet<_> = arrived.iter().map(|letter| letter.to.clone()).collect();
    assert_eq!((arrived.len(), addresses.len()), (60, 60));
});

on_both!(three_deaths_before_the_words_leave_one_letter, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    put(services, letter_to("ann@folkmoot.test")).await;
    server.next([Manner::SilentAtRecipient, Manner::SilentAtData, Manner::SilentAtData]);
    for death in 1..=3 {
        let sending = Sending::start(services, Some(to(&server)));
        server.silent(death).await;
        sending.kill().await;
        assert_eq!(letters(services).await[0].state, "sending", "it is still held by the dead");
        later(services, TimeDelta::seconds(16));
    }
    let sending = Sending::start(services, Some(to(&server)));
    until(services, &[S::Sent]).await;
    a_while().await;
    sending.stop().await;
    assert_eq!(server.arrived().len(), 1);
});

on_both!(a_death_after_the_words_left_is_shown_and_never_sent_again, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    put(services, letter_to("ann@folkmoot.test")).await;
    server.next([Manner::SilentAtEnd]);
    let sending = Sending::start(services, Some(to(&server)));
    server.silent(1).await;
    sending.kill().await;
    assert_eq!(letters(services).await[0].state, "handing");
    for _ in 0..2 {
        later(services, TimeDelta::seconds(16));
        let sending = Sending::start(services, Some(to(&server)));
        until(services, &[S::Unsure]).await;
        a_while().await;
        sending.stop().await;
    }
    assert_eq!(server.arrived().len(), 1, "exactly one");
    let letter = only(services).await;
    assert_eq!(letter.message_id, Some(server.arrived()[0].header("Message-ID")), "it can be looked for");
    desk::arrived(services, letter.id).await.expect("someone has looked");
    assert_eq!(only(services).await.state, S::Sent);
    assert!(desk::arrived(services, letter.id).await.is_err(), "once is enough");
});

on_both!(a_person_may_have_it_sent_again_under_the_same_name, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    put(services, letter_to("ann@folkmoot.test")).await;
    server.next([Manner::HangUpHalfway]);
    let sending = Sending::start(services, Some(to(&server)));
    until(services, &[S::Unsure]).await;
    let before = only(services).await;
    desk::again(services, before.id).await.expect("a person decides");
    until(services, &[S::Sent]).await;
    sending.stop().await;
    assert_eq!(server.arrived().len(), 1);
    assert_eq!(before.message_id, Some(server.arrived()[0].header("Message-ID")));
    assert!(desk::again(services, before.id).await.is_err(), "what was sent is sent");
});
