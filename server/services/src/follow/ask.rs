//! Asking to follow something, and saying yes by the link of a letter. Nobody learns from an answer whether an address
//! follows already: the letter says it to whoever reads the mailbox.

use chrono::TimeDelta;
use domain::Language;
use domain::mail::{Fill, FollowForm, Followed, LetterKind, Rate, UNCONFIRMED_DAYS, Value};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait,
    QueryFilter,
};

use super::mine::{make_due, rate_of};
use super::subject::{Found, Subject, by_subject};
use crate::mail::{self, Letter, Recipient};
use crate::store::entities::{follow_request as request_row, follower, following};
use crate::{Clock, Failure, Services, StoreError, secrets};

/// The most letters a day that ask one address whether it wants to follow something: a form that anyone can fill must not
/// flood a stranger's mailbox.
const MOST_A_DAY: u64 = 10;

/// Someone has asked, and has said yes or not yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub found: Found,
    pub rate: Rate,
    pub confirmed: bool,
}

/// Asks, at an address, whether its owner wants to follow something.
pub async fn ask(
    services: &Services,
    found: Found,
    typed: FollowForm,
    language: Language,
) -> Result<(), Failure> {
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| Box::pin(async move { post(txn, &clock, found, typed, language).await }))
        .await
}

async fn post(
    txn: &DatabaseTransaction,
    clock: &Clock,
    found: Found,
    typed: FollowForm,
    language: Language,
) -> Result<(), Failure> {
    let (now, secret) = (clock.now(), clock.secret());
    let (hash, token_hash) = (mail::address_hash(&typed.address), secrets::hash(&secret));
    let asked_today = request_row::Entity::find()
        .filter(request_row::Column::AddressHash.eq(&hash))
        .filter(request_row::Column::AskedAt.gt(now - TimeDelta::days(1)));
    if asked_today.count(txn).await? >= MOST_A_DAY {
        return Ok(());
    }
    let row = request_row::ActiveModel {
        id: Set(clock.id()),
        address: Set(typed.address.clone()),
        address_hash: Set(hash),
        language: Set(language.to_string()),
        subject: Set(found.subject.of.to_string()),
        subject_key: Set(found.subject.key),
        rate: Set(typed.rate.to_string()),
        token_hash: Set(token_hash.clone()),
        asked_at: Set(now),
        confirmed_at: Set(None),
    };
    request_row::Entity::insert(row).exec_without_returning(txn).await?;
    let fill = Fill::new()
        .with("title", Value::Words(found.title))
        .with("link", Value::Private(format!("/follow/confirm/{secret}")));
    let letter = Letter {
        kind: LetterKind::Follow,
        stream: None,
        to: Recipient { address: typed.address, name: String::new() },
        language,
        fill,
        key: format!("follow:{token_hash}"),
    };
    mail::post(txn, clock, letter).await?;
    Ok(())
}

async fn held(read: &impl ConnectionTrait, token: &str) -> Result<request_row::Model, Failure> {
    let row = request_row::Entity::find().filter(request_row::Column::TokenHash.eq(secrets::hash(token)));
    row.one(read).await?.ok_or(Failure::NotFound("request to follow"))
}

fn subject(row: &request_row::Model) -> Result<Subject, StoreError> {
    let of = Followed::parse(&row.subject)
        .ok_or_else(|| StoreError::corrupt("what is followed", row.subject.as_str()))?;
    Ok(Subject { of, key: row.subject_key.clone() })
}

/// What the link of a letter asks about. Nothing changes by looking: programs that look for bad links open them all.
pub async fn request(services: &Services, token: &str, language: Language) -> Result<Request, Failure> {
    let read = services.db.read();
    let row = held(read, token).await?;
    let found = by_subject(read, &services.clock, &subject(&row)?, language).await?;
    Ok(Request {
        found: found.ok_or(Failure::NotFound("what is followed"))?,
        rate: Rate::parse(&row.rate).ok_or_else(|| StoreError::corrupt("a rate", row.rate.as_str()))?,
        confirmed: row.confirmed_at.is_some(),
    })
}

/// Says yes: letters come from now on. Saying it twice is saying it once.
pub async fn confirm(services: &Services, token: &str) -> Result<(), Failure> {
    let (clock, token) = (services.clock.clone(), token.to_owned());
    services
        .db
        .write_again(move |txn| {
            let (clock, token) = (clock.clone(), token.clone());
            Box::pin(async move {
                let row = held(txn, &token).await?;
                let once = request_row::Entity::update_many()
                    .col_expr(request_row::Column::ConfirmedAt, Expr::value(clock.now()))
                    .filter(request_row::Column::Id.eq(row.id))
                    .filter(request_row::Column::ConfirmedAt.is_null());
                if once.exec(txn).await?.rows_affected == 1 {
                    follow(txn, &clock, row).await?;
                }
                Ok::<_, Failure>(())
            })
        })
        .await
}

async fn follow(txn: &DatabaseTransaction, clock: &Clock, asked: request_row::Model) -> Result<(), Failure> {
    use follower::Column as C;
    let now = clock.now();
    let row = follower::ActiveModel {
        id: Set(clock.id()),
        address: Set(asked.address),
        address_hash: Set(asked.address_hash.clone()),
        language: Set(asked.language),
        since: Set(now),
        paused_at: Set(None),
    };
    // The mailbox has just been read, so whatever was wrong with it is mended.
    let again = OnConflict::column(C::AddressHash).update_columns([C::Language, C::PausedAt]).to_owned();
    follower::Entity::insert(row).on_conflict(again).exec_without_returning(txn).await?;
    let follower = follower::Entity::find().filter(C::AddressHash.eq(asked.address_hash)).one(txn).await?;
    let follower = follower.ok_or(Failure::NotFound("follower"))?;
    let row = following::ActiveModel {
        id: Set(clock.id()),
        follower_id: Set(follower.id),
        subject: Set(asked.subject),
        subject_key: Set(asked.subject_key),
        rate: Set(asked.rate),
        since: Set(now),
    };
    let columns = [following::Column::FollowerId, following::Column::Subject, following::Column::SubjectKey];
    let again = OnConflict::columns(columns).update_column(following::Column::Rate).to_owned();
    let row = following::Entity::insert(row).on_conflict(again).exec_with_returning(txn).await?;
    make_due(txn, &row, rate_of(&row.rate)?, now).await
}

/// Forgets who has asked: whoever did not say yes in time, and whoever did has a row of their own.
pub(super) async fn forget(services: &Services) -> Result<(), Failure> {
    let before = services.clock.now() - TimeDelta::days(UNCONFIRMED_DAYS);
    let old = request_row::Entity::find().filter(request_row::Column::AskedAt.lt(before));
    if old.one(services.db.read()).await?.is_none() {
        return Ok(());
    }
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let old = request_row::Entity::delete_many().filter(request_row::Column::AskedAt.lt(before));
                old.exec(txn).await?;
                Ok(())
            })
        })
        .await
}
