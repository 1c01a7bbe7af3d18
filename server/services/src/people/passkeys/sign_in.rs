//! Signing in with a passkey: alone, or as the second step of a session that waits for it.

use chrono::{DateTime, Utc};
use domain::audit::Act;
use domain::forms::Problem;
use domain::people::Factor;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;
use webauthn_rs::prelude::{DiscoverableAuthentication, PublicKeyCredential};

use super::{RelyingParty, key_of, request};
use crate::audit::Entry;
use crate::people::accounts;
use crate::people::factors::step;
use crate::people::sessions::{Begun, Opened, Opening, Session};
use crate::store::entities::{passkey, person};
use crate::{Failure, Services, secrets};

/// Asks the browser for a key of this portal. Gives the secret by which what is asked is found.
pub async fn begin(services: &Services, party: &RelyingParty) -> Result<String, Failure> {
    let asked = party.0.start_discoverable_authentication();
    let (mut options, state) = asked.map_err(|error| Failure::File(error.to_string()))?;
    // A button asks, and not the field for the e-mail address.
    options.mediation = None;
    request::begin(services, &options, &state).await
}

/// Whom an answer is from, once it was checked.
#[derive(Clone)]
struct Proven {
    person: Uuid,
    row: Uuid,
    /// The key as it is kept from now on.
    credential: String,
}

/// Checks the answer of a browser. Whatever is wrong with it, it says no more than that.
async fn prove(
    services: &Services,
    party: &RelyingParty,
    asked: &str,
    answer: &str,
) -> Result<Option<Proven>, Failure> {
    let state: Option<DiscoverableAuthentication> = request::take(services, asked).await?;
    let Some((state, answer)) = state.zip(serde_json::from_str::<PublicKeyCredential>(answer).ok()) else {
        return Ok(None);
    };
    let Ok((person, credential)) = party.0.identify_discoverable_authentication(&answer) else {
        return Ok(None);
    };
    let row = passkey::Entity::find()
        .filter(passkey::Column::CredentialId.eq(key_of(credential)))
        .filter(passkey::Column::PersonId.eq(person))
        .one(services.db.read())
        .await?;
    let key = row.and_then(|row| {
        let key: webauthn_rs::prelude::Passkey = serde_json::from_str(&row.credential).ok()?;
        Some((row.id, key))
    });
    let Some((row, mut key)) = key else { return Ok(None) };
    let result = party.0.finish_discoverable_authentication_v2(&answer, state, &key);
    let Ok(result) = result.map_err(|error| tracing::info!(%error, "a passkey was refused")) else {
        return Ok(None);
    };
    // The device has asked for a finger, a face or a PIN: without that it is one step.
    if !result.user_verified() || accounts::by_id(services, person).await?.disabled {
        return Ok(None);
    }
    key.update_credential(&result);
    Ok(Some(Proven { person, row, credential: request::text(&key)? }))
}

fn refused() -> Failure {
    Problem::new("answer", "error-passkey-wrong").into()
}

/// Signs in whoever answered, with a session in place of the one whose secret is handed in.
pub async fn sign_in(
    services: &Services,
    party: &RelyingParty,
    asked: &str,
    answer: &str,
    before: Option<String>,
) -> Result<Opened, Failure> {
    let Some(proven) = prove(services, party, asked, answer).await? else { return Err(refused()) };
    let opening = Opening {
        person: proven.person,
        before,
        confirmed_at: Some(services.clock.now()),
        second_factor: Some(Factor::Passkey),
        ..Opening::default()
    };
    let (begun, now) = (Begun::new(&services.recorder(), opening), services.clock.now());
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                // The person before whatever is theirs, as wherever both are held.
                person::Entity::find_by_id(proven.person).lock_shared().one(txn).await?;
                used(txn, proven, now).await?;
                Ok::<_, Failure>(begun.write(txn).await?)
            })
        })
        .await
}

/// Takes the second step in the session that waits for it, where the answer is the same person's. Gives the session's new
/// secret.
pub async fn take(
    services: &Services,
    party: &RelyingParty,
    asked: &str,
    answer: &str,
    (person, waiting): (Uuid, &Session),
) -> Result<String, Failure> {
    let proven = prove(services, party, asked, answer).await?.filter(|proven| proven.person == person);
    let Some(proven) = proven else { return Err(refused()) };
    let (secret, here, now) = (services.clock.secret(), waiting.id, services.clock.now());
    let (hash, recorder) = (secrets::hash(&secret), services.recorder().for_person(person));
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                used(txn, proven, now).await?;
                step::taken(txn, here, Factor::Passkey, hash).await?;
                recorder.record(txn, Entry::of_person(Act::SignedInWithPasskey, person)).await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    Ok(secret)
}

/// Notes that a key was used, if it is still there.
async fn used(txn: &impl ConnectionTrait, proven: Proven, now: DateTime<Utc>) -> Result<(), Failure> {
    let done = passkey::Entity::update_many()
        .col_expr(passkey::Column::Credential, Expr::value(proven.credential))
        .col_expr(passkey::Column::UsedAt, Expr::value(now))
        .filter(passkey::Column::Id.eq(proven.row))
        .exec(txn)
        .await?;
    if done.rows_affected == 0 { Err(refused()) } else { Ok(()) }
}
