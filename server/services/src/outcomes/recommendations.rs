//! Recommendations, and the findings they rest on.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::audit::{Act, Subject};
use domain::calls::AskedAct;
use domain::mail::{Followed, NewsKind};
use domain::outcomes::{OfficialNumber, RecommendationDetails};
use domain::people::Scope;
use domain::text;
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{findings, replies};
use crate::audit::{Entry, Recorder};
use crate::calls::approvals::{self, Done};
use crate::follow::{self, News};
use crate::store::entities::{finding, recommendation, recommendation_finding};
use crate::store::rows;
use crate::{Clock, Failure, Services, StoreError, calls};

/// A recommendation of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    pub id: Uuid,
    pub call: Uuid,
    /// Its place among those of its call, from 0.
    pub position: i32,
    /// Its address, which stays when its title changes.
    pub slug: String,
    pub title: String,
    pub text: String,
    pub theme: String,
    pub source: String,
    pub official_number: Option<OfficialNumber>,
    pub published_at: Option<DateTime<Utc>>,
    /// The findings it rests on.
    pub findings: Vec<Uuid>,
}

impl Recommendation {
    /// A row without its findings.
    pub(crate) fn new(row: recommendation::Model) -> Self {
        let number = row.official_number.and_then(|number| u32::try_from(number).ok());
        Self {
            id: row.id,
            call: row.call_id,
            position: row.position,
            slug: row.slug,
            title: row.title,
            text: row.text,
            theme: row.theme,
            source: row.source,
            official_number: number.map(|number| OfficialNumber::new(number, row.verified)),
            published_at: row.published_at,
            findings: Vec::new(),
        }
    }

    /// Its number in the report it comes from, where someone has compared it with the report itself.
    pub fn number(&self) -> Option<u32> {
        self.official_number.and_then(OfficialNumber::shown)
    }

    /// What was typed about it, for its form.
    pub fn details(&self) -> RecommendationDetails {
        RecommendationDetails {
            title: self.title.clone(),
            text: self.text.clone(),
            theme: self.theme.clone(),
            source: self.source.clone(),
            official_number: self.official_number,
            findings: self.findings.clone(),
        }
    }
}

/// Adds a recommendation at the end of its call's and gives its slug. Nobody but the team sees it until it is
/// published.
pub async fn add(services: &Services, call: Uuid, details: RecommendationDetails) -> Result<String, Failure> {
    let recorder = services.recorder();
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                calls::held(txn, call).await?;
                let last = recommendation::Entity::find()
                    .filter(recommendation::Column::CallId.eq(call))
                    .order_by_desc(recommendation::Column::Position);
                let last = last.one(txn).await?.map_or(0, |row| row.position + 1);
                let slug = free_slug(txn, &text::slug(&details.title, "recommendation")).await?;
                let row = recommendation::ActiveModel {
                    id: Set(clock.id()),
                    call_id: Set(call),
                    slug: Set(slug.clone()),
                    position: Set(last),
                    official_number: Set(details.official_number.map(|number| number.typed() as i32)),
                    verified: Set(details.official_number.is_some_and(OfficialNumber::verified)),
                    title: Set(details.title),
                    text: Set(details.text),
                    theme: Set(details.theme),
                    source: Set(details.source),
                    created_at: Set(clock.now()),
                    published_at: Set(None),
                };
                let row = row.insert(txn).await?;
                link(txn, &clock, &row, &details.findings).await?;
                recorder.record(txn, entry(Act::RecommendationAdded, &row)).await?;
                Ok(slug)
            })
        })
        .await
}

/// An act on a recommendation on its way into the audit.
pub(super) fn entry(act: Act, row: &recommendation::Model) -> Entry {
    let entry = Entry::new(act, Scope::Call(row.call_id), Subject::Recommendation, row.id);
    entry.with("title", row.title.as_str())
}

async fn free_slug(txn: &impl ConnectionTrait, wished: &str) -> Result<String, Failure> {
    for number in 1.. {
        let slug = if number == 1 { wished.to_owned() } else { format!("{wished}-{number}") };
        let held = recommendation::Entity::find().filter(recommendation::Column::Slug.eq(&slug));
        if held.count(txn).await? == 0 {
            return Ok(slug);
        }
    }
    Err(Failure::Refused("error-recommendation-title"))
}

/// Makes a recommendation rest on exactly these findings, all of its own call.
async fn link(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: &recommendation::Model,
    findings: &[Uuid],
) -> Result<(), Failure> {
    let known = rows::having::<finding::Entity>(txn, finding::Column::Id, findings.iter().copied()).await?;
    let mine: Vec<Uuid> =
        known.iter().filter(|held| held.call_id == row.call_id).map(|held| held.id).collect();
    if findings.iter().any(|id| !mine.contains(id)) {
        return Err(Failure::NotFound("finding"));
    }
    recommendation_finding::Entity::delete_many()
        .filter(recommendation_finding::Column::RecommendationId.eq(row.id))
        .exec(txn)
        .await?;
    for finding in mine {
        let link = recommendation_finding::ActiveModel {
            id: Set(clock.id()),
            recommendation_id: Set(row.id),
            finding_id: Set(finding),
        };
        link.insert(txn).await?;
    }
    Ok(())
}

/// Changes what a recommendation says and the findings it rests on. Its address stays. Where the call takes two people, what
/// is public is withdrawn first.
pub async fn change(
    services: &Services,
    recommendation: &Recommendation,
    details: RecommendationDetails,
) -> Result<(), Failure> {
    let recorder = services.recorder();
    let clock = services.clock.clone();
    let id = recommendation.id;
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = held(txn, id).await?;
                approvals::not_alone(txn, row.call_id, row.published_at.is_some(), "title").await?;
                let mut row = row.into_active_model();
                row.title = Set(details.title);
                row.text = Set(details.text);
                row.theme = Set(details.theme);
                row.source = Set(details.source);
                row.official_number = Set(details.official_number.map(|number| number.typed() as i32));
                row.verified = Set(details.official_number.is_some_and(OfficialNumber::verified));
                let row = row.update(txn).await?;
                link(txn, &clock, &row, &details.findings).await?;
                recorder.record(txn, entry(Act::RecommendationChanged, &row)).await?;
                Ok(())
            })
        })
        .await
}

/// The row of a recommendation, held for this transaction.
pub(crate) async fn held(txn: &impl ConnectionTrait, id: Uuid) -> Result<recommendation::Model, Failure> {
    let row = recommendation::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(txn).await?;
    row.ok_or(Failure::NotFound("recommendation"))
}

/// The recommendations of a call in order, published or not.
pub async fn list(services: &Services, call: Uuid) -> Result<Vec<Recommendation>, Failure> {
    let rows = recommendation::Entity::find()
        .filter(recommendation::Column::CallId.eq(call))
        .order_by_asc(recommendation::Column::Position);
    Ok(with_findings(services.db.read(), rows.all(services.db.read()).await?).await?)
}

/// The recommendation with this slug, published or not.
pub async fn by_slug(services: &Services, slug: &str) -> Result<Recommendation, Failure> {
    let row = recommendation::Entity::find()
        .filter(recommendation::Column::Slug.eq(slug))
        .one(services.db.read())
        .await?;
    let found = with_findings(services.db.read(), row.into_iter().collect()).await?;
    found.into_iter().next().ok_or(Failure::NotFound("recommendation"))
}

async fn with_findings(
    read: &impl ConnectionTrait,
    rows: Vec<recommendation::Model>,
) -> Result<Vec<Recommendation>, StoreError> {
    let column = recommendation_finding::Column::RecommendationId;
    let ids = rows.iter().map(|row| row.id);
    let links = rows::having::<recommendation_finding::Entity>(read, column, ids).await?;
    let findings = links.iter().map(|link| link.finding_id);
    let known = rows::by::<finding::Entity>(read, finding::Column::Id, findings, |row| row.id).await?;
    let number = |id: &Uuid| known.get(id).map(|row| row.number);
    let mut under: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for link in links {
        under.entry(link.recommendation_id).or_default().push(link.finding_id);
    }
    let mut found: Vec<Recommendation> = rows.into_iter().map(Recommendation::new).collect();
    for recommendation in &mut found {
        recommendation.findings = under.remove(&recommendation.id).unwrap_or_default();
        recommendation.findings.sort_by_key(number);
    }
    Ok(found)
}

/// Publishes a recommendation, or asks for it where that takes two people. Publishing it again keeps the first date.
pub async fn publish(services: &Services, recommendation: &Recommendation) -> Result<Done, Failure> {
    approvals::put(services, recommendation.call, publishing(recommendation), String::new()).await
}

/// The act that publishes a recommendation.
pub fn publishing(one: &Recommendation) -> AskedAct {
    AskedAct::PublishRecommendation {
        recommendation: one.id,
        slug: one.slug.clone(),
        title: one.title.clone(),
    }
}

/// Publishes a recommendation in a transaction that holds its call. Whether that takes two people was decided before.
pub(crate) async fn publish_in(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    id: Uuid,
) -> Result<(), Failure> {
    let row = held(txn, id).await?;
    let now = recorder.clock.now();
    findings::check_announced(txn, row.call_id, now).await?;
    set_published(txn, recorder, row, Some(now)).await
}

/// Withdraws a recommendation from the public.
pub async fn unpublish(services: &Services, recommendation: &Recommendation) -> Result<(), Failure> {
    let (recorder, id) = (services.recorder(), recommendation.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = held(txn, id).await?;
                set_published(txn, &recorder, row, None).await
            })
        })
        .await
}

async fn set_published(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    row: recommendation::Model,
    at: Option<DateTime<Utc>>,
) -> Result<(), Failure> {
    let act = if at.is_some() { Act::RecommendationPublished } else { Act::RecommendationWithdrawn };
    let at = at.map(|now| row.published_at.unwrap_or(now));
    let mut row = row.into_active_model();
    row.published_at = Set(at);
    let row = row.update(txn).await?;
    if row.published_at.is_some() {
        tell(txn, &recorder.clock, NewsKind::RecommendationPublished, row.id, &row).await?;
    }
    recorder.record(txn, entry(act, &row)).await?;
    Ok(())
}

/// All that the public would read of a recommendation, its replies and progress included.
pub(crate) async fn content(read: &impl ConnectionTrait, id: Uuid) -> Result<String, Failure> {
    let row = recommendation::Entity::find_by_id(id).one(read).await?;
    let row = row.ok_or(Failure::NotFound("recommendation"))?;
    let links = recommendation_finding::Entity::find()
        .filter(recommendation_finding::Column::RecommendationId.eq(id))
        .all(read)
        .await?;
    let mut links: Vec<Uuid> = links.iter().map(|link| link.finding_id).collect();
    links.sort_unstable();
    let replies = replies::replies(read, [id]).await?.remove(&id);
    let progress = replies::progress(read, [id]).await?.remove(&id);
    let number = row.official_number.filter(|_| row.verified);
    Ok(format!("{:?}", (row.title, row.text, row.theme, row.source, number, links, replies, progress)))
}

/// Tells the followers of a recommendation, of its theme and of its call what happened to it, where it is public.
pub(super) async fn tell(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    kind: NewsKind,
    object: Uuid,
    on: &recommendation::Model,
) -> Result<(), Failure> {
    if on.published_at.is_none() {
        return Ok(());
    }
    let own = [
        follow::Subject::row(Followed::Recommendation, on.id),
        follow::Subject::row(Followed::Call, on.call_id),
    ];
    let about = own.into_iter().chain(follow::Subject::theme(&on.theme));
    follow::tell(txn, clock, News::once(kind, object, about)).await
}
