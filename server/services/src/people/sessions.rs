//! Sessions: rows, whose secrets are kept only as hashes. The secret changes whenever someone proves who they are.

use chrono::{DateTime, TimeDelta, Utc};
use domain::audit::Act;
use domain::people::Factor;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait,
    IntoActiveModel, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use super::accounts::{self, Person};
use super::factors;
use crate::audit::{Entry, Recorder};
use crate::store::StoreResult;
use crate::store::entities::{person, session};
use crate::{Failure, Services, secrets};

/// How long a session lasts: one long working day.
pub const SESSION_HOURS: i64 = 12;

/// After how long without a request a session ends: a long meeting is shorter.
pub const IDLE_HOURS: i64 = 3;

/// How long a session waits for the second step: time to find a telephone, or the paper with the recovery codes.
pub const WAIT_MINUTES: i64 = 20;

/// How often it is noted that a session is in use. More often would be a write for each page.
const NOTED_MINUTES: i64 = 5;

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
    /// Whether it waits for the second step, and opens nothing until then.
    pub waits: bool,
    /// By what the second step was taken.
    pub second_factor: Option<Factor>,
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
        session::Entity::delete_many().filter(over).exec(txn).await?;
        // Whoever sets up a second step at this moment does it before or after.
        person::Entity::find_by_id(opening.person).lock_shared().one(txn).await?;
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
pub(super) fn end_of_whole(began_at: DateTime<Utc>) -> DateTime<Utc> {
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

/// Whose session this is, while it lasts and the account is open.
pub async fn find(services: &Services, secret: &str) -> Result<Option<(Person, Session)>, Failure> {
    let held = session::Entity::find()
        .filter(session::Column::TokenHash.eq(secrets::hash(secret)))
        .one(services.db.read())
        .await?;
    let now = services.clock.now();
    let Some(held) = held.filter(|held| lasts(held, now)) else { return Ok(None) };
    note_use(services, &held, now).await?;
    let person = accounts::by_id(services, held.person_id).await?;
    let session = Session {
        id: held.id,
        confirmed_at: held.confirmed_at,
        provider: held.provider,
        waits: held.waits.unwrap_or_default(),
        second_factor: held.second_factor.as_deref().and_then(Factor::parse),
    };
    Ok(Some((person, session)).filter(|(person, _)| !person.disabled))
}

/// Whether a session is neither over nor forgotten.
fn lasts(held: &session::Model, now: DateTime<Utc>) -> bool {
    held.expires_at > now && last_used(held) > now - TimeDelta::hours(IDLE_HOURS)
}

/// Sessions from before it was noted count from their beginning.
fn last_used(held: &session::Model) -> DateTime<Utc> {
    held.used_at.unwrap_or(held.created_at)
}

/// Notes now and then that a session is in use.
async fn note_use(services: &Services, held: &session::Model, now: DateTime<Utc>) -> Result<(), Failure> {
    if now - last_used(held) < TimeDelta::minutes(NOTED_MINUTES) {
        return Ok(());
    }
    let used = session::Entity::update_many()
        .col_expr(session::Column::UsedAt, Expr::value(now))
        .filter(session::Column::Id.eq(held.id));
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                used.exec(txn).await?;
                Ok(())
            })
        })
        .await
}

/// A session of a person, as they see it in the list of where they are signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub id: Uuid,
    pub began_at: DateTime<Utc>,
    /// To within five minutes.
    pub used_at: DateTime<Utc>,
    /// The provider by which they signed in, where it was one.
    pub provider: Option<String>,
    /// Whether it waits for the second step.
    pub waits: bool,
}

/// Where a person is signed in, the last used first.
pub async fn of(services: &Services, person: Uuid) -> Result<Vec<Place>, Failure> {
    let now = services.clock.now();
    let rows =
        session::Entity::find().filter(session::Column::PersonId.eq(person)).all(services.db.read()).await?;
    let place = |held: session::Model| Place {
        id: held.id,
        began_at: held.created_at,
        used_at: last_used(&held),
        provider: held.provider,
        waits: held.waits.unwrap_or_default(),
    };
    let mut places: Vec<_> = rows.into_iter().filter(|held| lasts(held, now)).map(place).collect();
    places.sort_by_key(|place| std::cmp::Reverse(place.used_at));
    Ok(places)
}

/// Ends one session of a person, or all but the one that they hold. Gives how many they were.
pub async fn end_of(services: &Services, person: Uuid, which: Which) -> Result<u64, Failure> {
    let mine =
        session::Entity::delete_many().filter(session::Column::PersonId.eq(person)).filter(match which {
            Which::One(id) => session::Column::Id.eq(id),
            Which::AllBut(id) => session::Column::Id.ne(id),
        });
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let count = mine.exec(txn).await?.rows_affected;
                if count > 0 {
                    let entry = Entry::of_person(Act::SignedOutElsewhere, person).with("count", count);
                    recorder.record(txn, entry).await?;
                }
                Ok(count)
            })
        })
        .await
}

/// Which sessions of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    One(Uuid),
    AllBut(Uuid),
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

/// Ends every session of a person but the one that they hold, and gives that one a new secret, by its hash: what opens
/// the account has changed.
pub(super) async fn keep_one(
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

/// Fails where a session is gone, or was made to wait for the second step.
pub(super) async fn whole(txn: &impl ConnectionTrait, id: Uuid) -> Result<(), Failure> {
    let held = session::Entity::find_by_id(id).one(txn).await?;
    held.filter(|held| held.waits != Some(true)).map(|_| ()).ok_or(Failure::NotFound("session"))
}

/// Makes every session of a person wait for the second step but the one that they hold, as long as one that begins now.
pub(super) async fn make_wait(
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
