//! What a browser is asked: kept until it has answered, for a few minutes. Its answer counts once.

use chrono::TimeDelta;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::store::entities::passkey_request as request;
use crate::{Failure, Services, secrets};

/// How long someone may take: time to find the device, and to be asked for its PIN.
const MINUTES: i64 = 10;

/// Keeps what a browser is asked, and what is needed to check its answer. Gives the secret by which both are found.
pub(super) async fn begin(
    services: &Services,
    options: &impl Serialize,
    state: &impl Serialize,
) -> Result<String, Failure> {
    let (clock, secret) = (&services.clock, services.clock.secret());
    let now = clock.now();
    let row = request::ActiveModel {
        id: Set(clock.id()),
        token_hash: Set(secrets::hash(&secret)),
        options: Set(text(options)?),
        state: Set(text(state)?),
        expires_at: Set(now + TimeDelta::minutes(MINUTES)),
    };
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                request::Entity::delete_many().filter(request::Column::ExpiresAt.lte(now)).exec(txn).await?;
                request::Entity::insert(row).exec_without_returning(txn).await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    Ok(secret)
}

pub(super) fn text(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| Failure::File(error.to_string()))
}

/// What a browser is asked, as JSON; nothing where that was answered before, or too long ago.
pub async fn options(services: &Services, secret: &str) -> Result<Option<String>, Failure> {
    let row = request::Entity::find()
        .filter(request::Column::TokenHash.eq(secrets::hash(secret)))
        .filter(request::Column::ExpiresAt.gt(services.clock.now()))
        .one(services.db.read())
        .await?;
    Ok(row.map(|row| row.options))
}

/// What is needed to check the answer. It is taken away: nobody answers twice.
pub(super) async fn take<S>(services: &Services, secret: &str) -> Result<Option<S>, Failure>
where
    S: DeserializeOwned + Send + 'static,
{
    let (hash, now) = (secrets::hash(secret), services.clock.now());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mine = request::Entity::find()
                    .filter(request::Column::TokenHash.eq(hash))
                    .filter(request::Column::ExpiresAt.gt(now));
                let Some(row) = mine.one(txn).await? else { return Ok(None) };
                // Two answers at one moment: the one that deletes the row is the first.
                if request::Entity::delete_by_id(row.id).exec(txn).await?.rows_affected == 0 {
                    return Ok(None);
                }
                // What was asked for another purpose is no answer to this.
                Ok(serde_json::from_str(&row.state).ok())
            })
        })
        .await
}
