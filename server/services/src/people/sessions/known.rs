//! Whose session a secret is, read in one statement: every page that somebody opens who is signed in begins here.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Related, RelationDef};
use uuid::Uuid;

use crate::people::accounts::{self, Person};
use crate::store::StoreResult;
use crate::store::entities::{membership, person, role_grant, session};
use crate::{Services, secrets};

impl Related<person::Entity> for session::Entity {
    fn to() -> RelationDef {
        let theirs = Self::belongs_to(person::Entity);
        theirs.from(session::Column::PersonId).to(person::Column::Id).into()
    }
}

impl Related<role_grant::Entity> for person::Entity {
    fn to() -> RelationDef {
        let theirs = Self::belongs_to(role_grant::Entity);
        theirs.from(person::Column::Id).to(role_grant::Column::PersonId).into()
    }
}

impl Related<membership::Entity> for person::Entity {
    fn to() -> RelationDef {
        let theirs = Self::belongs_to(membership::Entity);
        theirs.from(person::Column::Id).to(membership::Column::PersonId).into()
    }
}

/// The session with this secret, over or not, and whose it is.
pub(super) async fn known(
    services: &Services,
    secret: &str,
) -> StoreResult<Option<(session::Model, Person)>> {
    // One row for each pair of a role and a membership, of which few people have many.
    let rows = session::Entity::find()
        .filter(session::Column::TokenHash.eq(secrets::hash(secret)))
        .find_also_related(person::Entity)
        .find_also(person::Entity, role_grant::Entity)
        .find_also(person::Entity, membership::Entity)
        .all(services.db.read())
        .await?;
    let Some((held, Some(person), ..)) = rows.first().cloned() else { return Ok(None) };
    let (grants, memberships): (Vec<_>, Vec<_>) =
        rows.into_iter().map(|(_, _, grant, membership)| (grant, membership)).unzip();
    let grants = distinct(grants, |grant| grant.id);
    let memberships = distinct(memberships, |membership| membership.id);
    let person = accounts::person_of(person, &grants, &memberships, services.clock.now());
    Ok(Some((held, person)))
}

/// Each row once.
fn distinct<R>(rows: Vec<Option<R>>, id: impl Fn(&R) -> Uuid) -> Vec<R> {
    let mut seen = HashSet::new();
    rows.into_iter().flatten().filter(|row| seen.insert(id(row))).collect()
}
