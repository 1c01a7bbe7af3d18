//! News as it is told: read from what it happened to when the letter is written, and only where that is public then.

use domain::Language;
use domain::calls::CallState;
use domain::mail::{NewsItem, NewsKind};
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use crate::calls::Call;
use crate::people::organisations;
use crate::store::entities::{
    agenda_item, assembly, call, decision, finding, meeting, news, organisation, progress, recommendation,
    reply,
};
use crate::{Clock, Failure, StoreError};

/// What a letter says of this news; nothing where it is not public, or not any more.
pub(super) async fn told(
    read: &impl ConnectionTrait,
    clock: &Clock,
    row: &news::Model,
    language: Language,
) -> Result<Option<NewsItem>, Failure> {
    let kind =
        NewsKind::parse(&row.kind).ok_or_else(|| StoreError::corrupt("a kind of news", row.kind.as_str()))?;
    let id = row.object_id;
    Ok(match kind {
        NewsKind::CallOpened
        | NewsKind::ClosingChanged
        | NewsKind::CallClosed
        | NewsKind::OutcomePublished => of_call(read, clock, kind, id, language).await?,
        NewsKind::FindingPublished => of_finding(read, clock, id).await?,
        NewsKind::RecommendationPublished => of_recommendation(read, kind, id).await?,
        NewsKind::ReplyRecorded => match reply::Entity::find_by_id(id).one(read).await? {
            Some(row) => of_recommendation(read, kind, row.recommendation_id).await?,
            None => None,
        },
        NewsKind::ProgressRecorded => match progress::Entity::find_by_id(id).one(read).await? {
            Some(row) => of_recommendation(read, kind, row.recommendation_id).await?,
            None => None,
        },
        NewsKind::MeetingPublished | NewsKind::MeetingMoved => of_meeting(read, kind, id).await?,
        NewsKind::DecisionTaken => of_decision(read, id).await?,
        NewsKind::OrganisationEnded => of_organisation(read, id, language).await?,
    })
}

async fn public_call(read: &impl ConnectionTrait, clock: &Clock, id: Uuid) -> Result<Option<Call>, Failure> {
    let call = call::Entity::find_by_id(id).one(read).await?.map(Call::try_from).transpose()?;
    Ok(call.filter(|call| !call.is_hidden(clock.now())))
}

async fn of_call(
    read: &impl ConnectionTrait,
    clock: &Clock,
    kind: NewsKind,
    id: Uuid,
    language: Language,
) -> Result<Option<NewsItem>, Failure> {
    let Some(call) = public_call(read, clock, id).await? else { return Ok(None) };
    // What has been overtaken by the time that a digest leaves is no news: a call that has closed does not open.
    let state = call.state(clock.now());
    let stale = match kind {
        NewsKind::CallOpened | NewsKind::ClosingChanged => {
            !matches!(state, CallState::Unopened | CallState::Open)
        }
        NewsKind::CallClosed => matches!(state, CallState::Unopened | CallState::Open),
        _ => false,
    };
    let when = matches!(kind, NewsKind::CallOpened | NewsKind::ClosingChanged).then_some(call.times.closes);
    Ok((!stale).then(|| NewsItem {
        kind,
        title: call.title_in(language).to_owned(),
        page: format!("/calls/{}", call.slug),
        when: when.flatten(),
    }))
}

async fn of_finding(
    read: &impl ConnectionTrait,
    clock: &Clock,
    id: Uuid,
) -> Result<Option<NewsItem>, Failure> {
    let row = finding::Entity::find_by_id(id).one(read).await?.filter(|row| row.published_at.is_some());
    let Some(row) = row else { return Ok(None) };
    let call = public_call(read, clock, row.call_id).await?;
    Ok(call.map(|call| NewsItem {
        kind: NewsKind::FindingPublished,
        title: row.title,
        page: format!("/calls/{}/findings/{}", call.slug, row.number),
        when: None,
    }))
}

async fn of_recommendation(
    read: &impl ConnectionTrait,
    kind: NewsKind,
    id: Uuid,
) -> Result<Option<NewsItem>, Failure> {
    let row = recommendation::Entity::find_by_id(id).one(read).await?;
    let row = row.filter(|row| row.published_at.is_some());
    Ok(row.map(|row| NewsItem {
        kind,
        title: row.title,
        page: format!("/recommendations/{}", row.slug),
        when: None,
    }))
}

async fn of_meeting(
    read: &impl ConnectionTrait,
    kind: NewsKind,
    id: Uuid,
) -> Result<Option<NewsItem>, Failure> {
    let row = meeting::Entity::find_by_id(id).one(read).await?.filter(|row| row.published_at.is_some());
    let Some(row) = row else { return Ok(None) };
    let assembly = assembly::Entity::find_by_id(row.assembly_id).one(read).await?;
    Ok(assembly.map(|assembly| NewsItem {
        kind,
        title: row.title,
        page: format!("/assemblies/{}/meetings/{}", assembly.slug, row.number),
        when: Some(row.starts_at),
    }))
}

async fn of_decision(read: &impl ConnectionTrait, id: Uuid) -> Result<Option<NewsItem>, Failure> {
    let Some(row) = decision::Entity::find_by_id(id).one(read).await? else { return Ok(None) };
    let item = agenda_item::Entity::find_by_id(row.agenda_item_id).one(read).await?;
    let Some(item) = item else { return Ok(None) };
    let meeting = of_meeting(read, NewsKind::DecisionTaken, item.meeting_id).await?;
    Ok(meeting.map(|meeting| NewsItem { title: row.title, when: None, ..meeting }))
}

/// Its end; nothing where that was taken back.
async fn of_organisation(
    read: &impl ConnectionTrait,
    id: Uuid,
    language: Language,
) -> Result<Option<NewsItem>, Failure> {
    let row = organisation::Entity::find_by_id(id).one(read).await?.filter(|row| row.valid_to.is_some());
    Ok(row.map(|row| NewsItem {
        kind: NewsKind::OrganisationEnded,
        title: organisations::name_in(&row, language),
        page: format!("/organisations/{}", row.slug),
        when: None,
    }))
}
