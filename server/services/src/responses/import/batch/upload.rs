//! Taking a file: apart in a process of its own, and then row by row into the store. The file itself is not kept.

use domain::audit::Act;
use domain::files::{Refusal, shown_name};
use domain::forms::Problem;
use domain::responses::columns::{ImportState, RowState, named_apart, recognise};
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait};
use uuid::Uuid;

use super::{check_open, json};
use crate::audit::Entry;
use crate::calls::Call;
use crate::files::Incoming;
use crate::responses::import::{Table, TableRow};
use crate::store::entities::{import_batch, import_row};
use crate::{Clock, Failure, Services, secrets};

/// How many rows are written in one statement, well below what either database can bind.
const AT_ONCE: usize = 500;

/// Takes a file to be brought into a call, and gives the key of its batch. What is wrong with it is said at the field `file`.
pub async fn upload(
    services: &Services,
    call: &Call,
    incoming: Incoming,
    name: &str,
) -> Result<Uuid, Failure> {
    check_open(services, call)?;
    let shown = shown_name(name);
    let refused = |why: Refusal| {
        let message = match why {
            Refusal::Unknown | Refusal::WrongEnding | Refusal::Archive | Refusal::OldWord => {
                "error-import-kind"
            }
            Refusal::Empty => "error-import-empty",
            Refusal::TooHard => "error-import-too-hard",
            Refusal::Active => "error-import-active",
            other => other.message(),
        };
        let megabytes = services.files.largest_megabytes();
        Failure::from(Problem::new("file", message).with("name", shown.as_str()).with("megabytes", megabytes))
    };
    let table = incoming.table(&services.files).await?.map_err(refused)?;
    keep(services, call, &shown, table).await?.ok_or_else(|| refused(Refusal::Empty))
}

/// Keeps the rows of a table to be brought into a call, and gives the key of its batch; nothing where no row holds anything.
pub async fn keep(
    services: &Services,
    call: &Call,
    name: &str,
    table: Table,
) -> Result<Option<Uuid>, Failure> {
    let (row, rows) = prepared(services, call, name, table)?;
    if rows.is_empty() {
        return Ok(None);
    }
    let Set(id) = row.id else { return Err(Failure::NotFound("import")) };
    let recorder = services.recorder();
    let entry = Entry::of_call(Act::ImportUploaded, call).with("count", rows.len());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                import_batch::Entity::insert(row).exec_without_returning(txn).await?;
                insert(txn, &recorder.clock, id, rows).await?;
                recorder.record(txn, entry).await?;
                Ok(Some(id))
            })
        })
        .await
}

/// A batch as a row, and the rows that hold responses.
fn prepared(
    services: &Services,
    call: &Call,
    name: &str,
    table: Table,
) -> Result<(import_batch::ActiveModel, Vec<TableRow>), Failure> {
    let beginning: Vec<&[String]> = std::iter::once(table.heading.as_slice())
        .chain(table.rows.iter().take(6).map(|row| row.cells.as_slice()))
        .collect();
    let shape = recognise(&beginning);
    let heading = named_apart(&table.heading);
    let asked = if shape.headings() > 1 { table.rows.first().map(|row| row.cells.clone()) } else { None };
    let heading_text = json(&heading)?;
    let rows: Vec<TableRow> = table
        .rows
        .into_iter()
        .skip(shape.headings() - 1)
        .filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()))
        .collect();
    let row = import_batch::ActiveModel {
        id: Set(services.clock.id()),
        call_id: Set(call.id),
        name: Set(name.to_owned()),
        shape: Set(shape.to_string()),
        state: Set(ImportState::Uploaded.to_string()),
        heading_hash: Set(secrets::hash(&heading_text)),
        heading: Set(heading_text),
        asked: Set(json(&asked.unwrap_or_default())?),
        map: Set(None),
        uploaded_by: Set(services.by.person()),
        uploaded_at: Set(services.clock.now()),
        done_at: Set(None),
        rows: Set(rows.len() as i32),
        seen: Set(0),
        good: Set(0),
        bad: Set(0),
        there: Set(0),
        skipped: Set(0),
        imported: Set(0),
    };
    Ok((row, rows))
}

async fn insert(
    txn: &DatabaseTransaction,
    clock: &Clock,
    batch: Uuid,
    rows: Vec<TableRow>,
) -> Result<(), Failure> {
    let mut models = Vec::with_capacity(rows.len());
    for (number, row) in (1..).zip(rows) {
        models.push(import_row::ActiveModel {
            id: Set(clock.id()),
            batch_id: Set(batch),
            number: Set(number),
            line: Set(i64::try_from(row.line).unwrap_or(i64::MAX)),
            cells: Set(json(&row.cells)?),
            state: Set(RowState::New.to_string()),
            key: Set(String::new()),
            wrong_column: Set(String::new()),
            reason: Set(String::new()),
        });
    }
    for part in models.chunks(AT_ONCE) {
        import_row::Entity::insert_many(part.to_vec()).exec_without_returning(txn).await?;
    }
    Ok(())
}
