//! Signing in ([`sign_in`], [`refusal`]), one's own account ([`account`]), invitations ([`invitation`]), the directory of
//! [`organisations`], the people of the team, and who may do what ([`permissions`]).

pub mod account;
pub mod invitation;
pub mod organisations;
pub mod permissions;
pub mod refusal;
pub mod sign_in;

use domain::people::Role;
use leptos::prelude::*;
use services::people::Person;
use services::people::invitations::Invitation;

use crate::components::{Button, Cell, ErrorSummary, Hidden, Opt, Radios, TextInput, table};
use crate::layout::{Column, Main};
use crate::t;

/// The name of a role.
pub fn role_name(role: Role) -> String {
    match role {
        Role::Administrator => t!("role-administrator"),
        Role::LeadAnalyst => t!("role-lead-analyst"),
        Role::Coder => t!("role-coder"),
        Role::Reader => t!("role-reader"),
    }
}

fn role_hint(role: Role) -> String {
    match role {
        Role::Administrator => t!("role-administrator-hint"),
        Role::LeadAnalyst => t!("role-lead-analyst-hint"),
        Role::Coder => t!("role-coder-hint"),
        Role::Reader => t!("role-reader-hint"),
    }
}

/// Everyone with an account, those who were invited, and a form to invite another.
pub fn people(all: Vec<Person>, invited: Vec<Invitation>) -> AnyView {
    let columns = vec![t!("person-name"), t!("email"), t!("person-role"), t!("person-account")];
    let rows = all.into_iter().map(row).collect();
    let roles =
        Role::ALL.iter().map(|role| Opt::new(role, role_name(*role)).hint(role_hint(*role))).collect();
    view! {
        <Main>
            <ErrorSummary/>
            <h1 class="govuk-heading-l">{t!("people-title")}</h1>
            {table(t!("people-title"), columns, rows)}
            {invitation::waiting(invited)}
            <Column>
                <h2 class="govuk-heading-m">{t!("people-invite")}</h2>
                <p class="govuk-body">{t!("people-invite-text")}</p>
                <form method="post" action="/team/people" novalidate>
                    <TextInput name="name" label=t!("person-name") autocomplete="off"/>
                    <TextInput name="email" label=t!("email") kind="email" autocomplete="off"/>
                    <Radios name="role" legend=t!("person-role") options=roles small=true/>
                    <Button text=t!("people-invite-button")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

fn row(person: Person) -> Vec<Cell> {
    let roles = person.grants.iter().map(|grant| role_name(grant.role)).collect::<Vec<_>>().join(", ");
    let action = if person.disabled {
        t!("person-closed").into_any()
    } else {
        view! {
            <form method="post" action="/team/people/close">
                <Hidden name="person" value=person.id.to_string()/>
                <Button text=t!("person-close") class="govuk-button--secondary fm-button--small" about=person.name.clone()/>
            </form>
        }
        .into_any()
    };
    vec![Cell::heading(person.name), Cell::new(person.email), Cell::new(roles), Cell::new(action)]
}
