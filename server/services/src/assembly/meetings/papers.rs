//! The papers of an agenda item, in order.

use domain::assembly::{PaperDetails, moved};
use domain::audit::{Act, Subject};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::agenda::item_of;
use super::{Meeting, within};
use crate::audit::Recorder;
use crate::store::entities::paper;
use crate::store::rows;
use crate::{Failure, Services};

/// Adds a paper after the others of its item.
pub async fn add(
    services: &Services,
    meeting: &Meeting,
    item: Uuid,
    details: PaperDetails,
) -> Result<Uuid, Failure> {
    let (recorder, meeting) = (services.recorder(), meeting.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                item_of(txn, meeting, item).await?;
                let row = paper::ActiveModel {
                    id: Set(recorder.clock.id()),
                    agenda_item_id: Set(item),
                    position: Set(of_item(txn, item).await?.last().map_or(0, |row| row.position + 1)),
                    title: Set(details.title),
                    author: Set(details.author),
                    body: Set(details.body),
                };
                let row = row.insert(txn).await?;
                note(txn, &recorder, Act::PaperAdded, meeting, &row).await?;
                Ok(row.id)
            })
        })
        .await
}

async fn note(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    act: Act,
    meeting: Uuid,
    row: &paper::Model,
) -> Result<(), Failure> {
    let entry = within(txn, meeting, act, Subject::Paper, row.id).await?;
    recorder.record(txn, entry.with("title", row.title.as_str())).await?;
    Ok(())
}

async fn of_item(txn: &impl ConnectionTrait, item: Uuid) -> Result<Vec<paper::Model>, Failure> {
    let rows = paper::Entity::find()
        .filter(paper::Column::AgendaItemId.eq(item))
        .order_by_asc(paper::Column::Position);
    Ok(rows.all(txn).await?)
}

/// The paper of this meeting with this key.
async fn paper_of(txn: &impl ConnectionTrait, meeting: Uuid, paper: Uuid) -> Result<paper::Model, Failure> {
    let row = paper::Entity::find_by_id(paper).one(txn).await?.ok_or(Failure::NotFound("paper"))?;
    item_of(txn, meeting, row.agenda_item_id).await?;
    Ok(row)
}

/// Changes a paper.
pub async fn change(
    services: &Services,
    meeting: &Meeting,
    paper: Uuid,
    details: PaperDetails,
) -> Result<(), Failure> {
    let (meeting, recorder) = (meeting.id, services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut row = paper_of(txn, meeting, paper).await?.into_active_model();
                row.title = Set(details.title);
                row.author = Set(details.author);
                row.body = Set(details.body);
                let row = row.update(txn).await?;
                note(txn, &recorder, Act::PaperChanged, meeting, &row).await
            })
        })
        .await
}

/// Moves a paper one place earlier (`by` below 0) or later among those of its item.
pub async fn move_by(services: &Services, meeting: &Meeting, paper: Uuid, by: i32) -> Result<(), Failure> {
    use paper::Column::{Id, Position};
    let (meeting, recorder) = (meeting.id, services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = paper_of(txn, meeting, paper).await?;
                let order: Vec<Uuid> =
                    of_item(txn, row.agenda_item_id).await?.iter().map(|row| row.id).collect();
                rows::place::<paper::Entity>(txn, Id, Position, &moved(&order, paper, by)).await?;
                note(txn, &recorder, Act::PaperMoved, meeting, &row).await
            })
        })
        .await
}

/// Takes a paper away.
pub async fn remove(services: &Services, meeting: &Meeting, paper: Uuid) -> Result<(), Failure> {
    let (meeting, recorder) = (meeting.id, services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = paper_of(txn, meeting, paper).await?;
                paper::Entity::delete_by_id(row.id).exec(txn).await?;
                note(txn, &recorder, Act::PaperRemoved, meeting, &row).await
            })
        })
        .await
}
