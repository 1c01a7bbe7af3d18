//! `kill -9` at random moments under load, again and again: every acknowledged submission is there once, none is torn,
//! the database is whole and the index catches up.

mod client;
mod index;
mod letters;
mod output;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::TimeDelta;
use client::Client;
use domain::calls::{
    Asks, CallDetails, CallKind, PrivacyNotice, QuestionDetails, Reasons, Schedule, SectionDetails,
};
use sea_orm::{ConnectionTrait, EntityTrait, Statement};
use services::calls::{by_slug, edit};
use services::store::entities::{answer, response};
use services::{Clock, Place, Services};

/// How often the server is killed.
const KILLS: u32 = 50;

/// How many respondents answer at once.
const RESPONDENTS: usize = 8;

/// A word that is in every answer, beside a word that is in the answers of one respondent alone.
const SHARED: &str = "lantern";

/// How many questions the call has; each submission answers all of them.
const QUESTIONS: usize = 4;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_when_the_server_is_killed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = Place::folder(folder.path());
    prepare(&place).await;
    let acknowledged = Arc::new(Mutex::new(HashMap::new()));
    // The moments only need to be spread over everything a submission does; they need no seed to be fair.
    let chance = Clock::machine();
    for round in 0..KILLS {
        let (mut server, address) = serve(folder.path());
        let load = (0..RESPONDENTS).map(|who| {
            let (acknowledged, name) = (Arc::clone(&acknowledged), format!("r{round}w{who}"));
            tokio::spawn(respond_until_killed(address, name, acknowledged))
        });
        let load: Vec<_> = load.collect();
        let [a, b] = chance.bytes::<2>();
        tokio::time::sleep(Duration::from_millis(10 + u64::from(a) + u64::from(b))).await;
        server.kill().expect("the server can be killed");
        server.wait().expect("the server has ended");
        for respondent in load {
            respondent.await.expect("a respondent does not panic");
        }
    }
    let acknowledged = acknowledged.lock().expect("no panic").clone();
    let stored = check(&place, &acknowledged).await;
    index::check(&place, &stored, QUESTIONS).await;
}

/// A call that is open, with a few questions.
async fn prepare(place: &Place) {
    let services = Services::open(place, Clock::machine()).await.expect("the data opens");
    let text = || "Text".to_owned();
    let details = CallDetails {
        kind: CallKind::CallForEvidence,
        title: "Crash".to_owned(),
        summary: text(),
        remit: text(),
        commissioner: text(),
        contact: text(),
        privacy_notice: PrivacyNotice::from_parts(|_| text()),
        publication_policy: text(),
    };
    let slug = edit::create(&services, details, None).await.expect("a call");
    let call = by_slug(&services, &slug).await.expect("the call");
    let section =
        edit::add_section(&services, call.id, SectionDetails::new(text(), "")).await.expect("a section");
    for number in 0..QUESTIONS {
        let asks = Asks::long_text(None);
        let question = QuestionDetails {
            required: true,
            ..QuestionDetails::new(section, format!("Question {number}"), asks)
        };
        edit::put_question(&services, call.id, None, question).await.expect("a question");
    }
    let now = services.clock.now().naive_utc();
    let times = Schedule {
        opens: now - TimeDelta::hours(3),
        closes: now + TimeDelta::days(9),
        grace_minutes: 30,
        reasons: Reasons::for_run("It is a test."),
    };
    edit::schedule(&services, &call, times).await.expect("times");
    edit::announce(&services, &by_slug(&services, &slug).await.expect("the call")).await.expect("announced");
}

/// Starts the built program and waits until it says where it is.
fn serve(data: &Path) -> (Child, SocketAddr) {
    serve_with(data, &[])
}

/// The same with these variables set.
fn serve_with(data: &Path, variables: &[(&str, String)]) -> (Child, SocketAddr) {
    use std::io::{BufRead, BufReader};
    let mut server = Command::new(env!("CARGO_BIN_EXE_folkmoot"))
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        // All that it is sent under load comes from one address.
        .envs(["RESPOND", "SECONDS_A_PAGE"].map(|name| (format!("FOLKMOOT_LIMITS_{name}"), "0")))
        .envs(variables.iter().map(|(name, value)| (name, value)))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let out = server.stdout.take().expect("its output");
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line).expect("it says where it is");
    let address = line.trim().rsplit('/').next().and_then(|at| at.parse().ok());
    (server, address.unwrap_or_else(|| panic!("the program said {line:?}")))
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
    client.post("/calls/crash/start", &[]).await?;
    client.post("/calls/crash/answer/who", &[("kind", "individual")]).await?;
    client.post("/calls/crash/answer/about", &[]).await?;
    for number in 1..=QUESTIONS {
        client
            .post(&format!("/calls/crash/answer/{number}"), &[("answer", &format!("{mark}+{SHARED}"))])
            .await?;
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

/// Checks the database, and gives the mark of everything that is stored with its reference.
async fn check(place: &Place, acknowledged: &HashMap<String, String>) -> HashMap<String, String> {
    let services = Services::open(place, Clock::machine()).await.expect("the data opens");
    let read = services.db.read();
    let whole = Statement::from_string(read.get_database_backend(), "PRAGMA integrity_check");
    let whole: String = read
        .query_one_raw(whole)
        .await
        .expect("a check")
        .expect("a row")
        .try_get_by_index(0)
        .expect("a text");
    assert_eq!(whole, "ok");
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
