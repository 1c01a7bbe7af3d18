//! What becomes of a letter at mail servers of every manner.

use chrono::TimeDelta;
use domain::mail::{Fill, LetterState as S, Value};
use services::on_both;
use services::testing::Throwaway;
use services::testing::smtp::{MailServer, Manner, Terms};

use crate::world::{
    Sending, a_while, later, letter_to, letters, only, put, put_many, to, until, until_tried,
};

on_both!(a_letter_arrives_whole_and_once, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    put(services, letter_to("ann@folkmoot.test")).await;
    let sending = Sending::start(services, Some(to(&server)));
    let held = until(services, &[S::Sent]).await;
    a_while().await;
    sending.stop().await;
    let arrived = server.arrived();
    assert_eq!(arrived.len(), 1);
    let letter = &arrived[0];
    assert_eq!((letter.from.as_str(), letter.to.as_str()), ("evidence@folkmoot.test", "ann@folkmoot.test"));
    assert_eq!(letter.header("From"), "\"The review\" <evidence@folkmoot.test>");
    assert_eq!(letter.header("Message-ID"), format!("<{}@folkmoot.test>", held[0].id));
    assert!(letter.header("List-Unsubscribe").starts_with("<https://folkmoot.test/letters/stop/"));
    assert!(letter.words.contains("\r\n.\r\nA line of its own\r\n"), "a dot is a dot: {}", letter.words);
    assert_eq!((held[0].said.as_str(), held[0].tries), ("2.0.0 taken", 1));
    let kept = only(services).await;
    assert_eq!(
        kept.fill.get("stop"),
        Some(&Value::Private(String::new())),
        "what opens something is forgotten"
    );
    let (subject, body) = kept.sent.expect("the words are kept as they were sent");
    assert_eq!(subject, "Letter test");
    assert!(body.contains("A line of its own") && body.contains("Stop: nothing"), "{body}");
});

on_both!(many_letters_go_over_one_line_and_bad_ones_do_not_stop_the_rest, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    put_many(services, 12).await;
    put(services, letter_to("no address at all")).await;
    server.next([Manner::Take, Manner::NoMailbox, Manner::NeverAtEnd, Manner::HangUpAfter, Manner::Take]);
    let sending = Sending::start(services, Some(to(&server)));
    let held = until(services, &[S::Sent, S::Bounced, S::Failed]).await;
    sending.stop().await;
    let count = |state: S| held.iter().filter(|row| row.state == state.as_str()).count();
    assert_eq!((count(S::Sent), count(S::Bounced), count(S::Failed)), (10, 1, 2));
    assert_eq!(server.arrived().len(), 10);
    let said = |state: S| {
        let mine = held.iter().filter(|row| row.state == state.as_str());
        mine.map(|row| row.said.clone()).collect::<Vec<_>>()
    };
    assert_eq!(said(S::Bounced), ["550 5.1.1 no such mailbox"]);
    let mut failed = said(S::Failed);
    failed.sort();
    assert_eq!(failed, ["554 5.7.1 we do not like it", "this is not an e-mail address"]);
});

on_both!(what_is_not_taken_now_is_tried_again_as_the_same_letter, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    put(services, letter_to("ann@folkmoot.test")).await;
    server.next([Manner::NotNow, Manner::NotNowAtEnd, Manner::SilentAtRecipient, Manner::SilentAtData]);
    let sending = Sending::start(services, Some(to(&server)));
    for (tries, pause) in [(1, 1), (2, 5), (3, 15), (4, 60)] {
        let held = until_tried(services, tries, &[S::Waiting]).await;
        assert_eq!(held[0].due_at, services.clock.now() + TimeDelta::minutes(pause), "{}", held[0].said);
        a_while().await;
        assert_eq!(letters(services).await[0].tries, tries, "it is not tried before its time");
        later(services, TimeDelta::minutes(pause));
    }
    let held = until(services, &[S::Sent]).await;
    sending.stop().await;
    assert_eq!(server.arrived().len(), 1);
    assert_eq!(server.arrived()[0].header("Message-ID"), held[0].message_id.clone().unwrap_or_default());
});

on_both!(a_letter_that_is_never_taken_fails_for_all_to_see, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    put(services, letter_to("ann@folkmoot.test")).await;
    server.next([Manner::NotNow; 10]);
    let sending = Sending::start(services, Some(to(&server)));
    for tries in 1..10 {
        let held = until_tried(services, tries, &[S::Waiting]).await;
        services.clock.set(held[0].due_at);
    }
    let held = until(services, &[S::Failed]).await;
    sending.stop().await;
    assert_eq!((held[0].tries, held[0].said.as_str()), (10, "451 4.7.1 come back later"));
    assert!(server.arrived().is_empty());
});

on_both!(what_may_have_arrived_waits_for_a_person, |data: Throwaway| async move {
    let services = &data.services;
    for (number, manner) in
        [Manner::SilentAtEnd, Manner::HangUpAtEnd, Manner::HangUpHalfway].into_iter().enumerate()
    {
        let server = MailServer::start();
        put(services, letter_to(&format!("person-{number}@folkmoot.test"))).await;
        server.next([manner]);
        let sending = Sending::start(services, Some(to(&server)));
        let held = until(services, &[S::Unsure]).await;
        later(services, TimeDelta::days(9));
        a_while().await;
        sending.stop().await;
        assert_eq!(letters(services).await, held, "{manner:?}: nothing happens by itself");
        assert_eq!(server.arrived().len(), usize::from(manner != Manner::HangUpHalfway), "{manner:?}");
    }
});

on_both!(words_of_which_the_end_never_left_are_sent_again, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    let mut letter = letter_to("ann@folkmoot.test");
    // More than the machine takes on behalf of a reader who does not read: four megabytes and some, where Linux is left as it is.
    letter.fill = Fill::new().with("size", Value::Words("4600000".to_owned()));
    put(services, letter).await;
    server.next([Manner::HangUpHalfway]);
    let sending = Sending::start(services, Some(to(&server)));
    until_tried(services, 1, &[S::Waiting]).await;
    assert!(server.arrived().is_empty());
    sending.stop().await;
});

on_both!(a_mail_server_that_is_away_costs_few_letters_a_try, |data: Throwaway| async move {
    let services = &data.services;
    let server = MailServer::start();
    let (address, smtp) = (server.address, to(&server));
    drop(server);
    put_many(services, 12).await;
    let sending = Sending::start(services, Some(smtp.clone()));
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    sending.stop().await;
    let held = letters(services).await;
    assert!(held.iter().all(|row| row.state == "waiting"), "all wait, and none is held");
    assert!((1..=4).contains(&held.iter().map(|row| row.tries).sum::<i32>()), "not every letter pays for it");
    assert!(held.iter().any(|row| row.said.contains("refused")), "and the team can read why");
    let server = MailServer::start_at(address, Terms::default());
    later(services, TimeDelta::minutes(1));
    let sending = Sending::start(services, Some(smtp));
    until(services, &[S::Sent]).await;
    sending.stop().await;
    assert_eq!(server.arrived().len(), 12);
});

on_both!(a_program_that_is_asked_to_stop_gives_back_what_has_not_left, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    put_many(services, 3).await;
    server.next([Manner::SilentAtData; 3]);
    let sending = Sending::start(services, Some(to(&server)));
    server.silent(3).await;
    sending.stop().await;
    let held = letters(services).await;
    assert!(
        held.iter().all(|row| row.state == "waiting" && row.lease_by.is_none() && row.tries == 0),
        "{held:?}"
    );
    let sending = Sending::start(services, Some(to(&server)));
    until(services, &[S::Sent]).await;
    sending.stop().await;
    assert_eq!(server.arrived().len(), 3, "without waiting for anything");
});
