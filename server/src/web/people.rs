//! Signing in and out, and the people of the team.

use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::forms::Form;
use domain::people::{NewAccount, SignIn};
use services::Failure;
use services::people::{accounts, sign_in as session};

use super::cookies;
use super::typed::{Typed, query};
use super::visit::{Stop, Visit};

/// The page to sign in.
pub async fn sign_in_page(visit: Visit) -> Response {
    sign_in_form(&visit, Fields::default())
}

/// The form keeps where to go afterwards, so that a wrong password does not lose the way.
fn sign_in_form(visit: &Visit, fields: Fields) -> Response {
    let next = form_urlencoded::Serializer::new(String::new()).append_pair("next", &next(visit)).finish();
    let action = format!("/sign-in?{next}");
    let body = || app::people::sign_in(action);
    visit.form(Area::Public, StatusCode::OK, fields, || t!("sign-in-title"), body)
}

/// Signs in, with a new session in place of any old one.
pub async fn sign_in(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let before = cookies::read(&visit.portal.site, &visit.headers, cookies::SESSION);
    let done = match SignIn::parse(&typed) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(sign_in) => session::sign_in(visit.services(), sign_in, before.as_deref()).await,
    };
    match done {
        Err(Failure::Invalid(problems)) => Ok(sign_in_form(&visit, Fields { form: typed, problems })),
        done => {
            let (secret, _) = done?;
            let mut response = Redirect::to(&next(&visit)).into_response();
            cookies::set(&visit.portal.site, &mut response, cookies::SESSION, &secret);
            Ok(response)
        }
    }
}

/// Where to go after signing in: a page of this portal, and never an address of someone else's choosing.
fn next(visit: &Visit) -> String {
    let asked = query(&visit.uri).value("next").to_owned();
    // Browsers pass over tabs and line ends in an address, and take a backslash for a slash.
    let plain = asked.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let own = plain && asked.starts_with('/') && !asked.starts_with("//");
    if own { asked } else { "/team".to_owned() }
}

/// Signs out: the session's secret opens nothing from now on.
pub async fn sign_out(visit: Visit) -> Result<Response, Stop> {
    if let Some(secret) = cookies::read(&visit.portal.site, &visit.headers, cookies::SESSION) {
        session::sign_out(visit.services(), &secret).await?;
    }
    let mut response = Redirect::to("/").into_response();
    cookies::clear(&visit.portal.site, &mut response, cookies::SESSION);
    Ok(response)
}

/// Everyone with an account.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    show(&visit, Fields::default()).await
}

/// Adds a person.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let done = match NewAccount::parse(&typed) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(account) => accounts::add(visit.services(), account).await,
    };
    match done {
        Err(Failure::Invalid(problems)) => show(&visit, Fields { form: typed, problems }).await,
        done => {
            done?;
            Ok(visit.go("/team/people"))
        }
    }
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
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("people-title"), || app::people::people(all)))
}
