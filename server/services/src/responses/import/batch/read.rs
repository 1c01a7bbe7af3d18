//! Files that are brought in and were, and the rows that cannot be.

use domain::responses::columns::RowState;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::Batch;
use crate::store::entities::{import_batch, import_row, person};
use crate::store::rows;
use crate::{Failure, Services};

pub use crate::responses::import::BadRow;

/// The most files that a call lists.
const MOST: u64 = 200;

/// The files of a call, the last first.
pub async fn list(services: &Services, call: Uuid) -> Result<Vec<Batch>, Failure> {
    let found = import_batch::Entity::find()
        .filter(import_batch::Column::CallId.eq(call))
        .order_by_desc(import_batch::Column::UploadedAt)
        .order_by_desc(import_batch::Column::Id)
        .limit(MOST);
    let read = services.db.read();
    named(read, found.all(read).await?).await
}

/// The file of this call with this key.
pub async fn find(services: &Services, call: Uuid, id: Uuid) -> Result<Batch, Failure> {
    let read = services.db.read();
    let row = import_batch::Entity::find_by_id(id).filter(import_batch::Column::CallId.eq(call));
    let row = row.one(read).await?.ok_or(Failure::NotFound("import"))?;
    named(read, vec![row]).await?.pop().ok_or(Failure::NotFound("import"))
}

async fn named(read: &impl ConnectionTrait, found: Vec<import_batch::Model>) -> Result<Vec<Batch>, Failure> {
    let people: Vec<Uuid> = found.iter().filter_map(|row| row.uploaded_by).collect();
    let people = rows::by::<person::Entity>(read, person::Column::Id, people, |row| row.id).await?;
    let name = |row: &import_batch::Model| {
        row.uploaded_by.and_then(|id| people.get(&id)).map(|person| person.name.clone())
    };
    found
        .into_iter()
        .map(|row| {
            let by = name(&row);
            Ok(Batch::read(row, by)?)
        })
        .collect()
}

/// The first rows of a file that cannot be taken, each with its reason.
pub async fn bad_rows(services: &Services, batch: Uuid, most: u64) -> Result<Vec<BadRow>, Failure> {
    bad(services, batch, Some(most)).await
}

/// Every row of a file that cannot be taken.
pub async fn every_bad_row(services: &Services, batch: Uuid) -> Result<Vec<BadRow>, Failure> {
    bad(services, batch, None).await
}

async fn bad(services: &Services, batch: Uuid, most: Option<u64>) -> Result<Vec<BadRow>, Failure> {
    let found = import_row::Entity::find()
        .filter(import_row::Column::BatchId.eq(batch))
        .filter(import_row::Column::State.eq(RowState::Bad.as_str()))
        .order_by_asc(import_row::Column::Number)
        .limit(most);
    let rows = found.all(services.db.read()).await?.into_iter();
    let one = |row: import_row::Model| BadRow {
        line: u64::try_from(row.line).unwrap_or_default(),
        column: row.wrong_column,
        reason: row.reason,
    };
    Ok(rows.map(one).collect())
}
