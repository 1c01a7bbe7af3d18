//! The store: migrations up and down, and what a commit promises.

use domain::calls::{Asks, QuestionKind, Rule, Test};
use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, Database, DatabaseBackend, EntityTrait,
    PaginatorTrait,
};
use services::calls::questionnaire;
use services::store::entities::setting;
use services::store::{migrate, migrate_down, outbox, pending};
use services::testing::Throwaway;
use services::{Failure, StoreError, on_both};
use uuid::Uuid;

/// How many migrations there are.
fn all() -> u32 {
    Migrator::migrations().len() as u32
}

on_both!(every_migration_goes_up_down_and_up_again, |data: Throwaway| async move {
    let address = data.place.database();
    assert_eq!(pending(data.services.db.read()).await.expect("the schema is there"), 0);
    migrate_down(&address, all()).await.expect("down");
    let bare = Database::connect(&address).await.expect("a connection");
    assert_eq!(pending(&bare).await.expect("the list of migrations"), all() as usize);
    assert!(bare.execute_unprepared("SELECT 1 FROM response").await.is_err(), "the tables are gone");
    bare.close().await.expect("closes");
    migrate(&address).await.expect("up again");
    assert_eq!(outbox::newest(data.services.db.read()).await.expect("the outbox is there, and empty"), 0);
});

on_both!(servers_that_start_together_migrate_once, |data: Throwaway| async move {
    let address = data.place.database();
    migrate_down(&address, all()).await.expect("down");
    let starts = (0..4).map(|_| {
        let address = address.clone();
        tokio::spawn(async move { migrate(&address).await })
    });
    for start in starts.collect::<Vec<_>>() {
        start.await.expect("no panic").expect("each finds the schema made");
    }
});

on_both!(questions_of_before_rules_read_as_they_did, |data: Throwaway| async move {
    let address = data.place.database();
    let since =
        Migrator::migrations().iter().position(|step| step.name() == "m0028_kinds").expect("the step");
    migrate_down(&address, all() - since as u32).await.expect("down");
    let old = Database::connect(&address).await.expect("a connection");
    // SQLite keeps a UUID as its 16 bytes.
    let id = |number: u128| match old.get_database_backend() {
        DatabaseBackend::Sqlite => format!("x'{number:032x}'"),
        _ => format!("'{}'", Uuid::from_u128(number)),
    };
    let asked_if =
        format!("'{{\"question\":\"{}\",\"any_of\":[\"{}\"]}}'", Uuid::from_u128(3), Uuid::from_u128(5));
    for sql in [
        format!(
            "INSERT INTO call (id, slug, kind, title, summary, title_cy, summary_cy, remit, commissioner, contact, \
             privacy_notice, publication_policy, zone, grace_minutes, invented, preview_token, created_at, version) \
             VALUES ({}, 's', 'consultation', '', '', '', '', '', '', '', '', '', 'UTC', 0, false, 't', \
             '2023-01-01 00:00:00+00:00', 1)",
            id(1)
        ),
        format!(
            "INSERT INTO section (id, call_id, position, title, intro) VALUES ({}, {}, 0, '', '')",
            id(2),
            id(1)
        ),
        format!(
            "INSERT INTO question (id, call_id, section_id, position, kind, title, help, required) \
             VALUES ({}, {}, {}, 0, 'single-choice', 'Which?', '', true)",
            id(3),
            id(1),
            id(2)
        ),
        format!(
            "INSERT INTO choice (id, question_id, position, label) VALUES ({}, {}, 0, 'This')",
            id(5),
            id(3)
        ),
        format!(
            "INSERT INTO question (id, call_id, section_id, position, kind, title, help, required, word_limit, asked_if) \
             VALUES ({}, {}, {}, 1, 'long-text', 'Why?', '', false, 250, {asked_if})",
            id(4),
            id(1),
            id(2)
        ),
    ] {
        old.execute_unprepared(&sql).await.expect("a row of before");
    }
    old.close().await.expect("closes");
    migrate(&address).await.expect("up again");
    let form = questionnaire(data.services.db.read(), Uuid::from_u128(1)).await.expect("the form");
    let [which, why] = &form.questions[..] else { panic!("two questions: {form:?}") };
    assert_eq!((which.asks.clone(), which.choices.len()), (Asks::plain(QuestionKind::SingleChoice), 1));
    assert_eq!(why.asks, Asks::long_text(Some(250)));
    assert_eq!(why.asked_if, Some(Rule::only(which.id, Test::AnyOf(vec![Uuid::from_u128(5)]))));
});

fn row(key: String) -> setting::ActiveModel {
    setting::ActiveModel { key: Set(key), value: Set("x".to_owned()) }
}

on_both!(a_failed_piece_of_work_takes_nothing_of_others_with_it, |data: Throwaway| async move {
    let db = data.services.db.clone();
    let pieces = (0..40).map(|number| {
        let db = db.clone();
        tokio::spawn(async move {
            db.write::<_, Failure, _>(move |txn| {
                Box::pin(async move {
                    row(format!("key {number}")).insert(txn).await?;
                    if number % 2 == 0 { Err(Failure::Refused("even")) } else { Ok(()) }
                })
            })
            .await
        })
    });
    let mut kept = 0;
    for piece in pieces.collect::<Vec<_>>() {
        kept += u64::from(piece.await.expect("no panic").is_ok());
    }
    let stored = setting::Entity::find().count(db.read()).await.expect("a count");
    assert_eq!((kept, stored), (20, 20));
});

on_both!(a_piece_of_work_with_a_database_error_is_told_and_the_next_goes_on, |data: Throwaway| async move {
    let db = &data.services.db;
    for expected in [true, false] {
        let done = db
            .write::<_, StoreError, _>(|txn| {
                Box::pin(async move {
                    row("the same key".to_owned()).insert(txn).await?;
                    Ok(())
                })
            })
            .await;
        assert_eq!(done.is_ok(), expected);
    }
});
