//! Adding a passkey to one's account.

use domain::audit::Act;
use domain::forms::Problem;
use domain::people::{Factor, PasskeyForm, RecoveryCode};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use webauthn_rs::prelude::{CredentialID, PasskeyRegistration, RegisterPublicKeyCredential};
use webauthn_rs_proto::{AuthenticatorSelectionCriteria, ResidentKeyRequirement};

use super::{RelyingParty, key_of, request};
use crate::audit::Entry;
use crate::people::factors::step;
use crate::people::{Person, factors};
use crate::store::entities::passkey;
use crate::{Failure, Services, secrets};

/// What is needed to check the answer of a browser that makes a key.
#[derive(Serialize, Deserialize)]
struct Adding {
    person: Uuid,
    state: PasskeyRegistration,
}

/// Asks the browser to make a key that it can find again by itself. Gives the secret by which what is asked is found.
pub async fn begin(services: &Services, party: &RelyingParty, to: &Person) -> Result<String, Failure> {
    let mine = passkey::Entity::find().filter(passkey::Column::PersonId.eq(to.id));
    let rows = mine.all(services.db.read()).await?;
    let held: Vec<CredentialID> = rows
        .iter()
        .filter_map(|row| serde_json::from_str::<webauthn_rs::prelude::Passkey>(&row.credential).ok())
        .map(|key| key.cred_id().clone())
        .collect();
    let (mut options, state) = party
        .0
        .start_passkey_registration(to.id, &to.email, &to.name, Some(held))
        .map_err(|error| Failure::File(error.to_string()))?;
    let choice = options.public_key.authenticator_selection.take();
    options.public_key.authenticator_selection = choice.map(|choice| AuthenticatorSelectionCriteria {
        resident_key: Some(ResidentKeyRequirement::Required),
        require_resident_key: true,
        ..choice
    });
    request::begin(services, &options, &Adding { person: to.id, state }).await
}

/// What came of adding a key.
pub struct Added {
    /// The new secret of the session, which counts as opened with two steps.
    pub secret: String,
    /// The recovery codes, where the key is the first that the person has for the second step.
    pub codes: Option<Vec<RecoveryCode>>,
}

/// Adds the key that the browser has made. Whoever is signed in as the person elsewhere with one step must take the second
/// there, or sign in anew.
pub async fn finish(
    services: &Services,
    party: &RelyingParty,
    to: (Uuid, Uuid),
    asked: &str,
    typed: PasskeyForm,
) -> Result<Added, Failure> {
    let (person, here) = to;
    let refused = || Failure::from(Problem::new("answer", "error-passkey-add"));
    let adding: Option<Adding> = request::take(services, asked).await?;
    let adding = adding.filter(|adding| adding.person == person).ok_or_else(refused)?;
    let answer: RegisterPublicKeyCredential = serde_json::from_str(&typed.answer).map_err(|_| refused())?;
    let key = party.0.finish_passkey_registration(&answer, &adding.state).map_err(|_| refused())?;
    let (clock, secret) = (&services.clock, services.clock.secret());
    let row = passkey::ActiveModel {
        id: Set(clock.id()),
        person_id: Set(person),
        name: Set(typed.name),
        credential_id: Set(key_of(key.cred_id().as_ref())),
        credential: Set(request::text(&key)?),
        added_at: Set(clock.now()),
        used_at: Set(None),
    };
    let (hash, recorder) = (secrets::hash(&secret), services.recorder());
    let codes = services
        .db
        .write(move |txn| {
            Box::pin(async move {
                factors::hold(txn, person, here).await?;
                let first = !factors::any(txn, person).await?;
                passkey::Entity::insert(row).exec_without_returning(txn).await?;
                recorder.record(txn, Entry::of_person(Act::PasskeyAdded, person)).await?;
                step::taken(txn, here, Factor::Passkey, hash).await?;
                if !first {
                    return Ok::<_, Failure>(None);
                }
                factors::begin_with_two(txn, &recorder, person, here).await.map(Some)
            })
        })
        .await?;
    Ok(Added { secret, codes })
}
