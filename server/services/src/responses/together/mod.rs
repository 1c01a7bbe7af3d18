//! A draft that the members of an organisation write together (decision 0035): beginning one or turning one's own into it
//! ([`begin`]), who wrote what ([`history`]), what they say to each other ([`comments`]), the sign-off without which nothing is
//! sent ([`sign_off`]), and the letters about it. There is one for an organisation and a call, and membership alone opens it.

pub mod begin;
pub mod comments;
pub mod history;
pub(super) mod letters;
pub mod reuse;
pub mod sign_off;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::Language;
use domain::people::{Action, Actor, Membership, Resource, may};
use domain::responses::RespondentKind;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::submit::Submission;
use super::{Draft, Receipt, draft as drafts, receipt};
use crate::calls::{self, Call};
use crate::people::{Person, members};
use crate::store::entities::{draft, membership, organisation, person};
use crate::store::rows;
use crate::{Failure, Services};

/// A draft that an organisation writes, or has sent.
#[derive(Clone, Debug)]
pub struct Shared {
    pub id: Uuid,
    pub call: Call,
    pub saved_at: DateTime<Utc>,
    pub state: SharedState,
}

/// How far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SharedState {
    Writing,
    /// It can be sent, as it is.
    SignedOff,
    /// It can be written to no more.
    Closed,
    Sent(Receipt),
}

/// Whether somebody is at this moment a member who may do this for an organisation.
pub(super) async fn allowed(
    txn: &impl ConnectionTrait,
    by: &Actor,
    organisation: Uuid,
    action: Action,
) -> Result<(), Failure> {
    let Some(person) = by.person() else { return Err(Failure::NotFound("draft")) };
    let held = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(organisation))
        .filter(membership::Column::PersonId.eq(person))
        .one(txn)
        .await?;
    let memberships: Vec<Membership> = held.as_ref().and_then(members::membership_of).into_iter().collect();
    let now = Actor::Person { id: person, grants: Vec::new(), memberships };
    if may(&now, action, Resource::Organisation(organisation)) {
        Ok(())
    } else {
        Err(Failure::NotFound("draft"))
    }
}

/// The draft with this key, for whoever asks, where they may write it.
pub async fn find(services: &Services, id: Uuid) -> Result<Draft, Failure> {
    let draft = drafts::by_id(services, id).await?;
    let theirs = draft.organisation.is_some_and(|organisation| {
        may(&services.by, Action::WriteForOrganisation, Resource::Organisation(organisation))
    });
    if theirs { Ok(draft) } else { Err(Failure::NotFound("draft")) }
}

/// The same as one of this organisation's.
pub async fn of_organisation(services: &Services, organisation: Uuid, id: Uuid) -> Result<Draft, Failure> {
    let draft = find(services, id).await?;
    if draft.organisation == Some(organisation) { Ok(draft) } else { Err(Failure::NotFound("draft")) }
}

/// All that an organisation writes and has sent together, the latest first.
pub async fn list(services: &Services, organisation: Uuid) -> Result<Vec<Shared>, Failure> {
    let rows = draft::Entity::find()
        .filter(draft::Column::OrganisationId.eq(organisation))
        .order_by_desc(draft::Column::SavedAt)
        .order_by_desc(draft::Column::Id)
        .all(services.db.read())
        .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let draft = drafts::by_id(services, row.id).await?;
        let call = calls::by_id(services, draft.call).await?;
        let state = state(services, &call, &draft).await?;
        found.push(Shared { id: draft.id, saved_at: draft.saved_at, call, state });
    }
    Ok(found)
}

/// How far a draft has come. What was signed off may have been changed by the team since, which the page of the check says.
pub async fn state(services: &Services, call: &Call, draft: &Draft) -> Result<SharedState, Failure> {
    if let Some(receipt) = receipt::of_draft(services, draft).await? {
        return Ok(SharedState::Sent(receipt));
    }
    if drafts::check_open(services, call, draft).is_err() {
        return Ok(SharedState::Closed);
    }
    let signed = sign_off::holding(services.db.read(), draft.id).await?.is_some();
    Ok(if signed { SharedState::SignedOff } else { SharedState::Writing })
}

/// An organisation of somebody's that can answer a call together, and its draft where it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    pub slug: String,
    pub name: String,
    pub name_cy: String,
    pub draft: Option<Uuid>,
}

/// The organisations for which a person may write, with their drafts of a call.
pub async fn offered(services: &Services, person: &Person, call: Uuid) -> Result<Vec<Offered>, Failure> {
    let writes = |held: &&Membership| {
        may(&services.by, Action::WriteForOrganisation, Resource::Organisation(held.organisation))
    };
    let ids: Vec<Uuid> = person.memberships.iter().filter(writes).map(|held| held.organisation).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let read = services.db.read();
    let written: HashMap<Uuid, Uuid> = draft::Entity::find()
        .filter(draft::Column::CallId.eq(call))
        .filter(draft::Column::OrganisationId.is_in(ids.iter().copied()))
        .all(read)
        .await?
        .into_iter()
        .filter_map(|row| Some((row.organisation_id?, row.id)))
        .collect();
    let bodies = rows::having::<organisation::Entity>(read, organisation::Column::Id, ids).await?;
    let one = |row: organisation::Model| Offered {
        draft: written.get(&row.id).copied(),
        slug: row.slug,
        name: row.name,
        name_cy: row.name_cy,
    };
    let mut found: Vec<Offered> = bodies.into_iter().map(one).collect();
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// The organisation that has written a submission together.
pub(super) async fn organisation_of(
    txn: &impl ConnectionTrait,
    submission: &Submission,
) -> Result<Option<Uuid>, Failure> {
    let Ok(id) = submission.key.parse::<Uuid>() else { return Ok(None) };
    if submission.about.kind != Some(RespondentKind::Organisation) {
        return Ok(None);
    }
    let row = draft::Entity::find_by_id(id).one(txn).await?;
    Ok(row.and_then(|row| row.organisation_id))
}

/// The members of all organisations that write a draft of a call and have not sent it, with their language.
pub(super) async fn writers(
    read: &impl ConnectionTrait,
    call: Uuid,
) -> Result<Vec<(person::Model, Language)>, Failure> {
    let drafts = draft::Entity::find()
        .filter(draft::Column::CallId.eq(call))
        .filter(draft::Column::OrganisationId.is_not_null())
        .filter(draft::Column::SubmittedAt.is_null())
        .all(read)
        .await?;
    let ids: Vec<Uuid> = drafts.into_iter().filter_map(|row| row.organisation_id).collect();
    let held = rows::having::<membership::Entity>(read, membership::Column::OrganisationId, ids).await?;
    let keys = held.iter().map(|row| row.person_id);
    let people = rows::by::<person::Entity>(read, person::Column::Id, keys, |row| row.id).await?;
    let one = |row: &membership::Model| {
        let person = people.get(&row.person_id)?;
        Some((person.clone(), Language::parse(&row.language).unwrap_or(Language::English)))
    };
    Ok(held.iter().filter_map(one).collect())
}

/// The names of people by their keys.
async fn names(read: &impl ConnectionTrait, ids: Vec<Uuid>) -> Result<HashMap<Uuid, String>, Failure> {
    let people = rows::by::<person::Entity>(read, person::Column::Id, ids, |row| row.id).await?;
    Ok(people.into_iter().map(|(id, row)| (id, row.name)).collect())
}
