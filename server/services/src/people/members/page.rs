//! What the pages of members show.

use domain::people::{MemberRole, domain_of};
use uuid::Uuid;

use super::ask::{self, Request};
use super::code::{self, Issued};
use super::{Check, Member, checks, has_owner, join, of, was_removed};
use crate::people::Person;
use crate::people::invitations::{self, Invitation, Within};
use crate::people::organisations::{Organisation, by_id, today};
use crate::store::entities::organisation;
use crate::store::rows;
use crate::{Failure, Services};

/// An organisation of a person's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mine {
    pub slug: String,
    pub name: String,
    pub name_cy: String,
    pub role: MemberRole,
}

/// One that a person has asked to act for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedFor {
    pub slug: String,
    pub name: String,
    pub name_cy: String,
    /// Why they were refused, where they were.
    pub refused: Option<String>,
}

/// The organisations that a person acts for, and those that they have asked to act for.
pub async fn mine(services: &Services, person: &Person) -> Result<(Vec<Mine>, Vec<AskedFor>), Failure> {
    let read = services.db.read();
    let asked = ask::of_person(read, person.id).await?;
    let ids = person.memberships.iter().map(|held| held.organisation);
    let ids = ids.chain(asked.iter().map(|one| one.organisation));
    let bodies = rows::by::<organisation::Entity>(read, organisation::Column::Id, ids, |row| row.id).await?;
    let mut held = Vec::new();
    for one in &person.memberships {
        let Some(row) = bodies.get(&one.organisation) else { continue };
        held.push(Mine {
            slug: row.slug.clone(),
            name: row.name.clone(),
            name_cy: row.name_cy.clone(),
            role: one.role,
        });
    }
    held.sort_by(|one, other| one.name.cmp(&other.name));
    let asked = asked.into_iter().filter_map(|one| {
        let row = bodies.get(&one.organisation)?;
        let refused = one.refused.map(|(_, reason)| reason);
        Some(AskedFor {
            slug: row.slug.clone(),
            name: row.name.clone(),
            name_cy: row.name_cy.clone(),
            refused,
        })
    });
    Ok((held, asked.collect()))
}

/// What the address of a person's account says of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// It is at no domain of the organisation's.
    Elsewhere,
    /// It is at one, and was not shown to be theirs.
    Unproven,
    Proven,
}

/// What the page shows on which a person claims an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joining {
    pub organisation: Organisation,
    /// What the person is there already.
    pub role: Option<MemberRole>,
    pub ended: bool,
    pub email: String,
    pub address: Address,
    pub has_owner: bool,
    /// What they have asked.
    pub request: Option<Request>,
}

/// Where a person stands with an organisation.
pub async fn joining(
    services: &Services,
    person: &Person,
    organisation: Organisation,
) -> Result<Joining, Failure> {
    let read = services.db.read();
    let id = organisation.id;
    let role = person.memberships.iter().find(|held| held.organisation == id).map(|held| held.role);
    let asked = ask::of_person(read, person.id).await?;
    Ok(Joining {
        role,
        ended: organisation.ended(today(services)),
        email: person.email.clone(),
        address: match join::is_known_by(read, id, domain_of(&person.email)).await? {
            false => Address::Elsewhere,
            true if was_removed(read, id, person.id).await? => Address::Elsewhere,
            true if person.email_proven => Address::Proven,
            true => Address::Unproven,
        },
        has_owner: has_owner(read, id).await?,
        request: asked.into_iter().find(|one| one.organisation == id),
        organisation,
    })
}

/// What the members' page of an organisation shows. Who asks and who is invited is for owners.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MembersPage {
    pub organisation: Organisation,
    pub ended: bool,
    pub members: Vec<Member>,
    pub checks: Vec<Check>,
    pub requests: Vec<Request>,
    pub invited: Vec<Invitation>,
}

/// The members' page.
pub async fn members(services: &Services, organisation: Uuid) -> Result<MembersPage, Failure> {
    let read = services.db.read();
    let held = by_id(read, organisation).await?;
    Ok(MembersPage {
        ended: held.ended(today(services)),
        members: of(read, organisation).await?,
        checks: checks(read, organisation).await?,
        requests: ask::waiting(read, organisation).await?,
        invited: invitations::list(services, Within::Organisation(organisation)).await?,
        organisation: held,
    })
}

/// A member of this organisation.
pub async fn member(services: &Services, organisation: Uuid, id: Uuid) -> Result<Member, Failure> {
    let members = of(services.db.read(), organisation).await?;
    members.into_iter().find(|member| member.id == id).ok_or(Failure::NotFound("member"))
}

/// What the team sees of who acts for an organisation: how many, and never who, but for those who wait for the team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamPage {
    pub organisation: Organisation,
    pub ended: bool,
    pub members: usize,
    pub owners: usize,
    pub checks: Vec<Check>,
    pub code: Option<Issued>,
    /// Those who wait for the team: none where there is an owner.
    pub requests: Vec<Request>,
}

/// The team's page of who acts for an organisation.
pub async fn for_the_team(services: &Services, organisation: Organisation) -> Result<TeamPage, Failure> {
    let read = services.db.read();
    let id = organisation.id;
    let members = of(read, id).await?;
    let owners = members.iter().filter(|member| member.role == MemberRole::Owner).count();
    Ok(TeamPage {
        ended: organisation.ended(today(services)),
        members: members.len(),
        owners,
        checks: checks(read, id).await?,
        code: code::issued(services, id).await?,
        requests: if owners == 0 { ask::waiting(read, id).await? } else { Vec::new() },
        organisation,
    })
}
