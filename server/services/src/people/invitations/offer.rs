//! To what somebody is invited, and whose invitations they are.

use domain::people::{Grant, MemberRole, Membership, Role, Scope};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use crate::store::StoreError;
use crate::store::entities::invitation;

/// To what somebody is invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// To the team, with this trust.
    Role(Grant),
    /// To act for an organisation.
    Membership(Membership),
}

/// How the place of an invitation to act for an organisation is stored; those of the team are scopes.
const ORGANISATION: &str = "organisation";

impl Offer {
    /// It as it is stored: the role, and where.
    pub(super) const fn columns(self) -> (&'static str, &'static str, Option<Uuid>) {
        match self {
            Self::Role(Grant { role, scope }) => {
                let (kind, id) = scope.columns();
                (role.as_str(), kind, id)
            }
            Self::Membership(Membership { organisation, role }) => {
                (role.as_str(), ORGANISATION, Some(organisation))
            }
        }
    }

    pub(super) fn parse(row: &invitation::Model) -> Result<Self, StoreError> {
        let place = row.scope.as_deref().unwrap_or(Scope::Platform.columns().0);
        if let (ORGANISATION, Some(organisation)) = (place, row.scope_id) {
            let role = MemberRole::parse(&row.role);
            let role = role.ok_or_else(|| StoreError::corrupt("a role of a member", &row.role))?;
            return Ok(Self::Membership(Membership { organisation, role }));
        }
        let role = Role::parse(&row.role).ok_or_else(|| StoreError::corrupt("a role", &row.role))?;
        let scope = Scope::parse(place, row.scope_id);
        let scope = scope.ok_or_else(|| StoreError::corrupt("where a role holds", place))?;
        Ok(Self::Role(Grant { role, scope }))
    }
}

/// Whose invitations: whoever keeps the one kind has no business with the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    Team,
    Organisation(Uuid),
}

impl Within {
    pub(super) fn condition(self) -> Condition {
        let place = invitation::Column::Scope;
        match self {
            Self::Team => Condition::any().add(place.is_null()).add(place.ne(ORGANISATION)),
            Self::Organisation(id) => {
                Condition::all().add(place.eq(ORGANISATION)).add(invitation::Column::ScopeId.eq(id))
            }
        }
    }
}
