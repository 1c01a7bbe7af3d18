//! Turning what is due into letters: one letter a follower for all that is due to them, never an empty one. What was
//! told and the letter that tells it are one transaction.

use chrono::{DateTime, TimeDelta, Utc};
use domain::Language;
use domain::mail::{Fill, Followed, LetterKind, NewsGroup, NewsItem, NewsKind, Stream, Value};
use sea_orm::sea_query::{Expr, LockBehavior, LockType};
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::mine::subject_of;
use super::readable::readable;
use super::subject::{Found, Subject, by_subject};
use super::told::told;
use crate::mail::{self, Letter, Recipient};
use crate::people::organisations;
use crate::store::entities::{follower, news, news_item};
use crate::store::rows;
use crate::{Clock, Failure, Services, StoreError};

/// How many followers' letters one transaction posts.
const FOLLOWERS: usize = 50;

/// The most news in one letter; what is over comes in another.
const LONGEST: u64 = 60;

/// What happened, and when.
type Dated = (DateTime<Utc>, NewsItem);

fn due(now: DateTime<Utc>) -> Condition {
    use news_item::Column::{DueAt, SettledAt};
    Condition::all().add(SettledAt.is_null()).add(DueAt.lte(now))
}

/// Posts the letters of some followers to whom something is due. Gives whether there may be more to do.
pub(super) async fn deliver(services: &Services) -> Result<bool, Failure> {
    let rows = news_item::Entity::find()
        .filter(due(services.clock.now()))
        .order_by_asc(news_item::Column::DueAt)
        .limit(FOLLOWERS as u64)
        .all(services.db.read())
        .await?;
    let mut followers: Vec<Uuid> = rows.into_iter().map(|row| row.follower_id).collect();
    followers.sort_unstable();
    followers.dedup();
    if followers.is_empty() {
        return Ok(false);
    }
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut any = false;
                for id in followers {
                    any |= to(txn, &clock, id).await?;
                }
                Ok(any)
            })
        })
        .await
}

/// Posts one follower's letter. Another server that does the same at this moment has it to itself.
async fn to(txn: &DatabaseTransaction, clock: &Clock, id: Uuid) -> Result<bool, Failure> {
    let row = follower::Entity::find_by_id(id)
        .lock_with_behavior(LockType::NoKeyUpdate, LockBehavior::SkipLocked)
        .one(txn)
        .await?;
    let Some(follower) = row else { return Ok(false) };
    let items = news_item::Entity::find()
        .filter(due(clock.now()))
        .filter(news_item::Column::FollowerId.eq(id))
        .order_by_asc(news_item::Column::Id)
        .limit(LONGEST)
        .all(txn)
        .await?;
    if items.is_empty() {
        return Ok(false);
    }
    let Read { groups, passed_over } = read(txn, clock, &follower, &items).await?;
    put_off(txn, clock, &passed_over).await?;
    let told: Vec<Uuid> = items.iter().map(|item| item.id).filter(|id| !passed_over.contains(id)).collect();
    let Some(first) = told.first() else { return Ok(true) };
    let letter = match groups {
        Some((language, groups)) if follower.paused_at.is_none() => {
            Some(mail::post(txn, clock, letter(&follower, language, groups, *first)).await?)
        }
        _ => None,
    };
    news_item::Entity::update_many()
        .col_expr(news_item::Column::SettledAt, Expr::value(clock.now()))
        .col_expr(news_item::Column::LetterId, Expr::value(letter))
        .filter(news_item::Column::Id.is_in(told))
        .exec(txn)
        .await?;
    Ok(true)
}

/// How long what cannot be read waits to be looked at again.
const PAUSE: TimeDelta = TimeDelta::days(1);

/// Puts off what cannot be read, so that it stops nothing else. Once it can be read it is told: a newer version may have
/// written it, and that version may come to it before this one does again.
async fn put_off(txn: &DatabaseTransaction, clock: &Clock, items: &[Uuid]) -> Result<(), Failure> {
    if items.is_empty() {
        return Ok(());
    }
    news_item::Entity::update_many()
        .col_expr(news_item::Column::DueAt, Expr::value(clock.now() + PAUSE))
        .filter(news_item::Column::Id.is_in(items.iter().copied()))
        .exec(txn)
        .await?;
    Ok(())
}

/// Whether this is still news of that: a finding that no longer quotes an organisation by name is none of it.
async fn holds_for(txn: &DatabaseTransaction, subject: &Subject, row: &news::Model) -> Result<bool, Failure> {
    let finding = row.kind == NewsKind::FindingPublished.as_str();
    match subject.of {
        Followed::Organisation if finding => {
            organisations::is_quoted(txn, row.object_id, subject.id()?).await
        }
        _ => Ok(true),
    }
}

/// What is due to a follower, as far as it could be read.
struct Read {
    /// What there is to tell, by what it is followed by, in the order in which it happened, in the follower's language.
    groups: Option<(Language, Vec<NewsGroup>)>,
    /// The news that could not be read.
    passed_over: Vec<Uuid>,
}

async fn read(
    txn: &DatabaseTransaction,
    clock: &Clock,
    follower: &follower::Model,
    items: &[news_item::Model],
) -> Result<Read, Failure> {
    let language = Language::parse(&follower.language)
        .ok_or_else(|| StoreError::corrupt("a language", follower.language.as_str()));
    let Some(language) = readable(language, "follower", follower.id)? else {
        return Ok(Read { groups: None, passed_over: items.iter().map(|item| item.id).collect() });
    };
    let known =
        rows::by::<news::Entity>(txn, news::Column::Id, items.iter().map(|item| item.news_id), |row| row.id);
    let known = known.await?;
    let (mut found, mut passed_over): (Vec<(Found, Vec<Dated>)>, _) = (Vec::new(), Vec::new());
    for item in items {
        let Some(row) = known.get(&item.news_id) else { continue };
        match readable(public(txn, clock, item, row, language).await, "news item", item.id)? {
            None => passed_over.push(item.id),
            Some(None) => {}
            Some(Some((of, said))) => match found.iter_mut().find(|(held, _)| *held == of) {
                Some((_, all)) => all.push((row.at, said)),
                None => found.push((of, vec![(row.at, said)])),
            },
        }
    }
    found.sort_by_key(|(of, all)| (all.iter().map(|(at, _)| *at).min(), of.subject.clone()));
    let group = |(of, mut all): (Found, Vec<Dated>)| {
        all.sort_by_key(|(at, _)| *at);
        let items = all.into_iter().map(|(_, item)| item).collect();
        NewsGroup { of: of.subject.of, title: of.title, page: of.page, items }
    };
    let groups: Vec<_> = found.into_iter().map(group).collect();
    Ok(Read { groups: (!groups.is_empty()).then_some((language, groups)), passed_over })
}

/// What one piece of news says and what it is followed by, where both are public.
async fn public(
    txn: &DatabaseTransaction,
    clock: &Clock,
    item: &news_item::Model,
    row: &news::Model,
    language: Language,
) -> Result<Option<(Found, NewsItem)>, Failure> {
    let subject = subject_of(&item.subject, &item.subject_key)?;
    let Some(said) = told(txn, clock, row, language).await? else { return Ok(None) };
    if !holds_for(txn, &subject, row).await? {
        return Ok(None);
    }
    Ok(by_subject(txn, clock, &subject, language).await?.map(|of| (of, said)))
}

fn letter(follower: &follower::Model, language: Language, groups: Vec<NewsGroup>, first: Uuid) -> Letter {
    let one = groups.iter().map(|group| group.items.len()).sum::<usize>() == 1;
    Letter {
        kind: if one { LetterKind::News } else { LetterKind::Digest },
        stream: Some(Stream::Following),
        to: Recipient { address: follower.address.clone(), name: String::new() },
        language,
        fill: Fill::new().with("news", Value::News(groups)),
        key: format!("news:{first}"),
    }
}
