//! Everyone who could ask: a guest, a person without a role, and each role everywhere that it can be held.

use chrono::TimeDelta;
use domain::people::{Actor, Grant, Role, Scope};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use services::people::roles;
use services::store::entities::{person, session};
use services::{Failure, Services, secrets};
use uuid::Uuid;

/// Two calls and two assemblies, so that a role on the one of each can be tried on the other.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    pub call: Uuid,
    pub other: Uuid,
    pub assembly: Uuid,
    pub other_assembly: Uuid,
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Guest,
    /// Signed in, and trusted with nothing.
    Nobody,
    /// Trusted with everything: every role on the platform.
    Everything,
    OnPlatform(Role),
    OnCall(Role),
    OnOther(Role),
    OnAssembly(Role),
    OnOtherAssembly(Role),
}

impl Who {
    /// Everyone.
    pub fn all() -> Vec<Self> {
        let roles = |fits: fn(Role) -> bool, make: fn(Role) -> Self| {
            Role::ALL.iter().copied().filter(move |role| fits(*role)).map(make)
        };
        let of_a_call = |role: Role| role.fits(Scope::Call(Uuid::nil()));
        let of_an_assembly = |role: Role| role.fits(Scope::Assembly(Uuid::nil()));
        [Self::Guest, Self::Nobody, Self::Everything]
            .into_iter()
            .chain(roles(|_| true, Self::OnPlatform))
            .chain(roles(of_a_call, Self::OnCall))
            .chain(roles(of_a_call, Self::OnOther))
            .chain(roles(of_an_assembly, Self::OnAssembly))
            .chain(roles(of_an_assembly, Self::OnOtherAssembly))
            .collect()
    }

    /// The administrator of the whole platform.
    pub const fn administrator() -> Self {
        Self::OnPlatform(Role::Administrator)
    }

    /// This person as the policy sees them, given the places.
    pub fn actor(self, places: &Places) -> Actor {
        if self == Self::Guest {
            return Actor::Guest;
        }
        Actor::Person { id: Uuid::nil(), grants: self.grants(places) }
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
            Self::Guest | Self::Nobody => return Vec::new(),
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
                    ..Default::default()
                };
                row.insert(txn).await?;
                for grant in who.grants(&places) {
                    roles::insert(txn, &clock, id, grant).await?;
                }
            }
            Ok(())
        })
    });
    added.await.expect("people");
}
