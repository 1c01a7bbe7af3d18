//! Submissions: how many a second are taken and durable, and that none is lost.
//!
//! What is timed over HTTP is the last act, the one that must not fail at the deadline: sending a whole response. Its
//! pages were answered before, through the same routes. Each is one POST on a connection that is kept: the server finds
//! the draft, checks it, stores the response with its answers and its row of the outbox, marks the draft as sent,
//! commits durably (`synchronous=FULL`) and answers with the way to the confirmation.
//!
//! The yardstick writes the same rows through the same store, without HTTP and without reading anything first: one
//! submission a commit, and 64 a commit.

use std::collections::HashSet;
use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use domain::calls::QuestionKind;
use futures::future::try_join_all;
use services::responses::submit::store_draft;
use services::responses::{draft, read};
use services::{Clock, Failure, Place, Services};
use uuid::Uuid;

use crate::asked::{Asked, individual};
use crate::client::{Ask, Client};
use crate::disk;
use crate::load::{self, Load, Run};
use crate::report::{Figure, found, ms, rate, step};
use crate::respondent::{self, Ready, SHORT, WORDS};
use crate::server::Server;
use crate::texts::Texts;

/// One question of each of the kinds that most forms are made of.
const KINDS: [QuestionKind; 4] = [
    QuestionKind::ShortText,
    QuestionKind::LongText,
    QuestionKind::SingleChoice,
    QuestionKind::MultipleChoice,
];

/// How many clients send as fast as they are answered.
const CLIENTS: usize = 64;
/// How many responses these send.
const AT_ONCE: usize = 5_000;
/// The peak that is expected (twice the highest that is on record), and for how long it is tried.
const PEAK: (f64, f64) = (120.0, 10.0);
/// The burst.
const BURST: (f64, f64) = (500.0, 10.0);
/// More than ever wait, so that none waits for a free connection.
const CONNECTIONS: usize = 256;

/// Measures.
pub async fn figures(folder: &Path) -> anyhow::Result<Vec<Figure>> {
    std::fs::create_dir_all(folder)?;
    step("Submissions: the disk, and the store by itself");
    let disk = disk::fdatasyncs(folder)?;
    found(&format!("{} writes of 4 kB, each made durable (fdatasync)", rate(disk)));
    let (one, many) = in_process(&folder.join("in-process")).await?;
    found(&format!("{} in process, one submission a commit", rate(one)));
    found(&format!("{} in process, 64 submissions a commit", rate(many)));

    let (services, asked) = open(&folder.join("served")).await?;
    let server = Server::start(&folder.join("served"))?;
    let (peak, burst) = ((PEAK.0 * PEAK.1) as usize, (BURST.0 * BURST.1) as usize);
    let count = AT_ONCE + peak + burst;
    step(&format!("Submissions: {count} responses are answered up to the last page"));
    let ready = prepare(server.address, &asked, count).await?;

    step("Submissions: 64 clients, then 120 a second, then a burst of 500 a second");
    let (first, rest) = ready.split_at(AT_ONCE);
    let (second, third) = rest.split_at(peak);
    let at_once = load::closed(sending(server.address, CLIENTS, first)).await?;
    tell("as fast as 64 clients can", &at_once);
    let peak = load::open(sending(server.address, CONNECTIONS, second), PEAK.0).await?;
    tell("120 a second for 10 s", &peak);
    let burst = load::open(sending(server.address, CONNECTIONS, third), BURST.0).await?;
    tell("500 a second for 10 s", &burst);
    let receipts = receipts(server.address, &asked, third).await?;
    let stored = read::count(&services, asked.call.id).await?;
    found(&format!("{receipts} receipts of the burst, {stored} responses stored"));
    ensure!(stored == count as u64, "{count} were acknowledged, {stored} are stored");

    let sent = at_once.rate();
    Ok(vec![
        Figure {
            what: "Submissions over HTTP, 64 clients",
            measured: rate(sent),
            aim: "over 1 a commit".to_owned(),
            yardstick: format!("{} in process, 1 a commit", rate(one)),
            ratio: Some(sent / one),
            met: sent > one,
        },
        Figure {
            what: "",
            measured: rate(sent),
            aim: "half of 64 a commit".to_owned(),
            yardstick: format!("{} in process, 64 a commit", rate(many)),
            ratio: Some(sent / many),
            met: sent >= many / 2.0,
        },
        Figure {
            what: "",
            measured: rate(sent),
            aim: "(none)".to_owned(),
            yardstick: format!("{} fdatasync of 4 kB", rate(disk)),
            ratio: Some(sent / disk),
            met: true,
        },
        Figure {
            what: "Submissions at 120/s, p99",
            measured: ms(peak.times.p99()),
            aim: "under 200 ms".to_owned(),
            yardstick: String::new(),
            ratio: None,
            met: peak.times.p99() < Duration::from_millis(200),
        },
        Figure {
            what: "Burst of 500/s for 10 s, receipts",
            measured: format!("{receipts} of {}, p99 {}", third.len(), ms(burst.times.p99())),
            aim: "every one".to_owned(),
            yardstick: String::new(),
            ratio: None,
            met: receipts == third.len(),
        },
    ])
}

fn tell(what: &str, run: &Run) {
    let (p50, p99) = (ms(run.times.percentile(50.0)), ms(run.times.p99()));
    let longest = ms(run.times.longest());
    found(&format!("{what}: {}, p50 {p50}, p99 {p99}, longest {longest}", rate(run.rate())));
}

/// Many respondents at once go through the pages.
async fn prepare(address: SocketAddr, asked: &Asked, count: usize) -> anyhow::Result<Vec<Ready>> {
    let began = Instant::now();
    let texts = Texts::new(1);
    let tasks = (0..CLIENTS).map(|number| {
        let asked = asked.clone();
        let mut texts = texts.branch(&number.to_string());
        tokio::spawn(async move {
            let mut client = Client::new(address).await?;
            let mut ready = Vec::new();
            for _ in (number..count).step_by(CLIENTS) {
                ready.push(respondent::answer(&mut client, &asked, &mut texts).await?);
            }
            anyhow::Ok(ready)
        })
    });
    let mut ready = Vec::with_capacity(count);
    for part in try_join_all(tasks).await? {
        ready.extend(part?);
    }
    let pages: usize = ready.iter().map(|ready| ready.pages.len()).sum();
    found(&format!("{} pages saved", rate(pages as f64 / began.elapsed().as_secs_f64())));
    Ok(ready)
}

fn sending(address: SocketAddr, clients: usize, ready: &[Ready]) -> Load {
    Load { address, clients, asks: ready.iter().map(Ready::submission).collect(), status: 303 }
}

/// How many different references the receipts of these respondents show.
async fn receipts(address: SocketAddr, asked: &Asked, ready: &[Ready]) -> anyhow::Result<usize> {
    let mut client = Client::new(address).await?;
    let mut seen = HashSet::new();
    for respondent in ready {
        let page = Ask::get(format!("/calls/{}/confirmation", asked.call.slug)).with(&respondent.cookie);
        let page = client.expect(&page, 200).await?.text();
        let reference = page.split("<strong>").nth(1).and_then(|rest| rest.split('<').next());
        seen.insert(reference.context("no reference on the confirmation")?.to_owned());
    }
    Ok(seen.len())
}

/// How many submissions a second the store writes when one is a commit, and when 64 are.
async fn in_process(folder: &Path) -> anyhow::Result<(f64, f64)> {
    let (services, asked) = open(folder).await?;
    let one = write(&services, &asked, 1, 400).await?;
    let many = write(&services, &asked, 64, 64 * 60).await?;
    Ok((one, many))
}

/// A call with one question of each kind in empty data.
async fn open(folder: &Path) -> anyhow::Result<(Services, Asked)> {
    let services = Services::open(&Place::folder(folder), Clock::machine()).await?;
    let asked = Asked::new(&services, &KINDS).await?;
    Ok((services, asked))
}

async fn write(services: &Services, asked: &Asked, together: usize, count: usize) -> anyhow::Result<f64> {
    let mut texts = Texts::new(2);
    let now = services.clock.now();
    let mut submission = |draft: Uuid| {
        let texts = vec![texts.answer(SHORT), texts.answer(WORDS)];
        (draft, asked.submission(draft.to_string(), individual(), now, texts, 0))
    };
    let drafts = drafts(services, asked, count).await?;
    let pieces: Vec<Vec<_>> =
        drafts.chunks(together).map(|part| part.iter().copied().map(&mut submission).collect()).collect();
    let began = Instant::now();
    for piece in pieces {
        let clock = services.clock.clone();
        let written = services.db.write(move |txn| {
            Box::pin(async move {
                for (draft, submission) in piece {
                    store_draft(txn, &clock, draft, submission, &[]).await?;
                }
                Ok::<_, Failure>(())
            })
        });
        written.await?;
    }
    Ok(count as f64 / began.elapsed().as_secs_f64())
}

/// Drafts that were begun.
async fn drafts(services: &Services, asked: &Asked, count: usize) -> anyhow::Result<Vec<Uuid>> {
    let mut ids = Vec::with_capacity(count);
    for from in (0..count).step_by(CLIENTS) {
        let some = (from..count.min(from + CLIENTS)).map(|_| draft::begin(services, &asked.call, "en"));
        for token in try_join_all(some).await? {
            ids.push(draft::find(services, &token).await?.id);
        }
    }
    Ok(ids)
}
