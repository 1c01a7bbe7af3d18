//! The order in which responses came, and the ways along it.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use uuid::Uuid;

use super::sql;
use crate::{Failure, Services, StoreError};

/// A response's place in the order: when it came and, where others came at the same instant, its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub(super) struct Spot {
    pub submitted_at: DateTime<Utc>,
    pub id: Uuid,
}

#[derive(FromQueryResult)]
struct Found {
    reference: String,
}

/// Which way to go from a spot.
#[derive(Clone, Copy)]
pub(super) enum Way {
    Earlier,
    Later,
}

impl Way {
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Earlier => ("<", "DESC"),
            Self::Later => (">", "ASC"),
        }
    }
}

/// The reference of the response next to this spot.
pub(super) async fn beside(
    read: &impl ConnectionTrait,
    call: Uuid,
    spot: Spot,
    way: Way,
) -> Result<Option<String>, StoreError> {
    let (side, order) = way.words();
    let sql = format!(
        "SELECT r.reference FROM response r WHERE r.call_id = $1 AND r.withdrawn_at IS NULL \
         AND (r.submitted_at, r.id) {side} ($2, $3) \
         ORDER BY r.submitted_at {order}, r.id {order} LIMIT 1"
    );
    first(read, &sql, [call.into(), spot.submitted_at.into(), spot.id.into()]).await
}

/// How many responses came before this spot.
pub(super) async fn before(read: &impl ConnectionTrait, call: Uuid, spot: Spot) -> Result<u64, StoreError> {
    let sql = "SELECT COUNT(*) AS n FROM response r \
               WHERE r.call_id = $1 AND r.withdrawn_at IS NULL AND (r.submitted_at, r.id) < ($2, $3)";
    sql::count(read, sql, [call.into(), spot.submitted_at.into(), spot.id.into()]).await
}

/// The next response, after the one with this reference, that this person has not marked as read. After the last it
/// goes on with the first; with no reference, or an unknown one, it begins there. Nothing where all others are read.
pub async fn next_unread(
    services: &Services,
    call: Uuid,
    person: Uuid,
    after_reference: Option<&str>,
) -> Result<Option<String>, Failure> {
    let read = services.db.read();
    let spot = match after_reference {
        Some(reference) => spot(read, call, reference).await?,
        None => None,
    };
    let unread = "FROM response r WHERE r.call_id = $1 AND r.withdrawn_at IS NULL AND NOT EXISTS \
                  (SELECT 1 FROM reading d WHERE d.response_id = r.id AND d.person_id = $2)";
    let order = "ORDER BY r.submitted_at, r.id LIMIT 1";
    let Some(spot) = spot else {
        let sql = format!("SELECT r.reference {unread} {order}");
        return Ok(first(read, &sql, [call.into(), person.into()]).await?);
    };
    for side in [">", "<"] {
        let sql = format!("SELECT r.reference {unread} AND (r.submitted_at, r.id) {side} ($3, $4) {order}");
        let values = [call.into(), person.into(), spot.submitted_at.into(), spot.id.into()];
        let found = first(read, &sql, values).await?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

async fn spot(read: &impl ConnectionTrait, call: Uuid, reference: &str) -> Result<Option<Spot>, StoreError> {
    let sql = "SELECT r.submitted_at, r.id FROM response r WHERE r.call_id = $1 AND r.reference = $2";
    let found = sql::rows::<Spot>(read, sql, [call.into(), reference.into()]).await?;
    Ok(found.into_iter().next())
}

async fn first(
    read: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Option<String>, StoreError> {
    let found = sql::rows::<Found>(read, sql, values).await?;
    Ok(found.into_iter().next().map(|row| row.reference))
}
