//! Roles: those of one person, and those that people hold on one call or one assembly.

use domain::people::{Action, Grant, Role, Scope};
use leptos::prelude::*;
use services::assembly::Assembly;
use services::calls::Call;
use services::people::Person;

use super::{role_hint, role_name};
use crate::assembly::team::address as assembly_address;
use crate::components::{
    BackLink, Button, Cell, ErrorSummary, Hidden, Opt, Radios, Select, TextInput, table,
};
use crate::layout::{Column, Main, allowed, team_nav};
use crate::t;

/// The calls and assemblies that a role can be given on, with their titles.
pub struct Places(pub Vec<(Scope, String)>);

impl Places {
    /// What a place is called.
    pub fn name(&self, scope: Scope) -> String {
        let title = self.0.iter().find(|(place, _)| *place == scope).map(|(_, title)| title.as_str());
        match (scope, title) {
            (Scope::Platform, _) | (_, None) => t!("roles-place-portal"),
            (Scope::Call(_), Some(title)) => t!("roles-place-call", title = title),
            (Scope::Assembly(_), Some(title)) => t!("roles-place-assembly", title = title),
        }
    }

    /// The field that asks where a role is to hold.
    pub fn field(&self) -> AnyView {
        let scopes = std::iter::once(Scope::Platform).chain(self.0.iter().map(|(scope, _)| *scope));
        let options = scopes.map(|scope| Opt::new(scope.field(), self.name(scope))).collect();
        view! { <Select name="place" label=t!("roles-place") options/> }.into_any()
    }
}

/// The field that asks for a role, of those that this lets through.
pub(super) fn role_field(fits: impl Fn(Role) -> bool) -> AnyView {
    let roles = Role::ALL.iter().filter(|role| fits(**role));
    let options = roles.map(|role| Opt::new(role, role_name(*role)).hint(role_hint(*role))).collect();
    view! { <Radios name="role" legend=t!("person-role") options small=true/> }.into_any()
}

/// The roles of a person, and a form to give another.
pub fn person(person: Person, places: Places) -> AnyView {
    let address = format!("/team/people/{}", person.id);
    let before = view! { <BackLink to="/team/people" text=t!("people-title")/> }.into_any();
    let columns = vec![t!("person-role"), t!("roles-place"), t!("roles-take")];
    let rows: Vec<_> = person
        .grants
        .iter()
        .map(|grant| {
            vec![
                Cell::heading(role_name(grant.role)),
                Cell::new(places.name(grant.scope)),
                Cell::new(take(
                    &format!("{address}/take"),
                    person.id.to_string(),
                    *grant,
                    role_name(grant.role),
                )),
            ]
        })
        .collect();
    let held = if rows.is_empty() {
        view! { <p class="fm-empty">{t!("roles-none")}</p> }.into_any()
    } else {
        table(t!("roles-title"), columns, rows)
    };
    view! {
        <Main before>
            <ErrorSummary/>
            <span class="govuk-caption-l">{person.email.clone()}</span>
            <h1 class="govuk-heading-l">{t!("roles-of", name = person.name.as_str())}</h1>
            {held}
            <Column>
                <h2 class="govuk-heading-m">{t!("roles-give")}</h2>
                <form method="post" action=address novalidate>
                    {role_field(|_| true)} {places.field()}
                    <Button text=t!("roles-give-button")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// The button that takes a role from somebody.
fn take(to: &str, person: String, grant: Grant, about: String) -> AnyView {
    view! {
        <form method="post" action=to.to_owned()>
            <Hidden name="person" value=person/>
            <Hidden name="role" value=grant.role.to_string()/>
            <Hidden name="place" value=grant.scope.field()/>
            <Button text=t!("roles-take") class="govuk-button--secondary fm-button--small" about/>
        </form>
    }
    .into_any()
}

/// The people of one call or one assembly.
pub struct Here {
    pub scope: Scope,
    /// The address of the page.
    pub address: String,
    pub call: Option<Call>,
    pub assembly: Option<Assembly>,
    /// Those whose roles reach here, with the roles that do.
    pub people: Vec<(Person, Vec<Grant>)>,
}

/// The page of who works here.
pub fn here(shown: Here) -> AnyView {
    let scope = shown.scope;
    let before = shown.assembly.as_ref().map(|one| {
        view! { <BackLink to=assembly_address(one) text=one.name.clone()/> }
    });
    let nav = shown.call.as_ref().map(|call| team_nav(call, "/people"));
    let (mine, above) =
        (rows(&shown, |grant| grant.scope == scope), rows(&shown, |grant| grant.scope != scope));
    let columns = vec![t!("person-name"), t!("email"), t!("person-role"), t!("roles-take")];
    let held = if mine.is_empty() {
        view! { <p class="fm-empty">{t!("roles-here-none")}</p> }.into_any()
    } else {
        table(t!("roles-here-title"), columns.clone(), mine)
    };
    let above = (!above.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{t!("roles-everywhere")}</h2>
            <p class="govuk-body">{t!("roles-everywhere-text")}</p>
            {table(t!("roles-everywhere"), columns[..3].to_vec(), above)}
        }
    });
    view! {
        {nav}
        <Main before=before.into_any()>
            <ErrorSummary/>
            <h1 class="govuk-heading-l">{t!("roles-here-title")}</h1>
            <p class="govuk-body">{t!("roles-here-lead")}</p>
            {held}
            <Column>
                <h2 class="govuk-heading-m">{t!("roles-give")}</h2>
                <form method="post" action=shown.address novalidate>
                    <TextInput name="email" label=t!("email") hint=t!("roles-email-hint") kind="email" autocomplete="off"/>
                    {role_field(move |role| role.fits(scope) && given_here(role))}
                    <Button text=t!("roles-give-button")/>
                </form>
            </Column>
            {above}
        </Main>
    }
    .into_any()
}

/// Whether whoever reads the page gives and takes this role: administrators alone those that show who wrote what.
fn given_here(role: Role) -> bool {
    !role.sees_people() || allowed(Action::ManagePeople)
}

/// A row for each role that this lets through; those held here can be taken.
fn rows(shown: &Here, which: impl Fn(&Grant) -> bool) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for (person, grants) in &shown.people {
        for grant in grants.iter().filter(|grant| which(grant)) {
            let mut row = vec![
                Cell::heading(person.name.clone()),
                Cell::new(person.email.clone()),
                Cell::new(role_name(grant.role)),
            ];
            if grant.scope == shown.scope && given_here(grant.role) {
                let about = format!("{}: {}", person.name, role_name(grant.role));
                row.push(Cell::new(take(
                    &format!("{}/take", shown.address),
                    person.id.to_string(),
                    *grant,
                    about,
                )));
            }
            rows.push(row);
        }
    }
    rows
}
