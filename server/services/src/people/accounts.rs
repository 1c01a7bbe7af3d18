//! Accounts and what they are trusted with.

use chrono::{DateTime, Utc};
use domain::audit::Act;
use domain::people::{Actor, Grant, Membership, NewAccount, NewPassword, Role, Scope};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::members::{address, change, membership_of};
use super::{factors, invitations, password, roles, sessions};
use crate::audit::Entry;
use crate::store::entities::{membership, person, role_grant, session};
use crate::{Clock, Failure, Services, secrets};

/// A person with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub disabled: bool,
    /// Whether they can sign in with a password.
    pub password: bool,
    pub grants: Vec<Grant>,
    /// The organisations that they act for.
    pub memberships: Vec<Membership>,
    /// Whether the address was shown to be theirs, and lately enough to count.
    pub email_proven: bool,
}

impl Person {
    /// This person as the policy sees them.
    pub fn actor(&self) -> Actor {
        Actor::Person { id: self.id, grants: self.grants.clone(), memberships: self.memberships.clone() }
    }
}

/// Makes an account with a role.
pub async fn add(services: &Services, account: NewAccount) -> Result<Uuid, Failure> {
    let hash = password::hash(services, account.password).await?;
    let recorder = services.recorder();
    let (name, email, grant) = (account.name, account.email, account.grant);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                invitations::free(txn, &email).await?;
                let id = insert_person(txn, &recorder.clock, name, email, Some(hash)).await?;
                roles::insert(txn, &recorder.clock, id, grant).await?;
                recorder.record(txn, Entry::of_person(Act::AccountAdded, id)).await?;
                recorder.record(txn, roles::entry(Act::RoleGiven, id, grant)).await?;
                Ok(id)
            })
        })
        .await
}

/// Writes a person who is trusted with nothing.
pub(super) async fn insert_person(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    name: String,
    email: String,
    password_hash: Option<String>,
) -> Result<Uuid, Failure> {
    let id = clock.id();
    let row = person::ActiveModel {
        id: Set(id),
        email: Set(email),
        name: Set(name),
        password_hash: Set(password_hash),
        created_at: Set(clock.now()),
        disabled_at: Set(None),
        email_proven_at: Set(None),
    };
    row.insert(txn).await?;
    Ok(id)
}

/// Closes an account: every session of it ends at once, and what it did stays on record.
pub async fn disable(services: &Services, id: Uuid) -> Result<(), Failure> {
    let now = services.clock.now();
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let row =
                    person::Entity::find_by_id(id).one(txn).await?.ok_or(Failure::NotFound("person"))?;
                roles::keep_an_administrator(txn, id).await?;
                let mut row = row.into_active_model();
                row.disabled_at = Set(Some(now));
                row.update(txn).await?;
                session::Entity::delete_many().filter(session::Column::PersonId.eq(id)).exec(txn).await?;
                change::forget(txn, &recorder, id).await?;
                recorder.record(txn, Entry::of_person(Act::AccountClosed, id)).await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}

/// Gives a person a new password, or their first. Their sessions end but this one, which has a new secret from now on.
pub async fn set_password(
    services: &Services,
    id: Uuid,
    here: Uuid,
    password: NewPassword,
) -> Result<String, Failure> {
    let hash = password::hash(services, password.0).await?;
    let secret = services.clock.secret();
    let (token_hash, recorder) = (secrets::hash(&secret), services.recorder());
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                // The session may have ended while the password was hashed.
                factors::hold(txn, id, here).await?;
                person::Entity::update_many()
                    .col_expr(person::Column::PasswordHash, Expr::value(hash))
                    .filter(person::Column::Id.eq(id))
                    .exec(txn)
                    .await?;
                sessions::keep_one(txn, id, here, token_hash).await?;
                recorder.record(txn, Entry::of_person(Act::PasswordSet, id)).await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    Ok(secret)
}

/// Everyone with an account, by name.
pub async fn list(services: &Services) -> Result<Vec<Person>, Failure> {
    let rows = person::Entity::find().order_by_asc(person::Column::Name).all(services.db.read()).await?;
    let grants = role_grant::Entity::find().all(services.db.read()).await?;
    let memberships = membership::Entity::find().all(services.db.read()).await?;
    let now = services.clock.now();
    Ok(rows.into_iter().map(|row| person_of(row, &grants, &memberships, now)).collect())
}

/// Those who run the portal.
pub(super) async fn administrators(services: &Services) -> Result<Vec<Person>, Failure> {
    let everywhere = Grant { role: Role::Administrator, scope: Scope::Platform };
    let mut all = list(services).await?;
    all.retain(|person| !person.disabled && person.grants.contains(&everywhere));
    Ok(all)
}

/// The person who signs in with this address, where there is one whose account is open.
pub async fn by_email(services: &Services, email: &str) -> Result<Option<Person>, Failure> {
    let known = person::Entity::find()
        .filter(person::Column::Email.eq(email.trim().to_lowercase()))
        .filter(person::Column::DisabledAt.is_null())
        .one(services.db.read())
        .await?;
    match known {
        Some(row) => Ok(Some(by_id(services, row.id).await?)),
        None => Ok(None),
    }
}

/// The person with this id.
pub async fn by_id(services: &Services, id: Uuid) -> Result<Person, Failure> {
    let row =
        person::Entity::find_by_id(id).one(services.db.read()).await?.ok_or(Failure::NotFound("person"))?;
    let grants = role_grant::Entity::find()
        .filter(role_grant::Column::PersonId.eq(id))
        .all(services.db.read())
        .await?;
    let memberships = membership::Entity::find()
        .filter(membership::Column::PersonId.eq(id))
        .all(services.db.read())
        .await?;
    Ok(person_of(row, &grants, &memberships, services.clock.now()))
}

/// The key of the person who signs in with this address.
pub async fn key_of(services: &Services, email: &str) -> Result<Uuid, Failure> {
    let email = person::Column::Email.eq(email.to_lowercase());
    let row = person::Entity::find().filter(email).one(services.db.read()).await?;
    row.map(|row| row.id).ok_or(Failure::NotFound("person"))
}

/// A person, of whose rows these are some.
pub(super) fn person_of(
    row: person::Model,
    grants: &[role_grant::Model],
    held: &[membership::Model],
    now: DateTime<Utc>,
) -> Person {
    let grants = grants.iter().filter(|grant| grant.person_id == row.id).filter_map(grant_of).collect();
    Person {
        id: row.id,
        name: row.name,
        email: row.email,
        disabled: row.disabled_at.is_some(),
        password: row.password_hash.is_some(),
        grants,
        memberships: held.iter().filter(|held| held.person_id == row.id).filter_map(membership_of).collect(),
        email_proven: address::counts(row.email_proven_at, now),
    }
}

/// A grant that is not understood grants nothing.
pub(super) fn grant_of(row: &role_grant::Model) -> Option<Grant> {
    let role = Role::parse(&row.role)?;
    let scope = Scope::parse(&row.scope, row.scope_id)?;
    Some(Grant { role, scope })
}
