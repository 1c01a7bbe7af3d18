//! What these tests have in common.

use std::time::Duration;

use chrono::TimeDelta;
use domain::Language;
use domain::mail::{Fill, LetterKind, LetterState, Stream, Value};
use sea_orm::EntityTrait;
use services::mail::{Letter, Office, Pace, Recipient, Sheet, Smtp, Tls, Written, desk, post, sender};
use services::store::entities::letter;
use services::testing::smtp::MailServer;
use services::{Failure, Services};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// A letter to this address, of a stream that it can stop, with something private in it.
pub fn letter_to(address: &str) -> Letter {
    Letter {
        kind: LetterKind::Test,
        stream: Some(Stream::Following),
        to: Recipient { address: address.to_owned(), name: "Ann Ŵyn".to_owned() },
        language: Language::English,
        fill: Fill::new().with("words", Value::Words(".\nA line of its own".to_owned())),
        key: format!("to {address}"),
    }
}

/// Posts a letter.
pub async fn put(services: &Services, letter: Letter) {
    let clock = services.clock.clone();
    services
        .db
        .write::<_, Failure, _>(move |txn| Box::pin(async move { post(txn, &clock, letter).await }))
        .await
        .expect("posted");
}

/// Posts so many letters, each to an address of its own.
pub async fn put_many(services: &Services, count: usize) {
    for number in 0..count {
        put(services, letter_to(&format!("person-{number}@folkmoot.test"))).await;
    }
}

/// Writes as plainly as can be. A letter with a size is padded to it.
pub fn pen(sheet: &Sheet<'_>) -> Written {
    let get = |name: &str| match sheet.fill.get(name) {
        Some(Value::Words(words)) => words.clone(),
        Some(Value::Private(path)) if sheet.reveal => format!("{}{path}", sheet.site),
        _ => "nothing".to_owned(),
    };
    let size: usize = get("size").parse().unwrap_or_default();
    let padding = "A long line of no meaning.\n".repeat(size / 27);
    Written {
        subject: format!("Letter {}", sheet.kind),
        plain: format!("{}\n\nStop: {}\n{padding}", get("words"), get("stop")),
        html: "<p>Letter</p>".to_owned(),
    }
}

/// How to reach a mail server, in the open.
pub fn to(server: &MailServer) -> Smtp {
    Smtp {
        host: server.address.ip().to_string(),
        port: server.address.port(),
        tls: Tls::None,
        login: None,
        from: "evidence@folkmoot.test".to_owned(),
        name: "The review".to_owned(),
        authority: None,
    }
}

/// An office in a hurry.
pub fn office(smtp: Option<Smtp>) -> Office {
    let pace = Pace {
        look: Duration::from_millis(20),
        lease: TimeDelta::seconds(15),
        sign: Duration::from_millis(50),
        answer: Duration::from_millis(400),
        verdict: Duration::from_millis(800),
        farewell: Duration::from_millis(300),
    };
    Office { smtp, site: "https://folkmoot.test".to_owned(), pen, pace }
}

/// Someone who sends until the end of the test, or until asked to stop.
pub struct Sending {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Sending {
    pub fn start(services: &Services, smtp: Option<Smtp>) -> Self {
        let (stop, stopping) = watch::channel(false);
        let task = tokio::spawn(sender::run(services.clone(), office(smtp), stopping));
        Self { stop, task }
    }

    /// Asks to stop and waits for the end.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        self.task.await.expect("it ends well");
    }

    /// Ends it as a power cut does.
    pub async fn kill(self) {
        self.task.abort();
        drop(self.task.await);
    }
}

/// Every letter, as it is held.
pub async fn letters(services: &Services) -> Vec<letter::Model> {
    letter::Entity::find().all(services.db.read()).await.expect("the letters")
}

/// Waits until all letters are in one of these states.
pub async fn until(services: &Services, states: &[LetterState]) -> Vec<letter::Model> {
    let mut held = Vec::new();
    for _ in 0..3000 {
        held = letters(services).await;
        let there = |row: &letter::Model| states.iter().any(|state| state.as_str() == row.state);
        if held.iter().all(there) {
            return held;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let states: Vec<_> = held.iter().map(|row| (&row.state, &row.said)).collect();
    panic!("within a minute they came no further than {states:?}");
}

/// Waits until all letters were tried so often and are in one of these states.
pub async fn until_tried(services: &Services, tries: i32, states: &[LetterState]) -> Vec<letter::Model> {
    for _ in 0..3000 {
        if letters(services).await.iter().all(|row| row.tries >= tries) {
            return until(services, states).await;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("they were not tried {tries} times within a minute");
}

/// Gives whoever sends the time to do what it must not do.
pub async fn a_while() {
    tokio::time::sleep(Duration::from_millis(300)).await;
}

/// Moves the clock on.
pub fn later(services: &Services, by: TimeDelta) {
    services.clock.set(services.clock.now() + by);
}

/// The only letter there is.
pub async fn only(services: &Services) -> desk::Posted {
    let held = letters(services).await;
    assert_eq!(held.len(), 1);
    desk::by_id(services, held[0].id).await.expect("the letter")
}
