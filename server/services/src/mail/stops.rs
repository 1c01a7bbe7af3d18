//! Who wants no more letters of a stream. The way there is in each letter of it, and needs no account.

use domain::mail::Stream;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::store::entities::{letter, letter_stop};
use crate::{Clock, Failure, Services, StoreError, secrets};

/// What the link of a letter leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    pub stream: Stream,
    /// Whether such letters are stopped now.
    pub stopped: bool,
}

/// What is kept of an address, so that nobody is on a list for not wanting to be on a list.
pub(crate) fn hash(address: &str) -> String {
    secrets::hash(&address.trim().to_lowercase())
}

async fn letter_of(services: &Services, token: &str) -> Result<(letter::Model, Stream), Failure> {
    let row = letter::Entity::find().filter(letter::Column::TokenHash.eq(secrets::hash(token)));
    let row = row.one(services.db.read()).await?.ok_or(Failure::NotFound("letter"))?;
    let name = row.stream.clone().unwrap_or_default();
    let stream = Stream::parse(&name).ok_or_else(|| StoreError::corrupt("a stream of letters", name))?;
    Ok((row, stream))
}

/// Where the link of a letter leads.
pub async fn way(services: &Services, token: &str) -> Result<Way, Failure> {
    let (row, stream) = letter_of(services, token).await?;
    let stopped = is_stopped(services.db.read(), &row.address_hash, stream).await?;
    Ok(Way { stream, stopped })
}

/// Stops the letters of whoever got this one. Stopping twice is stopping once.
pub async fn stop(services: &Services, token: &str) -> Result<(), Failure> {
    let (row, stream) = letter_of(services, token).await?;
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| Box::pin(async move { stop_in(txn, &clock, row.address_hash, stream).await }))
        .await
}

/// Stops the letters of a stream to an address, given by its hash.
pub(crate) async fn stop_in(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    hash: String,
    stream: Stream,
) -> Result<(), Failure> {
    let stop = letter_stop::ActiveModel {
        id: Set(clock.id()),
        address_hash: Set(hash),
        stream: Set(stream.to_string()),
        stopped_at: Set(clock.now()),
    };
    let columns = [letter_stop::Column::AddressHash, letter_stop::Column::Stream];
    let once = OnConflict::columns(columns).do_nothing().to_owned();
    letter_stop::Entity::insert(stop).on_conflict(once).try_insert().exec_without_returning(txn).await?;
    Ok(())
}

/// Takes a stop back.
pub async fn go_on(services: &Services, token: &str) -> Result<(), Failure> {
    let (row, stream) = letter_of(services, token).await?;
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                letter_stop::Entity::delete_many()
                    .filter(letter_stop::Column::AddressHash.eq(row.address_hash))
                    .filter(letter_stop::Column::Stream.eq(stream.as_str()))
                    .exec(txn)
                    .await?;
                Ok(())
            })
        })
        .await
}

/// Whether an address, given by its hash, wants no letters of a stream.
pub(crate) async fn is_stopped(
    read: &impl ConnectionTrait,
    hash: &str,
    stream: Stream,
) -> Result<bool, Failure> {
    let stop = letter_stop::Entity::find()
        .filter(letter_stop::Column::AddressHash.eq(hash))
        .filter(letter_stop::Column::Stream.eq(stream.as_str()));
    Ok(stop.one(read).await?.is_some())
}
