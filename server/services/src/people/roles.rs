//! Roles, as they are given and taken: on the whole portal, on one call, on one assembly.

use domain::audit::{Act, Subject};
use domain::forms::Problem;
use domain::people::{Action, Grant, Role, Scope, may};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::accounts::{self, Person};
use crate::audit::{Entry, Recorder};
use crate::store::entities::{assembly, call, person, role_grant};
use crate::{Clock, Failure, Services};

/// Gives a person a role somewhere. Fails at the fields of the form that asks for it.
pub async fn give(services: &Services, to: &Person, grant: Grant) -> Result<(), Failure> {
    let (id, name, recorder) = (to.id, to.name.clone(), services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                there(txn, grant.scope).await?;
                if role_grant::Entity::find().filter(this(id, grant)).one(txn).await?.is_some() {
                    return Err(Problem::new("role", "error-role-held").with("name", name).into());
                }
                insert(txn, &recorder.clock, id, grant).await?;
                recorder.record(txn, entry(Act::RoleGiven, id, grant)).await?;
                Ok(())
            })
        })
        .await
}

/// Takes a role from a person. The portal always keeps an administrator.
pub async fn take(services: &Services, from: Uuid, grant: Grant) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                if grant.role == Role::Administrator {
                    keep_an_administrator(txn, from).await?;
                }
                let taken = role_grant::Entity::delete_many().filter(this(from, grant)).exec(txn).await?;
                if taken.rows_affected == 0 {
                    return Err(Failure::NotFound("role"));
                }
                recorder.record(txn, entry(Act::RoleTaken, from, grant)).await?;
                Ok(())
            })
        })
        .await
}

/// Everyone who holds a role that reaches this place, by name, with what they hold there and on the whole portal.
pub async fn reaching(services: &Services, scope: Scope) -> Result<Vec<(Person, Vec<Grant>)>, Failure> {
    let all = accounts::list(services).await?;
    let reaches =
        |grant: &Grant| grant.scope == scope || (grant.scope == Scope::Platform && grant.role.fits(scope));
    let held = all.into_iter().filter(|person| !person.disabled).map(|person| {
        let grants: Vec<Grant> = person.grants.iter().copied().filter(reaches).collect();
        (person, grants)
    });
    Ok(held.filter(|(_, grants)| !grants.is_empty()).collect())
}

/// Writes a role that a person is given, in the transaction that gives it.
pub async fn insert(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    Grant { role, scope }: Grant,
) -> Result<(), Failure> {
    let (kind, scope_id) = scope.columns();
    let row = role_grant::ActiveModel {
        id: Set(clock.id()),
        person_id: Set(person),
        role: Set(role.to_string()),
        scope: Set(kind.to_owned()),
        scope_id: Set(scope_id),
        granted_at: Set(clock.now()),
    };
    row.insert(txn).await?;
    Ok(())
}

/// Gives whoever has just made something the role that runs it, unless what they hold allows them this already.
pub(crate) async fn run_what_is_made(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    grant: Grant,
    action: Action,
) -> Result<(), Failure> {
    let Some(person) = recorder.by.person().filter(|_| !may(&recorder.by, action, grant.scope.resource()))
    else {
        return Ok(());
    };
    insert(txn, &recorder.clock, person, grant).await?;
    recorder.record(txn, entry(Act::RoleGiven, person, grant)).await?;
    Ok(())
}

/// A role given or taken, on its way into the audit.
pub(crate) fn entry(act: Act, person: Uuid, Grant { role, scope }: Grant) -> Entry {
    Entry::new(act, scope, Subject::Person, person).with("role", role.as_str())
}

/// Refuses what would leave the portal without an administrator whose account is open. Of two that come at one moment, the
/// second waits here for the first.
pub(super) async fn keep_an_administrator(txn: &impl ConnectionTrait, less: Uuid) -> Result<(), Failure> {
    let holders: Vec<Uuid> = role_grant::Entity::find()
        .select_only()
        .column(role_grant::Column::PersonId)
        .filter(role_grant::Column::Role.eq(Role::Administrator.as_str()))
        .filter(role_grant::Column::Scope.eq(Scope::Platform.columns().0))
        .order_by_asc(role_grant::Column::Id)
        .lock_exclusive()
        .into_tuple()
        .all(txn)
        .await?;
    if !holders.contains(&less) {
        return Ok(());
    }
    let others = person::Entity::find()
        .filter(person::Column::Id.is_in(holders.into_iter().filter(|id| *id != less)))
        .filter(person::Column::DisabledAt.is_null());
    match others.one(txn).await? {
        Some(_) => Ok(()),
        None => Err(Failure::Refused("error-last-administrator")),
    }
}

/// Fails where there is no such place.
pub(super) async fn there(txn: &impl ConnectionTrait, scope: Scope) -> Result<(), Failure> {
    let found = match scope {
        Scope::Platform => true,
        Scope::Call(id) => call::Entity::find_by_id(id).one(txn).await?.is_some(),
        Scope::Assembly(id) => assembly::Entity::find_by_id(id).one(txn).await?.is_some(),
    };
    if found { Ok(()) } else { Err(Problem::new("place", "error-role-place-missing").into()) }
}

fn this(person: Uuid, Grant { role, scope }: Grant) -> Condition {
    let (kind, id) = scope.columns();
    let there = role_grant::Column::ScopeId;
    Condition::all()
        .add(role_grant::Column::PersonId.eq(person))
        .add(role_grant::Column::Role.eq(role.as_str()))
        .add(role_grant::Column::Scope.eq(kind))
        .add(id.map_or_else(|| there.is_null(), |id| there.eq(id)))
}
