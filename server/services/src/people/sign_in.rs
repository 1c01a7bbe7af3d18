//! Signing in with an e-mail address and a password.

use chrono::TimeDelta;
use domain::audit::Act;
use domain::forms::Problem;
use domain::people::SignIn;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::Person;
use super::password;
use super::sessions::{Begun, Opened, Opening};
use crate::audit::Entry;
use crate::store::entities::{person, sign_in_failure};
use crate::{Failure, Services, secrets};

/// How many failures are free before the slow-down begins.
const FREE_FAILURES: u64 = 5;

/// The window in which failures are counted, in minutes.
pub(crate) const WINDOW_MINUTES: i64 = 15;

/// Signs a person in and gives the new session. Any session whose secret is handed in ends: the one after
/// sign-in is never the one before it.
pub async fn sign_in(services: &Services, typed: SignIn, before: Option<String>) -> Result<Opened, Failure> {
    let subject = secrets::hash(&typed.email);
    let wrong = || Problem::new("email", "error-sign-in-wrong");
    if slowed(services, &subject).await? {
        return Err(Problem::new("email", "error-sign-in-slow").with("minutes", WINDOW_MINUTES).into());
    }
    let row =
        person::Entity::find().filter(person::Column::Email.eq(&typed.email)).one(services.db.read()).await?;
    let known = row.as_ref().map(|row| row.id);
    let hash = row.as_ref().filter(|row| row.disabled_at.is_none()).and_then(|row| row.password_hash.clone());
    let right = password::verify(typed.password, hash).await?;
    let Some(row) = row.filter(|_| right) else {
        let entry = known.map_or_else(
            || Entry::of_portal(Act::SignInFailed),
            |person| Entry::of_person(Act::SignInFailed, person),
        );
        fail(services, subject, entry).await?;
        return Err(wrong().into());
    };
    let confirmed_at = Some(services.clock.now());
    let opening = Opening { person: row.id, before, confirmed_at, ..Opening::default() };
    let begun = Begun::new(services, opening);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mine = sign_in_failure::Column::SubjectHash.eq(subject);
                sign_in_failure::Entity::delete_many().filter(mine).exec(txn).await?;
                Ok(begun.write(txn).await?)
            })
        })
        .await
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
    let row = failure(services, subject);
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

/// Whether this is the person's password. Failures slow the next tries down, as at signing in.
pub async fn check_password(services: &Services, person: &Person, password: String) -> Result<(), Failure> {
    let subject = secrets::hash(&person.email);
    if slowed(services, &subject).await? {
        return Err(Problem::new("password", "error-sign-in-slow").with("minutes", WINDOW_MINUTES).into());
    }
    let row = person::Entity::find_by_id(person.id).one(services.db.read()).await?;
    let hash = row.and_then(|row| row.password_hash);
    if password::verify(password, hash).await? {
        return Ok(());
    }
    fail(services, subject, Entry::of_person(Act::ConfirmationFailed, person.id)).await?;
    Err(Problem::new("password", "error-password-wrong").into())
}

fn failure(services: &Services, subject: String) -> sign_in_failure::ActiveModel {
    sign_in_failure::ActiveModel {
        id: Set(services.clock.id()),
        subject_hash: Set(subject),
        at: Set(services.clock.now()),
    }
}

/// Notes a failure of this subject, and puts it on record.
pub(super) async fn fail(services: &Services, subject: String, entry: Entry) -> Result<(), Failure> {
    let (row, recorder) = (failure(services, subject), services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                row.insert(txn).await?;
                recorder.record(txn, entry).await?;
                Ok(())
            })
        })
        .await
}
