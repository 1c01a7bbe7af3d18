//! Signing in by the link of a letter. Where no letters leave, nobody can.

use app::components::Fields;
use app::layout::Area;
use app::people::by_link as pages;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{LinkForm, OwnName};
use services::Failure;
use services::people::by_link::{self as service, LeadsTo, Link};

use super::super::cookies;
use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};
use super::{TEAM, asked_next, enter, held, with_next};

/// Where the form that asks for a link goes; nothing where no letters leave.
pub(super) fn way(visit: &Visit, next: Option<&str>) -> Option<String> {
    let path = "/sign-in/link";
    visit.portal.mail_server().then(|| next.map_or_else(|| path.to_owned(), |next| with_next(path, next)))
}

fn way_on(visit: &Visit) -> Result<String, Failure> {
    way(visit, asked_next(visit).as_deref()).ok_or(Failure::NotFound("link"))
}

/// The page that asks where the link is to go.
pub async fn ask_page(visit: Visit) -> Result<Response, Stop> {
    ask_form(&visit, Fields::default())
}

fn ask_form(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let action = way_on(visit)?;
    let body = || pages::ask(action);
    Ok(visit.form(Area::Public, StatusCode::OK, fields, || t!("by-link-title"), body))
}

/// Posts the letter. The answer is the same for every address.
pub async fn ask(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    way_on(&visit)?;
    match LinkForm::parse(&typed) {
        Err(problems) => ask_form(&visit, Fields { form: typed, problems }),
        Ok(asked) => {
            service::ask(visit.services(), asked, asked_next(&visit), visit.language).await?;
            Ok(visit.go("/sign-in/link/sent"))
        }
    }
}

/// Says that a letter is on its way.
pub async fn sent(visit: Visit) -> Response {
    visit.page(|| t!("by-link-sent-title"), pages::sent)
}

/// Opens a link in this browser: from here on it is in no address.
pub async fn open(visit: Visit, Path(secret): Path<String>) -> Result<Response, Stop> {
    let Some(_) = usable(&visit, &secret).await? else { return Ok(over(&visit)) };
    let mut response = visit.go("/sign-in/by-link");
    cookies::set(&visit.portal.site, &mut response, cookies::LINK, &secret);
    Ok(response)
}

async fn usable(visit: &Visit, secret: &str) -> Result<Option<Link>, Failure> {
    match service::by_secret(visit.services(), secret).await {
        Ok(link) => Ok(Some(link)),
        Err(Failure::NotFound(_)) => Ok(None),
        Err(failure) => Err(failure),
    }
}

fn over(visit: &Visit) -> Response {
    let body = pages::over;
    visit.form(Area::Public, StatusCode::NOT_FOUND, Fields::default(), || t!("by-link-over-title"), body)
}

async fn opened(visit: &Visit) -> Result<Option<Link>, Failure> {
    match held(visit, cookies::LINK) {
        Some(secret) => usable(visit, &secret).await,
        None => Ok(None),
    }
}

/// The page that a link opened.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let Some(link) = opened(&visit).await? else { return Ok(over(&visit)) };
    Ok(form(&visit, link, Fields::default()))
}

fn form(visit: &Visit, link: Link, fields: Fields) -> Response {
    let body = || pages::open(link);
    visit.form(Area::Public, StatusCode::OK, fields, || t!("by-link-open-title"), body)
}

/// Signs in, and makes the account first where there is none.
pub async fn sign_in(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let Some(link) = opened(&visit).await? else { return Ok(over(&visit)) };
    let name = match link.leads_to {
        LeadsTo::NewAccount => match OwnName::parse(&typed) {
            Err(problems) => return Ok(form(&visit, link, Fields { form: typed, problems })),
            Ok(name) => Some(name),
        },
        LeadsTo::Account(_) | LeadsTo::Invitation(_) => None,
    };
    let place = link.place.clone().unwrap_or_else(|| TEAM.to_owned());
    match service::sign_in(visit.services(), link, name, held(&visit, cookies::SESSION)).await {
        Err(Failure::NotFound(_)) => Ok(over(&visit)),
        done => {
            let mut response = enter(&visit, &done?, &place).await?;
            cookies::clear(&visit.portal.site, &mut response, cookies::LINK);
            Ok(response)
        }
    }
}
