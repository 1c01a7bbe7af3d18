//! The slow-down of guesses at passwords, codes and receipts. A try is counted before it is looked at, so that tries at one
//! moment cannot outrun it, and forgotten where it was right.

use chrono::TimeDelta;
use domain::forms::Problem;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::store::StoreResult;
use crate::store::entities::sign_in_failure as counted;
use crate::{Failure, Services};

/// How many tries are free before the slow-down begins.
const FREE_TRIES: u64 = 5;

/// The window in which tries are counted, in minutes.
const WINDOW_MINUTES: i64 = 15;

/// Counts a try at what this subject, given by its hash, guards. Fails at the field with this sentence where so many of
/// late were wrong that the next must wait. A try that must wait is not counted: it does not make the wait longer.
pub(crate) async fn count(
    services: &Services,
    subject: &str,
    field: &'static str,
    sentence: &'static str,
) -> Result<(), Failure> {
    let wait = || Problem::new(field, sentence).with("minutes", WINDOW_MINUTES).into();
    if of_late(services, subject).await? >= FREE_TRIES {
        return Err(wait());
    }
    let id = services.clock.id();
    let row = counted::ActiveModel {
        id: Set(id),
        subject_hash: Set(subject.to_owned()),
        at: Set(services.clock.now()),
    };
    let insert = counted::Entity::insert(row);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                insert.exec_without_returning(txn).await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    // Of tries at one moment, each now sees at least those that were counted before it.
    if of_late(services, subject).await? <= FREE_TRIES {
        return Ok(());
    }
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                counted::Entity::delete_by_id(id).exec(txn).await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    Err(wait())
}

async fn of_late(services: &Services, subject: &str) -> Result<u64, Failure> {
    let since = services.clock.now() - TimeDelta::minutes(WINDOW_MINUTES);
    let tries = counted::Entity::find()
        .filter(counted::Column::SubjectHash.eq(subject))
        .filter(counted::Column::At.gt(since))
        .count(services.db.read())
        .await?;
    Ok(tries)
}

/// Forgets the tries of a subject, given by its hash: the last was right.
pub(crate) async fn forget(txn: &impl ConnectionTrait, subject: &str) -> StoreResult<()> {
    let of_subject = counted::Column::SubjectHash.eq(subject);
    counted::Entity::delete_many().filter(of_subject).exec(txn).await?;
    Ok(())
}

/// Forgets the tries of a subject where nothing else is written.
pub(crate) async fn forgive(services: &Services, subject: String) -> Result<(), Failure> {
    services.db.write(move |txn| Box::pin(async move { Ok(forget(txn, &subject).await?) })).await
}
