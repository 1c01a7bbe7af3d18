//! Each news reaches each follower once, however often and wherever whoever hands it out is ended.

use std::collections::BTreeMap;
use std::time::Duration;

use domain::mail::{Followed, LetterKind};
use domain::responses::Consent;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use services::follow::worker;
use services::outcomes::findings;
use services::store::entities::{follower, following, letter, news};
use services::testing::Throwaway;
use services::testing::spine::{ask, find, respond};
use services::{Failure, Services, on_both};
use uuid::Uuid;

/// More than two batches.
const FOLLOWERS: usize = 1300;

/// So many followers of a call, written down at once.
async fn crowd(services: &Services, call: Uuid) {
    let (clock, now) = (services.clock.clone(), services.clock.now());
    let ids: Vec<Uuid> = (0..FOLLOWERS).map(|_| clock.id()).collect();
    let rows: Vec<_> = ids
        .iter()
        .enumerate()
        .map(|(number, id)| follower::ActiveModel {
            id: Set(*id),
            address: Set(format!("person-{number}@folkmoot.test")),
            address_hash: Set(format!("hash-{number}")),
            language: Set("en".to_owned()),
            since: Set(now),
            paused_at: Set(None),
        })
        .collect();
    let follows: Vec<_> = ids
        .iter()
        .map(|id| following::ActiveModel {
            id: Set(clock.id()),
            follower_id: Set(*id),
            subject: Set(Followed::Call.to_string()),
            subject_key: Set(call.to_string()),
            rate: Set("at-once".to_owned()),
            since: Set(now),
        })
        .collect();
    let written = services.db.write::<_, Failure, _>(move |txn| {
        Box::pin(async move {
            for part in rows.chunks(500) {
                follower::Entity::insert_many(part.to_vec()).exec_without_returning(txn).await?;
            }
            for part in follows.chunks(500) {
                following::Entity::insert_many(part.to_vec()).exec_without_returning(txn).await?;
            }
            Ok(())
        })
    });
    written.await.expect("followers");
}

on_both!(a_crowd_hears_of_each_thing_once_through_many_kills, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    crowd(services, asked.call.id).await;
    let given = respond(services, &asked, "a", Consent::WithName).await;
    let finding = find(services, &asked, "A finding", &[&given]).await;
    findings::publish(services, &finding).await.expect("published");
    // Two servers at a time, ended wherever they are; the moments need no seed to be fair.
    for _ in 0..12 {
        let servers: Vec<_> = (0..2)
            .map(|_| {
                let services = services.clone();
                tokio::spawn(async move { worker::catch_up(&services).await })
            })
            .collect();
        let [moment] = services.clock.bytes::<1>();
        tokio::time::sleep(Duration::from_millis(u64::from(moment) / 4)).await;
        for server in servers {
            server.abort();
            drop(server.await);
        }
    }
    // What gave way to another server is done by the next look.
    for _ in 0..5 {
        drop(worker::catch_up(services).await);
    }
    worker::catch_up(services).await.expect("the rest");
    let kinds = [LetterKind::News, LetterKind::Digest].map(LetterKind::as_str);
    let all = letter::Entity::find().filter(letter::Column::Kind.is_in(kinds)).all(services.db.read()).await;
    let mut copies: BTreeMap<String, usize> = BTreeMap::new();
    for letter in all.expect("the letters") {
        *copies.entry(letter.address).or_default() += 1;
    }
    assert_eq!(copies.len(), FOLLOWERS, "nobody is left out");
    assert!(copies.values().all(|count| *count == 1), "nobody hears of it twice");
});

on_both!(an_act_that_fails_is_no_news, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let finding = find(services, &asked, "It rests on nothing", &[]).await;
    assert!(findings::publish(services, &finding).await.is_err());
    let told =
        news::Entity::find().filter(news::Column::ObjectId.eq(finding.id)).one(services.db.read()).await;
    assert!(told.expect("read").is_none());
});
