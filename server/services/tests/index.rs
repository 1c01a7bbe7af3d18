//! The index: soon up to date, rebuilt while it serves, healed when it is damaged.

use std::time::{Duration, Instant};

use domain::search::Query;
use sea_orm::{ConnectionTrait, DatabaseBackend, TransactionTrait};
use services::search::search;
use services::store::outbox;
use services::testing::evidence::Evidence;
use services::testing::{Throwaway, morning};
use services::{Clock, Services, index, on_both};
use tokio::task::JoinHandle;

async fn total(services: &Services, evidence: &Evidence, words: &str) -> u64 {
    let query = Query { words: words.to_owned(), page: 1, ..Query::default() };
    search(services, evidence.call.id, &query).await.expect("an answer").total
}

/// Waits until so many are found, and gives how long that took.
async fn until(services: &Services, evidence: &Evidence, words: &str, expected: u64) -> Duration {
    let began = Instant::now();
    while total(services, evidence, words).await != expected {
        assert!(began.elapsed() < Duration::from_secs(20), "{words} is never found {expected} times");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    began.elapsed()
}

/// A follower that ends with the test.
struct Following(JoinHandle<()>);

impl Following {
    fn start(services: &Services) -> Self {
        Self(tokio::spawn(index::follow(services.clone())))
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// What another process on the same data would hold.
async fn another_process(data: &Throwaway) -> Services {
    Services::open(&data.place, Clock::given(morning(), 2)).await.expect("the data opens")
}

on_both!(a_change_is_found_within_two_seconds, |data: Throwaway| async move {
    let evidence = Evidence::new(&data.services).await;
    let before =
        search(&data.services, evidence.call.id, &Query::default()).await.expect("no index is no failure");
    assert_eq!((before.total, before.freshness.indexed_at), (0, None));
    let _following = Following::start(&data.services);
    evidence.say("the first").await;
    until(&data.services, &evidence, "first", 1).await;
    let reader = another_process(&data).await;
    for number in 0..5 {
        let word = format!("word{number}");
        evidence.say(&word).await;
        let waited = until(&data.services, &evidence, &word, 1).await;
        assert!(waited < Duration::from_secs(2), "{waited:?}");
        let waited = until(&reader, &evidence, &word, 1).await;
        assert!(waited < Duration::from_secs(2), "in another process {waited:?}");
    }
    let fresh = index::catch_up(&reader).await.expect("the server does it");
    assert_eq!(fresh.behind, 0);
});

on_both!(a_rebuild_is_asked_of_the_server_and_searching_goes_on, |data: Throwaway| async move {
    let evidence = Evidence::new(&data.services).await;
    for number in 0..40 {
        evidence.say(&format!("care number {number}")).await;
    }
    let following = Following::start(&data.services);
    until(&data.services, &evidence, "care", 40).await;
    let command = another_process(&data).await;
    let rebuilding = tokio::spawn(async move { index::rebuild(&command).await });
    let mut said = 40;
    while !rebuilding.is_finished() {
        assert!(total(&data.services, &evidence, "care").await >= 40, "nothing is lost from sight");
        if said < 60 {
            evidence.say("more care").await;
            said += 1;
        }
    }
    rebuilding.await.expect("no panic").expect("rebuilt");
    until(&data.services, &evidence, "care", said).await;
    assert_eq!(std::fs::read_to_string(data.place.index().join("current")).expect("a pointer").trim(), "2");
    assert!(!data.place.index().join("generation-1").exists(), "the old one is gone");

    // Without a server the command does it itself, and one that only reads changes over.
    drop(following);
    let command = another_process(&data).await;
    assert_eq!(index::rebuild(&command).await.expect("rebuilt").behind, 0);
    until(&data.services, &evidence, "care", said).await;
    assert_eq!(std::fs::read_to_string(data.place.index().join("current")).expect("a pointer").trim(), "3");
});

on_both!(of_two_servers_one_writes_and_the_other_takes_over, |data: Throwaway| async move {
    let evidence = Evidence::new(&data.services).await;
    let first = Following::start(&data.services);
    evidence.say("one").await;
    until(&data.services, &evidence, "one", 1).await;
    let other = another_process(&data).await;
    let _second = Following::start(&other);
    tokio::time::sleep(Duration::from_millis(300)).await;
    drop(first);
    evidence.say("two").await;
    until(&other, &evidence, "two", 1).await;
    until(&data.services, &evidence, "two", 1).await;
});

on_both!(a_damaged_or_deleted_index_is_made_again, |data: Throwaway| async move {
    let evidence = Evidence::new(&data.services).await;
    evidence.say("care").await;
    index::catch_up(&data.services).await.expect("indexed");
    let generation = |number: u64| data.place.index().join(format!("generation-{number}"));
    let files = || std::fs::read_dir(generation(1)).expect("a folder").flatten().map(|entry| entry.path());
    for file in files().filter(|path| path.extension().is_some_and(|end| end == "store" || end == "term")) {
        let mut bytes = std::fs::read(&file).expect("a segment's file");
        bytes[0] ^= 255;
        std::fs::write(&file, bytes).expect("damaged");
    }
    let healed = another_process(&data).await;
    index::catch_up(&healed).await.expect("made again");
    assert_eq!(total(&healed, &evidence, "care").await, 1);
    assert!(generation(2).exists());

    std::fs::write(generation(2).join("meta.json"), "{").expect("damaged");
    let healed = another_process(&data).await;
    index::catch_up(&healed).await.expect("made again");
    assert_eq!(total(&healed, &evidence, "care").await, 1);

    std::fs::remove_dir_all(data.place.index()).expect("deleted");
    let healed = another_process(&data).await;
    index::catch_up(&healed).await.expect("made again");
    assert_eq!(total(&healed, &evidence, "care").await, 1);
});

on_both!(an_index_of_another_database_is_made_again, |data: Throwaway| async move {
    let evidence = Evidence::new(&data.services).await;
    evidence.say("care").await;
    index::catch_up(&data.services).await.expect("indexed");
    // As after putting a copy of the database back: the outbox tells another story from here.
    let forget = "DELETE FROM outbox; DELETE FROM response";
    let write = data.services.db.write(move |txn| {
        Box::pin(async move { Ok::<_, services::Failure>(txn.execute_unprepared(forget).await.map(drop)?) })
    });
    write.await.expect("forgotten");
    evidence.say("another care").await;
    let restored = another_process(&data).await;
    index::catch_up(&restored).await.expect("made again");
    assert_eq!(total(&restored, &evidence, "care").await, 1);
});

on_both!(what_becomes_visible_late_is_not_passed_over, |data: Throwaway| async move {
    if data.services.db.backend() != DatabaseBackend::Postgres {
        // One writer: a number is visible before the next is given.
        return;
    }
    let evidence = Evidence::new(&data.services).await;
    evidence.say("before").await;
    index::catch_up(&data.services).await.expect("indexed");
    let _following = Following::start(&data.services);
    // A slow transaction takes a number and holds it back.
    let slow = data.services.db.read().begin().await.expect("a transaction");
    let reference = evidence.say("held back").await;
    let held = services::responses::read::by_reference(&data.services, evidence.call.id, &reference)
        .await
        .expect("it");
    until(&data.services, &evidence, "held", 1).await;
    let change = "UPDATE answer SET text = 'changed' WHERE text = 'held back'";
    slow.execute_unprepared(change).await.expect("a change that the outbox is to tell of");
    outbox::note(&slow, outbox::RESPONSE, held.id, morning()).await.expect("a number is taken");
    evidence.say("overtaking").await;
    until(&data.services, &evidence, "overtaking", 1).await;
    tokio::time::sleep(Duration::from_millis(2500)).await;
    assert_eq!(total(&data.services, &evidence, "changed").await, 0);
    slow.commit().await.expect("committed");
    let waited = until(&data.services, &evidence, "changed", 1).await;
    assert!(waited < Duration::from_secs(2), "{waited:?}");
    // A rebuild that begins while one is held back does not lose it either.
    let slow = data.services.db.read().begin().await.expect("a transaction");
    slow.execute_unprepared("UPDATE answer SET text = 'again' WHERE text = 'changed'")
        .await
        .expect("changed");
    outbox::note(&slow, outbox::RESPONSE, held.id, morning()).await.expect("a number is taken");
    evidence.say("overtaking too").await;
    index::rebuild(&data.services).await.expect("rebuilt");
    slow.commit().await.expect("committed");
    until(&data.services, &evidence, "again", 1).await;
});
