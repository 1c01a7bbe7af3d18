//! Who is trusted with what: the roles of one person, and the people of one call or one assembly.

use app::components::Fields;
use app::layout::Area;
use app::people::roles::{self as pages, Here, Places};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::{Form, Problem};
use domain::people::{Grant, Scope};
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
            Ok(visit.go(&address(&visit)?))
        }
    }
}

async fn add_here(visit: &Visit, typed: &Form) -> Result<(), Failure> {
    let grant = Grant::parse(&here_alone(visit, typed)?)?;
    let known = accounts::by_email(visit.services(), typed.value("email")).await?;
    let person = known.ok_or_else(|| Problem::new("email", "error-person-unknown"))?;
    roles::give(visit.services(), &person, grant).await
}

/// Takes a role here from a person.
pub async fn take_here(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let person = super::person(&typed)?;
    let grant = Grant::parse(&here_alone(&visit, &typed)?).map_err(Failure::Invalid)?;
    roles::take(visit.services(), person, grant).await?;
    Ok(visit.go(&address(&visit)?))
}

/// The form with this place in it, whatever else was sent: who gives roles here gives none elsewhere.
fn here_alone(visit: &Visit, typed: &Form) -> Result<Form, Failure> {
    let fields = ["role", "email"].map(|name| (name, typed.value(name).to_owned()));
    Ok(Form::from_pairs(fields.into_iter().chain([("place", scope(visit)?.field())])))
}

fn scope(visit: &Visit) -> Result<Scope, Failure> {
    match (&visit.call, &visit.assembly) {
        (Some(call), _) => Ok(Scope::Call(call.id)),
        (None, Some(assembly)) => Ok(Scope::Assembly(assembly.id)),
        (None, None) => Err(Failure::NotFound("place")),
    }
}

fn address(visit: &Visit) -> Result<String, Failure> {
    match (&visit.call, &visit.assembly) {
        (Some(call), _) => Ok(format!("/team/calls/{}/people", call.slug)),
        (None, Some(assembly)) => Ok(format!("/team/assemblies/{}/people", assembly.slug)),
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
    let scope = scope(visit)?;
    let shown = Here {
        scope,
        address: address(visit)?,
        call: visit.call.clone(),
        assembly: visit.assembly.clone(),
        people: roles::reaching(visit.services(), scope).await?,
    };
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("roles-here-title"), || pages::here(shown)))
}
