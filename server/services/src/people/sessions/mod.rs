//! Sessions: rows, whose secrets are kept only as hashes. The secret changes whenever someone proves who they are. They are
//! opened ([`open`]), seen by the person in the list of where they are signed in ([`places`]), and changed and ended
//! ([`change`]).

mod change;
mod known;
mod open;
mod places;

use chrono::{DateTime, TimeDelta, Utc};
use domain::people::Factor;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::accounts::Person;
use crate::store::entities::session;
use crate::{Failure, Services};

pub(super) use change::{by_secret, keep_one, make_wait, whole};
pub use change::{confirm, end};
pub(super) use open::end_of_whole;
pub use open::{Begun, Opened, Opening, open};
pub use places::{Place, Which, end_of, of};

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

/// Whose session this is, while it lasts and the account is open.
pub async fn find(services: &Services, secret: &str) -> Result<Option<(Person, Session)>, Failure> {
    let now = services.clock.now();
    let known = known::known(services, secret).await?;
    let Some((held, person)) = known.filter(|(held, _)| lasts(held, now)) else { return Ok(None) };
    note_use(services, &held, now).await?;
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
