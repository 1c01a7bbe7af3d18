//! Giving a session a new secret, making others wait or end, and ending it.

use chrono::{DateTime, TimeDelta, Utc};
use domain::audit::Act;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter,
};
use uuid::Uuid;

use super::WAIT_MINUTES;
use crate::audit::Entry;
use crate::store::StoreResult;
use crate::store::entities::session;
use crate::{Failure, Services, secrets};

/// Notes that whoever holds this session has proved to be the person, and gives it a new secret.
pub async fn confirm(services: &Services, id: Uuid) -> Result<String, Failure> {
    let (secret, now) = (services.clock.secret(), services.clock.now());
    let (hash, recorder) = (secrets::hash(&secret), services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = session::Entity::find_by_id(id).one(txn).await?;
                let row = row.ok_or(Failure::NotFound("session"))?;
                let entry = Entry::of_person(Act::Confirmed, row.person_id);
                let mut row = row.into_active_model();
                row.token_hash = Set(hash);
                row.confirmed_at = Set(Some(now));
                row.update(txn).await?;
                recorder.record(txn, entry).await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    Ok(secret)
}

/// Ends every session of a person but the one that they hold, and gives that one a new secret, by its hash: what opens
/// the account has changed.
pub(in crate::people) async fn keep_one(
    txn: &impl ConnectionTrait,
    person: Uuid,
    here: Uuid,
    hash: String,
) -> StoreResult<()> {
    let mine = session::Column::PersonId.eq(person);
    session::Entity::delete_many().filter(mine).filter(session::Column::Id.ne(here)).exec(txn).await?;
    session::Entity::update_many()
        .col_expr(session::Column::TokenHash, Expr::value(hash))
        .filter(session::Column::Id.eq(here))
        .exec(txn)
        .await?;
    Ok(())
}

/// The key of the session with this secret.
pub(in crate::people) async fn by_secret(txn: &impl ConnectionTrait, secret: &str) -> Result<Uuid, Failure> {
    let held = session::Entity::find().filter(session::Column::TokenHash.eq(secrets::hash(secret)));
    held.one(txn).await?.map(|held| held.id).ok_or(Failure::NotFound("session"))
}

/// Fails where a session is gone, or was made to wait for the second step.
pub(in crate::people) async fn whole(txn: &impl ConnectionTrait, id: Uuid) -> Result<(), Failure> {
    let held = session::Entity::find_by_id(id).one(txn).await?;
    held.filter(|held| held.waits != Some(true)).map(|_| ()).ok_or(Failure::NotFound("session"))
}

/// Makes every session of a person wait for the second step but the one that they hold, as long as one that begins now.
pub(in crate::people) async fn make_wait(
    txn: &impl ConnectionTrait,
    person: Uuid,
    here: Uuid,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    session::Entity::update_many()
        .col_expr(session::Column::Waits, Expr::value(true))
        .col_expr(session::Column::ExpiresAt, Expr::value(now + TimeDelta::minutes(WAIT_MINUTES)))
        .filter(session::Column::PersonId.eq(person))
        .filter(session::Column::Id.ne(here))
        .filter(session::Column::ExpiresAt.gt(now))
        .exec(txn)
        .await?;
    Ok(())
}

/// Ends a session: its secret opens nothing from now on. Gives the provider by which it began, and that one's token.
pub async fn end(services: &Services, secret: &str) -> Result<Option<(String, String)>, Failure> {
    let (hash, recorder) = (secrets::hash(secret), services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let held =
                    session::Entity::find().filter(session::Column::TokenHash.eq(hash)).one(txn).await?;
                let Some(held) = held else { return Ok(None) };
                session::Entity::delete_by_id(held.id).exec(txn).await?;
                let recorder = recorder.for_person(held.person_id);
                recorder.record(txn, Entry::of_person(Act::SignedOut, held.person_id)).await?;
                Ok(held.provider.zip(held.id_token))
            })
        })
        .await
}
