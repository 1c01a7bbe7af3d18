//! Passkeys: adding them to one's account, and signing in with one.

use app::components::Fields;
use app::layout::Area;
use app::people::passkeys as pages;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::PasskeyForm;
use services::Failure;
use services::people::passkeys::{RelyingParty, add, remove as take_away, request, sign_in};

use super::super::cookies;
use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};
use super::account::{myself, unconfirmed};
use super::authenticator::{place, shown_once};
use super::second_step::begin_again;
use super::{asked_next, enter, held, let_in, next, with_next};

const ADD: &str = "/account/passkeys/new";
const SIGN_IN: &str = "/sign-in/passkey";

/// Whether browsers keep passkeys for this portal.
pub(super) fn work(visit: &Visit) -> bool {
    party(visit).is_ok()
}

fn party(visit: &Visit) -> Result<RelyingParty, Failure> {
    RelyingParty::at(&visit.portal.site.public_address).ok_or(Failure::NotFound("passkeys"))
}

/// On to the page that asks the browser, which holds the secret of what is asked.
fn ask(visit: &Visit, page: &str, secret: &str) -> Response {
    let to = asked_next(visit).map_or_else(|| page.to_owned(), |next| with_next(page, &next));
    let mut response = visit.go(&to);
    cookies::set(&visit.portal.site, &mut response, cookies::PASSKEY, secret);
    response
}

/// What is asked of this browser, as JSON, and the secret by which its answer is checked.
async fn asked(visit: &Visit) -> Result<Option<(String, String)>, Failure> {
    let Some(secret) = held(visit, cookies::PASSKEY) else { return Ok(None) };
    let options = request::options(visit.services(), &secret).await?;
    Ok(options.map(|options| (options, secret)))
}

/// Asks the browser once more, after an answer that was not good, on the page that says so.
async fn ask_anew(
    visit: &Visit,
    secret: &str,
    page: impl FnOnce(String) -> Response,
) -> Result<Response, Stop> {
    let options = request::options(visit.services(), secret).await?.unwrap_or_default();
    let mut again = page(options);
    cookies::set(&visit.portal.site, &mut again, cookies::PASSKEY, secret);
    Ok(again)
}

/// Begins to add a passkey.
pub async fn begin_adding(visit: Visit) -> Result<Response, Stop> {
    let (person, session) = myself(&visit)?;
    let party = party(&visit)?;
    if let Some(to_prove) = unconfirmed(&visit, &session, &visit.href("/account")) {
        return Ok(to_prove);
    }
    let secret = add::begin(visit.services(), &party, &person).await?;
    Ok(ask(&visit, ADD, &secret))
}

/// The page that asks the browser for a new passkey.
pub async fn add_page(visit: Visit) -> Result<Response, Stop> {
    add_form(&visit, Fields::default()).await
}

async fn add_form(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    match asked(visit).await? {
        None => Ok(visit.go("/account")),
        Some((options, _)) => Ok(adding(visit, options, fields)),
    }
}

fn adding(visit: &Visit, options: String, fields: Fields) -> Response {
    let action = asked_next(visit).map_or_else(|| ADD.to_owned(), |next| with_next(ADD, &next));
    let body = || pages::add(action, options);
    visit.form(Area::Public, StatusCode::OK, fields, || t!("passkey-add-title"), body)
}

/// Adds the passkey that the browser has made, and leads to the recovery codes where it is the first.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (person, session) = myself(&visit)?;
    let party = party(&visit)?;
    if let Some(to_prove) = unconfirmed(&visit, &session, &visit.href("/account")) {
        return Ok(to_prove);
    }
    let Some((_, secret)) = asked(&visit).await? else { return Ok(visit.go("/account")) };
    let done = match PasskeyForm::parse(&typed) {
        // What was asked is not answered yet: the same answer can come with a name.
        Err(problems) => return add_form(&visit, Fields { form: typed, problems }).await,
        Ok(form) => add::finish(visit.services(), &party, (person.id, session.id), &secret, form).await,
    };
    match done {
        Err(Failure::Invalid(problems)) => {
            let secret = add::begin(visit.services(), &party, &person).await?;
            let fields = Fields { form: typed, problems };
            ask_anew(&visit, &secret, |options| adding(&visit, options, fields)).await
        }
        done => {
            let added = done?;
            let mut response = match added.codes {
                Some(codes) => shown_once(&visit, &codes),
                None => let_in(&visit, &added.secret, &place(&visit)),
            };
            cookies::set(&visit.portal.site, &mut response, cookies::SESSION, &added.secret);
            cookies::clear(&visit.portal.site, &mut response, cookies::PASSKEY);
            Ok(response)
        }
    }
}

/// Takes a passkey away.
pub async fn remove(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (person, session) = myself(&visit)?;
    if let Some(to_prove) = unconfirmed(&visit, &session, &visit.href("/account")) {
        return Ok(to_prove);
    }
    let id = typed.value("passkey").parse().map_err(|_| Failure::NotFound("passkey"))?;
    take_away(visit.services(), person.id, id).await?;
    Ok(visit.go("/account"))
}

/// Begins to sign in with a passkey, or to take the second step with one.
pub async fn begin_sign_in(visit: Visit) -> Result<Response, Stop> {
    let secret = sign_in::begin(visit.services(), &party(&visit)?).await?;
    Ok(ask(&visit, SIGN_IN, &secret))
}

/// The page that asks the browser for a passkey.
pub async fn sign_in_page(visit: Visit) -> Result<Response, Stop> {
    match asked(&visit).await? {
        None => Ok(visit.go(&begin_again(&visit))),
        Some((options, _)) => Ok(sign_in_form(&visit, options, Fields::default())),
    }
}

fn sign_in_form(visit: &Visit, options: String, fields: Fields) -> Response {
    let body = || pages::sign_in(with_next(SIGN_IN, &next(visit)), options);
    visit.form(Area::Public, StatusCode::OK, fields, || t!("passkey-sign-in-title"), body)
}

/// Takes the answer: signs in, or goes on in the session that waits for the second step. Where it is not good, the browser
/// is asked anew.
pub async fn take(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let party = party(&visit)?;
    let asked = held(&visit, cookies::PASSKEY).unwrap_or_default();
    match answered(&visit, &party, &asked, typed.value("answer")).await {
        Err(Failure::Invalid(problems)) => {
            let secret = sign_in::begin(visit.services(), &party).await?;
            let fields = Fields { form: typed, problems };
            ask_anew(&visit, &secret, |options| sign_in_form(&visit, options, fields)).await
        }
        done => {
            let mut response = done?;
            cookies::clear(&visit.portal.site, &mut response, cookies::PASSKEY);
            Ok(response)
        }
    }
}

async fn answered(
    visit: &Visit,
    party: &RelyingParty,
    asked: &str,
    answer: &str,
) -> Result<Response, Failure> {
    if let Some((person, session)) = &visit.waiting {
        let waiting = (person.id, session);
        let secret = sign_in::take(visit.services(), party, asked, answer, waiting).await?;
        return Ok(let_in(visit, &secret, &next(visit)));
    }
    let before = held(visit, cookies::SESSION);
    let opened = sign_in::sign_in(visit.services(), party, asked, answer, before).await?;
    enter(visit, &opened, &next(visit)).await
}
