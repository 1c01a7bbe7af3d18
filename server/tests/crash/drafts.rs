//! `kill -9` at random moments while drafts are saved: of what was acknowledged as saved nothing is missing.

use std::time::Duration;

use futures::future::join_all;
use sea_orm::{ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, EntityTrait, Statement};
use services::store::entities::draft_answer;
use services::testing::{morning, postgres};
use services::{Clock, Place, Services};

use super::call;
use super::server::{ALONE, Server};
use super::writer::{Counts, WRITTEN, Writer};

/// How often the server is killed on a database in a file, and on one that is a server itself and recovers by itself.
const KILLS_SQLITE: usize = 200;
const KILLS_POSTGRES: usize = 60;

/// How many respondents write at once.
const RESPONDENTS: usize = 4;

/// For how long everyone writes before the server is killed, in milliseconds.
const SHORTEST: u64 = 20;
const LONGEST: u64 = 400;

/// How many connections are in a transaction, but for the one that asks.
const UNDER_WAY: &str = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() \
                         AND backend_type = 'client backend' AND state <> 'idle' AND pid <> pg_backend_pid()";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_draft_loses_what_was_acknowledged_on_sqlite() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    kill_again_and_again(&Place::folder(folder.path()), KILLS_SQLITE).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_draft_loses_what_was_acknowledged_on_postgres() {
    let data = postgres().await;
    kill_again_and_again(&data.place, KILLS_POSTGRES).await;
}

async fn kill_again_and_again(place: &Place, kills: usize) {
    let _alone = ALONE.lock().await;
    call::prepare(place).await;
    let seed = seed();
    eprintln!("CRASH_SEED={seed} kills after the same times again");
    let chance = Clock::given(morning(), seed);
    let watcher = watcher(place).await;
    let mut server = Server::start(place);
    let mut writers = Vec::new();
    for number in 0..RESPONDENTS {
        writers.push(Writer::new(server.address, number).await);
    }
    for _ in 0..kills {
        let moment = SHORTEST + u64::from_le_bytes(chance.bytes()) % (LONGEST - SHORTEST + 1);
        let killed = async {
            tokio::time::sleep(Duration::from_millis(moment)).await;
            server.kill();
        };
        tokio::join!(killed, join_all(writers.iter_mut().map(Writer::write_until_killed)));
        until_quiet(watcher.as_ref()).await;
        server = Server::start(place);
        join_all(writers.iter_mut().map(|writer| writer.look_again(server.address))).await;
    }
    join_all(writers.iter_mut().map(|writer| writer.look_by_link(server.address))).await;
    server.kill();
    check_rows(place).await;
    report(place, kills, &writers.iter().map(|writer| writer.counts).collect::<Vec<_>>());
}

/// What decides the moments: chance, or `CRASH_SEED` for those of an earlier run.
fn seed() -> u64 {
    match std::env::var("CRASH_SEED") {
        Ok(seed) => seed.parse().expect("CRASH_SEED is a number"),
        Err(_) => u64::from_le_bytes(Clock::machine().bytes()),
    }
}

/// A connection to PostgreSQL that outlives the servers. There is none to SQLite: with one the file would stay open, and a
/// server that starts anew would not have to recover it.
async fn watcher(place: &Place) -> Option<DatabaseConnection> {
    match &place.database {
        Some(address) => Some(Database::connect(address.as_str()).await.expect("the database answers")),
        None => None,
    }
}

/// Waits until PostgreSQL has come to the end of what the killed server had asked of it. It still commits what it was told to
/// commit, and what is read before then may be older than what is kept.
async fn until_quiet(watcher: Option<&DatabaseConnection>) {
    let Some(watcher) = watcher else { return };
    for _ in 0..1000 {
        let asked = Statement::from_string(DatabaseBackend::Postgres, UNDER_WAY);
        let row = watcher.query_one_raw(asked).await.expect("an answer").expect("a row");
        let under_way: i64 = row.try_get_by_index(0).expect("a count");
        if under_way == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("PostgreSQL never came to the end of what a killed server had asked of it");
}

/// Nothing of it is held twice, and the database is whole.
async fn check_rows(place: &Place) {
    let services = Services::open(place, Clock::machine()).await.expect("the data opens");
    super::check_pages(&services).await;
    let held = draft_answer::Entity::find().all(services.db.read()).await.expect("the answers");
    assert_eq!(held.len(), RESPONDENTS * WRITTEN, "each answer is held once");
}

/// Says what was tried. Where hardly anything was, nothing is shown by it.
fn report(place: &Place, kills: usize, counts: &[Counts]) {
    let total = |count: fn(&Counts) -> usize| counts.iter().map(count).sum::<usize>();
    let (sent, typed) = (total(|of| of.sent), total(|of| of.typed));
    let (cut_off, survived) = (total(|of| of.cut_off), total(|of| of.survived));
    let database = if place.database.is_some() { "PostgreSQL" } else { "SQLite" };
    eprintln!(
        "{database}: {kills} kills, {} answers acknowledged ({sent} by a form, {typed} while they were typed), none \
         missing; {cut_off} were cut off, of which {survived} were kept",
        sent + typed
    );
    assert!(sent > kills && typed > kills, "hardly anything was acknowledged");
    assert!(cut_off > kills / 2, "hardly any kill came while something was saved");
}
