//! Decisions: taken at a meeting, numbered over the assembly, and each with what it rests on.

mod cited;
mod decide;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::outcomes::Seen;
use domain::people::Actor;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::Assembly;
use crate::outcomes::{CallName, Viewer};
use crate::store::entities::{agenda_item, decision, meeting};
use crate::store::rows;
use crate::{Failure, Services};

pub use cited::Cited;
pub use decide::{correct, decide, details};

/// A decision as one reader may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Counted from 1 over the assembly.
    pub number: u32,
    pub title: String,
    pub text: String,
    pub votes_for: u32,
    pub votes_against: u32,
    pub abstained: u32,
    /// Empty where nobody asked to have it recorded.
    pub dissent: String,
    pub decided_on: NaiveDate,
    /// The number of the meeting at which it was taken.
    pub meeting: u32,
    /// The agenda item on which it was taken.
    pub item: String,
    /// The call that it put, once that may be known.
    pub call: Option<CallName>,
    /// The findings and recommendations it rests on.
    pub cites: Vec<Seen<Cited>>,
}

/// Every decision of an assembly that this reader may know of, the latest first.
pub async fn register(
    services: &Services,
    assembly: &Assembly,
    viewer: &Actor,
) -> Result<Vec<Decision>, Failure> {
    let rows = decision::Entity::find().filter(decision::Column::AssemblyId.eq(assembly.id));
    let rows = rows.all(services.db.read()).await?;
    let mut found: Vec<_> = read(services, rows, viewer).await?.into_iter().map(|(_, one)| one).collect();
    found.sort_by_key(|decision| std::cmp::Reverse(decision.number));
    Ok(found)
}

/// The decisions taken on these agenda items, by item, in their order.
pub(super) async fn of_items(
    services: &Services,
    items: &[Uuid],
    viewer: &Actor,
) -> Result<HashMap<Uuid, Vec<Decision>>, Failure> {
    let column = decision::Column::AgendaItemId;
    let rows = rows::having::<decision::Entity>(services.db.read(), column, items.iter().copied()).await?;
    let mut found: HashMap<Uuid, Vec<Decision>> = HashMap::new();
    for (item, decision) in read(services, rows, viewer).await? {
        found.entry(item).or_default().push(decision);
    }
    Ok(found)
}

/// These decisions by agenda item, in the order of their numbers, without those of meetings that this reader may not
/// know of.
async fn read(
    services: &Services,
    mut rows: Vec<decision::Model>,
    viewer: &Actor,
) -> Result<Vec<(Uuid, Decision)>, Failure> {
    let db = services.db.read();
    rows.sort_by_key(|row| row.number);
    let ids = rows.iter().map(|row| row.agenda_item_id);
    let items = rows::by::<agenda_item::Entity>(db, agenda_item::Column::Id, ids, |row| row.id).await?;
    let ids = items.values().map(|row| row.meeting_id);
    let meetings = rows::by::<meeting::Entity>(db, meeting::Column::Id, ids, |row| row.id).await?;
    let mut cites = cited::of(db, viewer, rows.iter().map(|row| row.id)).await?;
    let calls = cited::calls_put(services, viewer, rows.iter().filter_map(|row| row.call_id)).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(item) = items.get(&row.agenda_item_id) else { continue };
        let meeting = meetings.get(&item.meeting_id);
        let Some(meeting) = meeting.filter(|meeting| Viewer::Actor(viewer).sees(meeting)) else {
            continue;
        };
        let decision = Decision {
            number: row.number as u32,
            votes_for: row.votes_for as u32,
            votes_against: row.votes_against as u32,
            abstained: row.abstained as u32,
            decided_on: row.decided_on,
            meeting: meeting.number as u32,
            item: item.title.clone(),
            call: row.call_id.and_then(|id| calls.get(&id).cloned()),
            cites: cites.remove(&row.id).unwrap_or_default(),
            title: row.title,
            text: row.text,
            dissent: row.dissent,
        };
        found.push((item.id, decision));
    }
    Ok(found)
}
