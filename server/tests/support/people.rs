//! Everyone who could ask: a guest, a person without a role, one who is half signed in, and each role everywhere that it
//! can be held.

use chrono::TimeDelta;
use domain::people::{Actor, Grant, MemberRole, Membership, Role, Scope};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use services::people::roles;
use services::store::entities::{authenticator, membership, person, session};
use services::{Failure, Services, secrets};
use uuid::Uuid;

/// Two calls, two assemblies and two organisations, so that a role in the one of each can be tried in the other.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    pub call: Uuid,
    pub other: Uuid,
    pub assembly: Uuid,
    pub other_assembly: Uuid,
    pub organisation: Uuid,
    pub other_organisation: Uuid,
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Guest,
    /// Signed in, and trusted with nothing.
    Nobody,
    /// An administrator who has given their password and not yet the code that is asked for then.
    AtFirstStep,
    /// Trusted with everything: every role on the platform, and owner of the one organisation.
    Everything,
    OnPlatform(Role),
    OnCall(Role),
    OnOther(Role),
    OnAssembly(Role),
    OnOtherAssembly(Role),
    /// Of no team, and a member of one organisation.
    Of(MemberRole),
    OfOther(MemberRole),
}

impl Who {
    /// Everyone.
    pub fn all() -> Vec<Self> {
        let roles = |fits: fn(Role) -> bool, make: fn(Role) -> Self| {
            Role::ALL.iter().copied().filter(move |role| fits(*role)).map(make)
        };
        let of_a_call = |role: Role| role.fits(Scope::Call(Uuid::nil()));
        let of_an_assembly = |role: Role| role.fits(Scope::Assembly(Uuid::nil()));
        [Self::Guest, Self::Nobody, Self::AtFirstStep, Self::Everything]
            .into_iter()
            .chain(roles(|_| true, Self::OnPlatform))
            .chain(roles(of_a_call, Self::OnCall))
            .chain(roles(of_a_call, Self::OnOther))
            .chain(roles(of_an_assembly, Self::OnAssembly))
            .chain(roles(of_an_assembly, Self::OnOtherAssembly))
            .chain(MemberRole::ALL.iter().copied().map(Self::Of))
            .chain(MemberRole::ALL.iter().copied().map(Self::OfOther))
            .collect()
    }

    /// The administrator of the whole platform.
    pub const fn administrator() -> Self {
        Self::OnPlatform(Role::Administrator)
    }

    /// This person as the policy sees them, given the places.
    pub fn actor(self, places: &Places) -> Actor {
        if matches!(self, Self::Guest | Self::AtFirstStep) {
            return Actor::Guest;
        }
        Actor::Person { id: Uuid::nil(), grants: self.grants(places), memberships: self.memberships(places) }
    }

    /// The secret of this person's session.
    pub fn secret(self) -> Option<String> {
        (self != Self::Guest).then(|| secrets::hash(&self.name()))
    }

    /// The address this person signs in with.
    pub fn email(self) -> String {
        let letters: String =
            self.name().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        format!("{}@folkmoot.test", letters.to_lowercase())
    }

    fn name(self) -> String {
        format!("{self:?}")
    }

    fn grants(self, places: &Places) -> Vec<Grant> {
        let (role, scope) = match self {
            Self::Guest | Self::Nobody | Self::Of(_) | Self::OfOther(_) => return Vec::new(),
            Self::AtFirstStep => (Role::Administrator, Scope::Platform),
            Self::Everything => {
                return Role::ALL.iter().map(|role| Grant { role: *role, scope: Scope::Platform }).collect();
            }
            Self::OnPlatform(role) => (role, Scope::Platform),
            Self::OnCall(role) => (role, Scope::Call(places.call)),
            Self::OnOther(role) => (role, Scope::Call(places.other)),
            Self::OnAssembly(role) => (role, Scope::Assembly(places.assembly)),
            Self::OnOtherAssembly(role) => (role, Scope::Assembly(places.other_assembly)),
        };
        vec![Grant { role, scope }]
    }

    fn memberships(self, places: &Places) -> Vec<Membership> {
        let (organisation, role) = match self {
            Self::Everything => (places.organisation, MemberRole::Owner),
            Self::Of(role) => (places.organisation, role),
            Self::OfOther(role) => (places.other_organisation, role),
            _ => return Vec::new(),
        };
        vec![Membership { organisation, role }]
    }
}

/// Adds everyone with a session that lasts for months of the given clock. Nobody has a password: hashing fifteen would
/// take longer than the test.
pub async fn add_all(services: &Services, places: Places) {
    let clock = services.clock.clone();
    let added = services.db.write::<_, Failure, _>(move |txn| {
        Box::pin(async move {
            let now = clock.now();
            for who in Who::all().into_iter().filter(|who| *who != Who::Guest) {
                let id = clock.id();
                let row = person::ActiveModel {
                    id: Set(id),
                    email: Set(who.email()),
                    name: Set(who.name()),
                    password_hash: Set(None),
                    created_at: Set(now),
                    disabled_at: Set(None),
                    email_proven_at: Set(None),
                };
                row.insert(txn).await?;
                let row = session::ActiveModel {
                    id: Set(clock.id()),
                    person_id: Set(id),
                    token_hash: Set(secrets::hash(&who.secret().unwrap_or_default())),
                    created_at: Set(now),
                    expires_at: Set(now + TimeDelta::days(90)),
                    // As if they never paused, however far a test moves the clock.
                    used_at: Set(Some(now + TimeDelta::days(90))),
                    waits: Set(Some(who == Who::AtFirstStep)),
                    ..Default::default()
                };
                row.insert(txn).await?;
                if who == Who::AtFirstStep {
                    let row = authenticator::ActiveModel {
                        id: Set(clock.id()),
                        person_id: Set(id),
                        secret: Set("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".to_owned()),
                        begun_at: Set(now),
                        proved_at: Set(Some(now)),
                        last_step: Set(0),
                    };
                    row.insert(txn).await?;
                }
                for held in who.memberships(&places) {
                    let row = membership::ActiveModel {
                        id: Set(clock.id()),
                        organisation_id: Set(held.organisation),
                        person_id: Set(id),
                        role: Set(held.role.to_string()),
                        language: Set("en".to_owned()),
                        joined_at: Set(now),
                    };
                    row.insert(txn).await?;
                }
                for grant in who.grants(&places) {
                    roles::insert(txn, &clock, id, grant).await?;
                }
            }
            Ok(())
        })
    });
    added.await.expect("people");
}
