//! Signing in by a provider, and signing out there.

use app::layout::Area;
use app::people::refusal::{Refused, page as refused_page, title as refused_title};
use app::t;
use app::words::Language;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::forms::Form;
use services::Failure;
use services::people::by_provider::{self as service, Finished, Returned};
use services::people::refusals::{Refusal, Stopped};
use services::people::{Plan, Purpose};

use super::super::cookies;
use super::super::typed::query;
use super::super::visit::{Stop, Visit};
use super::{enter, held, next};
use app::components::Fields;

/// Sends the browser to a provider to sign in. With `again` the person must show it who they are, even where it knows the
/// browser.
pub async fn set_out(visit: Visit, Path(provider): Path<String>) -> Result<Response, Stop> {
    let afresh = query(&visit.uri).value("again") == "yes";
    go(&visit, Purpose::SignIn, provider, next(&visit), afresh).await
}

/// Sends the browser to a provider. This is a link and no form: a page's policy would keep a form from leading elsewhere.
pub(super) async fn go(
    visit: &Visit,
    purpose: Purpose,
    provider: String,
    place: String,
    afresh: bool,
) -> Result<Response, Stop> {
    let redirect = return_address(visit, &provider);
    let language = visit.language.as_str().to_owned();
    let plan = Plan { provider: provider.clone(), purpose, place, language, afresh };
    let browser = held(visit, cookies::BROWSER);
    match service::begin(visit.services(), &visit.portal.providers, plan, browser, redirect).await {
        Ok(sent) => {
            let mut response = Redirect::to(&sent.to).into_response();
            cookies::set(&visit.portal.site, &mut response, cookies::BROWSER, &sent.browser);
            Ok(response)
        }
        Err(stopped) => refused(visit, &provider, stopped),
    }
}

fn return_address(visit: &Visit, provider: &str) -> String {
    format!("{}/sign-in/return/{provider}", visit.portal.site.public_address)
}

/// Takes what the browser brought back from a provider.
pub async fn come_back(mut visit: Visit, Path(provider): Path<String>) -> Result<Response, Stop> {
    if visit.portal.providers.find(&provider).is_none() {
        return Err(Failure::NotFound("provider").into());
    }
    let said = query(&visit.uri);
    let given = |name: &str| Some(said.value(name).to_owned()).filter(|value| !value.is_empty());
    let returned = Returned {
        browser: held(&visit, cookies::BROWSER),
        state: said.value("state").to_owned(),
        code: given("code"),
        error: given("error"),
        issuer: given("iss"),
        redirect: return_address(&visit, &provider),
        before: held(&visit, cookies::SESSION),
        person: visit.person.as_ref().map(|person| person.id),
    };
    let Some(attempt) = service::take(visit.services(), &provider, &returned).await? else {
        return refused(&visit, &provider, Stopped::Refused(Refusal::NotUnderWay));
    };
    // The provider knows one address to come back to; the page is in the language that the person came from.
    visit.language = Language::parse(&attempt.plan.language).unwrap_or(visit.language);
    let place = attempt.plan.place.clone();
    match service::finish(visit.services(), &visit.portal.providers, attempt, returned).await {
        Ok(Finished::SignedIn(opened)) => Ok(enter(&visit, &opened, &place).await?),
        Ok(Finished::Connected) => Ok(Redirect::to(&place).into_response()),
        Err(stopped) => refused(&visit, &provider, stopped),
    }
}

/// Says why a sign-in came to nothing, and what to do.
fn refused(visit: &Visit, provider: &str, stopped: Stopped) -> Result<Response, Stop> {
    let refusal = match stopped {
        Stopped::Failed(failure) => return Err(failure.into()),
        Stopped::Refused(refusal) => refusal,
    };
    let status = match refusal {
        Refusal::Away => StatusCode::SERVICE_UNAVAILABLE,
        Refusal::NotUnderWay | Refusal::Elsewhere => StatusCode::CONFLICT,
        Refusal::Declined | Refusal::Unproven | Refusal::Unknown | Refusal::Closed(_) => {
            StatusCode::FORBIDDEN
        }
    };
    let name = visit.portal.providers.find(provider).map(|provider| provider.settings.name.clone());
    let shown = Refused { refusal, provider: name.unwrap_or_default(), signed_in: visit.person.is_some() };
    let again = shown.clone();
    // The address that was come back to is of no more use, also in the other language.
    let visit = Visit { uri: Uri::from_static("/sign-in"), ..visit.clone() };
    let mut response = visit.form(
        Area::Public,
        status,
        Fields::of(Form::default()),
        || refused_title(&shown),
        || refused_page(&again),
    );
    if refusal == Refusal::Away {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    Ok(response)
}

/// The page after signing out, for those who came by a provider.
pub async fn signed_out(visit: Visit) -> Result<Response, Stop> {
    let provider = match held(&visit, cookies::DEPARTURE) {
        Some(secret) => service::still_in(visit.services(), &visit.portal.providers, &secret).await?,
        None => None,
    };
    let name = provider.map(|provider| provider.settings.name.clone());
    Ok(visit.page(|| t!("signed-out-title"), || app::people::sign_in::signed_out(name)))
}

/// Sends the browser to sign out at its provider too. The provider sends it back to the page after signing out.
pub async fn depart(visit: Visit) -> Result<Response, Stop> {
    let (site, providers) = (&visit.portal.site, &visit.portal.providers);
    let back = format!("{}/signed-out", site.public_address);
    let to = match held(&visit, cookies::DEPARTURE) {
        Some(secret) => service::departure(visit.services(), providers, &secret, &back).await?,
        None => None,
    };
    let mut response = Redirect::to(to.as_deref().unwrap_or("/signed-out")).into_response();
    cookies::clear(site, &mut response, cookies::DEPARTURE);
    Ok(response)
}
