//! Who is trusted with what: the roles of one person, and the people of one call or one assembly.

use app::components::Fields;
use app::layout::Area;
use app::people::roles::{self as pages, Here, Places};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::{Form, Problem};
use domain::people::{Action, Grant, Scope};
use services::people::{Person, accounts, roles};
use services::{Failure, assembly, calls};

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};

/// The roles of a person, everywhere.
pub async fn of_person(visit: Visit, Path(id): Path<String>) -> Result<Response, Stop> {
    let person = person(&visit, &id).await?;
    show_person(&visit, person, Fields::default()).await
}

/// Gives a person a role.
pub async fn give(visit: Visit, Path(id): Path<String>, Typed(typed): Typed) -> Result<Response, Stop> {
    let person = person(&visit, &id).await?;
    let done = match Grant::parse(&typed) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(grant) => roles::give(visit.services(), &person, grant).await,
    };
    match done {
        Err(Failure::Invalid(problems)) => {
            show_person(&visit, person, Fields { form: typed, problems }).await
        }
        done => done.map(|()| visit.go(&format!("/team/people/{}", person.id))).map_err(Stop),
    }
}

/// Takes a role from a person.
pub async fn take(visit: Visit, Path(id): Path<String>, Typed(typed): Typed) -> Result<Response, Stop> {
    let person = person(&visit, &id).await?;
    roles::take(visit.services(), person.id, Grant::parse(&typed).map_err(Failure::Invalid)?).await?;
    Ok(visit.go(&format!("/team/people/{}", person.id)))
}

/// The people of one call or one assembly.
pub async fn here(visit: Visit) -> Result<Response, Stop> {
    show_here(&visit, Fields::default()).await
}

/// Gives a role here to whoever has an account with the address that was typed.
pub async fn give_here(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let done = add_here(&visit, &typed).await;
    match done {
        Err(Failure::Invalid(problems)) => show_here(&visit, Fields { form: typed, problems }).await,
        done => {
            done?;
            Ok(visit.go(&place(&visit)?.1))
        }
    }
}

async fn add_here(visit: &Visit, typed: &Form) -> Result<(), Failure> {
    let grant = grant_here(visit, typed)?;
    let known = accounts::by_email(visit.services(), typed.value("email")).await?;
    let person = known.ok_or_else(|| Problem::new("email", "error-person-unknown"))?;
    roles::give(visit.services(), &person, grant).await
}

/// Takes a role here from a person.
pub async fn take_here(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let person = super::person(&typed)?;
    let grant = grant_here(&visit, &typed)?;
    roles::take(visit.services(), person, grant).await?;
    Ok(visit.go(&place(&visit)?.1))
}

/// The role that a form names, here and whatever place was sent along: who gives roles here gives none elsewhere, and none
/// that shows who wrote what.
fn grant_here(visit: &Visit, typed: &Form) -> Result<Grant, Failure> {
    let here = place(visit)?.0.field();
    let grant = Grant::parse(&Form::from_pairs([("role", typed.value("role").to_owned()), ("place", here)]))?;
    if grant.role.sees_people() && !visit.may(Action::ManagePeople) {
        return Err(Problem::new("role", "error-role-administrators").into());
    }
    Ok(grant)
}

/// What the address is about, and the address of its people.
fn place(visit: &Visit) -> Result<(Scope, String), Failure> {
    match (&visit.about.call, &visit.about.assembly) {
        (Some(call), _) => Ok((Scope::Call(call.id), format!("/team/calls/{}/people", call.slug))),
        (None, Some(assembly)) => {
            Ok((Scope::Assembly(assembly.id), format!("/team/assemblies/{}/people", assembly.slug)))
        }
        (None, None) => Err(Failure::NotFound("place")),
    }
}

async fn person(visit: &Visit, id: &str) -> Result<Person, Failure> {
    accounts::by_id(visit.services(), id.parse().map_err(|_| Failure::NotFound("person"))?).await
}

/// The calls and assemblies that a role can be given on.
pub(super) async fn places(visit: &Visit) -> Result<Places, Failure> {
    let of_call = |call: calls::Call| (Scope::Call(call.id), call.title);
    let of_assembly = |one: assembly::Assembly| (Scope::Assembly(one.id), one.name);
    let calls = calls::all(visit.services()).await?.into_iter().map(of_call);
    let assemblies = assembly::list(visit.services()).await?.into_iter().map(of_assembly);
    Ok(Places(calls.chain(assemblies).collect()))
}

async fn show_person(visit: &Visit, person: Person, fields: Fields) -> Result<Response, Stop> {
    let places = places(visit).await?;
    let title = person.name.clone();
    let body = || pages::person(person, places);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("roles-of", name = title), body))
}

async fn show_here(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let (scope, address) = place(visit)?;
    let shown = Here {
        scope,
        address,
        call: visit.about.call.clone(),
        assembly: visit.about.assembly.clone(),
        people: roles::reaching(visit.services(), scope).await?,
    };
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("roles-here-title"), || pages::here(shown)))
}
