//! By which identities of providers a person is known.

use chrono::{DateTime, Utc};
use domain::audit::Act;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::providers::Proven;
use crate::audit::Entry;
use crate::store::StoreResult;
use crate::store::entities::{identity, person};
use crate::{Clock, Failure, Services};

/// A way in by a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    pub id: Uuid,
    /// The provider's id in the settings. It may have been taken out of them since.
    pub provider: String,
    /// What the person knows the account there by.
    pub label: String,
    pub linked_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
}

/// Every way in by a provider that a person has, oldest first.
pub async fn of(services: &Services, person: Uuid) -> Result<Vec<Identity>, Failure> {
    let rows = identity::Entity::find()
        .filter(identity::Column::PersonId.eq(person))
        .order_by_asc(identity::Column::LinkedAt)
        .order_by_asc(identity::Column::Id)
        .all(services.db.read())
        .await?;
    let identity = |row: identity::Model| Identity {
        id: row.id,
        provider: row.provider,
        label: row.label,
        linked_at: row.linked_at,
        used_at: row.used_at,
    };
    Ok(rows.into_iter().map(identity).collect())
}

/// The person who is known by this identity.
pub async fn person_known(read: &impl ConnectionTrait, proven: &Proven) -> StoreResult<Option<Uuid>> {
    let row = identity::Entity::find()
        .filter(identity::Column::Issuer.eq(&proven.issuer))
        .filter(identity::Column::Subject.eq(&proven.subject))
        .one(read)
        .await?;
    Ok(row.map(|row| row.person_id))
}

/// Notes that an identity was used, and what the person knows it by today. Gives whether it still is theirs.
pub async fn used(
    txn: &impl ConnectionTrait,
    person: Uuid,
    proven: &Proven,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let used = identity::Entity::update_many()
        .col_expr(identity::Column::UsedAt, Expr::value(now))
        .col_expr(identity::Column::Label, Expr::value(&proven.label))
        .filter(identity::Column::Issuer.eq(&proven.issuer))
        .filter(identity::Column::Subject.eq(&proven.subject))
        .filter(identity::Column::PersonId.eq(person))
        .exec(txn)
        .await?;
    Ok(used.rows_affected > 0)
}

/// Whether a person is known by an identity now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    /// They are, from now on.
    Made,
    /// They were before.
    Known,
    /// They are not: someone else is.
    Elsewhere,
}

/// An identity that was connected, on its way into the audit.
pub(super) fn connected(person: Uuid, provider: &str) -> Entry {
    Entry::of_person(Act::IdentityConnected, person).with("provider", provider)
}

/// Makes a person known by an identity, unless it is someone else's.
pub async fn connect(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    provider: &str,
    proven: &Proven,
) -> StoreResult<Connection> {
    if let Some(known) = person_known(txn, proven).await? {
        return Ok(if known == person { Connection::Known } else { Connection::Elsewhere });
    }
    let row = identity::ActiveModel {
        id: Set(clock.id()),
        person_id: Set(person),
        provider: Set(provider.to_owned()),
        issuer: Set(proven.issuer.clone()),
        subject: Set(proven.subject.clone()),
        label: Set(proven.label.clone()),
        linked_at: Set(clock.now()),
        used_at: Set(None),
    };
    row.insert(txn).await?;
    Ok(Connection::Made)
}

/// Takes a way in from a person, unless it is their last.
pub async fn disconnect(services: &Services, person: Uuid, id: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mine = identity::Column::PersonId.eq(person);
                let ways = identity::Entity::find().filter(mine.clone()).count(txn).await?;
                let row = person::Entity::find_by_id(person).one(txn).await?;
                let password = row.is_some_and(|row| row.password_hash.is_some());
                if ways < 2 && !password {
                    return Err(Failure::Refused("error-identity-last"));
                }
                let gone = identity::Entity::find_by_id(id).filter(mine).one(txn).await?;
                let gone = gone.ok_or(Failure::NotFound("identity"))?;
                if identity::Entity::delete_by_id(gone.id).exec(txn).await?.rows_affected == 0 {
                    return Err(Failure::NotFound("identity"));
                }
                let entry = Entry::of_person(Act::IdentityDisconnected, person);
                recorder.record(txn, entry.with("provider", gone.provider)).await?;
                Ok(())
            })
        })
        .await
}
