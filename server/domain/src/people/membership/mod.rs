//! Membership of organisations: who acts for one, and what each may do there. Members are people with accounts and no part
//! of the team: what opens the team area is a [`super::Grant`], and never this.

mod domains;
mod forms;
mod keeping;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Action;

pub use domains::{domain_of, is_shared, read_domains};
pub use forms::{Asked, CodePassing, Decision, MemberInvitee, read_code, read_member_role};
pub use keeping::{MemberChange, Unkept, keep};

crate::named! {
    /// What a member may do for their organisation. Each may do all that the one before may, and more.
    pub enum MemberRole {
        /// Writes what the organisation answers.
        Editor => "editor",
        /// Signs it off too.
        Approver => "approver",
        /// Decides besides who the members are.
        Owner => "owner",
    }
}

impl MemberRole {
    /// Whether whoever holds it may do this, in the organisation where they do.
    pub(super) fn allows(self, action: Action) -> bool {
        use Action as A;
        match self {
            Self::Editor => {
                matches!(
                    action,
                    A::ReadMembers
                        | A::LeaveOrganisation
                        | A::WriteForOrganisation
                        | A::ReadStories
                        | A::GatherStories
                )
            }
            Self::Approver => Self::Editor.allows(action) || action == A::SignOffForOrganisation,
            Self::Owner => Self::Approver.allows(action) || action == A::ManageMembers,
        }
    }
}

/// A role in one organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    pub organisation: Uuid,
    pub role: MemberRole,
}

crate::named! {
    /// How it was checked that somebody acts for an organisation.
    pub enum CheckKind {
        /// Their proven e-mail address is at a domain of the organisation's alone.
        Domain => "domain",
        /// They had the code that was sent to the organisation's own address.
        Letter => "letter",
        /// They had the code that the team gave to the organisation by telephone.
        Telephone => "telephone",
        /// The team has made sure in another way.
        Team => "team",
    }
}
