//! The second step of signing in: an app that shows codes ([`app`]), codes that were written down ([`recovery`]), and
//! taking the step with either ([`step`]). Which sessions wait for it, [`super::sessions`] decides when it opens them.

pub mod app;
pub mod recovery;
pub mod step;

use chrono::{DateTime, Utc};
use domain::audit::Act;
use domain::people::{Factor, RecoveryCode};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use super::passkeys::{self, Passkey};
use super::sessions;
use crate::audit::{Entry, Recorder};
use crate::store::StoreResult;
use crate::store::entities::{authenticator, passkey, person, recovery_code, session};
use crate::{Failure, Services};

/// What a person has for the second step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factors {
    /// When they set up the app, where they have one.
    pub app_since: Option<DateTime<Utc>>,
    pub passkeys: Vec<Passkey>,
    /// How many recovery codes they have not used.
    pub codes_left: u64,
}

/// What this person has for the second step; nothing where they sign in with one.
pub async fn of(services: &Services, person: Uuid) -> Result<Option<Factors>, Failure> {
    let read = services.db.read();
    let row = authenticator::Entity::find().filter(proved(person)).one(read).await?;
    let app_since = row.and_then(|row| row.proved_at);
    let passkeys = passkeys::of(services, person).await?;
    if app_since.is_none() && passkeys.is_empty() {
        return Ok(None);
    }
    let left = recovery_code::Column::UsedAt.is_null();
    let mine = recovery_code::Column::PersonId.eq(person);
    let codes_left = recovery_code::Entity::find().filter(mine).filter(left).count(read).await?;
    Ok(Some(Factors { app_since, passkeys, codes_left }))
}

/// Everyone who signs in with two steps.
pub async fn people(services: &Services) -> Result<Vec<Uuid>, Failure> {
    let set_up = authenticator::Column::ProvedAt.is_not_null();
    let read = services.db.read();
    let apps = authenticator::Entity::find().filter(set_up).all(read).await?;
    let keys = passkey::Entity::find().all(read).await?;
    Ok(apps.into_iter().map(|row| row.person_id).chain(keys.into_iter().map(|row| row.person_id)).collect())
}

/// Whether this person must take a second step here.
pub(super) async fn any(read: &impl ConnectionTrait, person: Uuid) -> StoreResult<bool> {
    Ok(app(read, person).await? || passkeys::any(read, person).await?)
}

/// Whether this person has set up the app.
async fn app(read: &impl ConnectionTrait, person: Uuid) -> StoreResult<bool> {
    Ok(authenticator::Entity::find().filter(proved(person)).count(read).await? > 0)
}

fn proved(person: Uuid) -> Condition {
    Condition::all()
        .add(authenticator::Column::PersonId.eq(person))
        .add(authenticator::Column::ProvedAt.is_not_null())
}

/// Holds a person, who changes what they have for the second step in a session that is whole: whoever signs in at this
/// moment does it before or after, and not with one step in between.
pub(super) async fn hold(txn: &impl ConnectionTrait, person: Uuid, here: Uuid) -> Result<(), Failure> {
    person::Entity::find_by_id(person).lock_exclusive().one(txn).await?;
    sessions::whole(txn, here).await
}

/// From the first that a person has for the second step on: whoever is signed in as them elsewhere must take it there, and
/// they get recovery codes.
pub(super) async fn begin_with_two(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    person: Uuid,
    here: Uuid,
) -> Result<Vec<RecoveryCode>, Failure> {
    sessions::make_wait(txn, person, here, recorder.clock.now()).await?;
    let codes = recovery::make_anew(txn, &recorder.clock, person).await?;
    recorder.record(txn, recovery::made(person)).await?;
    Ok(codes)
}

/// Takes the second step from a person who has lost all they had for it, and signs them out everywhere. That it is they
/// who ask must have been made sure of in another way.
pub async fn clear(services: &Services, person: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                if !any(txn, person).await? {
                    return Err(Failure::NotFound("second step"));
                }
                forget(txn, person).await?;
                session::Entity::delete_many().filter(session::Column::PersonId.eq(person)).exec(txn).await?;
                recorder.record(txn, Entry::of_person(Act::SecondStepCleared, person)).await?;
                Ok(())
            })
        })
        .await
}

/// Deletes what a person has for the second step.
async fn forget(txn: &impl ConnectionTrait, person: Uuid) -> StoreResult<()> {
    forget_app(txn, person).await?;
    passkeys::forget(txn, person).await?;
    settle(txn, person).await
}

async fn forget_app(txn: &impl ConnectionTrait, person: Uuid) -> StoreResult<()> {
    authenticator::Entity::delete_many().filter(authenticator::Column::PersonId.eq(person)).exec(txn).await?;
    Ok(())
}

/// After something was taken away: of whoever has nothing left for the second step the recovery codes are deleted, and
/// their sessions no longer count as taken with it, but for those where a provider has asked.
pub(super) async fn settle(txn: &impl ConnectionTrait, person: Uuid) -> StoreResult<()> {
    if any(txn, person).await? {
        return Ok(());
    }
    recovery_code::Entity::delete_many().filter(recovery_code::Column::PersonId.eq(person)).exec(txn).await?;
    session::Entity::update_many()
        .col_expr(session::Column::SecondFactor, Expr::value(Option::<String>::None))
        .filter(session::Column::PersonId.eq(person))
        .filter(session::Column::SecondFactor.ne(Factor::Provider.as_str()))
        .exec(txn)
        .await?;
    Ok(())
}
