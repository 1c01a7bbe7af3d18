//! Handing news out: each follower of what it is about gets one row of it, in batches, each in a transaction of its own.
//! A batch notes how far it came, and the store refuses a second row, so a kill in between loses and repeats nothing.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::mail::Rate;
use sea_orm::sea_query::{Expr, LockBehavior, LockType, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::mine::rate_of;
use super::readable::readable;
use crate::store::entities::{following, news, news_about, news_item};
use crate::{Clock, Failure, Services};

/// How many rows of followers one transaction hands news to.
const BATCH: u64 = 500;

/// Hands out a batch of the oldest news that is not handed out. Gives whether there may be more to do.
pub(super) async fn hand_out(services: &Services) -> Result<bool, Failure> {
    let waiting = news::Entity::find().filter(news::Column::HandedAt.is_null()).limit(1);
    if waiting.one(services.db.read()).await?.is_none() {
        return Ok(false);
    }
    let clock = services.clock.clone();
    services.db.write(move |txn| Box::pin(async move { batch(txn, &clock).await })).await
}

async fn batch(txn: &DatabaseTransaction, clock: &Clock) -> Result<bool, Failure> {
    let first = news::Entity::find()
        .filter(news::Column::HandedAt.is_null())
        .order_by_asc(news::Column::At)
        .order_by_asc(news::Column::Id)
        .limit(1)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .one(txn)
        .await?;
    let Some(told) = first else { return Ok(false) };
    let rows = followers(txn, &told).await?;
    let whole = (rows.len() as u64) < BATCH;
    let last = rows.last().map(|row| row.follower_id);
    let shares = shares(rows, whole, told.at)?;
    // Where none of them could be read, on past them all the same.
    let last = shares.keys().next_back().copied().or(last.filter(|_| !whole));
    if !shares.is_empty() {
        let once = [news_item::Column::NewsId, news_item::Column::FollowerId];
        let once = OnConflict::columns(once).do_nothing().to_owned();
        let items = shares.into_iter().map(|(follower, share)| item(clock, &told, follower, share));
        news_item::Entity::insert_many(items)
            .on_conflict(once)
            .try_insert()
            .exec_without_returning(txn)
            .await?;
    }
    let noted = news::Entity::update_many().filter(news::Column::Id.eq(told.id));
    let noted = noted.col_expr(news::Column::HandedTo, Expr::value(last.or(told.handed_to)));
    let done = whole.then(|| clock.now());
    noted.col_expr(news::Column::HandedAt, Expr::value(done)).exec(txn).await?;
    Ok(true)
}

/// The next rows of who follows anything that this is about, in the order of followers. Who began later hears of what
/// comes later.
async fn followers(txn: &DatabaseTransaction, told: &news::Model) -> Result<Vec<following::Model>, Failure> {
    use following::Column as C;
    let about = news_about::Entity::find().filter(news_about::Column::NewsId.eq(told.id)).all(txn).await?;
    let any = about.into_iter().fold(Condition::any(), |any, row| {
        any.add(Condition::all().add(C::Subject.eq(row.subject)).add(C::SubjectKey.eq(row.subject_key)))
    });
    if any.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = following::Entity::find().filter(any).filter(C::Since.lte(told.at));
    if let Some(after) = told.handed_to {
        rows = rows.filter(C::FollowerId.gt(after));
    }
    Ok(rows.order_by_asc(C::FollowerId).order_by_asc(C::Id).limit(BATCH).all(txn).await?)
}

/// What one follower follows it by, and when it is due.
struct Share {
    following: following::Model,
    due: DateTime<Utc>,
}

/// One share for each follower: who follows it in two ways hears of it once, as soon as either says. The rows of the
/// last may be cut off at the end of a batch that is not the last, so they are left for the next.
fn shares(
    rows: Vec<following::Model>,
    whole: bool,
    at: DateTime<Utc>,
) -> Result<BTreeMap<Uuid, Share>, Failure> {
    let last = rows.last().map(|row| row.follower_id);
    let mut shares: BTreeMap<Uuid, Share> = BTreeMap::new();
    for following in rows {
        let rate = rate_of(&following.rate);
        let Some(rate): Option<Rate> = readable(rate, "following", following.id)? else { continue };
        let due = rate.due(at);
        match shares.get_mut(&following.follower_id) {
            Some(held) if held.due <= due => {}
            _ => drop(shares.insert(following.follower_id, Share { following, due })),
        }
    }
    if !whole && shares.len() > 1 {
        last.and_then(|last| shares.remove(&last));
    }
    Ok(shares)
}

fn item(clock: &Clock, told: &news::Model, follower: Uuid, share: Share) -> news_item::ActiveModel {
    news_item::ActiveModel {
        id: Set(clock.id()),
        news_id: Set(told.id),
        follower_id: Set(follower),
        subject: Set(share.following.subject),
        subject_key: Set(share.following.subject_key),
        due_at: Set(share.due),
        settled_at: Set(None),
        letter_id: Set(None),
    }
}
