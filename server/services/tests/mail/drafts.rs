//! The private link of a draft by letter, and its reminder: to one address that nobody keeps.

use chrono::TimeDelta;
use domain::Language;
use domain::calls::{Reasons, Schedule};
use domain::mail::{LetterKind, LetterState as S};
use domain::responses::{About, Consent, LinkByLetter, REMINDER_DAYS, RespondentKind};
use services::calls::{self, Call, edit, questionnaire};
use services::responses::{Draft, by_letter, draft, submit};
use services::store::entities::letter;
use services::testing::Throwaway;
use services::testing::smtp::MailServer;
use services::testing::spine::ask;
use services::{Failure, Services, on_both};

use crate::world::{Sending, later, letters, to, until};

async fn begin(services: &Services, call: &Call) -> (String, Draft) {
    let secret = draft::begin(services, call, "en").await.expect("begun");
    let begun = draft::find(services, &secret).await.expect("a draft");
    (secret, begun)
}

async fn send(services: &Services, call: &Call, of: &(String, Draft), remind: bool) -> Result<(), Failure> {
    let wanted = LinkByLetter { address: "sioned@folkmoot.test".to_owned(), remind };
    by_letter::send(services, call, &of.1, &of.0, wanted, Language::English).await
}

async fn reminders(services: &Services) -> Vec<letter::Model> {
    let all = letters(services).await;
    all.into_iter().filter(|row| row.kind == LetterKind::DraftReminder.as_str()).collect()
}

on_both!(the_link_goes_at_once_and_the_reminder_before_closing, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    let call = ask(services, "One call").await.call;
    let begun = begin(services, &call).await;
    send(services, &call, &begun, true).await.expect("on its way");
    let due = call.times.closes.expect("a time") - TimeDelta::days(REMINDER_DAYS);
    assert_eq!(by_letter::reminder(services, &begun.1).await.expect("planned"), Some(due));

    let sending = Sending::start(services, Some(to(&server)));
    let link = loop {
        let all = letters(services).await;
        if let Some(sent) = all.into_iter().find(|row| row.state == S::Sent.as_str()) {
            break sent;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    };
    assert_eq!((link.kind.as_str(), link.address.as_str(), link.fill.as_str()), ("draft-link", "", "{}"));
    assert_eq!(server.arrived().len(), 1, "the reminder waits");
    services.clock.set(due + TimeDelta::seconds(1));
    let all = until(services, &[S::Sent]).await;
    sending.stop().await;
    assert_eq!(server.arrived().len(), 2);
    assert!(all.iter().all(|row| row.address.is_empty() && row.fill == "{}"), "{all:?}");
});

on_both!(a_reminder_moves_with_the_closing_time, |data: Throwaway| async move {
    let services = &data.services;
    let call = ask(services, "One call").await.call;
    let (mine, other) = (begin(services, &call).await, begin(services, &call).await);
    send(services, &call, &mine, true).await.expect("on its way");
    send(services, &call, &other, false).await.expect("on its way");
    let closes = call.times.closes.expect("a time") + TimeDelta::days(7);
    let schedule = Schedule {
        opens: call.times.opens.expect("a time").naive_utc(),
        closes: closes.naive_utc(),
        grace_minutes: 30,
        reasons: Reasons { run: "It is a test.".to_owned(), moved: "Somebody asked for it.".to_owned() },
    };
    edit::schedule(services, &call, schedule).await.expect("moved");
    let moved = reminders(services).await;
    assert_eq!(moved.len(), 1);
    assert_eq!(moved[0].due_at, closes - TimeDelta::days(REMINDER_DAYS));
});

on_both!(nobody_is_reminded_of_what_was_sent, |data: Throwaway| async move {
    let services = &data.services;
    let call = ask(services, "One call").await.call;
    let begun = begin(services, &call).await;
    send(services, &call, &begun, true).await.expect("on its way");
    let form = questionnaire(services.db.read(), call.id).await.expect("the questions");
    let about = About {
        kind: Some(RespondentKind::Individual),
        consent: Some(Consent::WithoutName),
        ..About::default()
    };
    draft::save_about(services, &begun.1, &about).await.expect("kept");
    let whole = draft::find(services, &begun.0).await.expect("a draft");
    assert_eq!(whole.unfinished(&form), []);
    submit::submit(services, &call, &form, &whole, "en", Vec::new()).await.expect("sent");
    assert_eq!(reminders(services).await, [], "nor is the address kept");
    send(services, &call, &begun, false).await.expect_err("it was sent");
});

on_both!(a_draft_that_is_closed_to_its_writer_is_not_remembered, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    let call = ask(services, "One call").await.call;
    send(services, &call, &begin(services, &call).await, true).await.expect("on its way");
    edit::close_now(services, &call).await.expect("closed");
    later(services, TimeDelta::hours(1));
    let sending = Sending::start(services, Some(to(&server)));
    let all = until(services, &[S::Sent, S::Stopped]).await;
    sending.stop().await;
    assert_eq!(server.arrived().len(), 1, "the link alone");
    assert!(all.iter().all(|row| row.address.is_empty()), "{all:?}");
});

on_both!(a_reminder_is_taken_back_and_a_link_is_not_sent_for_ever, |data: Throwaway| async move {
    let services = &data.services;
    let call = ask(services, "One call").await.call;
    let begun = begin(services, &call).await;
    for _ in 0..by_letter::MOST {
        send(services, &call, &begun, true).await.expect("on its way");
    }
    assert_eq!(reminders(services).await.len(), 1, "one reminder, however often it was asked for");
    let refused = send(services, &call, &begun, false).await.expect_err("too often");
    assert!(matches!(&refused, Failure::Invalid(found) if found.at("email").is_some()), "{refused:?}");
    by_letter::stop(services, &begun.1).await.expect("taken back");
    assert_eq!(by_letter::reminder(services, &begun.1).await.expect("none"), None);
    assert_eq!(reminders(services).await, []);
    let another = begin(services, &calls::by_id(services, call.id).await.expect("it is there")).await;
    send(services, &call, &another, false).await.expect("each draft by itself");
});

on_both!(a_receipt_goes_to_an_address_that_is_forgotten, |data: Throwaway| async move {
    let (services, server) = (&data.services, MailServer::start());
    let call = ask(services, "One call").await.call;
    let begun = begin(services, &call).await;
    let receipt = async |draft: &Draft| {
        let to = "sioned@folkmoot.test".to_owned();
        by_letter::send_receipt(services, &call, draft, to, Language::English).await
    };
    assert!(matches!(receipt(&begun.1).await, Err(Failure::NotFound("receipt"))), "nothing was sent yet");
    let form = questionnaire(services.db.read(), call.id).await.expect("the questions");
    let about = About {
        kind: Some(RespondentKind::Individual),
        consent: Some(Consent::WithoutName),
        ..About::default()
    };
    draft::save_about(services, &begun.1, &about).await.expect("kept");
    let whole = draft::find(services, &begun.0).await.expect("a draft");
    let sent = submit::submit(services, &call, &form, &whole, "en", Vec::new()).await.expect("sent");
    for _ in 0..by_letter::MOST {
        receipt(&whole).await.expect("on its way");
    }
    let refused = receipt(&whole).await.expect_err("too often");
    assert!(matches!(&refused, Failure::Invalid(found) if found.at("email").is_some()), "{refused:?}");
    // Here letters have no texts: what a text can say is what goes along until it is sent.
    let waiting = letters(services).await;
    assert!(waiting.iter().all(|row| row.fill.contains(&sent.reference)), "it says which response it is of");
    assert!(waiting.iter().all(|row| !row.fill.contains(&begun.0) && !row.fill.contains("/resume/")));
    let sending = Sending::start(services, Some(to(&server)));
    let all = until(services, &[S::Sent]).await;
    sending.stop().await;
    assert_eq!(all.len() as u64, by_letter::MOST);
    assert!(all.iter().all(|row| row.address.is_empty() && row.fill == "{}"), "{all:?}");
    let arrived = format!("{:?}", server.arrived());
    assert!(!arrived.contains(&begun.0) && !arrived.contains("/resume/"), "it opens nothing");
});
