//! Sessions: rows, whose secrets are kept only as hashes. The secret changes whenever someone proves who they are.

use chrono::{DateTime, TimeDelta, Utc};
use domain::audit::Act;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait,
    IntoActiveModel, QueryFilter,
};
use uuid::Uuid;

use super::accounts::{self, Person};
use crate::audit::{Entry, Recorder};
use crate::store::StoreResult;
use crate::store::entities::session;
use crate::{Failure, Services, secrets};

/// How long a session lasts: one long working day.
pub const SESSION_HOURS: i64 = 12;

/// For how long it counts that someone has proved who they are, before something that could lock them out.
pub const CONFIRMED_MINUTES: i64 = 10;

/// A session that lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: Uuid,
    /// When whoever holds it last proved to be the person.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// The provider by which they signed in, where it was one.
    pub provider: Option<String>,
}

impl Session {
    /// Whether whoever holds it has proved just now to be the person.
    pub fn confirmed(&self, now: DateTime<Utc>) -> bool {
        self.confirmed_at.is_some_and(|at| now - at < TimeDelta::minutes(CONFIRMED_MINUTES))
    }
}

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
}

/// A session that is about to begin: its secret, and the row to be written with what else happens.
pub struct Begun {
    pub secret: String,
    row: session::ActiveModel,
    recorder: Recorder,
    entry: Entry,
    before: Option<String>,
    now: DateTime<Utc>,
}

impl Begun {
    /// Draws the secret.
    pub fn new(services: &Services, opening: Opening) -> Self {
        let (secret, now) = (services.clock.secret(), services.clock.now());
        let entry = signed_in(&opening);
        // Whoever signs in was nobody a moment ago.
        let recorder = services.recorder().for_person(opening.person);
        let row = session::ActiveModel {
            id: Set(services.clock.id()),
            person_id: Set(opening.person),
            token_hash: Set(secrets::hash(&secret)),
            created_at: Set(now),
            expires_at: Set(now + TimeDelta::hours(SESSION_HOURS)),
            confirmed_at: Set(opening.confirmed_at),
            provider: Set(opening.provider),
            id_token: Set(opening.id_token),
        };
        Self { secret, row, recorder, entry, before: opening.before.as_deref().map(secrets::hash), now }
    }

    /// Writes the session, sweeps away the one before it and those that are over, and puts it on record. Call it last.
    pub async fn write(self, txn: &impl ConnectionTrait) -> StoreResult<()> {
        let over = Condition::any()
            .add(session::Column::ExpiresAt.lte(self.now))
            .add_option(self.before.map(|before| session::Column::TokenHash.eq(before)));
        session::Entity::delete_many().filter(over).exec(txn).await?;
        self.row.insert(txn).await?;
        self.recorder.record(txn, self.entry).await?;
        Ok(())
    }
}

fn signed_in(opening: &Opening) -> Entry {
    match &opening.provider {
        None => Entry::of_person(Act::SignedIn, opening.person),
        Some(id) => Entry::of_person(Act::SignedInByProvider, opening.person).with("provider", id.as_str()),
    }
}

/// Opens a session and gives its secret.
pub async fn open(services: &Services, opening: Opening) -> Result<String, Failure> {
    let begun = Begun::new(services, opening);
    let secret = begun.secret.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                begun.write(txn).await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    Ok(secret)
}

/// Whose session this is, while it lasts and the account is open.
pub async fn find(services: &Services, secret: &str) -> Result<Option<(Person, Session)>, Failure> {
    let held = session::Entity::find()
        .filter(session::Column::TokenHash.eq(secrets::hash(secret)))
        .one(services.db.read())
        .await?;
    let Some(held) = held.filter(|held| held.expires_at > services.clock.now()) else { return Ok(None) };
    let person = accounts::by_id(services, held.person_id).await?;
    let session = Session { id: held.id, confirmed_at: held.confirmed_at, provider: held.provider };
    Ok(Some((person, session)).filter(|(person, _)| !person.disabled))
}

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
