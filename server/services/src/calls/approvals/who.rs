//! Who may ask, and who may agree.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::people::{Action, Actor, Grant, Resource, Role, Scope, may};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::store::entities::{person, role_grant};
use crate::store::rows;
use crate::{Failure, Services, StoreError};

/// Everyone who may do this to a call, by name. With `since`, only by roles that they held at that moment.
pub(super) async fn those_who_may(
    read: &impl ConnectionTrait,
    action: Action,
    call: Uuid,
    since: Option<DateTime<Utc>>,
) -> Result<Vec<person::Model>, StoreError> {
    let here = Condition::any()
        .add(role_grant::Column::Scope.eq(Scope::Platform.columns().0))
        .add(role_grant::Column::ScopeId.eq(call));
    let held = since.map(|since| role_grant::Column::GrantedAt.lte(since));
    let rows = role_grant::Entity::find().filter(Condition::all().add(here).add_option(held));
    let mut grants: HashMap<Uuid, Vec<Grant>> = HashMap::new();
    for row in rows.all(read).await? {
        if let (Some(role), Some(scope)) = (Role::parse(&row.role), Scope::parse(&row.scope, row.scope_id)) {
            grants.entry(row.person_id).or_default().push(Grant { role, scope });
        }
    }
    let able = grants
        .into_iter()
        .filter(|(id, grants)| {
            let actor = Actor::Person { id: *id, grants: grants.clone(), memberships: Vec::new() };
            may(&actor, action, Resource::Call(call))
        })
        .map(|(id, _)| id);
    let mut people = rows::having::<person::Entity>(read, person::Column::Id, able).await?;
    people.retain(|person| person.disabled_at.is_none());
    people.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(people)
}

/// The names of everyone but whoever asks who may do this to a call: who could agree to it now.
pub async fn others_who_may(services: &Services, action: Action, call: Uuid) -> Result<Vec<String>, Failure> {
    let all = those_who_may(services.db.read(), action, call, None).await?;
    let others = all.into_iter().filter(|person| Some(person.id) != services.by.person());
    Ok(others.map(|person| person.name).collect())
}

/// The names of these people.
pub(super) async fn names(
    read: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>, StoreError> {
    let rows = rows::having::<person::Entity>(read, person::Column::Id, ids).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}
