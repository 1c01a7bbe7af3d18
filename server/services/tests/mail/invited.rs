//! Invitations to answer a call: each goes once, and only while there is a reason for it.

use chrono::TimeDelta;
use domain::Language;
use domain::forms::Form;
use domain::mail::{Fill, InviteeList, LetterState as S, Value};
use services::calls::invitees::{Progress, add, list, note, remind, remove};
use services::calls::{Call, edit};
use services::testing::Throwaway;
use services::testing::smtp::MailServer;
use services::testing::spine::ask;
use services::{Services, on_both};

use crate::world::{Sending, a_while, later, letters, to, until};

async fn invite(services: &Services, call: &Call, names: &[&str]) {
    let typed: Vec<String> = names.iter().map(|name| format!("{name}@folkmoot.test")).collect();
    let typed = InviteeList::of(&Form::from_pairs([("list", typed.join("\n"))])).expect("a list");
    add(services, call, typed, Language::English).await.expect("invited");
}

/// The secret of the personal link in the last letter to somebody.
async fn link(services: &Services, name: &str) -> String {
    let address = format!("{name}@folkmoot.test");
    let all = letters(services).await;
    let last = all.iter().filter(|row| row.address == address).max_by_key(|row| row.id).expect("a letter");
    match serde_json::from_str::<Fill>(&last.fill).expect("its values").get("link") {
        Some(Value::Private(path)) => path.rsplit('/').next().expect("a secret").to_owned(),
        other => panic!("{other:?}"),
    }
}

fn arrived(server: &MailServer) -> Vec<String> {
    let mut all: Vec<String> = server.arrived().into_iter().map(|letter| letter.to).collect();
    all.sort();
    all
}

on_both!(a_letter_that_has_lost_its_reason_does_not_leave, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    let call = ask(services, "One call").await.call;
    invite(services, &call, &["ann", "bob", "cat"]).await;
    note(services, call.id, &link(services, "ann").await, Progress::Answered).await.expect("noted");
    let bob = list(services, &call).await.expect("the list")[1].id;
    remove(services, &call, bob, false).await.expect("removed");
    let sending = Sending::start(services, Some(to(&server)));
    until(services, &[S::Sent, S::Stopped]).await;
    assert_eq!(arrived(&server), ["cat@folkmoot.test"], "who has answered or is off the list is left alone");
    let words = &server.arrived()[0];
    assert_eq!(words.header("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    sending.stop().await;

    later(services, TimeDelta::days(4));
    assert_eq!(remind(services, &call).await.expect("reminded"), 1);
    edit::close_now(services, &call).await.expect("closed");
    let sending = Sending::start(services, Some(to(&server)));
    until(services, &[S::Sent, S::Stopped]).await;
    a_while().await;
    sending.stop().await;
    assert_eq!(server.arrived().len(), 1, "nobody is reminded of what has closed");
});

on_both!(two_who_remind_at_once_write_to_each_once, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    let call = ask(services, "One call").await.call;
    invite(services, &call, &["ann", "bob", "cat", "dan"]).await;
    let sending = Sending::start(services, Some(to(&server)));
    until(services, &[S::Sent]).await;
    later(services, TimeDelta::days(4));
    let (one, other) = tokio::join!(remind(services, &call), remind(services, &call));
    assert_eq!(one.expect("reminded") + other.expect("reminded"), 4);
    until(services, &[S::Sent]).await;
    a_while().await;
    sending.stop().await;
    assert_eq!(server.arrived().len(), 8);
});
