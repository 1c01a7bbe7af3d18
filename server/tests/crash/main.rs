//! `kill -9` at random moments under load, again and again: every acknowledged submission is there once, none is torn,
//! the database is whole and the index catches up. What else must outlive a kill has a module of its own.

mod call;
mod client;
mod drafts;
mod index;
mod letters;
mod output;
mod server;
mod writer;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use call::QUESTIONS;
use client::Client;
use sea_orm::{ConnectionTrait, DatabaseBackend, EntityTrait, Statement};
use server::Server;
use services::store::entities::{answer, response};
use services::{Clock, Place, Services};

/// How often the server is killed.
const KILLS: u32 = 50;

/// How many respondents answer at once.
const RESPONDENTS: usize = 8;

/// A word that is in every answer, beside a word that is in the answers of one respondent alone.
const SHARED: &str = "lantern";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_when_the_server_is_killed() {
    let _alone = server::ALONE.lock().await;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = Place::folder(folder.path());
    call::prepare(&place).await;
    let acknowledged = Arc::new(Mutex::new(HashMap::new()));
    // The moments only need to be spread over everything a submission does; they need no seed to be fair.
    let chance = Clock::machine();
    for round in 0..KILLS {
        let server = Server::start(&place);
        let load = (0..RESPONDENTS).map(|who| {
            let (acknowledged, name) = (Arc::clone(&acknowledged), format!("r{round}w{who}"));
            tokio::spawn(respond_until_killed(server.address, name, acknowledged))
        });
        let load: Vec<_> = load.collect();
        let [a, b] = chance.bytes::<2>();
        tokio::time::sleep(Duration::from_millis(10 + u64::from(a) + u64::from(b))).await;
        server.kill();
        for respondent in load {
            respondent.await.expect("a respondent does not panic");
        }
    }
    let acknowledged = acknowledged.lock().expect("no panic").clone();
    let stored = check(&place, &acknowledged).await;
    index::check(&place, &stored, QUESTIONS).await;
}

/// Submits one response after another until the server is gone, and notes each that was acknowledged.
async fn respond_until_killed(
    address: SocketAddr,
    name: String,
    acknowledged: Arc<Mutex<HashMap<String, String>>>,
) {
    for number in 0.. {
        let mark = format!("{name}n{number}");
        let Some(reference) = respond(address, &mark).await else { return };
        acknowledged.lock().expect("no panic").insert(mark, reference);
    }
}

/// One whole response; nothing once the server is gone.
async fn respond(address: SocketAddr, mark: &str) -> Option<String> {
    let mut client = Client::new(address);
    call::begin(&mut client).await?;
    for number in 1..=QUESTIONS {
        let words = format!("{mark}+{SHARED}");
        client.post(&call::question(number), &[("answer", &words)]).await?;
    }
    client.post("/calls/crash/answer/consent", &[("consent", "not-at-all")]).await?;
    let sent = client.post("/calls/crash/answer/check", &[]).await?;
    assert_eq!(sent.location.as_deref(), Some("/calls/crash/confirmation"));
    let page = client.get("/calls/crash/confirmation").await;
    // The redirect was the acknowledgement; the reference is read where the server lived long enough to show it.
    let reference =
        page.and_then(|page| Some(page.body.split("<strong>").nth(1)?.split('<').next()?.to_owned()));
    Some(reference.unwrap_or_default())
}

/// Checks every page of the database, where that is SQLite: its file is the only one that the killed program wrote to itself.
async fn check_pages(services: &Services) {
    if services.db.backend() != DatabaseBackend::Sqlite {
        return;
    }
    let check = Statement::from_string(DatabaseBackend::Sqlite, "PRAGMA integrity_check");
    let row = services.db.read().query_one_raw(check).await.expect("a check").expect("a row");
    let whole: String = row.try_get_by_index(0).expect("a text");
    assert_eq!(whole, "ok");
}

/// Checks the database, and gives the mark of everything that is stored with its reference.
async fn check(place: &Place, acknowledged: &HashMap<String, String>) -> HashMap<String, String> {
    let services = Services::open(place, Clock::machine()).await.expect("the data opens");
    let read = services.db.read();
    check_pages(&services).await;
    let responses = response::Entity::find().all(read).await.expect("responses");
    let mut marks: HashMap<String, Vec<&response::Model>> = HashMap::new();
    let answers = answer::Entity::find().all(read).await.expect("answers");
    for held in &responses {
        let mine: Vec<_> = answers.iter().filter(|answer| answer.response_id == held.id).collect();
        assert_eq!(mine.len(), QUESTIONS, "a response is torn");
        let (mark, _) = mine[0].text.split_once(' ').expect("a mark and more words");
        marks.entry(mark.to_owned()).or_default().push(held);
    }
    for (mark, reference) in acknowledged {
        let held = marks.get(mark).unwrap_or_else(|| panic!("the acknowledged submission {mark} is lost"));
        assert_eq!(held.len(), 1, "the submission {mark} is there more than once");
        assert!(
            reference.is_empty() || held[0].reference == *reference,
            "another reference was shown for {mark}"
        );
    }
    assert!(
        acknowledged.len() > KILLS as usize,
        "there was hardly any load: {} submissions",
        acknowledged.len()
    );
    let noted = services::store::outbox::after(read, 0, 1_000_000).await.expect("the outbox");
    assert_eq!(noted.len(), responses.len(), "each response is in the outbox once");
    eprintln!(
        "{KILLS} kills, {} submissions acknowledged, {} stored, all whole",
        acknowledged.len(),
        responses.len()
    );
    let alone = |held: Vec<&response::Model>| {
        assert_eq!(held.len(), 1, "a submission is there more than once");
        held[0].reference.clone()
    };
    marks.into_iter().map(|(mark, held)| (mark, alone(held))).collect()
}
