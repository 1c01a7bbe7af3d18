//! Setting up the second step of signing in on one's own account: the app, and the recovery codes.

use app::components::Fields;
use app::layout::Area;
use app::people::authenticator as pages;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{GivenCode, RecoveryCode, own_place};
use services::Failure;
use services::people::factors::{self, Factors, app as service, recovery};

use super::super::cookies;
use super::super::typed::{Typed, query};
use super::super::visit::{Stop, Visit};
use super::account::{myself, unconfirmed};
use super::{held, passkeys, with_next};

/// Where to go when all is done.
pub(super) fn place(visit: &Visit) -> String {
    own_place(query(&visit.uri).value("next")).map_or_else(|| visit.href("/account"), str::to_owned)
}

/// The page to set up the app. Whoever has one is led to their account.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    form(&visit, Fields::default()).await
}

async fn form(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let (person, session) = myself(visit)?;
    let factors = factors::of(visit.services(), person.id).await?;
    if factors.is_some_and(|factors| factors.app_since.is_some()) {
        return Ok(visit.go("/account"));
    }
    if let Some(asked) = unconfirmed(visit, &session, &visit.uri.to_string()) {
        return Ok(asked);
    }
    let shown = service::begin(visit.services(), &person).await?;
    let action = with_next("/account/authenticator", &place(visit));
    let passkey = passkeys::work(visit).then(|| with_next("/account/passkeys", &place(visit)));
    let body = || pages::set_up(shown, action, passkey, visit.lacks_second_factor());
    Ok(visit.form(Area::Public, StatusCode::OK, fields, || t!("set-up-title"), body))
}

/// Finishes setting up with the first code, and leads to the recovery codes.
pub async fn prove(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (person, session) = myself(&visit)?;
    if let Some(asked) = unconfirmed(&visit, &session, &visit.uri.to_string()) {
        return Ok(asked);
    }
    let done = match GivenCode::from_app(&typed) {
        Ok(GivenCode::App(digits)) => service::prove(visit.services(), person.id, session.id, digits).await,
        Ok(GivenCode::Recovery(_)) => Err(Failure::NotFound("code")),
        Err(problems) => Err(Failure::Invalid(problems)),
    };
    match done {
        Err(Failure::Invalid(problems)) => form(&visit, Fields { form: typed, problems }).await,
        done => {
            let (secret, codes) = done?;
            let mut response = shown_once(&visit, &codes);
            cookies::set(&visit.portal.site, &mut response, cookies::SESSION, &secret);
            Ok(response)
        }
    }
}

/// On to the page that shows these codes, once.
pub(super) fn shown_once(visit: &Visit, codes: &[RecoveryCode]) -> Response {
    let mut response = visit.go(&with_next("/account/recovery-codes", &place(visit)));
    let codes: Vec<&str> = codes.iter().map(RecoveryCode::as_str).collect();
    cookies::set(&visit.portal.site, &mut response, cookies::SHOWN_ONCE, &codes.join("."));
    response
}

/// What the person has for the second step.
async fn mine(visit: &Visit) -> Result<Factors, Failure> {
    let (person, _) = myself(visit)?;
    factors::of(visit.services(), person.id).await?.ok_or(Failure::NotFound("second step"))
}

/// The page of recovery codes, with the codes where they were made just now.
pub async fn recovery_codes(visit: Visit) -> Result<Response, Stop> {
    let (person, _) = myself(&visit)?;
    if factors::of(visit.services(), person.id).await?.is_none() {
        return Ok(visit.go("/account"));
    }
    let mut codes: Vec<RecoveryCode> = held(&visit, cookies::SHOWN_ONCE)
        .map(|held| held.split('.').filter_map(RecoveryCode::parse).collect())
        .unwrap_or_default();
    if !recovery::are_of(visit.services(), person.id, &codes).await? {
        codes.clear();
    }
    let (factors, place) = (mine(&visit).await?, place(&visit));
    let mut response =
        visit.page(|| t!("recovery-codes-title"), || pages::recovery_codes(factors, codes, place));
    cookies::clear(&visit.portal.site, &mut response, cookies::SHOWN_ONCE);
    Ok(response)
}

/// Makes a new set of recovery codes.
pub async fn renew_codes(visit: Visit) -> Result<Response, Stop> {
    let (person, session) = myself(&visit)?;
    if let Some(asked) = unconfirmed(&visit, &session, &visit.href("/account/recovery-codes")) {
        return Ok(asked);
    }
    let codes = recovery::renew(visit.services(), person.id).await?;
    Ok(shown_once(&visit, &codes))
}

/// The page to take the app away.
pub async fn remove_page(visit: Visit) -> Result<Response, Stop> {
    let (person, _) = myself(&visit)?;
    let factors = factors::of(visit.services(), person.id).await?;
    if factors.is_none_or(|factors| factors.app_since.is_none()) {
        return Ok(visit.go("/account"));
    }
    Ok(remove_form(&visit, Fields::default()))
}

fn remove_form(visit: &Visit, fields: Fields) -> Response {
    let must = visit.needs_second_factor();
    visit.form(Area::Public, StatusCode::OK, fields, || t!("remove-app-title"), || pages::remove(must))
}

/// Takes the app away, with a code that was not used before.
pub async fn remove(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (person, _) = myself(&visit)?;
    let done = match GivenCode::parse(&typed) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(code) => service::remove(visit.services(), person.id, code).await,
    };
    let done = done.map(|()| "/account".to_owned());
    visit.done(done, typed, |fields| remove_form(&visit, fields))
}
