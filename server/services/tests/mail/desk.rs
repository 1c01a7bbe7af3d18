//! What the team does about letters.

use chrono::TimeDelta;
use domain::Language;
use domain::mail::{LetterKind, LetterState as S, LetterText, TestLetter, Value};
use services::mail::{Letter, desk, stops, texts};
use services::on_both;
use services::testing::Throwaway;
use services::testing::smtp::{MailServer, Manner};

use crate::world::{Sending, a_while, later, letter_to, letters, only, put, put_many, to, until};

on_both!(without_a_mail_server_letters_are_kept_until_a_person_sends_them, |data: Throwaway| async move {
    let services = &data.services;
    put_many(services, 3).await;
    let sending = Sending::start(services, None);
    until(services, &[S::Kept]).await;
    sending.stop().await;
    let server = MailServer::start().await;
    let sending = Sending::start(services, Some(to(&server)));
    a_while().await;
    assert!(server.arrived().is_empty(), "old letters do not leave by surprise");
    let first = letters(services).await[0].id;
    desk::again(services, first).await.expect("one of them");
    assert_eq!(desk::all_again(services, S::Kept).await.expect("the rest"), 2);
    until(services, &[S::Sent]).await;
    sending.stop().await;
    assert_eq!(server.arrived().len(), 3);
});

on_both!(while_sending_is_paused_nothing_leaves, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start().await);
    assert_eq!(desk::paused(services).await.expect("read"), None);
    let since = services.clock.now();
    desk::pause(services).await.expect("paused");
    later(services, TimeDelta::minutes(1));
    desk::pause(services).await.expect("pausing twice is pausing once");
    assert_eq!(desk::paused(services).await.expect("read"), Some(since));
    put_many(services, 2).await;
    let sending = Sending::start(services, Some(to(&server)));
    a_while().await;
    assert!(server.arrived().is_empty());
    desk::go_on(services).await.expect("on");
    until(services, &[S::Sent]).await;
    sending.stop().await;
});

on_both!(the_shelves_hold_every_letter_once, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start().await);
    put_many(services, 6).await;
    server.next([Manner::Take, Manner::NoMailbox, Manner::NeverAtEnd, Manner::HangUpAtEnd, Manner::NotNow]);
    let sending = Sending::start(services, Some(to(&server)));
    let ends = [S::Sent, S::Bounced, S::Failed, S::Unsure, S::Waiting];
    for _ in 0..2 {
        until(services, &ends).await;
        a_while().await;
    }
    sending.stop().await;
    let counts = desk::counts(services).await.expect("counts");
    let count = |shelf: S| counts[&shelf];
    let all = [S::Waiting, S::Unsure, S::Failed, S::Bounced, S::Kept, S::Stopped, S::Sent].map(count);
    assert_eq!(all, [1, 1, 1, 1, 0, 0, 2]);
    for shelf in desk::SHELVES {
        let listed = desk::list(services, shelf, 1).await.expect("a page");
        assert_eq!(listed.len() as u64, count(shelf), "{shelf}");
        assert!(desk::list(services, shelf, 2).await.expect("a page").is_empty());
    }
});

on_both!(a_text_of_the_team_is_used_until_it_is_taken_back, |data: Throwaway| async move {
    let services = &data.services;
    let (kind, language) = (LetterKind::Test, Language::Welsh);
    let own = async || texts::own(services.db.read(), kind, language).await.expect("read");
    assert_eq!(own().await, None);
    for words in ["First", "Second"] {
        let text = LetterText { subject: words.to_owned(), body: words.to_owned() };
        texts::write(services, kind, language, text.clone(), None).await.expect("written");
        assert_eq!(own().await, Some(text));
    }
    assert_eq!(texts::all(services).await.expect("all").len(), 1);
    assert!(texts::own(services.db.read(), kind, Language::English).await.expect("read").is_none());
    texts::reset(services, kind, language).await.expect("taken back");
    assert_eq!(own().await, None);
});

on_both!(a_test_letter_goes_where_it_is_asked_to, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start().await);
    let asked = TestLetter { address: "ann@folkmoot.test".to_owned(), language: Language::Welsh };
    for _ in 0..2 {
        desk::test(services, asked.clone()).await.expect("posted");
    }
    let sending = Sending::start(services, Some(to(&server)));
    until(services, &[S::Sent]).await;
    sending.stop().await;
    assert_eq!(server.arrived().len(), 2, "asked for twice, sent twice");
    assert_eq!(server.arrived()[0].header("Content-Language"), "cy");
});

on_both!(whom_a_letter_was_for_is_forgotten_and_the_way_out_is_not, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start().await);
    put_many(services, 1).await;
    let Some(Value::Private(path)) = only(services).await.fill.get("stop").cloned() else {
        panic!("a way out")
    };
    let token = path.rsplit('/').next().expect("a secret");
    let sending = Sending::start(services, Some(to(&server)));
    until(services, &[S::Sent]).await;
    sending.stop().await;
    for (days, forgotten) in [(179, false), (2, true)] {
        later(services, TimeDelta::days(days));
        let sending = Sending::start(services, None);
        a_while().await;
        sending.stop().await;
        assert_eq!(only(services).await.forgotten(), forgotten);
    }
    let row = &letters(services).await[0];
    assert!(row.body.is_none() && row.subject.is_none() && row.name.is_empty() && row.fill == "{}");
    stops::stop(services, token).await.expect("it still leads out");
    put_again(services).await;
    let sending = Sending::start(services, Some(to(&server)));
    until(services, &[S::Sent, S::Stopped]).await;
    sending.stop().await;
    assert_eq!(server.arrived().len(), 1, "the next letter to the same address is not sent");
});

/// One more letter to the first address.
async fn put_again(services: &services::Services) {
    put(services, Letter { key: "again".to_owned(), ..letter_to("person-0@folkmoot.test") }).await;
}
