//! Meetings: when and where, their [`agenda`] with papers and evidence packs, and the whole of one as a [`page`].

pub mod agenda;
pub mod evidence;
mod pack;
pub mod page;
pub mod papers;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::assembly::MeetingDetails;
use domain::audit::{Act, Subject};
use domain::calls::zoned;
use domain::forms::Problem;
use domain::mail::{Followed, NewsKind};
use domain::people::Actor;
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{Assembly, ZONE, part};
use crate::audit::Entry;
use crate::follow::{self, News};
use crate::outcomes::Viewer;
use crate::store::entities::{assembly, meeting};
use crate::{Clock, Failure, Services, StoreError};

pub use pack::{Evidence, Exhibit};
pub use page::{Item, MeetingPage, Paper, meeting};

/// A meeting of an assembly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub id: Uuid,
    pub assembly: Uuid,
    /// Counted from 1 over the assembly.
    pub number: u32,
    pub title: String,
    pub place: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub zone: Tz,
    /// Until then it is in preparation, and only those who keep the record see it.
    pub published_at: Option<DateTime<Utc>>,
}

impl Meeting {
    /// What was typed about it, for its form.
    pub fn details(&self) -> MeetingDetails {
        MeetingDetails {
            title: self.title.clone(),
            place: self.place.clone(),
            starts: self.starts_at.with_timezone(&self.zone).naive_local(),
            ends: self.ends_at.with_timezone(&self.zone).naive_local(),
        }
    }
}

impl TryFrom<meeting::Model> for Meeting {
    type Error = StoreError;

    fn try_from(row: meeting::Model) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            assembly: row.assembly_id,
            number: row.number as u32,
            zone: row.zone.parse().map_err(|_| StoreError::corrupt("a time zone", &row.zone))?,
            title: row.title,
            place: row.place,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            published_at: row.published_at,
        })
    }
}

/// Adds a meeting with the next number of its assembly. Only those who keep the record see it until it is published.
pub async fn add(
    services: &Services,
    assembly: &Assembly,
    details: MeetingDetails,
) -> Result<Meeting, Failure> {
    let (recorder, assembly) = (services.recorder(), assembly.id);
    let (starts, ends) = instants(&details, ZONE)?;
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let whole =
                    assembly::Entity::find_by_id(assembly).lock(LockType::NoKeyUpdate).one(txn).await?;
                whole.ok_or(Failure::NotFound("assembly"))?;
                let last = meeting::Entity::find()
                    .filter(meeting::Column::AssemblyId.eq(assembly))
                    .order_by_desc(meeting::Column::Number);
                let row = meeting::ActiveModel {
                    id: Set(recorder.clock.id()),
                    assembly_id: Set(assembly),
                    number: Set(last.one(txn).await?.map_or(1, |row| row.number + 1)),
                    title: Set(details.title),
                    starts_at: Set(starts),
                    ends_at: Set(ends),
                    zone: Set(ZONE.name().to_owned()),
                    place: Set(details.place),
                    published_at: Set(None),
                };
                let row = row.insert(txn).await?;
                recorder.record(txn, entry(Act::MeetingAdded, &row)).await?;
                Ok(row.try_into()?)
            })
        })
        .await
}

/// An act on a meeting itself on its way into the audit.
fn entry(act: Act, row: &meeting::Model) -> Entry {
    let entry = part(act, row.assembly_id, Subject::Meeting, row.id);
    entry.with("title", row.title.as_str()).with("number", row.number)
}

/// The assembly of a meeting, and an act on something of its agenda on its way into the audit.
async fn within(
    txn: &impl ConnectionTrait,
    meeting: Uuid,
    act: Act,
    subject: Subject,
    id: Uuid,
) -> Result<Entry, Failure> {
    let row = meeting::Entity::find_by_id(meeting).one(txn).await?.ok_or(Failure::NotFound("meeting"))?;
    Ok(part(act, row.assembly_id, subject, id).with("number", row.number))
}

/// The instants of typed times. On the nights when clocks change, what looks like an order may not be one.
fn instants(details: &MeetingDetails, zone: Tz) -> Result<(DateTime<Utc>, DateTime<Utc>), Failure> {
    let starts = zoned(details.starts, zone).ok_or_else(|| Problem::new("starts", "error-meeting-time"))?;
    let ends = zoned(details.ends, zone).ok_or_else(|| Problem::new("ends", "error-meeting-time"))?;
    if ends <= starts {
        return Err(Problem::new("ends", "error-meeting-ends-first").into());
    }
    Ok((starts, ends))
}

/// Changes when and where a meeting is.
pub async fn change(services: &Services, meeting: &Meeting, details: MeetingDetails) -> Result<(), Failure> {
    let (starts, ends) = instants(&details, meeting.zone)?;
    update(services, meeting.id, Act::MeetingChanged, move |row| {
        row.title = Set(details.title);
        row.place = Set(details.place);
        row.starts_at = Set(starts);
        row.ends_at = Set(ends);
    })
    .await
}

/// Publishes a meeting with its agenda, papers and evidence packs. Publishing it again keeps the first date.
pub async fn publish(services: &Services, meeting: &Meeting) -> Result<(), Failure> {
    let at = meeting.published_at.unwrap_or_else(|| services.clock.now());
    update(services, meeting.id, Act::MeetingPublished, move |row| row.published_at = Set(Some(at))).await
}

/// Takes a meeting back into preparation.
pub async fn unpublish(services: &Services, meeting: &Meeting) -> Result<(), Failure> {
    update(services, meeting.id, Act::MeetingWithdrawn, |row| row.published_at = Set(None)).await
}

async fn update(
    services: &Services,
    id: Uuid,
    act: Act,
    change: impl FnOnce(&mut meeting::ActiveModel) + Send + 'static,
) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = meeting::Entity::find_by_id(id).one(txn).await?;
                let row = row.ok_or(Failure::NotFound("meeting"))?;
                let before = row.clone();
                let mut row = row.into_active_model();
                change(&mut row);
                let row = row.update(txn).await?;
                tell(txn, &recorder.clock, &before, &row).await?;
                recorder.record(txn, entry(act, &row)).await?;
                Ok(())
            })
        })
        .await
}

/// Tells the followers of the assembly of a meeting that they can read of now, or that is elsewhere or at another time.
async fn tell(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    before: &meeting::Model,
    now: &meeting::Model,
) -> Result<(), Failure> {
    if now.published_at.is_none() {
        return Ok(());
    }
    let about = [follow::Subject::row(Followed::Assembly, now.assembly_id)];
    let place = |row: &meeting::Model| (row.starts_at, row.ends_at, row.place.clone());
    let published = News::once(NewsKind::MeetingPublished, now.id, about.clone());
    if before.published_at.is_none() {
        follow::tell(txn, clock, published).await
    } else if place(before) != place(now) {
        let time = clock.now().timestamp_micros().to_string();
        let moved = News { kind: NewsKind::MeetingMoved, time, ..published };
        follow::tell(txn, clock, moved).await
    } else {
        Ok(())
    }
}

/// The meetings of an assembly that this reader may know of, the latest first.
pub async fn list(services: &Services, assembly: &Assembly, viewer: &Actor) -> Result<Vec<Meeting>, Failure> {
    let rows = meeting::Entity::find()
        .filter(meeting::Column::AssemblyId.eq(assembly.id))
        .order_by_desc(meeting::Column::StartsAt)
        .order_by_desc(meeting::Column::Number)
        .all(services.db.read())
        .await?;
    let visible = |row: &meeting::Model| Viewer::Actor(viewer).sees(row);
    Ok(rows.into_iter().filter(visible).map(Meeting::try_from).collect::<Result<_, _>>()?)
}

/// The meeting of this assembly with this number, where this reader may know of it.
pub async fn by_number(
    services: &Services,
    assembly: &Assembly,
    number: u32,
    viewer: &Actor,
) -> Result<Meeting, Failure> {
    let row = meeting::Entity::find()
        .filter(meeting::Column::AssemblyId.eq(assembly.id))
        .filter(meeting::Column::Number.eq(number as i32))
        .one(services.db.read())
        .await?;
    let row = row.filter(|row| Viewer::Actor(viewer).sees(row)).ok_or(Failure::NotFound("meeting"))?;
    Ok(row.try_into()?)
}
