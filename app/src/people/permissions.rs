//! Who may do what, as the one policy answers it.

use domain::people::{Action, Actor, Grant, Resource, Role, Scope, may};
use leptos::prelude::*;
use uuid::Uuid;

use super::{role_hint, role_name};
use crate::components::{Cell, table};
use crate::layout::{Column, Main};
use crate::t;

/// The table of roles and actions.
pub fn page() -> AnyView {
    let mut columns = vec![t!("permissions-action"), t!("permissions-anyone")];
    columns.extend(Role::ALL.iter().map(|role| role_name(*role)));
    let rows = Action::ALL.iter().map(|action| row(*action)).collect();
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
        </Main>
    }
    .into_any()
}

fn row(action: Action) -> Vec<Cell> {
    let guest = [answer(may(&Actor::Guest, action, Resource::Platform))];
    let roles = Role::ALL.iter().map(|role| answer(may(&holder(*role), action, Resource::Platform)));
    std::iter::once(Cell::heading(action_name(action))).chain(guest).chain(roles).collect()
}

/// Somebody who has this role on the whole portal, and no other.
fn holder(role: Role) -> Actor {
    Actor::Person { id: Uuid::nil(), grants: vec![Grant { role, scope: Scope::Platform }] }
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
        Action::RunCall => t!("action-run-call"),
        Action::PreviewCall => t!("action-preview-call"),
        Action::ReadResponses => t!("action-read-responses"),
        Action::ReadPersonalData => t!("action-read-personal-data"),
        Action::BreakGlass => t!("action-break-glass"),
        Action::DecideHeld => t!("action-decide-held"),
        Action::ReadCodebook => t!("action-read-codebook"),
        Action::EditCodebook => t!("action-edit-codebook"),
        Action::CodeResponses => t!("action-code-responses"),
        Action::SearchResponses => t!("action-search-responses"),
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
        Action::ManagePeople => t!("action-manage-people"),
        Action::ManageRoles => t!("action-manage-roles"),
        Action::ReadAudit => t!("action-read-audit"),
    }
}
