//! Findings, and (with [`pick()`]) the exact words they rest on.

mod pick;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::audit::{Act, Subject as AuditSubject};
use domain::calls::{AskedAct, CallState};
use domain::mail::{Followed, NewsKind};
use domain::outcomes::FindingDetails;
use domain::people::Scope;
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::audit::{Entry, Recorder};
use crate::calls::approvals::{self, Done};
use crate::calls::{Call, held};
use crate::follow::{self, News, Subject};
use crate::people::organisations;
use crate::store::entities::{answer, call, finding, finding_excerpt, response};
use crate::store::rows;
use crate::{Failure, Services, StoreError};

pub(crate) use pick::check_span;
pub use pick::{Pick, excerpts, pick, pick_all, unpick, withdrawn};

/// A finding of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub id: Uuid,
    pub call: Uuid,
    /// Counted from 1 over the call; it never changes.
    pub number: u32,
    pub title: String,
    pub text: String,
    pub published_at: Option<DateTime<Utc>>,
    /// On how many excerpts it rests, without those that were withdrawn.
    pub excerpts: usize,
}

impl Finding {
    fn new(row: finding::Model, excerpts: usize) -> Self {
        Self {
            id: row.id,
            call: row.call_id,
            number: row.number as u32,
            title: row.title,
            text: row.text,
            published_at: row.published_at,
            excerpts,
        }
    }

    /// What was typed about it, for its form.
    pub fn details(&self) -> FindingDetails {
        FindingDetails { title: self.title.clone(), text: self.text.clone() }
    }
}

/// Adds a finding with the next number of its call. Nobody but the team sees it until it is published.
pub async fn add(
    services: &Services,
    call: Uuid,
    details: FindingDetails,
    by: Option<Uuid>,
) -> Result<Finding, Failure> {
    let recorder = services.recorder();
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                // Two who add at once do not take the same place.
                held(txn, call).await?;
                let last = finding::Entity::find()
                    .filter(finding::Column::CallId.eq(call))
                    .order_by_desc(finding::Column::Number);
                let last = last.one(txn).await?.map_or(0, |row| row.number);
                let row = finding::ActiveModel {
                    id: Set(clock.id()),
                    call_id: Set(call),
                    number: Set(last + 1),
                    title: Set(details.title),
                    text: Set(details.text),
                    created_by: Set(by),
                    created_at: Set(clock.now()),
                    published_at: Set(None),
                };
                let row = row.insert(txn).await?;
                recorder.record(txn, entry(Act::FindingAdded, &row)).await?;
                Ok(Finding::new(row, 0))
            })
        })
        .await
}

/// An act on a finding on its way into the audit.
fn entry(act: Act, row: &finding::Model) -> Entry {
    Entry::new(act, Scope::Call(row.call_id), AuditSubject::Finding, row.id).with("number", row.number)
}

/// Changes what a finding says. Where the call takes two people, what is public is withdrawn before it is changed: nobody
/// alone changes what the public reads.
pub async fn change(services: &Services, finding: &Finding, details: FindingDetails) -> Result<(), Failure> {
    let (recorder, id) = (services.recorder(), finding.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let held = lock(txn, id).await?;
                approvals::not_alone(txn, held.call_id, held.published_at.is_some(), "title").await?;
                let mut row = held.into_active_model();
                row.title = Set(details.title);
                row.text = Set(details.text);
                let row = row.update(txn).await?;
                recorder.record(txn, entry(Act::FindingChanged, &row)).await?;
                Ok(())
            })
        })
        .await
}

/// The findings of a call by number, published or not.
pub async fn list(services: &Services, call: Uuid) -> Result<Vec<Finding>, Failure> {
    let rows = finding::Entity::find()
        .filter(finding::Column::CallId.eq(call))
        .order_by_asc(finding::Column::Number)
        .all(services.db.read())
        .await?;
    let counts = counts(services.db.read(), rows.iter().map(|row| row.id)).await?;
    let count = |id: &Uuid| counts.get(id).copied().unwrap_or_default();
    Ok(rows.into_iter().map(|row| (count(&row.id), row)).map(|(n, row)| Finding::new(row, n)).collect())
}

/// The finding of this call with this number, published or not.
pub async fn by_number(services: &Services, call: Uuid, number: u32) -> Result<Finding, Failure> {
    let row = finding::Entity::find()
        .filter(finding::Column::CallId.eq(call))
        .filter(finding::Column::Number.eq(number as i32))
        .one(services.db.read())
        .await?
        .ok_or(Failure::NotFound("finding"))?;
    let counts = counts(services.db.read(), [row.id]).await?;
    let count = counts.get(&row.id).copied().unwrap_or_default();
    Ok(Finding::new(row, count))
}

async fn counts(
    read: &impl ConnectionTrait,
    findings: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, usize>, StoreError> {
    let rows =
        rows::having::<finding_excerpt::Entity>(read, finding_excerpt::Column::FindingId, findings).await?;
    let answers = rows.iter().map(|row| row.answer_id);
    let answers = rows::by::<answer::Entity>(read, answer::Column::Id, answers, |row| row.id).await?;
    let responses = answers.values().map(|row| row.response_id);
    let mut there = rows::having::<response::Entity>(read, response::Column::Id, responses).await?;
    there.retain(|row| row.withdrawn_at.is_none());
    let there: HashSet<Uuid> = there.into_iter().map(|row| row.id).collect();
    let mut counts = HashMap::new();
    for row in rows {
        if answers.get(&row.answer_id).is_some_and(|answer| there.contains(&answer.response_id)) {
            *counts.entry(row.finding_id).or_default() += 1;
        }
    }
    Ok(counts)
}

/// The row of a finding, held for this transaction.
pub(crate) async fn lock(txn: &impl ConnectionTrait, id: Uuid) -> Result<finding::Model, Failure> {
    let row = finding::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(txn).await?;
    row.ok_or(Failure::NotFound("finding"))
}

async fn check_rests(txn: &impl ConnectionTrait, finding: Uuid) -> Result<(), Failure> {
    let mine = finding_excerpt::Entity::find()
        .filter(finding_excerpt::Column::FindingId.eq(finding))
        .filter(finding_excerpt::Column::AnswerId.not_in_subquery(pick::gone()));
    if mine.count(txn).await? == 0 { Err(Failure::Refused("error-finding-no-excerpts")) } else { Ok(()) }
}

/// Publishes a finding, or asks for it where that takes two people: the public then reads it, with those of its words that
/// their respondents let be published. Publishing it again keeps the first date.
pub async fn publish(services: &Services, finding: &Finding) -> Result<Done, Failure> {
    approvals::put(services, finding.call, publishing(finding), String::new()).await
}

/// The act that publishes a finding.
pub fn publishing(finding: &Finding) -> AskedAct {
    AskedAct::PublishFinding { finding: finding.id, number: finding.number, title: finding.title.clone() }
}

/// Publishes a finding in a transaction that holds its call. Whether that takes two people was decided before.
pub(crate) async fn publish_in(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    id: Uuid,
) -> Result<(), Failure> {
    let (row, now) = (lock(txn, id).await?, recorder.clock.now());
    check_announced(txn, row.call_id, now).await?;
    check_rests(txn, id).await?;
    let first = row.published_at.unwrap_or(now);
    let mut row = row.into_active_model();
    row.published_at = Set(Some(first));
    let row = row.update(txn).await?;
    let call = Subject::row(Followed::Call, row.call_id);
    let quoted = organisations::quoted(txn, row.id).await?;
    let quoted = quoted.into_iter().map(|id| Subject::row(Followed::Organisation, id));
    let about = std::iter::once(call).chain(quoted);
    let news = News::once(NewsKind::FindingPublished, row.id, about);
    follow::tell(txn, &recorder.clock, news).await?;
    recorder.record(txn, entry(Act::FindingPublished, &row)).await?;
    Ok(())
}

/// All that the public would read of a finding.
pub(crate) async fn content(read: &impl ConnectionTrait, id: Uuid) -> Result<String, Failure> {
    let row = finding::Entity::find_by_id(id).one(read).await?.ok_or(Failure::NotFound("finding"))?;
    let words = finding_excerpt::Entity::find()
        .filter(finding_excerpt::Column::FindingId.eq(id))
        .order_by_asc(finding_excerpt::Column::Position)
        .all(read)
        .await?;
    let words: Vec<_> = words.iter().map(|row| (row.answer_id, row.start_at, row.end_at)).collect();
    Ok(format!("{:?}", (row.title, row.text, words)))
}

/// What belongs to a call that nobody has heard of cannot be published; nor can, before its outcome is, what belongs to a
/// call by invitation.
pub(in crate::outcomes) async fn check_announced(
    txn: &impl ConnectionTrait,
    call: Uuid,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let row = call::Entity::find_by_id(call).one(txn).await?.ok_or(Failure::NotFound("call"))?;
    let call = Call::try_from(row)?;
    match call.state(now) {
        CallState::Draft => Err(Failure::Refused("error-call-not-announced")),
        _ if call.is_hidden(now) => Err(Failure::Refused("error-call-private-outcome")),
        _ => Ok(()),
    }
}

/// Withdraws a finding from the public. What cites it counts it and no longer shows it.
pub async fn unpublish(services: &Services, finding: &Finding) -> Result<(), Failure> {
    let (recorder, id) = (services.recorder(), finding.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut row = lock(txn, id).await?.into_active_model();
                row.published_at = Set(None);
                let row = row.update(txn).await?;
                recorder.record(txn, entry(Act::FindingWithdrawn, &row)).await?;
                Ok(())
            })
        })
        .await
}
