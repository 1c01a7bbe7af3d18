//! What a government replied to a recommendation, and what became of it: dated notes, each with its source, that are
//! added and never written over.

use std::collections::HashMap;

use domain::audit::Act;
use domain::calls::AskedAct;
use domain::mail::NewsKind;
use domain::outcomes::{Dated, ProgressStatus, ReplyStatus};
use sea_orm::sea_query::Query;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::recommendations::{self, Recommendation};
use crate::audit::Recorder;
use crate::calls::approvals::{self, Done};
use crate::store::entities::{progress, recommendation, reply};
use crate::store::rows;
use crate::{Failure, Services, StoreError};

/// A government's reply.
pub type Reply = Dated<ReplyStatus>;

/// A dated note of progress.
pub type Progress = Dated<ProgressStatus>;

/// Adds a reply, or asks for it where the public would see it and that takes two people.
pub async fn add_reply(services: &Services, to: &Recommendation, typed: Reply) -> Result<Done, Failure> {
    approvals::put(services, to.call, replying(to, typed), String::new()).await
}

/// The act that adds a reply.
pub fn replying(to: &Recommendation, reply: Reply) -> AskedAct {
    AskedAct::AddReply { recommendation: to.id, slug: to.slug.clone(), title: to.title.clone(), reply }
}

/// Adds a reply in a transaction that holds the call. Whether that takes two people was decided before.
pub(crate) async fn add_reply_in(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    to: Uuid,
    typed: Reply,
) -> Result<(), Failure> {
    let on = recommendations::held(txn, to).await?;
    let row = reply::ActiveModel {
        id: Set(recorder.clock.id()),
        recommendation_id: Set(to),
        status: Set(typed.status.to_string()),
        words: Set(typed.words),
        source: Set(typed.source),
        replied_on: Set(typed.on),
    };
    let row = row.insert(txn).await?;
    recommendations::tell(txn, &recorder.clock, NewsKind::ReplyRecorded, row.id, &on).await?;
    recorder.record(txn, recommendations::entry(Act::ReplyAdded, &on)).await?;
    Ok(())
}

/// Adds a note of progress, or asks for it where the public would see it and that takes two people.
pub async fn add_progress(
    services: &Services,
    on: &Recommendation,
    typed: Progress,
) -> Result<Done, Failure> {
    approvals::put(services, on.call, progressing(on, typed), String::new()).await
}

/// The act that adds a note of progress.
pub fn progressing(on: &Recommendation, note: Progress) -> AskedAct {
    AskedAct::AddProgress { recommendation: on.id, slug: on.slug.clone(), title: on.title.clone(), note }
}

/// Adds a note of progress in a transaction that holds the call. Whether that takes two people was decided before.
pub(crate) async fn add_progress_in(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    to: Uuid,
    typed: Progress,
) -> Result<(), Failure> {
    let on = recommendations::held(txn, to).await?;
    let row = progress::ActiveModel {
        id: Set(recorder.clock.id()),
        recommendation_id: Set(to),
        status: Set(typed.status.to_string()),
        words: Set(typed.words),
        source: Set(typed.source),
        noted_on: Set(typed.on),
    };
    let row = row.insert(txn).await?;
    recommendations::tell(txn, &recorder.clock, NewsKind::ProgressRecorded, row.id, &on).await?;
    recorder.record(txn, recommendations::entry(Act::ProgressAdded, &on)).await?;
    Ok(())
}

/// Whether any recommendation of a call that the public can read has a reply, and whether any has a note of progress.
pub async fn any(services: &Services, call: Uuid) -> Result<(bool, bool), Failure> {
    let read = services.db.read();
    let mut public = Query::select();
    public
        .column(recommendation::Column::Id)
        .from(recommendation::Entity)
        .and_where(recommendation::Column::CallId.eq(call))
        .and_where(recommendation::Column::PublishedAt.is_not_null());
    let replied = reply::Entity::find().filter(reply::Column::RecommendationId.in_subquery(public.clone()));
    let noted = progress::Entity::find().filter(progress::Column::RecommendationId.in_subquery(public));
    Ok((replied.one(read).await?.is_some(), noted.one(read).await?.is_some()))
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
