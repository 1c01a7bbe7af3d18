//! The items of an agenda, in order, and the record of what was said on each.

use domain::assembly::{AgendaItemDetails, RecordDetails, moved};
use domain::audit::{Act, Subject};
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{Meeting, within};
use crate::audit::Recorder;
use crate::store::entities::{agenda_item, decision, meeting};
use crate::store::rows;
use crate::{Failure, Services};

/// Adds an item at the end of the agenda.
pub async fn add(
    services: &Services,
    meeting: &Meeting,
    details: AgendaItemDetails,
) -> Result<Uuid, Failure> {
    let (recorder, meeting) = (services.recorder(), meeting.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let last = locked(txn, meeting).await?.last().map_or(0, |row| row.position + 1);
                let row = agenda_item::ActiveModel {
                    id: Set(recorder.clock.id()),
                    meeting_id: Set(meeting),
                    position: Set(last),
                    title: Set(details.title),
                    text: Set(details.text),
                    minutes: Set(details.minutes as i32),
                    purpose: Set(details.purpose.to_string()),
                    record: Set(String::new()),
                };
                let row = row.insert(txn).await?;
                note(txn, &recorder, Act::ItemAdded, &row).await?;
                Ok(row.id)
            })
        })
        .await
}

async fn note(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    act: Act,
    row: &agenda_item::Model,
) -> Result<(), Failure> {
    let entry = within(txn, row.meeting_id, act, Subject::AgendaItem, row.id).await?;
    recorder.record(txn, entry.with("title", row.title.as_str())).await?;
    Ok(())
}

/// The items of a meeting in order, held for this transaction, so that two who change the order do not cross.
async fn locked(txn: &impl ConnectionTrait, meeting: Uuid) -> Result<Vec<agenda_item::Model>, Failure> {
    let row = meeting::Entity::find_by_id(meeting).lock(LockType::NoKeyUpdate).one(txn).await?;
    row.ok_or(Failure::NotFound("meeting"))?;
    let items = agenda_item::Entity::find()
        .filter(agenda_item::Column::MeetingId.eq(meeting))
        .order_by_asc(agenda_item::Column::Position);
    Ok(items.all(txn).await?)
}

/// The item of this meeting with this key, held for this transaction.
pub(in crate::assembly) async fn item_of(
    txn: &impl ConnectionTrait,
    meeting: Uuid,
    item: Uuid,
) -> Result<agenda_item::Model, Failure> {
    let row = agenda_item::Entity::find_by_id(item)
        .filter(agenda_item::Column::MeetingId.eq(meeting))
        .lock(LockType::NoKeyUpdate)
        .one(txn)
        .await?;
    row.ok_or(Failure::NotFound("agenda item"))
}

/// Changes what an item says.
pub async fn change(
    services: &Services,
    meeting: &Meeting,
    item: Uuid,
    details: AgendaItemDetails,
) -> Result<(), Failure> {
    update(services, meeting, item, Act::ItemChanged, move |row| {
        row.title = Set(details.title);
        row.text = Set(details.text);
        row.minutes = Set(details.minutes as i32);
        row.purpose = Set(details.purpose.to_string());
    })
    .await
}

/// Writes down what was said and settled on an item. There is nothing to write before the meeting begins.
pub async fn record(
    services: &Services,
    meeting: &Meeting,
    item: Uuid,
    details: RecordDetails,
) -> Result<(), Failure> {
    check_begun(services, meeting)?;
    update(services, meeting, item, Act::ItemRecorded, move |row| row.record = Set(details.text)).await
}

/// Refuses what can only be known once a meeting has begun.
pub(in crate::assembly) fn check_begun(services: &Services, meeting: &Meeting) -> Result<(), Failure> {
    if services.clock.now() < meeting.starts_at {
        Err(Failure::Refused("error-meeting-not-begun"))
    } else {
        Ok(())
    }
}

async fn update(
    services: &Services,
    meeting: &Meeting,
    item: Uuid,
    act: Act,
    change: impl FnOnce(&mut agenda_item::ActiveModel) + Send + 'static,
) -> Result<(), Failure> {
    let (meeting, recorder) = (meeting.id, services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut row = item_of(txn, meeting, item).await?.into_active_model();
                change(&mut row);
                let row = row.update(txn).await?;
                note(txn, &recorder, act, &row).await
            })
        })
        .await
}

/// Moves an item one place earlier (`by` below 0) or later. At either end it stays.
pub async fn move_by(services: &Services, meeting: &Meeting, item: Uuid, by: i32) -> Result<(), Failure> {
    let (meeting, recorder) = (meeting.id, services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let rows = locked(txn, meeting).await?;
                let order: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
                place(txn, &moved(&order, item, by)).await?;
                match rows.iter().find(|row| row.id == item) {
                    Some(row) => note(txn, &recorder, Act::ItemMoved, row).await,
                    None => Ok(()),
                }
            })
        })
        .await
}

async fn place(txn: &impl ConnectionTrait, order: &[Uuid]) -> Result<(), Failure> {
    use agenda_item::Column::{Id, Position};
    Ok(rows::place::<agenda_item::Entity>(txn, Id, Position, order).await?)
}

/// Takes an item off the agenda, with its papers and its evidence pack. One on which something was decided stays.
pub async fn remove(services: &Services, meeting: &Meeting, item: Uuid) -> Result<(), Failure> {
    let (meeting, recorder) = (meeting.id, services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let rest = locked(txn, meeting).await?;
                let row = item_of(txn, meeting, item).await?;
                let decided = decision::Entity::find().filter(decision::Column::AgendaItemId.eq(row.id));
                if decided.count(txn).await? > 0 {
                    return Err(Failure::Refused("error-agenda-decided"));
                }
                agenda_item::Entity::delete_by_id(row.id).exec(txn).await?;
                let rest: Vec<Uuid> = rest.iter().map(|row| row.id).filter(|id| *id != row.id).collect();
                place(txn, &rest).await?;
                note(txn, &recorder, Act::ItemRemoved, &row).await
            })
        })
        .await
}
