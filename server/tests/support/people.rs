//! Everyone who could ask: a guest, a person without a role, one who is half signed in, and each role on the platform, on the call and elsewhere.

use chrono::TimeDelta;
use domain::people::{Actor, Grant, Role, Scope};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use services::store::entities::{authenticator, person, role_grant, session};
use services::{Failure, Services, secrets};
use uuid::Uuid;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Guest,
    /// Signed in, and trusted with nothing.
    Nobody,
    /// An administrator who has given their password and not yet the code that is asked for then.
    AtFirstStep,
    OnPlatform(Role),
    OnCall(Role),
    OnOther(Role),
}

impl Who {
    /// Everyone.
    pub fn all() -> Vec<Self> {
        let roles = |make: fn(Role) -> Self| Role::ALL.iter().copied().map(make);
        [Self::Guest, Self::Nobody, Self::AtFirstStep]
            .into_iter()
            .chain(roles(Self::OnPlatform))
            .chain(roles(Self::OnCall))
            .chain(roles(Self::OnOther))
            .collect()
    }

    /// The administrator of the whole platform.
    pub const fn administrator() -> Self {
        Self::OnPlatform(Role::Administrator)
    }

    /// This person as the policy sees them, given the two calls.
    pub fn actor(self, call: Uuid, other: Uuid) -> Actor {
        let grants = self.grant(call, other).into_iter().collect();
        if matches!(self, Self::Guest | Self::AtFirstStep) {
            Actor::Guest
        } else {
            Actor::Person { id: Uuid::nil(), grants }
        }
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

    fn grant(self, call: Uuid, other: Uuid) -> Option<Grant> {
        let (role, scope) = match self {
            Self::Guest | Self::Nobody => return None,
            Self::AtFirstStep => (Role::Administrator, Scope::Platform),
            Self::OnPlatform(role) => (role, Scope::Platform),
            Self::OnCall(role) => (role, Scope::Call(call)),
            Self::OnOther(role) => (role, Scope::Call(other)),
        };
        Some(Grant { role, scope })
    }
}

/// Adds everyone with a session that lasts for months of the given clock. Nobody has a password: hashing fifteen would
/// take longer than the test.
pub async fn add_all(services: &Services, call: Uuid, other: Uuid) {
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
                let Some(Grant { role, scope }) = who.grant(call, other) else { continue };
                let (scope, scope_id) = scope.columns();
                let row = role_grant::ActiveModel {
                    id: Set(clock.id()),
                    person_id: Set(id),
                    role: Set(role.to_string()),
                    scope: Set(scope.to_owned()),
                    scope_id: Set(scope_id),
                    granted_at: Set(now),
                };
                row.insert(txn).await?;
            }
            Ok(())
        })
    });
    added.await.expect("people");
}
