//! Members of organisations: claiming one ([`join`], [`code`]) or asking to be let in ([`ask`]), letting others in
//! ([`invite`]), changing who the members are ([`change`]), and what their pages show ([`page`]). Whoever changes any of it
//! holds the organisation's row until they are done, so that two acts at one moment come one after the other.

pub mod address;
pub mod ask;
pub mod change;
pub mod code;
pub mod invite;
pub mod join;
pub(super) mod letters;
pub mod page;

use chrono::{DateTime, Utc};
use domain::Language;
use domain::audit::{Act, Subject};
use domain::people::{CheckKind, MemberRole, Membership, Scope};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::organisations::edit;
use crate::assembly::ZONE;
use crate::audit::Entry;
use crate::store::entities::{
    membership, membership_request, organisation, organisation_check, person, removed_member,
};
use crate::store::{StoreError, rows};
use crate::{Clock, Failure};

/// A member of an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The key of the membership, which stands in addresses; that of the person is nobody else's business.
    pub id: Uuid,
    pub person: Uuid,
    pub name: String,
    pub email: String,
    pub role: MemberRole,
    pub language: Language,
    pub joined_at: DateTime<Utc>,
}

/// What was checked of those who act for an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    pub kind: CheckKind,
    /// Empty where it was not by a domain.
    pub domain: String,
    pub at: DateTime<Utc>,
}

/// The members of an organisation, owners first, then by name.
pub async fn of(read: &impl ConnectionTrait, organisation: Uuid) -> Result<Vec<Member>, Failure> {
    let held = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(organisation))
        .all(read)
        .await?;
    let ids = held.iter().map(|row| row.person_id);
    let people = rows::by::<person::Entity>(read, person::Column::Id, ids, |row| row.id).await?;
    let mut members = Vec::new();
    for row in held {
        let Some(person) = people.get(&row.person_id) else { continue };
        members.push(Member {
            id: row.id,
            person: row.person_id,
            name: person.name.clone(),
            email: person.email.clone(),
            role: role_of(&row)?,
            language: Language::parse(&row.language).unwrap_or(Language::English),
            joined_at: row.joined_at,
        });
    }
    members.sort_by(|one, other| (other.role, &one.name, one.id).cmp(&(one.role, &other.name, other.id)));
    Ok(members)
}

/// What was checked, the latest first.
pub async fn checks(read: &impl ConnectionTrait, organisation: Uuid) -> Result<Vec<Check>, Failure> {
    let held = organisation_check::Entity::find()
        .filter(organisation_check::Column::OrganisationId.eq(organisation))
        .order_by_desc(organisation_check::Column::At)
        .all(read)
        .await?;
    let check = |row: organisation_check::Model| {
        CheckKind::parse(&row.kind).map(|kind| Check { kind, domain: row.domain, at: row.at })
    };
    Ok(held.into_iter().filter_map(check).collect())
}

fn role_of(row: &membership::Model) -> Result<MemberRole, StoreError> {
    MemberRole::parse(&row.role).ok_or_else(|| StoreError::corrupt("a role of a member", &row.role))
}

/// What a stored row lets its person do. A role that is not understood lets them do nothing.
pub(crate) fn membership_of(row: &membership::Model) -> Option<Membership> {
    Some(Membership { organisation: row.organisation_id, role: role_of(row).ok()? })
}

/// The row of an organisation that takes new members, held until the transaction ends.
pub(super) async fn held_open(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    organisation: Uuid,
) -> Result<organisation::Model, Failure> {
    let row = edit::held(txn, organisation).await?;
    let today = clock.now().with_timezone(&ZONE).date_naive();
    if row.valid_to.is_some_and(|last| last < today) {
        return Err(Failure::Refused("error-member-ended"));
    }
    Ok(row)
}

/// The row of an organisation, held until the transaction ends, for an act of one of its owners. The page was asked for
/// before it was held, and whoever asks may have lost their role since.
pub(super) async fn held_by_owner(
    txn: &impl ConnectionTrait,
    organisation: Uuid,
    person: Uuid,
) -> Result<organisation::Model, Failure> {
    let row = edit::held(txn, organisation).await?;
    let owner = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(organisation))
        .filter(membership::Column::PersonId.eq(person))
        .filter(membership::Column::Role.eq(MemberRole::Owner.as_str()));
    owner.one(txn).await?.map(|_| row).ok_or(Failure::NotFound("member"))
}

/// Whether an organisation has an owner. A closed account is no member.
async fn has_owner(read: &impl ConnectionTrait, organisation: Uuid) -> Result<bool, Failure> {
    let owner = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(organisation))
        .filter(membership::Column::Role.eq(MemberRole::Owner.as_str()));
    Ok(owner.one(read).await?.is_some())
}

/// Whether a person is a member of an organisation.
async fn is_member(read: &impl ConnectionTrait, organisation: Uuid, person: Uuid) -> Result<bool, Failure> {
    let held = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(organisation))
        .filter(membership::Column::PersonId.eq(person));
    Ok(held.one(read).await?.is_some())
}

/// Whether an owner has taken a person out, and nobody has let them in since.
async fn was_removed(read: &impl ConnectionTrait, organisation: Uuid, person: Uuid) -> Result<bool, Failure> {
    let noted = removed_member::Entity::find()
        .filter(removed_member::Column::OrganisationId.eq(organisation))
        .filter(removed_member::Column::PersonId.eq(person));
    Ok(noted.one(read).await?.is_some())
}

/// Makes a person a member, or gives one who is the higher role; what they asked for is settled by it. The row of the
/// organisation must be held. Gives the role that they had, if any, and the one that they have then.
async fn let_in(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    Membership { organisation, role }: Membership,
    person: Uuid,
    language: Language,
) -> Result<(Option<MemberRole>, MemberRole), Failure> {
    let account = person::Entity::find_by_id(person).lock_exclusive().one(txn).await?;
    if account.is_none_or(|account| account.disabled_at.is_some()) {
        return Err(Failure::NotFound("person"));
    }
    membership_request::Entity::delete_many()
        .filter(membership_request::Column::PersonId.eq(person))
        .filter(membership_request::Column::OrganisationId.eq(organisation))
        .exec(txn)
        .await?;
    removed_member::Entity::delete_many()
        .filter(removed_member::Column::PersonId.eq(person))
        .filter(removed_member::Column::OrganisationId.eq(organisation))
        .exec(txn)
        .await?;
    let held = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(organisation))
        .filter(membership::Column::PersonId.eq(person))
        .one(txn)
        .await?;
    let Some(held) = held else {
        let row = membership::ActiveModel {
            id: Set(clock.id()),
            organisation_id: Set(organisation),
            person_id: Set(person),
            role: Set(role.to_string()),
            language: Set(language.to_string()),
            joined_at: Set(clock.now()),
        };
        row.insert(txn).await?;
        return Ok((None, role));
    };
    let before = role_of(&held)?;
    let role = role.max(before);
    let mut row = held.into_active_model();
    row.role = Set(role.to_string());
    row.update(txn).await?;
    Ok((Some(before), role))
}

/// Notes what was checked. What was checked in the same way before keeps its first day: a later one would tell when
/// somebody joined.
async fn note_check(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    organisation: Uuid,
    kind: CheckKind,
    domain: &str,
) -> Result<(), Failure> {
    let known = organisation_check::Entity::find()
        .filter(organisation_check::Column::OrganisationId.eq(organisation))
        .filter(organisation_check::Column::Kind.eq(kind.as_str()))
        .filter(organisation_check::Column::Domain.eq(domain));
    if known.one(txn).await?.is_none() {
        let row = organisation_check::ActiveModel {
            id: Set(clock.id()),
            organisation_id: Set(organisation),
            kind: Set(kind.to_string()),
            domain: Set(domain.to_owned()),
            at: Set(clock.now()),
        };
        row.insert(txn).await?;
    }
    Ok(())
}

/// Lets somebody in who was invited; the row of the organisation must be held. Gives what goes into the audit.
pub(super) async fn accept(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    offered: Membership,
    person: Uuid,
    language: Language,
) -> Result<Entry, Failure> {
    let row = held_open(txn, clock, offered.organisation).await?;
    let (before, role) = let_in(txn, clock, offered, person, language).await?;
    if before.is_none() {
        letters::joined(txn, clock, &row, person).await?;
    }
    Ok(entry(Act::MemberInvitationAccepted, &row, person).with("standing", role.as_str()))
}

/// An act on somebody's place in an organisation, on its way into the audit.
fn entry(act: Act, organisation: &organisation::Model, person: Uuid) -> Entry {
    Entry::new(act, Scope::Platform, Subject::Person, person)
        .with("title", organisation.name.as_str())
        .with("organisation", organisation.id.to_string())
}
