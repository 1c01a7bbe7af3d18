//! A meeting with everything in it, as one reader may see it.

use std::collections::HashMap;

use domain::assembly::{AgendaItemDetails, PaperDetails, Purpose};
use domain::outcomes::Seen;
use domain::people::Actor;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::Meeting;
use super::pack::{Evidence, packs};
use crate::assembly::decisions::{self, Decision};
use crate::assembly::{self, Assembly};
use crate::outcomes::Viewer;
use crate::store::entities::{agenda_item, paper};
use crate::store::rows;
use crate::{Failure, Services, StoreError};

/// A meeting and its agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingPage {
    pub assembly: Assembly,
    pub meeting: Meeting,
    pub agenda: Vec<Item>,
}

/// An agenda item with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub id: Uuid,
    /// Counted from 1 over the meeting.
    pub number: usize,
    pub title: String,
    pub text: String,
    /// How long it is given.
    pub minutes: u32,
    pub purpose: Purpose,
    /// What was said and settled; empty until it is written down.
    pub record: String,
    pub papers: Vec<Paper>,
    pub evidence: Vec<Seen<Evidence>>,
    pub decisions: Vec<Decision>,
}

impl Item {
    /// What was typed about it, for its form.
    pub fn details(&self) -> AgendaItemDetails {
        AgendaItemDetails {
            title: self.title.clone(),
            text: self.text.clone(),
            minutes: self.minutes,
            purpose: self.purpose,
        }
    }
}

/// A paper of an agenda item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub id: Uuid,
    pub title: String,
    pub author: String,
    pub body: String,
}

impl Paper {
    /// What was typed about it, for its form.
    pub fn details(&self) -> PaperDetails {
        PaperDetails { title: self.title.clone(), author: self.author.clone(), body: self.body.clone() }
    }
}

/// The whole of the meeting with this number, where this reader may know of it.
pub async fn meeting(
    services: &Services,
    assembly: &str,
    number: u32,
    viewer: &Actor,
) -> Result<MeetingPage, Failure> {
    let assembly = assembly::by_slug(services, assembly).await?;
    let meeting = super::by_number(services, &assembly, number, viewer).await?;
    let read = services.db.read();
    let items = agenda_item::Entity::find()
        .filter(agenda_item::Column::MeetingId.eq(meeting.id))
        .order_by_asc(agenda_item::Column::Position)
        .all(read)
        .await?;
    let ids: Vec<Uuid> = items.iter().map(|row| row.id).collect();
    let mut papers = papers(services, &ids).await?;
    let published = meeting.published_at.is_some();
    let mut packs = packs(read, Viewer::Actor(viewer), &ids, published).await?;
    let mut decisions = decisions::of_items(services, &ids, viewer).await?;
    let mut agenda = Vec::with_capacity(items.len());
    for (at, row) in items.into_iter().enumerate() {
        agenda.push(Item {
            id: row.id,
            number: at + 1,
            purpose: Purpose::parse(&row.purpose)
                .ok_or_else(|| StoreError::corrupt("the purpose of an agenda item", &row.purpose))?,
            minutes: row.minutes as u32,
            papers: papers.remove(&row.id).unwrap_or_default(),
            evidence: packs.remove(&row.id).unwrap_or_default(),
            decisions: decisions.remove(&row.id).unwrap_or_default(),
            title: row.title,
            text: row.text,
            record: row.record,
        });
    }
    Ok(MeetingPage { assembly, meeting, agenda })
}

async fn papers(services: &Services, items: &[Uuid]) -> Result<HashMap<Uuid, Vec<Paper>>, StoreError> {
    let column = paper::Column::AgendaItemId;
    let mut rows = rows::having::<paper::Entity>(services.db.read(), column, items.iter().copied()).await?;
    rows.sort_by_key(|row| row.position);
    let mut found: HashMap<Uuid, Vec<Paper>> = HashMap::new();
    for row in rows {
        let paper = Paper { id: row.id, title: row.title, author: row.author, body: row.body };
        found.entry(row.agenda_item_id).or_default().push(paper);
    }
    Ok(found)
}
