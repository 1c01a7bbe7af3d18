//! Signing in ([`sign_in`], [`refusal`], [`second_step`]), one's own account ([`account`], [`authenticator`]), invitations
//! ([`invitation`]), the directory of [`organisations`] and their [`members`], the people of the team, their roles ([`roles`]), and who may do
//! what ([`permissions`]).

pub mod account;
pub mod authenticator;
pub mod by_link;
pub mod invitation;
pub mod members;
pub mod organisations;
pub mod passkeys;
pub mod permissions;
pub mod refusal;
pub mod roles;
pub mod second_step;
pub mod sign_in;

use domain::people::{Grant, Role, Scope};
use leptos::prelude::*;
use services::people::Person;
use services::people::invitations::Invitation;
use uuid::Uuid;

use roles::Places;

use crate::components::{Button, Cell, ErrorSummary, Hidden, TextInput, table};
use crate::layout::{Column, Main};
use crate::t;

/// The name of a role.
pub fn role_name(role: Role) -> String {
    match role {
        Role::Administrator => t!("role-administrator"),
        Role::DataProtectionOfficer => t!("role-data-protection-officer"),
        Role::Owner => t!("role-owner"),
        Role::Editor => t!("role-editor"),
        Role::Moderator => t!("role-moderator"),
        Role::LeadAnalyst => t!("role-lead-analyst"),
        Role::Coder => t!("role-coder"),
        Role::Reader => t!("role-reader"),
        Role::Publisher => t!("role-publisher"),
        Role::Secretariat => t!("role-secretariat"),
        Role::Chair => t!("role-chair"),
        Role::Member => t!("role-member"),
        Role::Observer => t!("role-observer"),
    }
}

/// A role, and where it holds if that is not the whole portal.
pub(crate) fn held(grant: Grant, places: &Places) -> String {
    match grant.scope {
        Scope::Platform => role_name(grant.role),
        place => format!("{} – {}", role_name(grant.role), places.name(place)),
    }
}

fn role_hint(role: Role) -> String {
    match role {
        Role::Administrator => t!("role-administrator-hint"),
        Role::DataProtectionOfficer => t!("role-data-protection-officer-hint"),
        Role::Owner => t!("role-owner-hint"),
        Role::Editor => t!("role-editor-hint"),
        Role::Moderator => t!("role-moderator-hint"),
        Role::LeadAnalyst => t!("role-lead-analyst-hint"),
        Role::Coder => t!("role-coder-hint"),
        Role::Reader => t!("role-reader-hint"),
        Role::Publisher => t!("role-publisher-hint"),
        Role::Secretariat => t!("role-secretariat-hint"),
        Role::Chair => t!("role-chair-hint"),
        Role::Member => t!("role-member-hint"),
        Role::Observer => t!("role-observer-hint"),
    }
}

/// Everyone with an account, those who were invited, and a form to invite another. `two_steps` are those who sign in with
/// two steps.
pub fn people(
    all: Vec<Person>,
    invited: Vec<Invitation>,
    two_steps: &[Uuid],
    places: Places,
    mail_server: bool,
) -> AnyView {
    let columns = vec![t!("person-name"), t!("email"), t!("person-role"), t!("person-account")];
    let rows = all.into_iter().map(|person| row(person, two_steps, &places)).collect();
    let how = if mail_server { t!("people-invite-letter") } else { t!("people-invite-text") };
    view! {
        <Main>
            <ErrorSummary/>
            <h1 class="govuk-heading-l">{t!("people-title")}</h1>
            {table(t!("people-title"), columns, rows)}
            {invitation::waiting(invited, &places)}
            <Column>
                <h2 class="govuk-heading-m">{t!("people-invite")}</h2>
                <p class="govuk-body">{how}</p>
                <form method="post" action="/team/people" novalidate>
                    <TextInput name="name" label=t!("person-name") autocomplete="off"/>
                    <TextInput name="email" label=t!("email") kind="email" autocomplete="off"/>
                    {roles::role_field(|_| true)} {places.field()}
                    <Button text=t!("people-invite-button")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

fn row(person: Person, two_steps: &[Uuid], places: &Places) -> Vec<Cell> {
    let named: Vec<_> = person.grants.iter().map(|grant| view! { <li>{held(*grant, places)}</li> }).collect();
    let to = format!("/team/people/{}", person.id);
    let clear = two_steps.contains(&person.id).then(|| {
        view! {
            <form method="post" action="/team/people/clear-second-step">
                <Hidden name="person" value=person.id.to_string()/>
                <Button text=t!("person-clear-second-step") class="govuk-button--secondary fm-button--small" about=person.name.clone()/>
            </form>
        }
    });
    let action = if person.disabled {
        t!("person-closed").into_any()
    } else {
        view! {
            <form method="post" action="/team/people/close">
                <Hidden name="person" value=person.id.to_string()/>
                <Button text=t!("person-close") class="govuk-button--secondary fm-button--small" about=person.name.clone()/>
            </form>
            {clear}
        }
        .into_any()
    };
    let name = view! { <a class="govuk-link" href=to>{person.name}</a> };
    let roles = view! { <ul class="govuk-list fm-list--tight">{named}</ul> };
    vec![Cell::heading(name), Cell::new(person.email), Cell::new(roles), Cell::new(action)]
}
