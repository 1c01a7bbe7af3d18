//! What a government replied to a recommendation, and what became of it: dated notes, each with its source, that are
//! added and never written over.

use std::collections::HashMap;

use domain::audit::Act;
use domain::mail::NewsKind;
use domain::outcomes::{Dated, ProgressStatus, ReplyStatus};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait};
use uuid::Uuid;

use super::recommendations::{self, Recommendation};
use crate::store::entities::{progress, reply};
use crate::store::rows;
use crate::{Failure, Services, StoreError};

/// A government's reply.
pub type Reply = Dated<ReplyStatus>;

/// A dated note of progress.
pub type Progress = Dated<ProgressStatus>;

/// Adds a reply.
pub async fn add_reply(services: &Services, to: &Recommendation, typed: Reply) -> Result<(), Failure> {
    let row = reply::ActiveModel {
        id: Set(services.clock.id()),
        recommendation_id: Set(to.id),
        status: Set(typed.status.to_string()),
        words: Set(typed.words),
        source: Set(typed.source),
        replied_on: Set(typed.on),
    };
    let (recorder, on) = (services.recorder(), to.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = row.insert(txn).await?;
                let on = recommendations::held(txn, on).await?;
                recommendations::tell(txn, &recorder.clock, NewsKind::ReplyRecorded, row.id, &on).await?;
                recorder.record(txn, recommendations::entry(Act::ReplyAdded, &on)).await?;
                Ok(())
            })
        })
        .await
}

/// Adds a note of progress.
pub async fn add_progress(services: &Services, on: &Recommendation, typed: Progress) -> Result<(), Failure> {
    let row = progress::ActiveModel {
        id: Set(services.clock.id()),
        recommendation_id: Set(on.id),
        status: Set(typed.status.to_string()),
        words: Set(typed.words),
        source: Set(typed.source),
        noted_on: Set(typed.on),
    };
    let (recorder, on) = (services.recorder(), on.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = row.insert(txn).await?;
                let on = recommendations::held(txn, on).await?;
                recommendations::tell(txn, &recorder.clock, NewsKind::ProgressRecorded, row.id, &on).await?;
                recorder.record(txn, recommendations::entry(Act::ProgressAdded, &on)).await?;
                Ok(())
            })
        })
        .await
}

/// The replies to each of these recommendations, oldest first.
pub(crate) async fn replies(
    read: &impl ConnectionTrait,
    recommendations: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<Reply>>, StoreError> {
    let column = reply::Column::RecommendationId;
    let mut rows = rows::having::<reply::Entity>(read, column, recommendations).await?;
    rows.sort_by_key(|row| (row.replied_on, row.id));
    let mut found: HashMap<Uuid, Vec<Reply>> = HashMap::new();
    for row in rows {
        let status = ReplyStatus::parse(&row.status)
            .ok_or_else(|| StoreError::corrupt("the status of a reply", &row.status))?;
        let reply = Dated { status, words: row.words, source: row.source, on: row.replied_on };
        found.entry(row.recommendation_id).or_default().push(reply);
    }
    Ok(found)
}

/// The notes of progress on each of these recommendations, oldest first.
pub(crate) async fn progress(
    read: &impl ConnectionTrait,
    recommendations: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<Progress>>, StoreError> {
    let column = progress::Column::RecommendationId;
    let mut rows = rows::having::<progress::Entity>(read, column, recommendations).await?;
    rows.sort_by_key(|row| (row.noted_on, row.id));
    let mut found: HashMap<Uuid, Vec<Progress>> = HashMap::new();
    for row in rows {
        let status = ProgressStatus::parse(&row.status)
            .ok_or_else(|| StoreError::corrupt("the status of progress", &row.status))?;
        let note = Dated { status, words: row.words, source: row.source, on: row.noted_on };
        found.entry(row.recommendation_id).or_default().push(note);
    }
    Ok(found)
}
