//! What one person follows, behind the private link that is in each of their letters.

use chrono::{DateTime, Utc};
use domain::Language;
use domain::mail::{Followed, LetterState, Rate, Stream};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::subject::{Found, Subject, by_subject};
use crate::store::entities::{follow_request, follower, following, letter, news_item};
use crate::{Failure, Services, StoreError, secrets};

/// One thing that someone follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Following {
    pub id: Uuid,
    /// What it is, while it is public.
    pub found: Option<Found>,
    pub of: Followed,
    pub rate: Rate,
}

/// What someone follows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mine {
    pub all: Vec<Following>,
    /// Whether letters to them came back, so that none are sent.
    pub paused: bool,
}

/// The letter with this private link, where it tells of what someone follows.
async fn letter_of(read: &impl ConnectionTrait, token: &str) -> Result<letter::Model, Failure> {
    let row = letter::Entity::find()
        .filter(letter::Column::TokenHash.eq(secrets::hash(token)))
        .filter(letter::Column::Stream.eq(Stream::Following.as_str()));
    row.one(read).await?.ok_or(Failure::NotFound("letter"))
}

async fn follower_of(read: &impl ConnectionTrait, token: &str) -> Result<Option<follower::Model>, Failure> {
    let letter = letter_of(read, token).await?;
    let row = follower::Entity::find().filter(follower::Column::AddressHash.eq(letter.address_hash));
    Ok(row.one(read).await?)
}

/// What whoever got the letter with this link follows. Nothing, where they have stopped it all.
pub async fn mine(services: &Services, token: &str, language: Language) -> Result<Mine, Failure> {
    let read = services.db.read();
    let Some(follower) = follower_of(read, token).await? else { return Ok(Mine::default()) };
    let rows = following::Entity::find()
        .filter(following::Column::FollowerId.eq(follower.id))
        .order_by_asc(following::Column::Since)
        .order_by_asc(following::Column::Id);
    let mut all = Vec::new();
    for row in rows.all(read).await? {
        let subject = subject_of(&row.subject, &row.subject_key)?;
        all.push(Following {
            id: row.id,
            of: subject.of,
            found: by_subject(read, &services.clock, &subject, language).await?,
            rate: rate_of(&row.rate)?,
        });
    }
    Ok(Mine { all, paused: follower.paused_at.is_some() })
}

/// What a row of the store means.
pub(super) fn subject_of(of: &str, key: &str) -> Result<Subject, StoreError> {
    let of = Followed::parse(of).ok_or_else(|| StoreError::corrupt("what is followed", of))?;
    Ok(Subject { of, key: key.to_owned() })
}

pub(super) fn rate_of(rate: &str) -> Result<Rate, StoreError> {
    Rate::parse(rate).ok_or_else(|| StoreError::corrupt("a rate", rate))
}

async fn change<F>(services: &Services, token: &str, change: F) -> Result<(), Failure>
where
    F: for<'t> FnOnce(&'t DatabaseTransaction, follower::Model) -> crate::store::Work<'t, (), Failure>
        + Send
        + 'static,
{
    let token = token.to_owned();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                match follower_of(txn, &token).await? {
                    Some(follower) => change(txn, follower).await,
                    None => Ok(()),
                }
            })
        })
        .await
}

/// Changes how often letters about one thing come. What waits leaves when the new rate says.
pub async fn set_rate(services: &Services, token: &str, following: Uuid, rate: Rate) -> Result<(), Failure> {
    let now = services.clock.now();
    change(services, token, move |txn, follower| {
        Box::pin(async move {
            let Some(row) = own(txn, &follower, following).await? else { return Ok(()) };
            following::Entity::update_many()
                .col_expr(following::Column::Rate, Expr::value(rate.as_str()))
                .filter(following::Column::Id.eq(row.id))
                .exec(txn)
                .await?;
            make_due(txn, &row, rate, now).await
        })
    })
    .await
}

/// What waits for a follower leaves when another rate says.
pub(super) async fn make_due(
    txn: &DatabaseTransaction,
    row: &following::Model,
    rate: Rate,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    news_item::Entity::update_many()
        .col_expr(news_item::Column::DueAt, Expr::value(rate.due(now)))
        .filter(of_following(row))
        .filter(news_item::Column::SettledAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}

async fn own(
    txn: &DatabaseTransaction,
    follower: &follower::Model,
    id: Uuid,
) -> Result<Option<following::Model>, Failure> {
    let row = following::Entity::find_by_id(id).filter(following::Column::FollowerId.eq(follower.id));
    Ok(row.one(txn).await?)
}

fn of_following(row: &following::Model) -> sea_orm::Condition {
    sea_orm::Condition::all()
        .add(news_item::Column::FollowerId.eq(row.follower_id))
        .add(news_item::Column::Subject.eq(row.subject.as_str()))
        .add(news_item::Column::SubjectKey.eq(row.subject_key.as_str()))
}

/// Stops letters about one thing.
pub async fn stop_one(services: &Services, token: &str, following: Uuid) -> Result<(), Failure> {
    let now = services.clock.now();
    change(services, token, move |txn, follower| {
        Box::pin(async move {
            if let Some(row) = own(txn, &follower, following).await? {
                stop(txn, &follower, vec![row], now).await?;
            }
            Ok(())
        })
    })
    .await
}

/// Stops letters about everything, and forgets the address.
pub async fn stop_all(services: &Services, token: &str) -> Result<(), Failure> {
    let now = services.clock.now();
    change(services, token, move |txn, follower| Box::pin(async move { forget(txn, &follower, now).await }))
        .await
}

/// Stops letters about that of which this letter told: the button of mail programs (RFC 8058).
pub async fn stop_of_letter(services: &Services, token: &str) -> Result<(), Failure> {
    let (letter, now) = (letter_of(services.db.read(), token).await?.id, services.clock.now());
    change(services, token, move |txn, follower| {
        Box::pin(async move {
            let items =
                news_item::Entity::find().filter(news_item::Column::LetterId.eq(letter)).all(txn).await?;
            let rows = following::Entity::find().filter(following::Column::FollowerId.eq(follower.id));
            let told = |row: &following::Model| {
                items
                    .iter()
                    .any(|item| (&item.subject, &item.subject_key) == (&row.subject, &row.subject_key))
            };
            let rows = rows.all(txn).await?.into_iter().filter(told).collect();
            stop(txn, &follower, rows, now).await
        })
    })
    .await
}

/// Ends some of what someone follows. Who follows nothing any more is forgotten.
async fn stop(
    txn: &DatabaseTransaction,
    follower: &follower::Model,
    rows: Vec<following::Model>,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    for row in rows {
        let waiting = news_item::Column::SettledAt.is_null();
        news_item::Entity::delete_many().filter(of_following(&row)).filter(waiting).exec(txn).await?;
        following::Entity::delete_by_id(row.id).exec(txn).await?;
    }
    let left =
        following::Entity::find().filter(following::Column::FollowerId.eq(follower.id)).one(txn).await?;
    if left.is_none() {
        forget(txn, follower, now).await?;
    }
    Ok(())
}

async fn forget(
    txn: &DatabaseTransaction,
    follower: &follower::Model,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    // What lies in the outbox for them does not leave.
    letter::Entity::update_many()
        .col_expr(letter::Column::State, Expr::value(LetterState::Stopped.as_str()))
        .col_expr(letter::Column::SettledAt, Expr::value(now))
        .filter(letter::Column::AddressHash.eq(&follower.address_hash))
        .filter(letter::Column::Stream.eq(Stream::Following.as_str()))
        .filter(letter::Column::State.eq(LetterState::Waiting.as_str()))
        .exec(txn)
        .await?;
    follow_request::Entity::delete_many()
        .filter(follow_request::Column::AddressHash.eq(&follower.address_hash))
        .exec(txn)
        .await?;
    follower::Entity::delete_by_id(follower.id).exec(txn).await?;
    Ok(())
}

/// Notes that there is no mailbox at an address, so that nothing more is sent there.
pub(crate) async fn pause_bounced(
    txn: &impl ConnectionTrait,
    letter: Uuid,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let Some(row) = letter::Entity::find_by_id(letter).one(txn).await? else { return Ok(()) };
    follower::Entity::update_many()
        .col_expr(follower::Column::PausedAt, Expr::value(now))
        .filter(follower::Column::AddressHash.eq(row.address_hash))
        .filter(follower::Column::PausedAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}
