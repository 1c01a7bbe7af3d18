//! The one function that answers "may they?" (`design.md` §4.8).

use uuid::Uuid;

use super::membership::Membership;
use super::role::{Grant, Scope};

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
        /// Change a call's texts and questions.
        EditCall => "edit-call",
        /// Change and take out the questions of the question bank, from which calls are made.
        KeepBank => "keep-bank",
        /// Set a call's times, announce it, open it, close it, and decide who else must agree.
        RunCall => "run-call",
        /// See who was invited to answer a call, and take people off that list.
        SeeInvited => "see-invited",
        /// Invite people by letter to answer a call, and remind them.
        InvitePeople => "invite-people",
        /// See a call before the public does.
        PreviewCall => "preview-call",
        /// Read responses as they were written.
        ReadResponses => "read-responses",
        /// Open the documents that came with a response.
        OpenDocuments => "open-documents",
        /// See who wrote a response, where that is a person.
        ReadPersonalData => "read-personal-data",
        /// See who wrote one response in an emergency, with a reason that is kept.
        BreakGlass => "break-glass",
        /// Decide about submissions that were held back.
        DecideHeld => "decide-held",
        /// Read the codebook.
        ReadCodebook => "read-codebook",
        /// Change the codebook.
        EditCodebook => "edit-codebook",
        /// Apply and remove codes.
        CodeResponses => "code-responses",
        /// Answer what coders ask about responses.
        AnswerFlags => "answer-flags",
        /// Search responses.
        SearchResponses => "search-responses",
        /// Enter what came on paper, by e-mail, by telephone or at an event.
        EnterResponses => "enter-responses",
        /// Bring responses in from a file.
        ImportResponses => "import-responses",
        /// Take responses out to a file.
        ExportResponses => "export-responses",
        /// Write findings, recommendations and replies.
        EditOutcomes => "edit-outcomes",
        /// Publish findings and recommendations, and withdraw them.
        PublishOutcomes => "publish-outcomes",
        /// Set up an assembly.
        CreateAssembly => "create-assembly",
        /// Read an assembly's papers before they are published.
        ReadAssembly => "read-assembly",
        /// Keep the record of an assembly.
        EditAssembly => "edit-assembly",
        /// Publish an assembly's meetings, and withdraw them.
        PublishAssembly => "publish-assembly",
        /// Read the letters that the program sends.
        ReadLetters => "read-letters",
        /// Write the texts of letters, pause them, send them again.
        EditLetters => "edit-letters",
        /// Keep the directory of organisations.
        ManageOrganisations => "manage-organisations",
        /// Check who acts for an organisation: give it a code, and decide about those who ask where it has no owner.
        AdmitMembers => "admit-members",
        /// See who the other members of one's organisation are.
        ReadMembers => "read-members",
        /// Leave one's organisation.
        LeaveOrganisation => "leave-organisation",
        /// Write what one's organisation answers.
        WriteForOrganisation => "write-for-organisation",
        /// Read the stories that people have told one's organisation.
        ReadStories => "read-stories",
        /// Ask people for their stories in the name of one's organisation, choose from them and quote them.
        GatherStories => "gather-stories",
        /// Sign off what one's organisation answers.
        SignOffForOrganisation => "sign-off-for-organisation",
        /// Let people into one's organisation, change their roles, and remove them.
        ManageMembers => "manage-members",
        /// Invite people, close their accounts, and give roles on the whole portal.
        ManagePeople => "manage-people",
        /// Give roles on one call or one assembly, and take them.
        ManageRoles => "manage-roles",
        /// Read who did what, and take it out to a file.
        ReadAudit => "read-audit",
    }
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Anyone at all.
    Guest,
    /// A person who has signed in.
    Person { id: Uuid, grants: Vec<Grant>, memberships: Vec<Membership> },
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
    /// One assembly and its record.
    Assembly(Uuid),
    /// One organisation and its members. Its entry in the directory belongs to the portal.
    Organisation(Uuid),
}

/// Whether this actor may do this to that. A role on the platform holds on everything that it is about: a role of calls
/// reaches no assembly, and a role of assemblies no call. A role on one of them holds there alone. What members of an
/// organisation may do they may there alone; no role of the team reaches it.
pub fn may(actor: &Actor, action: Action, resource: Resource) -> bool {
    let member = |held: &Membership| resource == Resource::Organisation(held.organisation);
    allows(actor, action, |grant| reaches(*grant, resource), member)
}

/// Whether this actor may do this to anything at all.
pub fn may_somewhere(actor: &Actor, action: Action) -> bool {
    allows(actor, action, |_| true, |_| true)
}

fn allows(
    actor: &Actor,
    action: Action,
    reached: impl Fn(&Grant) -> bool,
    member: impl Fn(&Membership) -> bool,
) -> bool {
    if matches!(action, Action::ReadPublic | Action::Respond | Action::SignIn) {
        return true;
    }
    match actor {
        Actor::System => true,
        Actor::Guest => false,
        Actor::Person { .. } if action == Action::KeepAccount => true,
        Actor::Person { grants, memberships, .. } => {
            let trusted = grants.iter().any(|grant| {
                // The team area shows each person what their roles reach, so any role opens it.
                let there = action == Action::EnterTeam || reached(grant);
                there && grant.role.fits(grant.scope) && grant.role.allows(action)
            });
            trusted || memberships.iter().any(|held| member(held) && held.role.allows(action))
        }
    }
}

fn reaches(Grant { role, scope }: Grant, resource: Resource) -> bool {
    match (scope, resource) {
        (Scope::Platform, Resource::Platform) => true,
        (Scope::Platform, Resource::Call(_)) => !role.of_an_assembly(),
        (Scope::Platform, Resource::Assembly(_)) => !role.of_a_call(),
        (Scope::Call(held), Resource::Call(asked)) | (Scope::Assembly(held), Resource::Assembly(asked)) => {
            held == asked
        }
        (Scope::Platform, Resource::Organisation(_)) | (Scope::Call(_) | Scope::Assembly(_), _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{MemberRole, Role};
    use super::*;
    use proptest::prelude::*;

    fn actions() -> impl Strategy<Value = Action> {
        prop::sample::select(Action::ALL)
    }

    fn person(role: Role, scope: Scope) -> Actor {
        Actor::Person { id: Uuid::nil(), grants: vec![Grant { role, scope }], memberships: vec![] }
    }

    fn somewhere() -> impl Strategy<Value = Resource> {
        prop_oneof![
            Just(Resource::Platform),
            any::<u128>().prop_map(|id| Resource::Call(Uuid::from_u128(id))),
            any::<u128>().prop_map(|id| Resource::Assembly(Uuid::from_u128(id))),
            any::<u128>().prop_map(|id| Resource::Organisation(Uuid::from_u128(id))),
        ]
    }

    fn member(role: MemberRole, organisation: Uuid) -> Actor {
        let memberships = vec![Membership { organisation, role }];
        Actor::Person { id: Uuid::nil(), grants: vec![], memberships }
    }

    /// Roles, each of which may do all that the next may.
    const ABOVE: [(Role, Role); 10] = [
        (Role::Owner, Role::LeadAnalyst),
        (Role::Owner, Role::Editor),
        (Role::Owner, Role::Publisher),
        (Role::LeadAnalyst, Role::Coder),
        (Role::Coder, Role::Reader),
        (Role::Publisher, Role::Reader),
        (Role::Moderator, Role::Reader),
        (Role::DataProtectionOfficer, Role::Reader),
        (Role::Secretariat, Role::Chair),
        (Role::Chair, Role::Member),
    ];

    proptest! {
        #[test]
        fn a_role_in_one_place_opens_no_other(role in prop::sample::select(Role::ALL), action in actions(), held in any::<u128>(), resource in somewhere()) {
            let open_to_all = may(&Actor::Guest, action, resource) || action == Action::KeepAccount;
            for scope in [Scope::Call(Uuid::from_u128(held)), Scope::Assembly(Uuid::from_u128(held))] {
                prop_assume!(!reaches(Grant { role, scope }, resource));
                let enters = action == Action::EnterTeam && role.fits(scope);
                prop_assert_eq!(may(&person(role, scope), action, resource), open_to_all || enters);
            }
        }

        #[test]
        fn a_role_where_it_cannot_be_held_is_none(role in prop::sample::select(Role::ALL), action in actions(), id in any::<u128>()) {
            let id = Uuid::from_u128(id);
            for (scope, resource) in [(Scope::Call(id), Resource::Call(id)), (Scope::Assembly(id), Resource::Assembly(id))] {
                let nobody = Actor::Person { id: Uuid::nil(), grants: vec![], memberships: vec![] };
                if !role.fits(scope) {
                    prop_assert_eq!(may(&person(role, scope), action, resource), may(&nobody, action, resource));
                }
            }
        }

        #[test]
        fn some_roles_may_do_all_that_others_may((above, below) in prop::sample::select(&ABOVE[..]), action in actions(), resource in somewhere()) {
            prop_assert!(!may(&person(below, Scope::Platform), action, resource) || may(&person(above, Scope::Platform), action, resource));
        }

        #[test]
        fn who_may_do_something_somewhere_has_a_role_that_allows_it(role in prop::sample::select(Role::ALL), action in actions()) {
            let actor = person(role, Scope::Platform);
            prop_assert_eq!(may_somewhere(&actor, action), may(&actor, action, Resource::Platform));
        }

        #[test]
        fn a_role_of_calls_reaches_no_assembly_and_a_role_of_assemblies_no_call(role in prop::sample::select(Role::ALL), action in actions(), id in any::<u128>()) {
            let nobody = Actor::Person { id: Uuid::nil(), grants: vec![], memberships: vec![] };
            let id = Uuid::from_u128(id);
            for (resource, elsewhere) in [(Resource::Assembly(id), role.of_a_call()), (Resource::Call(id), role.of_an_assembly())] {
                if elsewhere && action != Action::EnterTeam {
                    prop_assert_eq!(may(&person(role, Scope::Platform), action, resource), may(&nobody, action, resource));
                }
            }
        }

        #[test]
        fn a_member_may_do_more_than_anyone_in_their_organisation_alone(role in prop::sample::select(MemberRole::ALL), action in actions(), held in any::<u128>(), resource in somewhere()) {
            let nobody = Actor::Person { id: Uuid::nil(), grants: vec![], memberships: vec![] };
            prop_assume!(resource != Resource::Organisation(Uuid::from_u128(held)));
            prop_assert_eq!(may(&member(role, Uuid::from_u128(held)), action, resource), may(&nobody, action, resource));
        }

        #[test]
        fn each_role_of_a_member_may_do_all_that_the_one_before_may(action in actions(), id in any::<u128>()) {
            let there = Uuid::from_u128(id);
            for pair in MemberRole::ALL.windows(2) {
                let allowed = |role| may(&member(role, there), action, Resource::Organisation(there));
                prop_assert!(!allowed(pair[0]) || allowed(pair[1]), "{:?}", pair);
            }
        }

        #[test]
        fn no_role_of_the_team_reaches_the_members_of_an_organisation(role in prop::sample::select(Role::ALL), action in actions(), id in any::<u128>()) {
            let nobody = Actor::Person { id: Uuid::nil(), grants: vec![], memberships: vec![] };
            let there = Resource::Organisation(Uuid::from_u128(id));
            if action != Action::EnterTeam {
                prop_assert_eq!(may(&person(role, Scope::Platform), action, there), may(&nobody, action, there));
            }
        }

        #[test]
        fn a_person_without_a_role_may_do_what_a_guest_may_and_keep_their_account(action in actions(), resource in somewhere()) {
            let nobody = Actor::Person { id: Uuid::nil(), grants: vec![], memberships: vec![] };
            let guest = may(&Actor::Guest, action, resource);
            prop_assert_eq!(may(&nobody, action, resource), guest || action == Action::KeepAccount);
        }
    }

    /// Who holds a role that allows this.
    fn those_who_may(action: Action) -> Vec<Role> {
        let may = |role: &Role| may(&person(*role, Scope::Platform), action, Resource::Platform);
        Role::ALL.iter().copied().filter(may).collect()
    }

    #[test]
    fn who_wrote_a_response_is_for_two_roles_and_none_of_them_analyses() {
        let named = [Role::DataProtectionOfficer, Role::Moderator];
        assert_eq!(those_who_may(Action::ReadPersonalData), named);
        assert!(those_who_may(Action::CodeResponses).iter().all(|role| !named.contains(role)));
    }

    #[test]
    fn whom_a_call_invited_is_for_whoever_answers_for_it_or_for_data_protection() {
        assert_eq!(those_who_may(Action::SeeInvited), [Role::DataProtectionOfficer, Role::Owner]);
        assert_eq!(those_who_may(Action::InvitePeople), [Role::Owner]);
    }

    #[test]
    fn whoever_runs_the_portal_reads_no_responses() {
        assert!(!those_who_may(Action::ReadResponses).contains(&Role::Administrator));
        assert!(!those_who_may(Action::BreakGlass).contains(&Role::Administrator));
    }

    #[test]
    fn every_action_is_somebodys() {
        let there = Uuid::nil();
        let owner = member(MemberRole::Owner, there);
        for action in Action::ALL {
            let members = may(&owner, *action, Resource::Organisation(there));
            assert!(members || !those_who_may(*action).is_empty(), "{action}");
        }
    }

    #[test]
    fn members_are_no_part_of_the_team() {
        let owner = member(MemberRole::Owner, Uuid::nil());
        for action in
            [Action::EnterTeam, Action::ReadResponses, Action::ReadPersonalData, Action::ManagePeople]
        {
            assert!(!may_somewhere(&owner, action), "{action}");
        }
    }

    #[test]
    fn an_unknown_role_or_action_is_none() {
        assert_eq!(Role::parse("superuser"), None);
        assert_eq!(Action::parse("read-everything"), None);
    }
}
