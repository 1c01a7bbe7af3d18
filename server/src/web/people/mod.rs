//! Signing in, with one step or two, and out; one's own account; invitations, and the people of the team; organisations
//! and their members.

pub mod account;
pub mod authenticator;
pub mod by_link;
pub mod by_provider;
pub mod invitations;
pub mod members;
pub mod organisations;
pub mod organisations_of_the_team;
pub mod passkeys;
pub mod roles;
pub mod second_step;

use app::components::Fields;
use app::layout::Area;
use app::people::sign_in::{Door, Ways};
use app::t;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::forms::Form;
use domain::people::{SignIn, own_place};
use services::Failure;
use services::people::invitations::Within;
use services::people::{Opened, accounts, by_provider as provider, factors, sessions, sign_in as password};

use super::cookies;
use super::typed::{Typed, query};
use super::visit::{Stop, Visit};

/// Where people go after signing in who have not asked for anything in particular.
const TEAM: &str = "/team";

/// Who may do what.
pub async fn permissions(visit: Visit) -> Response {
    visit.team(|| t!("permissions-title"), app::people::permissions::page)
}

/// The page to sign in.
pub async fn sign_in_page(visit: Visit) -> Response {
    sign_in_form(&visit, Fields::default())
}

/// The form keeps where to go afterwards, so that a wrong password does not lose the way.
fn sign_in_form(visit: &Visit, fields: Fields) -> Response {
    let action = with_next("/sign-in", &next(visit));
    let doors = doors(visit, |id| with_next(&format!("/sign-in/with/{id}"), &next(visit)));
    let link = by_link::way(visit, asked_next(visit).as_deref());
    let passkey = passkeys::work(visit).then(|| with_next("/sign-in/passkey/begin", &next(visit)));
    let ways = Ways { action, doors, link, passkey };
    let body = || app::people::sign_in::page(ways);
    visit.form(Area::Public, StatusCode::OK, fields, || t!("sign-in-title"), body)
}

/// A door for each provider; `to` is the address behind it, in no language.
fn doors(visit: &Visit, to: impl Fn(&str) -> String) -> Vec<Door> {
    let door = |provider: &services::people::providers::Provider| Door {
        provider: provider.settings.name.clone(),
        to: to(&provider.settings.id),
    };
    visit.portal.providers.iter().map(door).collect()
}

fn with_next(path: &str, next: &str) -> String {
    let next = form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
    format!("{path}?{next}")
}

/// Signs in, with a new session in place of any old one.
pub async fn sign_in(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let done = match SignIn::parse(&typed) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(sign_in) => password::sign_in(visit.services(), sign_in, held(&visit, cookies::SESSION)).await,
    };
    match done {
        Err(Failure::Invalid(problems)) => Ok(sign_in_form(&visit, Fields { form: typed, problems })),
        done => Ok(enter(&visit, &done?, &next(&visit)).await?),
    }
}

/// On to a page of the portal in a session that has begun, or first to the second step where it waits for that.
async fn enter(visit: &Visit, opened: &Opened, place: &str) -> Result<Response, Failure> {
    if opened.waits {
        return Ok(let_in(visit, &opened.secret, &visit.href(&with_next("/sign-in/code", place))));
    }
    let person = accounts::by_id(visit.services(), opened.person).await?;
    // The team's home is nothing to whoever is trusted with nothing of the team's.
    let place = if place == TEAM && person.grants.is_empty() { &visit.href("/account") } else { place };
    Ok(let_in(visit, &opened.secret, place))
}

/// On to a page of the portal, with a session that has this secret.
fn let_in(visit: &Visit, secret: &str, place: &str) -> Response {
    let mut response = Redirect::to(place).into_response();
    cookies::set(&visit.portal.site, &mut response, cookies::SESSION, secret);
    response
}

/// Where to go after signing in: a page of this portal, and never an address of someone else's choosing.
fn next(visit: &Visit) -> String {
    asked_next(visit).unwrap_or_else(|| TEAM.to_owned())
}

fn asked_next(visit: &Visit) -> Option<String> {
    own_place(query(&visit.uri).value("next")).map(str::to_owned)
}

fn held(visit: &Visit, cookie: &str) -> Option<String> {
    cookies::read(&visit.portal.site, &visit.headers, cookie)
}

/// Signs out: the session's secret opens nothing from now on. Someone who came by a provider is still signed in there, and
/// is asked about it.
pub async fn sign_out(visit: Visit) -> Result<Response, Stop> {
    let ended = match held(&visit, cookies::SESSION) {
        Some(secret) => sessions::end(visit.services(), &secret).await?,
        None => None,
    };
    let site = &visit.portal.site;
    let leaving = provider::leave(visit.services(), &visit.portal.providers, ended).await?;
    let mut response = Redirect::to(if leaving.is_some() { "/signed-out" } else { "/" }).into_response();
    cookies::clear(site, &mut response, cookies::SESSION);
    if let Some(secret) = leaving {
        cookies::set(site, &mut response, cookies::DEPARTURE, &secret);
    }
    Ok(response)
}

/// Everyone with an account.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    show(&visit, Fields::default()).await
}

/// Closes an account.
pub async fn close(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let id = person(&typed)?;
    if visit.person.as_ref().is_some_and(|me| me.id == id) {
        return Err(Failure::Refused("error-person-self").into());
    }
    accounts::disable(visit.services(), id).await?;
    Ok(visit.go("/team/people"))
}

fn person(typed: &Form) -> Result<uuid::Uuid, Failure> {
    typed.value("person").parse().map_err(|_| Failure::NotFound("person"))
}

async fn show(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let all = accounts::list(visit.services()).await?;
    let invited = services::people::invitations::list(visit.services(), Within::Team).await?;
    let two_steps = factors::people(visit.services()).await?;
    let places = roles::places(visit).await?;
    let mail_server = visit.portal.mail_server();
    let body = || app::people::people(all, invited, &two_steps, places, mail_server);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("people-title"), body))
}
