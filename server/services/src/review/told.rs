//! What an undo or a redo tells the person who did it.

use std::collections::{HashMap, HashSet};

use domain::review::Act;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::history::{Entry, entries};
use super::log::parsed;
use crate::store::entities::review_event;
use crate::{Failure, Services, StoreError};

/// An undo or a redo, as it is told to whoever did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The undo or redo itself.
    pub id: Uuid,
    /// Whether an act was done again, and not taken back.
    pub again: bool,
    /// The act that was turned.
    pub what: Entry,
    /// Acts whose turn it was before, and that could not be changed. What the person was told when they went this way
    /// just before is left out.
    pub passed_over: Vec<PassedOver>,
}

/// An act that could not be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOver {
    pub what: Entry,
    /// A Fluent key that says why.
    pub why: String,
}

/// The same, as the log keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Blocked {
    pub act: Uuid,
    pub why: String,
}

/// What this undo or redo of theirs has to tell a person.
pub async fn told(services: &Services, call: Uuid, actor: Uuid, id: Uuid) -> Result<Told, Failure> {
    let read = services.db.read();
    let mine = review_event::Entity::find()
        .filter(review_event::Column::CallId.eq(call))
        .filter(review_event::Column::ActorId.eq(actor));
    let event = mine.clone().filter(review_event::Column::Id.eq(id)).one(read).await?;
    let Some((event, act)) = event.and_then(|event| event.act_id.map(|act| (event, act))) else {
        return Err(Failure::NotFound("undo"));
    };
    let before = mine
        .filter(review_event::Column::Number.lt(event.number))
        .order_by_desc(review_event::Column::Number)
        .one(read)
        .await?;
    let known = match before.filter(|before| before.kind == event.kind) {
        Some(before) => blocked(&before)?.into_iter().map(|one| one.act).collect(),
        None => HashSet::new(),
    };
    let new: Vec<Blocked> = blocked(&event)?.into_iter().filter(|one| !known.contains(&one.act)).collect();
    let mut acts = acts(read, new.iter().map(|one| one.act).chain([act])).await?;
    let missing = || StoreError::corrupt("an act of the review", act.to_string());
    Ok(Told {
        id,
        again: event.kind == Act::Redo.as_str(),
        what: acts.remove(&act).ok_or_else(missing)?,
        passed_over: new
            .into_iter()
            .filter_map(|one| Some(PassedOver { what: acts.remove(&one.act)?, why: one.why }))
            .collect(),
    })
}

fn blocked(event: &review_event::Model) -> Result<Vec<Blocked>, StoreError> {
    event.passed_over.as_deref().map_or_else(|| Ok(Vec::new()), parsed)
}

async fn acts(
    read: &impl ConnectionTrait,
    ids: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Entry>, StoreError> {
    let events = review_event::Entity::find().filter(review_event::Column::Id.is_in(ids));
    let entries = entries(read, events.all(read).await?).await?;
    Ok(entries.into_iter().map(|entry| (entry.id, entry)).collect())
}
