//! Turning what is due into letters: one letter a follower for all that is due to them, never an empty one. What was
//! told and the letter that tells it are one transaction.

use chrono::{DateTime, Utc};
use domain::Language;
use domain::mail::{Fill, LetterKind, NewsGroup, NewsItem, Stream, Value};
use sea_orm::sea_query::{Expr, LockBehavior, LockType};
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::mine::subject_of;
use super::subject::{Subject, by_subject};
use super::told::told;
use crate::mail::{self, Letter, Recipient};
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
    let Some(first) = items.first() else { return Ok(false) };
    let language = Language::parse(&follower.language)
        .ok_or_else(|| StoreError::corrupt("a language", follower.language.as_str()))?;
    let groups = groups(txn, clock, &items, language).await?;
    let wanted = !groups.is_empty() && follower.paused_at.is_none();
    let letter = if wanted {
        Some(mail::post(txn, clock, letter(&follower, language, groups, first.id)).await?)
    } else {
        None
    };
    news_item::Entity::update_many()
        .col_expr(news_item::Column::SettledAt, Expr::value(clock.now()))
        .col_expr(news_item::Column::LetterId, Expr::value(letter))
        .filter(news_item::Column::Id.is_in(items.iter().map(|item| item.id)))
        .exec(txn)
        .await?;
    Ok(true)
}

/// What is public of this news, by what it is followed by, in the order in which it happened.
async fn groups(
    txn: &DatabaseTransaction,
    clock: &Clock,
    items: &[news_item::Model],
    language: Language,
) -> Result<Vec<NewsGroup>, Failure> {
    let known =
        rows::by::<news::Entity>(txn, news::Column::Id, items.iter().map(|item| item.news_id), |row| row.id);
    let known = known.await?;
    let mut found: Vec<(Subject, Vec<Dated>)> = Vec::new();
    for item in items {
        let Some(row) = known.get(&item.news_id) else { continue };
        let Some(said) = told(txn, clock, row, language).await? else { continue };
        let subject = subject_of(&item.subject, &item.subject_key)?;
        match found.iter_mut().find(|(held, _)| *held == subject) {
            Some((_, all)) => all.push((row.at, said)),
            None => found.push((subject, vec![(row.at, said)])),
        }
    }
    let mut groups = Vec::new();
    found.sort_by_key(|(subject, all)| (all.iter().map(|(at, _)| *at).min(), subject.clone()));
    for (subject, mut all) in found {
        let Some(of) = by_subject(txn, clock, &subject, language).await? else { continue };
        all.sort_by_key(|(at, _)| *at);
        let items = all.into_iter().map(|(_, item)| item).collect();
        groups.push(NewsGroup { of: subject.of, title: of.title, page: of.page, items });
    }
    Ok(groups)
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
