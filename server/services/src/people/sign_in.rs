//! Signing in with an e-mail address and a password.

use domain::audit::Act;
use domain::forms::Problem;
use domain::people::SignIn;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::sessions::{Begun, Opened, Opening};
use super::{Person, pace, password};
use crate::audit::Entry;
use crate::store::entities::person;
use crate::{Failure, Services, secrets};

/// Signs a person in and gives the new session. Any session whose secret is handed in ends: the one after
/// sign-in is never the one before it.
pub async fn sign_in(services: &Services, typed: SignIn, before: Option<String>) -> Result<Opened, Failure> {
    let subject = secrets::hash(&typed.email);
    pace::count(services, &subject, "email", "error-sign-in-slow").await?;
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
        record(services, entry).await?;
        return Err(Problem::new("email", "error-sign-in-wrong").into());
    };
    let confirmed_at = Some(services.clock.now());
    let opening = Opening { person: row.id, before, confirmed_at, ..Opening::default() };
    let begun = Begun::new(&services.recorder(), opening);
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                // The password that was right a moment ago may have been changed or taken away while it was checked.
                let held = person::Entity::find_by_id(row.id).lock_shared().one(txn).await?;
                let same = |held: &person::Model| {
                    held.password_hash == row.password_hash && held.disabled_at.is_none()
                };
                if !held.as_ref().is_some_and(same) {
                    return Err(Problem::new("email", "error-sign-in-wrong").into());
                }
                pace::forget(txn, &subject).await?;
                Ok::<_, Failure>(begun.write(txn).await?)
            })
        })
        .await
}

/// Whether this is the person's password. Wrong ones slow the next tries down, as at signing in.
pub async fn check_password(services: &Services, person: &Person, password: String) -> Result<(), Failure> {
    let subject = secrets::hash(&person.email);
    pace::count(services, &subject, "password", "error-sign-in-slow").await?;
    let row = person::Entity::find_by_id(person.id).one(services.db.read()).await?;
    let hash = row.and_then(|row| row.password_hash);
    if password::verify(password, hash).await? {
        return pace::forgive(services, subject).await;
    }
    record(services, Entry::of_person(Act::ConfirmationFailed, person.id)).await?;
    Err(Problem::new("password", "error-password-wrong").into())
}

/// Puts one thing on record by itself.
pub(super) async fn record(services: &Services, entry: Entry) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                recorder.record(txn, entry).await?;
                Ok(())
            })
        })
        .await
}
