//! The papers of an agenda item, in order.

use domain::assembly::{PaperDetails, moved};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::Meeting;
use super::agenda::item_of;
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
    let (clock, meeting) = (services.clock.clone(), meeting.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                item_of(txn, meeting, item).await?;
                let row = paper::ActiveModel {
                    id: Set(clock.id()),
                    agenda_item_id: Set(item),
                    position: Set(of_item(txn, item).await?.last().map_or(0, |row| row.position + 1)),
                    title: Set(details.title),
                    author: Set(details.author),
                    body: Set(details.body),
                };
                Ok(row.insert(txn).await?.id)
            })
        })
        .await
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
    let meeting = meeting.id;
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut row = paper_of(txn, meeting, paper).await?.into_active_model();
                row.title = Set(details.title);
                row.author = Set(details.author);
                row.body = Set(details.body);
                row.update(txn).await?;
                Ok(())
            })
        })
        .await
}

/// Moves a paper one place earlier (`by` below 0) or later among those of its item.
pub async fn move_by(services: &Services, meeting: &Meeting, paper: Uuid, by: i32) -> Result<(), Failure> {
    use paper::Column::{Id, Position};
    let meeting = meeting.id;
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = paper_of(txn, meeting, paper).await?;
                let order: Vec<Uuid> =
                    of_item(txn, row.agenda_item_id).await?.iter().map(|row| row.id).collect();
                Ok(rows::place::<paper::Entity>(txn, Id, Position, &moved(&order, paper, by)).await?)
            })
        })
        .await
}

/// Takes a paper away.
pub async fn remove(services: &Services, meeting: &Meeting, paper: Uuid) -> Result<(), Failure> {
    let meeting = meeting.id;
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = paper_of(txn, meeting, paper).await?;
                paper::Entity::delete_by_id(row.id).exec(txn).await?;
                Ok(())
            })
        })
        .await
}
