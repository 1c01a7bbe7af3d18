//! Clearing away what nobody needs any more.

use chrono::TimeDelta;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};

use super::Files;
use crate::store::entities::{entry_scan, file, file_use, material_variant};
use crate::{Failure, Services};

/// For how long a document that nobody needs is kept after it was last sent: its draft may be about to name it.
const KEPT: TimeDelta = TimeDelta::hours(1);

/// How many are looked for at once.
const AT_ONCE: u64 = 100;

/// Files that nobody needs: no draft, no response, no original of what the team has entered, and no call beside which they
/// stand.
fn unused() -> Condition {
    let answers = Query::select().column(file_use::Column::FileId).from(file_use::Entity).to_owned();
    let scans = Query::select().column(entry_scan::Column::FileId).from(entry_scan::Entity).to_owned();
    let beside = Query::select()
        .column(material_variant::Column::FileId)
        .from(material_variant::Entity)
        // Of a list with nothing in one place nobody knows what is not in it.
        .and_where(material_variant::Column::FileId.is_not_null())
        .to_owned();
    Condition::all()
        .add(file::Column::Id.not_in_subquery(answers))
        .add(file::Column::Id.not_in_subquery(scans))
        .add(file::Column::Id.not_in_subquery(beside))
}

/// Removes every document that nobody needs; gives how many there were.
pub async fn sweep(services: &Services) -> Result<u64, Failure> {
    let before = services.clock.now() - KEPT;
    let mut removed = 0;
    loop {
        let rows = file::Entity::find()
            .filter(file::Column::StoredAt.lt(before))
            .filter(unused())
            .limit(AT_ONCE)
            .all(services.db.read())
            .await?;
        if rows.is_empty() {
            return Ok(removed);
        }
        for row in rows {
            removed += u64::from(remove(services, row, before).await?);
        }
    }
}

/// Removes one, unless it was sent or named again in the meantime. Its bytes go while its row is locked, so that nobody
/// stores them anew at that moment.
async fn remove(
    services: &Services,
    row: file::Model,
    before: chrono::DateTime<chrono::Utc>,
) -> Result<bool, Failure> {
    let files: Files = services.files.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let gone = file::Entity::delete_many()
                    .filter(file::Column::Id.eq(row.id))
                    .filter(file::Column::StoredAt.lt(before))
                    .filter(unused())
                    .exec(txn)
                    .await?;
                if gone.rows_affected > 0 {
                    files.store().remove(&row.hash).await?;
                }
                Ok(gone.rows_affected > 0)
            })
        })
        .await
}
