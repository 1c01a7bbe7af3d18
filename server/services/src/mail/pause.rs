//! Pausing all sending, and going on: a row that every server reads.

use chrono::{DateTime, Utc};
use domain::audit::Act;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait, TryInsertResult};

use crate::audit::Entry;
use crate::store::entities::setting;
use crate::{Failure, Services};

/// The setting that holds since when sending is paused.
const PAUSED: &str = "letters-paused";

/// Since when sending is paused, if it is.
pub async fn since(services: &Services) -> Result<Option<DateTime<Utc>>, Failure> {
    let row = setting::Entity::find_by_id(PAUSED).one(services.db.read()).await?;
    Ok(row.and_then(|row| DateTime::parse_from_rfc3339(&row.value).ok()).map(|at| at.to_utc()))
}

/// Pauses sending on every server, from the next letter on. Pausing what is paused does nothing.
pub async fn begin(services: &Services) -> Result<(), Failure> {
    let row =
        setting::ActiveModel { key: Set(PAUSED.to_owned()), value: Set(services.clock.now().to_rfc3339()) };
    let once = OnConflict::column(setting::Column::Key).do_nothing().to_owned();
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let pausing = setting::Entity::insert(row).on_conflict(once).try_insert();
                if let TryInsertResult::Inserted(1..) = pausing.exec_without_returning(txn).await? {
                    recorder.record(txn, Entry::of_portal(Act::LettersPaused)).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Lets letters leave again.
pub async fn end(services: &Services) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                if setting::Entity::delete_by_id(PAUSED).exec(txn).await?.rows_affected > 0 {
                    recorder.record(txn, Entry::of_portal(Act::LettersResumed)).await?;
                }
                Ok(())
            })
        })
        .await
}
