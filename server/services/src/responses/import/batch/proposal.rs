//! What is proposed for the columns of a file: what the same columns were the last time, or what they look like.

use std::collections::BTreeSet;

use domain::responses::columns::{Column, Target, propose as by_looks};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::mapping::targets_of;
use super::{Batch, Samples, parsed};
use crate::calls::Questionnaire;
use crate::store::entities::{import_batch, import_row};
use crate::{Failure, Services, StoreError};

/// How many rows are looked at to tell what a column is, and how many different values of each.
const LOOKED_AT: u64 = 200;
const VALUES: usize = 5;

/// What stands in the first rows of each column, each value once.
pub async fn samples(services: &Services, batch: &Batch) -> Result<Samples, Failure> {
    let mut found = Samples::new();
    for cells in cells(services, batch.id, LOOKED_AT).await? {
        for (column, cell) in batch.heading.iter().zip(&cells) {
            let (cell, held) = (cell.trim(), found.entry(column.clone()).or_default());
            if !cell.is_empty() && held.len() < VALUES && !held.iter().any(|value| value == cell) {
                held.push(cell.to_owned());
            }
        }
    }
    Ok(found)
}

/// The cells of the first rows.
pub(super) async fn cells(services: &Services, batch: Uuid, most: u64) -> Result<Vec<Vec<String>>, Failure> {
    let rows = import_row::Entity::find()
        .filter(import_row::Column::BatchId.eq(batch))
        .order_by_asc(import_row::Column::Number)
        .limit(most)
        .all(services.db.read())
        .await?;
    let read = |row: import_row::Model| {
        serde_json::from_str(&row.cells)
            .map_err(|_| StoreError::corrupt("a row of an import", row.id.to_string()).into())
    };
    rows.into_iter().map(read).collect()
}

/// What is proposed for each column, and whether it is what the same columns were in an earlier file.
pub async fn propose(
    services: &Services,
    batch: &Batch,
    form: &Questionnaire,
    samples: &Samples,
) -> Result<(Vec<Target>, bool), Failure> {
    if let Some(map) = &batch.map {
        return Ok((targets_of(map, &batch.heading, form), false));
    }
    if let Some(map) = earlier(services, batch).await? {
        return Ok((targets_of(&map, &batch.heading, form), true));
    }
    let column = |(at, name): (usize, &String)| Column {
        name: name.clone(),
        asked: batch.asked.get(at).cloned().unwrap_or_default(),
        values: samples.get(name).cloned().unwrap_or_default(),
    };
    let columns: Vec<Column> = batch.heading.iter().enumerate().map(column).collect();
    Ok((by_looks(batch.shape, &columns, form), false))
}

/// The map of the last file of the same call with the same columns.
pub async fn earlier(services: &Services, batch: &Batch) -> Result<Option<super::Map>, Failure> {
    let row = import_batch::Entity::find()
        .filter(import_batch::Column::CallId.eq(batch.call))
        .filter(import_batch::Column::HeadingHash.eq(batch.heading_hash.as_str()))
        .filter(import_batch::Column::Id.ne(batch.id))
        .filter(import_batch::Column::Map.is_not_null())
        .order_by_desc(import_batch::Column::UploadedAt)
        .one(services.db.read())
        .await?;
    Ok(row.and_then(|row| row.map).as_deref().map(parsed).transpose()?)
}

/// Every value of a column, each once, at most so many; and whether there were more.
pub(super) fn values<'c>(cells: impl Iterator<Item = &'c str>, most: usize) -> (BTreeSet<String>, bool) {
    let mut found = BTreeSet::new();
    for cell in cells.map(str::trim).filter(|cell| !cell.is_empty()) {
        if found.len() >= most && !found.contains(cell) {
            return (found, true);
        }
        found.insert(cell.to_owned());
    }
    (found, false)
}
