//! The store: migrations up and down, and what a commit promises.

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, Database, EntityTrait, PaginatorTrait};
use services::store::entities::setting;
use services::store::{migrate, migrate_down, outbox, pending};
use services::testing::Throwaway;
use services::{Failure, StoreError, on_both};

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
