//! Who did what, as it can be read in the log.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::review::{Act, Mark, Subject};
use domain::text::Span;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::coding::CodingState;
use super::log::{act_of, states};
use super::marks::MarkState;
use crate::store::entities::{code, person, response, review_event};
use crate::{Failure, Services, StoreError};

/// One act as people read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: Uuid,
    /// Its number among the acts of the call.
    pub number: u32,
    pub act: Act,
    pub at: DateTime<Utc>,
    pub actor: Uuid,
    /// Empty where the actor has no account, as after an import.
    pub actor_name: String,
    /// The reference of the response it was done on.
    pub response: Option<String>,
    /// The code it was about, and what that is called now.
    pub code: Option<(Uuid, String)>,
    pub answer: Option<Uuid>,
    pub span: Option<Span>,
    /// The mark that was set or taken away.
    pub mark: Option<Mark>,
    /// Whether it was undone since.
    pub undone: bool,
    /// What an undo took back, or a redo did again.
    pub about: Option<Act>,
}

/// What was done on a response, the newest first.
pub async fn history(services: &Services, response: Uuid) -> Result<Vec<Entry>, Failure> {
    let events = review_event::Entity::find()
        .filter(review_event::Column::ResponseId.eq(response))
        .order_by_desc(review_event::Column::Number);
    let events = events.all(services.db.read()).await?;
    Ok(entries(services.db.read(), events).await?)
}

/// These acts with the names that belong to them.
pub(super) async fn entries(
    read: &impl ConnectionTrait,
    events: Vec<review_event::Model>,
) -> Result<Vec<Entry>, StoreError> {
    let kinds = kinds(read, events.iter().filter_map(|event| event.act_id)).await?;
    let mut entries = Vec::with_capacity(events.len());
    for event in &events {
        let about = event.act_id.and_then(|act| Act::parse(kinds.get(&act)?));
        entries.push(entry(event, about)?);
    }
    let people = names(read, entries.iter().map(|entry| entry.actor)).await?;
    let codes = code_names(read, entries.iter().filter_map(|entry| Some(entry.code.as_ref()?.0))).await?;
    let references = references(read, events.iter().filter_map(|event| event.response_id)).await?;
    for (entry, event) in entries.iter_mut().zip(&events) {
        entry.actor_name = people.get(&entry.actor).cloned().unwrap_or_default();
        entry.response = event.response_id.and_then(|id| references.get(&id).cloned());
        if let Some((id, name)) = &mut entry.code {
            *name = codes.get(id).cloned().unwrap_or_default();
        }
    }
    Ok(entries)
}

fn entry(event: &review_event::Model, about: Option<Act>) -> Result<Entry, StoreError> {
    let act = act_of(event)?;
    let mut entry = Entry {
        id: event.id,
        number: u32::try_from(event.number).unwrap_or_default(),
        act,
        at: event.at,
        actor: event.actor_id,
        actor_name: String::new(),
        response: None,
        code: None,
        answer: None,
        span: None,
        mark: None,
        undone: event.undone_by.is_some(),
        about,
    };
    match about.unwrap_or(act).subject() {
        Some(Subject::Code) => entry.code = Some((event.subject_id, String::new())),
        Some(Subject::Coding) => {
            let (before, after) = states::<CodingState>(event)?;
            let state = after.or(before);
            entry.code = state.map(|state| (state.code, String::new()));
            entry.answer = state.map(|state| state.answer);
            entry.span = state.and_then(|state| state.span);
        }
        Some(Subject::Mark) => {
            let (before, after) = states::<MarkState>(event)?;
            let state = after.or(before);
            entry.answer = state.map(|state| state.answer);
            entry.mark = state.map(|state| state.mark);
        }
        Some(Subject::Reading | Subject::Memo | Subject::Flag) | None => {}
    }
    Ok(entry)
}

/// What kind of act each of these is.
async fn kinds(
    read: &impl ConnectionTrait,
    acts: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>, StoreError> {
    let acts: HashSet<Uuid> = acts.collect();
    if acts.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = review_event::Entity::find().filter(review_event::Column::Id.is_in(acts)).select_only();
    let rows = rows.column(review_event::Column::Id).column(review_event::Column::Kind);
    Ok(rows.into_tuple::<(Uuid, String)>().all(read).await?.into_iter().collect())
}

/// The names of these people.
pub(super) async fn names(
    read: &impl ConnectionTrait,
    people: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>, StoreError> {
    let people: HashSet<Uuid> = people.collect();
    let rows = person::Entity::find().filter(person::Column::Id.is_in(people)).select_only();
    let rows = rows.column(person::Column::Id).column(person::Column::Name);
    Ok(rows.into_tuple::<(Uuid, String)>().all(read).await?.into_iter().collect())
}

async fn code_names(
    read: &impl ConnectionTrait,
    codes: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>, StoreError> {
    let codes: HashSet<Uuid> = codes.collect();
    let rows = code::Entity::find().filter(code::Column::Id.is_in(codes)).select_only();
    let rows = rows.column(code::Column::Id).column(code::Column::Name);
    Ok(rows.into_tuple::<(Uuid, String)>().all(read).await?.into_iter().collect())
}

async fn references(
    read: &impl ConnectionTrait,
    responses: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>, StoreError> {
    let responses: HashSet<Uuid> = responses.collect();
    let rows = response::Entity::find().filter(response::Column::Id.is_in(responses)).select_only();
    let rows = rows.column(response::Column::Id).column(response::Column::Reference);
    Ok(rows.into_tuple::<(Uuid, String)>().all(read).await?.into_iter().collect())
}
