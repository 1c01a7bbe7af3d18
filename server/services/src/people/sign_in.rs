//! Signing in and out: sessions are rows, their secrets are kept only as hashes.

use chrono::{DateTime, TimeDelta, Utc};
use domain::forms::Problem;
use domain::people::SignIn;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use super::accounts::{self, Person};
use super::password;
use crate::store::entities::{person, session, sign_in_failure};
use crate::{Failure, Services, secrets};

/// How long a session lasts: one long working day.
pub const SESSION_HOURS: i64 = 12;

/// How many failures are free before the slow-down begins.
const FREE_FAILURES: u64 = 5;

/// The window in which failures are counted, in minutes.
pub(crate) const WINDOW_MINUTES: i64 = 15;

/// Signs a person in and gives the secret of a new session. Any session whose secret is handed in ends: the one after
/// sign-in is never the one before it.
pub async fn sign_in(
    services: &Services,
    typed: SignIn,
    before: Option<&str>,
) -> Result<(String, DateTime<Utc>), Failure> {
    let subject = secrets::hash(&typed.email);
    let wrong = || Problem::new("email", "error-sign-in-wrong");
    if slowed(services, &subject).await? {
        return Err(Problem::new("email", "error-sign-in-slow").with("minutes", WINDOW_MINUTES).into());
    }
    let row =
        person::Entity::find().filter(person::Column::Email.eq(&typed.email)).one(services.db.read()).await?;
    let hash = row.as_ref().filter(|row| row.disabled_at.is_none()).and_then(|row| row.password_hash.clone());
    let right = password::verify(typed.password, hash).await?;
    let Some(row) = row.filter(|_| right) else {
        note_failure(services, subject).await?;
        return Err(wrong().into());
    };
    start_session(services, row.id, subject, before.map(secrets::hash)).await
}

/// Whether there were so many failures of late that this subject must wait.
pub(crate) async fn slowed(services: &Services, subject: &str) -> Result<bool, Failure> {
    let since = services.clock.now() - TimeDelta::minutes(WINDOW_MINUTES);
    let failures = sign_in_failure::Entity::find()
        .filter(sign_in_failure::Column::SubjectHash.eq(subject))
        .filter(sign_in_failure::Column::At.gt(since))
        .count(services.db.read())
        .await?;
    Ok(failures >= FREE_FAILURES)
}

/// Notes a failure of this subject, given by its hash.
pub(crate) async fn note_failure(services: &Services, subject: String) -> Result<(), Failure> {
    let row = sign_in_failure::ActiveModel {
        id: Set(services.clock.id()),
        subject_hash: Set(subject),
        at: Set(services.clock.now()),
    };
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                row.insert(txn).await?;
                Ok(())
            })
        })
        .await
}

async fn start_session(
    services: &Services,
    person: Uuid,
    subject: String,
    before: Option<String>,
) -> Result<(String, DateTime<Utc>), Failure> {
    let token = services.clock.secret();
    let now = services.clock.now();
    let expires = now + TimeDelta::hours(SESSION_HOURS);
    let row = session::ActiveModel {
        id: Set(services.clock.id()),
        person_id: Set(person),
        token_hash: Set(secrets::hash(&token)),
        created_at: Set(now),
        expires_at: Set(expires),
    };
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                if let Some(before) = before {
                    session::Entity::delete_many()
                        .filter(session::Column::TokenHash.eq(before))
                        .exec(txn)
                        .await?;
                }
                session::Entity::delete_many().filter(session::Column::ExpiresAt.lt(now)).exec(txn).await?;
                let mine = sign_in_failure::Column::SubjectHash.eq(subject);
                sign_in_failure::Entity::delete_many().filter(mine).exec(txn).await?;
                row.insert(txn).await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    Ok((token, expires))
}

/// The person whose session this is, while it lasts and the account is open.
pub async fn person_of(services: &Services, token: &str) -> Result<Option<Person>, Failure> {
    let held = session::Entity::find()
        .filter(session::Column::TokenHash.eq(secrets::hash(token)))
        .one(services.db.read())
        .await?;
    let Some(held) = held.filter(|held| held.expires_at > services.clock.now()) else { return Ok(None) };
    let person = accounts::by_id(services, held.person_id).await?;
    Ok(Some(person).filter(|person| !person.disabled))
}

/// Ends a session. Its secret opens nothing from now on.
pub async fn sign_out(services: &Services, token: &str) -> Result<(), Failure> {
    let hash = secrets::hash(token);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                session::Entity::delete_many().filter(session::Column::TokenHash.eq(hash)).exec(txn).await?;
                Ok(())
            })
        })
        .await
}
