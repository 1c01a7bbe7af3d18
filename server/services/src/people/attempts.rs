//! Sign-ins that are under way at a provider. Each is begun in one browser and can be finished once, in that browser.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::store::StoreError;
use crate::store::entities::sign_in_attempt as attempt;
use crate::{Failure, Services, secrets};

/// How long someone may take at the provider: time to find a telephone for the second factor, or to ask for a new one.
pub const ATTEMPT_MINUTES: i64 = 20;

/// What someone goes to a provider for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    SignIn,
    /// To connect what the provider knows them by to this person.
    Connect(Uuid),
    /// To accept this invitation.
    Accept(Uuid),
}

impl Purpose {
    /// How it is stored, and how the audit calls it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Connect(_) => "connect",
            Self::Accept(_) => "accept",
        }
    }

    const fn subject(self) -> Option<Uuid> {
        match self {
            Self::SignIn => None,
            Self::Connect(id) | Self::Accept(id) => Some(id),
        }
    }

    fn read(row: &attempt::Model) -> Result<Self, StoreError> {
        match (row.purpose.as_str(), row.subject_id) {
            ("sign-in", None) => Ok(Self::SignIn),
            ("connect", Some(id)) => Ok(Self::Connect(id)),
            ("accept", Some(id)) => Ok(Self::Accept(id)),
            _ => Err(StoreError::corrupt("the purpose of a sign-in", &row.purpose)),
        }
    }
}

/// A sign-in that is about to be begun.
#[derive(Clone, Debug)]
pub struct Plan {
    pub provider: String,
    pub purpose: Purpose,
    /// Where to go afterwards: a page of this portal.
    pub place: String,
    pub language: String,
    /// Whether the person must show the provider again who they are.
    pub afresh: bool,
}

/// A sign-in that someone has come back with.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub plan: Plan,
    pub nonce: String,
    pub verifier: String,
    pub begun_at: DateTime<Utc>,
}

/// Notes that a sign-in is under way in the browser that holds this secret, and gives the state by which it will be
/// known again.
pub async fn begin(services: &Services, plan: &Plan, browser: &str) -> Result<(String, Attempt), Failure> {
    let clock = &services.clock;
    let (state, now) = (clock.secret(), clock.now());
    let attempt =
        Attempt { plan: plan.clone(), nonce: clock.secret(), verifier: clock.secret(), begun_at: now };
    let row = attempt::ActiveModel {
        id: Set(clock.id()),
        state_hash: Set(secrets::hash(&state)),
        browser_hash: Set(secrets::hash(browser)),
        provider: Set(plan.provider.clone()),
        purpose: Set(plan.purpose.name().to_owned()),
        subject_id: Set(plan.purpose.subject()),
        nonce: Set(attempt.nonce.clone()),
        verifier: Set(attempt.verifier.clone()),
        language: Set(plan.language.clone()),
        place: Set(plan.place.clone()),
        afresh: Set(plan.afresh),
        begun_at: Set(now),
        expires_at: Set(now + TimeDelta::minutes(ATTEMPT_MINUTES)),
    };
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                attempt::Entity::delete_many().filter(attempt::Column::ExpiresAt.lte(now)).exec(txn).await?;
                row.insert(txn).await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    Ok((state, attempt))
}

/// The sign-in of this state, where this browser began it at this provider a short while ago. It is taken away: nobody
/// comes back with it twice.
pub async fn take(
    services: &Services,
    provider: &str,
    state: &str,
    browser: &str,
) -> Result<Option<Attempt>, Failure> {
    let now = services.clock.now();
    let (state, browser) = (secrets::hash(state), secrets::hash(browser));
    let provider = provider.to_owned();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = attempt::Entity::find()
                    .filter(attempt::Column::StateHash.eq(state))
                    .filter(attempt::Column::BrowserHash.eq(browser))
                    .filter(attempt::Column::Provider.eq(provider))
                    .filter(attempt::Column::ExpiresAt.gt(now))
                    .one(txn)
                    .await?;
                let Some(row) = row else { return Ok(None) };
                // Two that come back at the same moment: the one that deletes the row is the first.
                let taken = attempt::Entity::delete_by_id(row.id).exec(txn).await?;
                if taken.rows_affected == 0 {
                    return Ok(None);
                }
                let purpose = Purpose::read(&row)?;
                let plan = Plan {
                    provider: row.provider,
                    purpose,
                    place: row.place,
                    language: row.language,
                    afresh: row.afresh,
                };
                Ok(Some(Attempt { plan, nonce: row.nonce, verifier: row.verifier, begun_at: row.begun_at }))
            })
        })
        .await
}
