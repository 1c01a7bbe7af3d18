//! Who may do what, as the one policy answers it.

use domain::people::{Action, Actor, Grant, MemberRole, Membership, Resource, Role, Scope, may};
use leptos::prelude::*;
use uuid::Uuid;

use super::members::names;
use super::{role_hint, role_name};
use crate::components::{Cell, table};
use crate::layout::{Column, Main};
use crate::t;

/// The table of roles and actions.
pub fn page() -> AnyView {
    let mut columns = vec![t!("permissions-action"), t!("permissions-anyone")];
    columns.extend(Role::ALL.iter().map(|role| role_name(*role)));
    let (of_members, of_all): (Vec<Action>, Vec<Action>) =
        Action::ALL.iter().partition(|action| for_members_alone(**action));
    let rows = of_all.into_iter().map(row).collect();
    let roles: Vec<_> = Role::ALL
        .iter()
        .map(|role| view! { <div><dt>{role_name(*role)}</dt><dd>{role_hint(*role)}</dd></div> })
        .collect();
    view! {
        <Main>
            <h1 class="govuk-heading-l">{t!("permissions-title")}</h1>
            <Column>
                <p class="govuk-body">{t!("permissions-lead")}</p>
                <p class="govuk-body">{t!("permissions-where")}</p>
            </Column>
            <dl class="fm-facts">{roles}</dl>
            {table(t!("permissions-title"), columns, rows)}
            {members(of_members)}
        </Main>
    }
    .into_any()
}

/// What members of an organisation may do and nobody else, as the policy answers it.
fn members(actions: Vec<Action>) -> AnyView {
    let mut columns = vec![t!("permissions-action"), t!("permissions-anyone")];
    columns.extend(MemberRole::ALL.iter().map(|role| names::role(*role)));
    let there = Resource::Organisation(THERE);
    let row = |action: Action| {
        let guest = answer(may(&Actor::Guest, action, there));
        let roles = MemberRole::ALL.iter().map(|role| answer(may(&member(*role), action, there)));
        [Cell::heading(action_name(action)), guest].into_iter().chain(roles).collect()
    };
    let rows = actions.into_iter().map(row).collect();
    let roles: Vec<_> = MemberRole::ALL
        .iter()
        .map(|role| view! { <div><dt>{names::role(*role)}</dt><dd>{names::hint(*role)}</dd></div> })
        .collect();
    view! {
        <h2 class="govuk-heading-m">{t!("permissions-members")}</h2>
        <Column><p class="govuk-body">{t!("permissions-members-text")}</p></Column>
        <dl class="fm-facts">{roles}</dl>
        {table(t!("permissions-members"), columns, rows)}
    }
    .into_any()
}

/// Some organisation.
const THERE: Uuid = Uuid::nil();

/// Somebody who has this role in it, and none in the team.
fn member(role: MemberRole) -> Actor {
    let memberships = vec![Membership { organisation: THERE, role }];
    Actor::Person { id: Uuid::nil(), grants: Vec::new(), memberships }
}

/// Whether no role of the team opens this, and one of a member does.
fn for_members_alone(action: Action) -> bool {
    let there = Resource::Organisation(THERE);
    !Role::ALL.iter().any(|role| may(&holder(*role), action, Resource::Platform))
        && MemberRole::ALL.iter().any(|role| may(&member(*role), action, there))
}

fn row(action: Action) -> Vec<Cell> {
    let guest = [answer(may(&Actor::Guest, action, Resource::Platform))];
    let roles = Role::ALL.iter().map(|role| answer(may(&holder(*role), action, Resource::Platform)));
    std::iter::once(Cell::heading(action_name(action))).chain(guest).chain(roles).collect()
}

/// Somebody who has this role on the whole portal, and no other.
fn holder(role: Role) -> Actor {
    Actor::Person {
        id: Uuid::nil(),
        grants: vec![Grant { role, scope: Scope::Platform }],
        memberships: vec![],
    }
}

fn answer(yes: bool) -> Cell {
    Cell::new(if yes { t!("permissions-yes") } else { t!("permissions-no") })
}

/// What an action is called.
fn action_name(action: Action) -> String {
    match action {
        Action::ReadPublic => t!("action-read-public"),
        Action::Respond => t!("action-respond"),
        Action::SignIn => t!("action-sign-in"),
        Action::KeepAccount => t!("action-keep-account"),
        Action::EnterTeam => t!("action-enter-team"),
        Action::CreateCall => t!("action-create-call"),
        Action::EditCall => t!("action-edit-call"),
        Action::KeepBank => t!("action-keep-bank"),
        Action::RunCall => t!("action-run-call"),
        Action::SeeInvited => t!("action-see-invited"),
        Action::InvitePeople => t!("action-invite-people"),
        Action::PreviewCall => t!("action-preview-call"),
        Action::ReadResponses => t!("action-read-responses"),
        Action::OpenDocuments => t!("action-open-documents"),
        Action::ReadPersonalData => t!("action-read-personal-data"),
        Action::BreakGlass => t!("action-break-glass"),
        Action::DecideHeld => t!("action-decide-held"),
        Action::ReadCodebook => t!("action-read-codebook"),
        Action::EditCodebook => t!("action-edit-codebook"),
        Action::CodeResponses => t!("action-code-responses"),
        Action::AnswerFlags => t!("action-answer-flags"),
        Action::SearchResponses => t!("action-search-responses"),
        Action::EnterResponses => t!("action-enter-responses"),
        Action::ImportResponses => t!("action-import-responses"),
        Action::ExportResponses => t!("action-export-responses"),
        Action::EditOutcomes => t!("action-edit-outcomes"),
        Action::PublishOutcomes => t!("action-publish-outcomes"),
        Action::CreateAssembly => t!("action-create-assembly"),
        Action::ReadAssembly => t!("action-read-assembly"),
        Action::EditAssembly => t!("action-edit-assembly"),
        Action::PublishAssembly => t!("action-publish-assembly"),
        Action::ReadLetters => t!("action-read-letters"),
        Action::EditLetters => t!("action-edit-letters"),
        Action::ManageOrganisations => t!("action-manage-organisations"),
        Action::AdmitMembers => t!("action-admit-members"),
        Action::ReadMembers => t!("action-read-members"),
        Action::LeaveOrganisation => t!("action-leave-organisation"),
        Action::WriteForOrganisation => t!("action-write-for-organisation"),
        Action::ReadStories => t!("action-read-stories"),
        Action::GatherStories => t!("action-gather-stories"),
        Action::SignOffForOrganisation => t!("action-sign-off-for-organisation"),
        Action::ManageMembers => t!("action-manage-members"),
        Action::ManagePeople => t!("action-manage-people"),
        Action::ManageRoles => t!("action-manage-roles"),
        Action::ReadAudit => t!("action-read-audit"),
    }
}
