//! Opening a session.

use chrono::{DateTime, TimeDelta, Utc};
use domain::audit::Act;
use domain::people::Factor;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter,
    QuerySelect,
};
use uuid::Uuid;

use super::{IDLE_HOURS, SESSION_HOURS, WAIT_MINUTES};
use crate::audit::{Entry, Recorder};
use crate::people::factors;
use crate::store::StoreResult;
use crate::store::entities::{person, session};
use crate::{Failure, Services, secrets};

/// What a new session is made of.
#[derive(Clone, Default)]
pub struct Opening {
    pub person: Uuid,
    /// The secret that the browser held before. Its session ends: the one after sign-in is never the one before it.
    pub before: Option<String>,
    pub confirmed_at: Option<DateTime<Utc>>,
    /// The provider by which the person signed in, and the token that it gave.
    pub provider: Option<String>,
    pub id_token: Option<String>,
    /// By what the second step was taken with the first: by what the provider has asked for, or a passkey.
    pub second_factor: Option<Factor>,
    /// Whether the person came by the link of a letter.
    pub by_link: bool,
}

/// A session that has begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    pub person: Uuid,
    pub secret: String,
    /// Whether it waits for the second step.
    pub waits: bool,
}

/// A session that is about to begin, to be written with what else happens.
#[derive(Clone)]
pub struct Begun {
    secret: String,
    id: Uuid,
    recorder: Recorder,
    opening: Opening,
}

impl Begun {
    /// Draws the secret.
    pub fn new(recorder: &Recorder, opening: Opening) -> Self {
        // Whoever signs in was nobody a moment ago.
        let recorder = recorder.for_person(opening.person);
        Self { secret: recorder.clock.secret(), id: recorder.clock.id(), recorder, opening }
    }

    /// Writes the session, sweeps away the one before it and those that are over, and puts it on record. Call it last.
    /// Where the person has a second factor and has not used one yet, the session waits for it.
    pub async fn write(self, txn: &impl ConnectionTrait) -> StoreResult<Opened> {
        let Self { secret, id, recorder, opening } = self;
        let now = recorder.clock.now();
        let over = Condition::any()
            .add(session::Column::ExpiresAt.lte(now))
            .add(session::Column::UsedAt.lte(now - TimeDelta::hours(IDLE_HOURS)))
            .add_option(
                opening.before.as_deref().map(|before| session::Column::TokenHash.eq(secrets::hash(before))),
            );
        // Whoever sets up a second step at this moment does it before or after. The person comes before their sessions, as
        // wherever both are held.
        person::Entity::find_by_id(opening.person).lock_shared().one(txn).await?;
        session::Entity::delete_many().filter(over).exec(txn).await?;
        let waits = opening.second_factor.is_none() && factors::any(txn, opening.person).await?;
        let entry = if waits { sign_in_begun(&opening) } else { signed_in(&opening) };
        let person = opening.person;
        let row = session::ActiveModel {
            id: Set(id),
            person_id: Set(person),
            token_hash: Set(secrets::hash(&secret)),
            created_at: Set(now),
            expires_at: Set(if waits { now + TimeDelta::minutes(WAIT_MINUTES) } else { end_of_whole(now) }),
            confirmed_at: Set(opening.confirmed_at),
            provider: Set(opening.provider),
            id_token: Set(opening.id_token),
            used_at: Set(Some(now)),
            waits: Set(Some(waits)),
            second_factor: Set(opening.second_factor.map(|factor| factor.to_string())),
        };
        row.insert(txn).await?;
        recorder.record(txn, entry).await?;
        Ok(Opened { person, secret, waits })
    }
}

/// When a session that began at an instant ends at the latest.
pub(in crate::people) fn end_of_whole(began_at: DateTime<Utc>) -> DateTime<Utc> {
    began_at + TimeDelta::hours(SESSION_HOURS)
}

fn signed_in(opening: &Opening) -> Entry {
    match &opening.provider {
        None if opening.second_factor == Some(Factor::Passkey) => {
            Entry::of_person(Act::SignedInWithPasskey, opening.person)
        }
        None if opening.by_link => Entry::of_person(Act::SignedInByLink, opening.person),
        None => Entry::of_person(Act::SignedIn, opening.person),
        Some(id) => Entry::of_person(Act::SignedInByProvider, opening.person).with("provider", id.as_str()),
    }
}

fn sign_in_begun(opening: &Opening) -> Entry {
    Entry::of_person(Act::SignInBegun, opening.person)
}

/// Opens a session.
pub async fn open(services: &Services, opening: Opening) -> Result<Opened, Failure> {
    let begun = Begun::new(&services.recorder(), opening);
    services.db.write(move |txn| Box::pin(async move { Ok(begun.write(txn).await?) })).await
}
