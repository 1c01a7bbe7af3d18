//! Letters that let in whoever reads them.

use chrono::TimeDelta;
use domain::mail::{Fill, LetterKind, LetterState as S, Value};
use services::mail::{Letter, desk};
use services::on_both;
use services::testing::Throwaway;
use services::testing::smtp::{MailServer, Manner};

use crate::world::{Sending, later, letter_to, letters, only, put, to, until, until_tried};

fn secret_letter(address: &str) -> Letter {
    Letter {
        kind: LetterKind::TeamInvitation,
        stream: None,
        fill: Fill::new().with("words", Value::Words("Come in".to_owned())).with("stop", private()),
        ..letter_to(address)
    }
}

fn private() -> Value {
    Value::Private("/invitation/secret-of-ann".to_owned())
}

on_both!(a_secret_letter_is_read_by_whoever_gets_it_and_then_erased, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    put(services, secret_letter("ann@folkmoot.test")).await;
    server.next([Manner::NotNow]);
    let sending = Sending::start(services, Some(to(&server)));
    until_tried(services, 1, &[S::Waiting]).await;
    later(services, TimeDelta::minutes(2));
    let held = until(services, &[S::Sent]).await;
    sending.stop().await;
    assert!(server.arrived()[0].words.contains("secret-of-ann"), "also after a first try that failed");
    assert_eq!((held[0].fill.as_str(), &held[0].subject, &held[0].body), ("{}", &None, &None));
});

on_both!(a_secret_letter_that_did_not_go_is_erased_and_not_sent_again, |data: Throwaway| async move {
    let services = &data.services;
    for (manner, end) in [
        (Some(Manner::NoMailbox), S::Bounced),
        (Some(Manner::NeverAtEnd), S::Failed),
        (Some(Manner::HangUpAtEnd), S::Unsure),
        (None, S::Kept),
    ] {
        put(services, Letter { key: end.to_string(), ..secret_letter("ann@folkmoot.test") }).await;
        let server = MailServer::start();
        server.next(manner);
        let sending = Sending::start(services, manner.map(|_| to(&server)));
        until(services, &[S::Bounced, S::Failed, S::Unsure, S::Kept]).await;
        sending.stop().await;
        let held = letters(services).await.into_iter().find(|row| row.state == end.as_str());
        let held = held.unwrap_or_else(|| panic!("none is {end}"));
        assert_eq!((held.fill.as_str(), held.body), ("{}", None), "{end}");
        let letter = desk::by_id(services, held.id).await.expect("the letter");
        assert!(!desk::can_go(&letter));
        desk::again(services, held.id).await.expect_err("nothing is left to send");
    }
    assert_eq!(desk::all_again(services, S::Kept).await.expect("none of them"), 0);
});

on_both!(a_secret_letter_of_a_server_that_died_in_mid_send_is_erased, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    put(services, secret_letter("ann@folkmoot.test")).await;
    server.next([Manner::SilentAtEnd]);
    let sending = Sending::start(services, Some(to(&server)));
    server.silent(1).await;
    sending.kill().await;
    later(services, TimeDelta::minutes(1));
    let sending = Sending::start(services, None);
    until(services, &[S::Unsure]).await;
    sending.stop().await;
    assert!(only(services).await.sent.is_none());
    assert_eq!(letters(services).await[0].fill, "{}");
});
