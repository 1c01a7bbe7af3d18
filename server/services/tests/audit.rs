//! The audit on both databases: one chain whoever writes, never changed, and what was done to it is found.

use domain::audit::{Act, Subject};
use domain::people::Scope;
use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, EntityTrait, QueryOrder};
use services::audit::chain::Fault;
use services::audit::{Entry, Head, check, head};
use services::store::entities::audit;
use services::testing::Throwaway;
use services::{Failure, Services, on_both};
use uuid::Uuid;

/// Records an act that counts; the work fails after it where `fails`.
async fn record(services: &Services, count: usize, fails: bool) -> Result<i64, Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let entry = Entry::new(Act::CallChanged, Scope::Platform, Subject::Call, Uuid::from_u128(7));
                let number = recorder.record(txn, entry.with("count", count)).await?;
                if fails { Err(Failure::Refused("fails")) } else { Ok(number) }
            })
        })
        .await
}

async fn record_some(services: &Services, count: usize) {
    for count in 0..count {
        record(services, count, false).await.expect("recorded");
    }
}

async fn faults(services: &Services) -> Vec<Fault> {
    check(services, &[]).await.expect("the check runs").faults
}

/// The database as someone has it who may do anything to it.
async fn owner(data: &Throwaway) -> DatabaseConnection {
    sea_orm::Database::connect(data.place.database()).await.expect("a connection")
}

/// Takes the triggers away, as someone could who owns the database.
async fn unguard(owner: &DatabaseConnection) {
    let statements: &[&str] = match owner.get_database_backend() {
        DatabaseBackend::Postgres => {
            &["ALTER TABLE audit DISABLE TRIGGER USER", "ALTER TABLE audit_head DISABLE TRIGGER USER"]
        }
        _ => &[
            "DROP TRIGGER audit_never_changes",
            "DROP TRIGGER audit_never_shrinks",
            "DROP TRIGGER audit_grows_at_its_end",
            "DROP TRIGGER audit_head_follows",
            "DROP TRIGGER audit_head_stays",
            "DROP TRIGGER audit_head_is_one",
        ],
    };
    for statement in statements {
        owner.execute_unprepared(statement).await.expect("the owner may");
    }
}

on_both!(an_empty_audit_is_whole, |data: Throwaway| async move {
    let report = check(&data.services, &[]).await.expect("the check runs");
    assert_eq!((report.rows, report.faults), (0, vec![]));
});

on_both!(whoever_writes_at_once_makes_one_chain, |data: Throwaway| async move {
    let writers = (0..60).map(|number| {
        let services = data.services.clone();
        tokio::spawn(async move { record(&services, number, number % 5 == 0).await.is_ok() })
    });
    let mut kept = 0;
    for writer in writers.collect::<Vec<_>>() {
        kept += u64::from(writer.await.expect("no panic"));
    }
    assert_eq!(kept, 48);
    let report = check(&data.services, &[]).await.expect("the check runs");
    assert_eq!((report.rows, report.faults), (48, vec![]), "no gap where work failed, and no fork");
});

on_both!(it_is_whole_while_it_is_written, |data: Throwaway| async move {
    let services = data.services.clone();
    let writing = tokio::spawn(async move { record_some(&services, 200).await });
    let mut checks = 0;
    while !writing.is_finished() || checks == 0 {
        assert_eq!(faults(&data.services).await, vec![]);
        checks += 1;
    }
    writing.await.expect("no panic");
});

on_both!(a_second_server_on_the_same_database_adds_to_the_same_chain, |data: Throwaway| async move {
    let other = services::Db::open(&data.place.database()).await.expect("a second way in");
    let other = Services { db: other, ..data.services.clone() };
    let both = [data.services.clone(), other]
        .map(|services| tokio::spawn(async move { record_some(&services, 40).await }));
    for one in both {
        one.await.expect("no panic");
    }
    let report = check(&data.services, &[]).await.expect("the check runs");
    assert_eq!((report.rows, report.faults), (80, vec![]));
});

on_both!(the_database_refuses_all_but_the_next_row, |data: Throwaway| async move {
    record_some(&data.services, 3).await;
    let owner = owner(&data).await;
    for statement in [
        "UPDATE audit SET act = 'call-opened' WHERE sequence = 2",
        "DELETE FROM audit WHERE sequence = 3",
        "DELETE FROM audit",
        "INSERT INTO audit (sequence, at, actor, act, scope, subject, details, previous, hash) SELECT 9, at, actor, act, scope, subject, details, previous, hash FROM audit WHERE sequence = 3",
        "INSERT INTO audit (sequence, at, actor, act, scope, subject, details, previous, hash) SELECT 4, at, actor, act, scope, subject, details, previous, hash FROM audit WHERE sequence = 3",
        "UPDATE audit_head SET sequence = 2",
        "UPDATE audit_head SET sequence = 4",
        "UPDATE audit_head SET hash = 'x'",
        "DELETE FROM audit_head",
        "INSERT INTO audit_head (id, sequence, hash) VALUES (2, 0, 'x')",
    ] {
        assert!(owner.execute_unprepared(statement).await.is_err(), "{statement}");
    }
    if owner.get_database_backend() == DatabaseBackend::Postgres {
        assert!(owner.execute_unprepared("TRUNCATE audit").await.is_err());
        assert!(owner.execute_unprepared("TRUNCATE audit_head").await.is_err());
    }
    owner.close().await.expect("closes");
    let report = check(&data.services, &[]).await.expect("the check runs");
    assert_eq!((report.rows, report.faults), (3, vec![]));
});

on_both!(what_an_owner_of_the_database_does_is_found, |data: Throwaway| async move {
    record_some(&data.services, 8).await;
    let noted = head(&data.services).await.expect("read").expect("a head");
    let owner = owner(&data).await;
    unguard(&owner).await;
    let run = async |statement: &str| {
        owner.execute_unprepared(statement).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
        faults(&data.services).await
    };
    let changed = |row| vec![Fault::Changed { row }];
    assert_eq!(run("UPDATE audit SET details = '{\"count\":9}' WHERE sequence = 3").await, changed(3));
    assert_eq!(
        run("UPDATE audit SET details = '{\"count\":2}' WHERE sequence = 3").await,
        vec![],
        "put right"
    );
    run("UPDATE audit SET sequence = 100 WHERE sequence = 4").await;
    run("UPDATE audit SET sequence = 4 WHERE sequence = 6").await;
    let swapped = vec![Fault::Moved { row: 4, from: 6 }, Fault::Moved { row: 6, from: 4 }];
    assert_eq!(run("UPDATE audit SET sequence = 6 WHERE sequence = 100").await, swapped);
    run("UPDATE audit SET sequence = 100 WHERE sequence = 4").await;
    run("UPDATE audit SET sequence = 4 WHERE sequence = 6").await;
    assert_eq!(run("UPDATE audit SET sequence = 6 WHERE sequence = 100").await, vec![], "put right");
    let copy = "INSERT INTO audit (sequence, at, actor, act, scope, subject, details, previous, hash) SELECT 9, at, actor, act, scope, subject, details, previous, hash FROM audit WHERE sequence = 8";
    assert_eq!(run(copy).await, vec![Fault::Inserted { row: 9 }]);
    run("DELETE FROM audit WHERE sequence = 9").await;
    assert_eq!(run("DELETE FROM audit WHERE sequence = 5").await, vec![Fault::Missing { from: 5, to: 5 }]);
    let last = vec![Fault::Missing { from: 5, to: 5 }, Fault::Missing { from: 7, to: 8 }];
    assert_eq!(run("DELETE FROM audit WHERE sequence > 6").await, last, "the last rows are missed too");
    // The head is taken along: nothing in the database knows better, and only a head that was kept elsewhere does.
    run("DELETE FROM audit WHERE sequence > 3").await;
    let hash = audit::Entity::find_by_id(3).one(&owner).await.expect("read").expect("row 3").hash;
    assert_eq!(run(&format!("UPDATE audit_head SET sequence = 3, hash = '{hash}'")).await, vec![]);
    let report = check(&data.services, &[noted]).await.expect("the check runs");
    assert_eq!(report.faults, vec![Fault::Noted { row: 8 }]);
    assert_eq!(run("DELETE FROM audit_head").await, vec![Fault::NoHead]);
    owner.close().await.expect("closes");
});

#[tokio::test]
async fn a_row_that_cannot_be_read_any_more_is_named() {
    let data = services::testing::sqlite().await;
    record_some(&data.services, 5).await;
    let owner = owner(&data).await;
    unguard(&owner).await;
    for column in ["at", "subject_id", "details"] {
        let kept = format!("CREATE TABLE kept AS SELECT {column} AS held FROM audit WHERE sequence = 3");
        owner.execute_unprepared(&kept).await.expect("kept");
        let statement = format!("UPDATE audit SET {column} = x'ff00' WHERE sequence = 3");
        owner.execute_unprepared(&statement).await.expect("written");
        assert_eq!(faults(&data.services).await, vec![Fault::Changed { row: 3 }], "{column}");
        let back = format!("UPDATE audit SET {column} = (SELECT held FROM kept) WHERE sequence = 3");
        owner.execute_unprepared(&back).await.expect("put back");
        owner.execute_unprepared("DROP TABLE kept").await.expect("dropped");
        assert_eq!(faults(&data.services).await, vec![], "{column}");
    }
    owner.close().await.expect("closes");
}

on_both!(instants_and_details_are_hashed_as_they_come_back, |data: Throwaway| async move {
    let services = &data.services;
    services.clock.set(services.clock.now() + chrono::TimeDelta::nanoseconds(123_456_789));
    let recorder = services.recorder();
    services
        .db
        .write::<_, Failure, _>(move |txn| {
            Box::pin(async move {
                let entry =
                    Entry::of_portal(Act::IndexRebuilt).with("title", "‘é😀’ \"\\\n\u{7}").with("a", 1);
                recorder.record(txn, entry).await?;
                Ok(())
            })
        })
        .await
        .expect("recorded");
    assert_eq!(faults(services).await, vec![]);
    let rows = audit::Entity::find().order_by_asc(audit::Column::Sequence).all(services.db.read()).await;
    let row = rows.expect("the rows").pop().expect("a row");
    assert_eq!((row.at, row.actor.as_str(), row.actor_id), (services.clock.now(), "system", None));
});

#[test]
fn a_head_is_written_and_read() {
    let head = Head { sequence: 12, hash: "a".repeat(64) };
    assert_eq!(head.to_string().parse::<Head>(), Ok(head));
    for wrong in ["", "12", "12:", "x:y", &format!("x:{}", "a".repeat(64))] {
        assert!(wrong.parse::<Head>().is_err(), "{wrong}");
    }
}
