//! What is being entered and what was.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::Keyed;
use crate::store::entities::{entry, person, response};
use crate::store::rows;
use crate::{Failure, Services};

/// A response that one of the team enters or has entered. Nothing in it says who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key of its draft.
    pub id: Uuid,
    pub call: Uuid,
    pub keyed: Keyed,
    /// Who enters it, by name.
    pub by: Option<String>,
    pub late_reason: String,
    pub note: String,
    pub begun_at: DateTime<Utc>,
    pub entered_at: Option<DateTime<Utc>>,
    /// Who has compared it with the original, by name, and when.
    pub checked: Option<(Option<String>, DateTime<Utc>)>,
    /// The reference of the response that it has become.
    pub reference: Option<String>,
}

/// The entries of a call, the last begun first, from this place on.
pub async fn list(services: &Services, call: Uuid, from: u64, most: u64) -> Result<Vec<Entry>, Failure> {
    let found = entry::Entity::find()
        .filter(entry::Column::CallId.eq(call))
        .order_by_desc(entry::Column::BegunAt)
        .order_by_desc(entry::Column::Id)
        .offset(from)
        .limit(most);
    let read = services.db.read();
    named(read, found.all(read).await?).await
}

/// How many entries a call has.
pub async fn count(services: &Services, call: Uuid) -> Result<u64, Failure> {
    let found = entry::Entity::find().filter(entry::Column::CallId.eq(call));
    Ok(found.count(services.db.read()).await?)
}

/// The entry of this call with this key.
pub async fn find(services: &Services, call: Uuid, id: Uuid) -> Result<Entry, Failure> {
    let read = services.db.read();
    let row = entry::Entity::find_by_id(id).filter(entry::Column::CallId.eq(call)).one(read).await?;
    let found = named(read, row.into_iter().collect()).await?;
    found.into_iter().next().ok_or(Failure::NotFound("entry"))
}

/// The entry that a response was.
pub async fn of_response(services: &Services, response: Uuid) -> Result<Option<Entry>, Failure> {
    let read = services.db.read();
    let row = response::Entity::find_by_id(response).one(read).await?;
    let Some(id) = row.and_then(|row| row.idempotency_key.parse::<Uuid>().ok()) else { return Ok(None) };
    let row = entry::Entity::find_by_id(id).one(read).await?;
    Ok(named(read, row.into_iter().collect()).await?.into_iter().next())
}

/// Rows with the names and references that belong to them.
async fn named(read: &impl ConnectionTrait, found: Vec<entry::Model>) -> Result<Vec<Entry>, Failure> {
    // Held apart from the rows: what waits for the database holds nothing that is borrowed.
    let people: Vec<Uuid> = found.iter().flat_map(|row| [row.entered_by, row.checked_by]).flatten().collect();
    let people = rows::by::<person::Entity>(read, person::Column::Id, people, |row| row.id).await?;
    let keys: Vec<String> = found.iter().map(|row| row.id.to_string()).collect();
    let responses = response::Entity::find().filter(response::Column::IdempotencyKey.is_in(keys));
    let references: HashMap<String, String> =
        responses.all(read).await?.into_iter().map(|row| (row.idempotency_key, row.reference)).collect();
    let name = |id: Option<Uuid>| id.and_then(|id| people.get(&id)).map(|person| person.name.clone());
    let one = |row: entry::Model| {
        Ok(Entry {
            keyed: Keyed::try_from(&row)?,
            by: name(row.entered_by),
            checked: row.checked_at.map(|at| (name(row.checked_by), at)),
            reference: references.get(&row.id.to_string()).cloned(),
            id: row.id,
            call: row.call_id,
            late_reason: row.late_reason,
            note: row.note,
            begun_at: row.begun_at,
            entered_at: row.entered_at,
        })
    };
    found.into_iter().map(one).collect()
}
