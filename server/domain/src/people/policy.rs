//! The one function that answers "may they?" (`design.md` §4.8).

use serde::{Deserialize, Serialize};
use uuid::Uuid;

crate::named! {
    /// What a person is trusted with, on the platform or on one call.
    pub enum Role {
        Administrator => "administrator",
        LeadAnalyst => "lead-analyst",
        Coder => "coder",
        Reader => "reader",
    }
}

crate::named! {
    /// Everything that anyone can ask the program to do. Every route names one.
    pub enum Action {
        /// Read what is published.
        ReadPublic => "read-public",
        /// Begin, write and submit a response.
        Respond => "respond",
        /// Sign in, sign out, and accept an invitation.
        SignIn => "sign-in",
        /// See one's own account and how one signs in to it.
        KeepAccount => "keep-account",
        /// See the team area and the list of calls one works on.
        EnterTeam => "enter-team",
        /// Create a call.
        CreateCall => "create-call",
        /// Change a call's texts, questions and times, open it and close it.
        EditCall => "edit-call",
        /// See a call before the public does.
        PreviewCall => "preview-call",
        /// Read responses as they were written.
        ReadResponses => "read-responses",
        /// Decide about submissions that were held back.
        DecideHeld => "decide-held",
        /// Read the codebook.
        ReadCodebook => "read-codebook",
        /// Change the codebook.
        EditCodebook => "edit-codebook",
        /// Apply and remove codes.
        CodeResponses => "code-responses",
        /// Search responses.
        SearchResponses => "search-responses",
        /// Bring responses in from a file.
        ImportResponses => "import-responses",
        /// Take responses out to a file.
        ExportResponses => "export-responses",
        /// Write findings, recommendations and replies.
        EditOutcomes => "edit-outcomes",
        /// Keep the record of an assembly.
        EditAssembly => "edit-assembly",
        /// Read the letters that the program sends.
        ReadLetters => "read-letters",
        /// Write the texts of letters, pause them, send them again.
        EditLetters => "edit-letters",
        /// Keep the directory of organisations.
        ManageOrganisations => "manage-organisations",
        /// Add people and give them roles.
        ManagePeople => "manage-people",
        /// Read who did what, and take it out to a file.
        ReadAudit => "read-audit",
    }
}

/// Where a role holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scope {
    Platform,
    Call(Uuid),
    Assembly(Uuid),
}

impl Scope {
    /// It as it is stored: its kind, and the key of what it is.
    pub const fn columns(self) -> (&'static str, Option<Uuid>) {
        match self {
            Self::Platform => ("platform", None),
            Self::Call(call) => ("call", Some(call)),
            Self::Assembly(assembly) => ("assembly", Some(assembly)),
        }
    }

    /// The scope of these columns, if they are of one.
    pub fn parse(kind: &str, id: Option<Uuid>) -> Option<Self> {
        match (kind, id) {
            ("platform", None) => Some(Self::Platform),
            ("call", Some(call)) => Some(Self::Call(call)),
            ("assembly", Some(assembly)) => Some(Self::Assembly(assembly)),
            _ => None,
        }
    }
}

/// A role given to a person somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    pub role: Role,
    pub scope: Scope,
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Anyone at all.
    Guest,
    /// A person who has signed in.
    Person { id: Uuid, grants: Vec<Grant> },
    /// The program itself, at the command line of the machine that holds the data.
    System,
}

impl Actor {
    /// The person who asks, where it is one.
    pub const fn person(&self) -> Option<Uuid> {
        match self {
            Self::Person { id, .. } => Some(*id),
            Self::Guest | Self::System => None,
        }
    }
}

/// What it is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resource {
    /// The portal as a whole, and everything that belongs to no single call.
    Platform,
    /// One call and all that came in under it.
    Call(Uuid),
}

/// Whether this actor may do this to that. A role on the platform holds on every call; a role on a call holds there
/// alone.
pub fn may(actor: &Actor, action: Action, resource: Resource) -> bool {
    if matches!(action, Action::ReadPublic | Action::Respond | Action::SignIn) {
        return true;
    }
    match actor {
        Actor::System => true,
        Actor::Guest => false,
        Actor::Person { .. } if action == Action::KeepAccount => true,
        // The team area shows each person the calls that their roles reach, so any role opens it.
        Actor::Person { grants, .. } if action == Action::EnterTeam => !grants.is_empty(),
        Actor::Person { grants, .. } => {
            grants.iter().any(|grant| reaches(grant.scope, resource) && allows(grant.role, action))
        }
    }
}

fn reaches(scope: Scope, resource: Resource) -> bool {
    match (scope, resource) {
        (Scope::Platform, _) => true,
        (Scope::Call(held), Resource::Call(asked)) => held == asked,
        (Scope::Call(_) | Scope::Assembly(_), _) => false,
    }
}

fn allows(role: Role, action: Action) -> bool {
    use Action as A;
    match role {
        Role::Administrator => true,
        Role::LeadAnalyst => !matches!(action, A::ManagePeople | A::ReadAudit),
        Role::Coder => matches!(
            action,
            A::EnterTeam
                | A::PreviewCall
                | A::ReadResponses
                | A::ReadCodebook
                | A::CodeResponses
                | A::SearchResponses
        ),
        Role::Reader => {
            matches!(
                action,
                A::EnterTeam | A::PreviewCall | A::ReadResponses | A::ReadCodebook | A::SearchResponses
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn actions() -> impl Strategy<Value = Action> {
        prop::sample::select(Action::ALL)
    }

    fn person(role: Role, scope: Scope) -> Actor {
        Actor::Person { id: Uuid::nil(), grants: vec![Grant { role, scope }] }
    }

    proptest! {
        #[test]
        fn a_role_on_one_call_opens_no_other(role in prop::sample::select(Role::ALL), action in actions(), a in any::<u128>(), b in any::<u128>()) {
            prop_assume!(a != b);
            let there = person(role, Scope::Call(Uuid::from_u128(a)));
            let elsewhere = Resource::Call(Uuid::from_u128(b));
            let open_to_all = may(&Actor::Guest, action, elsewhere) || matches!(action, Action::EnterTeam | Action::KeepAccount);
            prop_assert_eq!(may(&there, action, elsewhere), open_to_all);
        }

        #[test]
        fn each_role_may_do_all_that_the_next_may(action in actions(), call in any::<u128>()) {
            let call = Resource::Call(Uuid::from_u128(call));
            for pair in Role::ALL.windows(2) {
                prop_assert!(!may(&person(pair[1], Scope::Platform), action, call) || may(&person(pair[0], Scope::Platform), action, call));
            }
        }

        #[test]
        fn a_person_without_a_role_may_do_what_a_guest_may_and_keep_their_account(action in actions(), call in any::<u128>()) {
            let nobody = Actor::Person { id: Uuid::nil(), grants: vec![] };
            let call = Resource::Call(Uuid::from_u128(call));
            let guest = may(&Actor::Guest, action, call);
            prop_assert_eq!(may(&nobody, action, call), guest || action == Action::KeepAccount);
        }
    }

    #[test]
    fn an_unknown_role_or_action_is_none() {
        assert_eq!(Role::parse("superuser"), None);
        assert_eq!(Action::parse("read-everything"), None);
    }
}
