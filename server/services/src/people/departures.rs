//! Those who have signed out here and may want to sign out at their provider too.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::store::entities::departure;
use crate::{Failure, Services, secrets};

/// For how long they are asked.
const MINUTES: i64 = 10;

/// Keeps the token of a provider for a short while, and gives the secret of it.
pub async fn keep(services: &Services, provider: String, id_token: String) -> Result<String, Failure> {
    let (secret, now) = (services.clock.secret(), services.clock.now());
    let row = departure::ActiveModel {
        id: Set(services.clock.id()),
        token_hash: Set(secrets::hash(&secret)),
        provider: Set(provider),
        id_token: Set(id_token),
        expires_at: Set(now + TimeDelta::minutes(MINUTES)),
    };
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                departure::Entity::delete_many()
                    .filter(departure::Column::ExpiresAt.lte(now))
                    .exec(txn)
                    .await?;
                row.insert(txn).await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    Ok(secret)
}

/// The provider and its token.
pub async fn find(services: &Services, secret: &str) -> Result<Option<(String, String)>, Failure> {
    let row = departure::Entity::find()
        .filter(departure::Column::TokenHash.eq(secrets::hash(secret)))
        .filter(departure::Column::ExpiresAt.gt(services.clock.now()))
        .one(services.db.read())
        .await?;
    Ok(row.map(|row| (row.provider, row.id_token)))
}

/// The provider and its token, which are forgotten.
pub async fn take(services: &Services, secret: &str) -> Result<Option<(String, String)>, Failure> {
    let found = find(services, secret).await?;
    let hash = secrets::hash(secret);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                departure::Entity::delete_many()
                    .filter(departure::Column::TokenHash.eq(hash))
                    .exec(txn)
                    .await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    Ok(found)
}
