//! One's own account: how one signs in. What could lock its owner out asks for proof first.

use app::components::Fields;
use app::layout::Area;
use app::people::account::{self as pages, AccountPage, ConfirmPage};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::Problem;
use domain::people::{NewPassword, own_place};
use services::Failure;
use services::people::sessions::Which;
use services::people::{Person, Purpose, Session, accounts, factors, identities, members, sessions, sign_in};
use services::responses::kept;

use super::super::typed::{Typed, query};
use super::super::visit::{Stop, Visit};
use super::{by_link, by_provider, doors, let_in, passkeys, with_next};

/// The page of one's own account.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let (person, session) = myself(&visit)?;
    let ways = identities::of(visit.services(), person.id).await?;
    let connect = doors(&visit, |id| format!("/account/connect/{id}"));
    let names = |id: &str| visit.portal.providers.find(id).map(|provider| provider.settings.name.clone());
    let ways = ways.into_iter().map(|way| (names(way.provider.as_str()), way)).collect();
    let places = sessions::of(visit.services(), person.id).await?;
    let places = places.into_iter().map(|place| (place.provider.as_deref().and_then(names), place)).collect();
    let factors = factors::of(visit.services(), person.id).await?;
    let must = visit.needs_second_factor();
    let kept = kept::list(visit.services(), person.id).await?;
    let organisations = members::page::mine(visit.services(), &person).await?;
    let (here, passkeys) = (session.id, passkeys::work(&visit));
    let shown =
        AccountPage { person, ways, factors, must, connect, places, here, kept, organisations, passkeys };
    Ok(visit.page(|| t!("account-title"), || pages::page(shown)))
}

/// Whoever is signed in, and by which session. The guard lets nobody else in.
pub(super) fn myself(visit: &Visit) -> Result<(Person, Session), Failure> {
    visit.person.clone().zip(visit.session.clone()).ok_or(Failure::NotFound("account"))
}

/// Signs out in one other place, or in all others.
pub async fn sign_out_elsewhere(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (person, session) = myself(&visit)?;
    let which = match typed.text("session") {
        Some(id) => Which::One(id.parse().map_err(|_| Failure::NotFound("session"))?),
        None => Which::AllBut(session.id),
    };
    sessions::end_of(visit.services(), person.id, which).await?;
    Ok(visit.go("/account"))
}

/// The page to choose a password.
pub async fn password_page(visit: Visit) -> Result<Response, Stop> {
    password_form(&visit, Fields::default())
}

fn password_form(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let (person, session) = myself(visit)?;
    if let Some(asked) = unconfirmed(visit, &session, &visit.href("/account/password")) {
        return Ok(asked);
    }
    let body = || pages::password(person.email);
    Ok(visit.form(Area::Public, StatusCode::OK, fields, || t!("password-title"), body))
}

/// Takes the new password. Every other session of the person ends.
pub async fn set_password(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (person, session) = myself(&visit)?;
    if let Some(asked) = unconfirmed(&visit, &session, &visit.href("/account/password")) {
        return Ok(asked);
    }
    match NewPassword::parse(&typed) {
        Err(problems) => password_form(&visit, Fields { form: typed, problems }),
        Ok(password) => {
            let secret = accounts::set_password(visit.services(), person.id, session.id, password).await?;
            Ok(let_in(&visit, &secret, &visit.href("/account")))
        }
    }
}

/// The page that asks for proof before something that could lock the person out.
pub async fn confirm_page(visit: Visit) -> Result<Response, Stop> {
    confirm_form(&visit, Fields::default())
}

fn confirm_form(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let (person, _) = myself(visit)?;
    let place = place(visit);
    let doors = doors(visit, |id| format!("{}&again=yes", with_next(&format!("/sign-in/with/{id}"), &place)));
    let shown = ConfirmPage {
        action: with_next("/account/confirm", &place),
        doors,
        link: by_link::way(visit, Some(&place)),
        person,
    };
    let body = || pages::confirm(shown);
    Ok(visit.form(Area::Public, StatusCode::OK, fields, || t!("confirm-title"), body))
}

/// Takes the proof: the password. The session goes on with a new secret.
pub async fn confirm(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (person, session) = myself(&visit)?;
    let password = typed.value("password").to_owned();
    let done = if password.is_empty() {
        Err(Problem::new("password", "error-password-missing").into())
    } else {
        sign_in::check_password(visit.services(), &person, password).await
    };
    match done {
        Err(Failure::Invalid(problems)) => confirm_form(&visit, Fields { form: typed, problems }),
        done => {
            done?;
            let secret = sessions::confirm(visit.services(), session.id).await?;
            Ok(let_in(&visit, &secret, &place(&visit)))
        }
    }
}

/// Where to go after the proof.
fn place(visit: &Visit) -> String {
    own_place(query(&visit.uri).value("next")).map_or_else(|| visit.href("/account"), str::to_owned)
}

/// The way to the page that asks for proof, where there was none just now. It leads back to this address.
pub(super) fn unconfirmed(visit: &Visit, session: &Session, back: &str) -> Option<Response> {
    let confirmed = session.confirmed(visit.services().clock.now());
    (!confirmed).then(|| visit.go(&with_next("/account/confirm", back)))
}

/// Connects what a provider knows the person by. The person has proved just now that the account is theirs, and the
/// provider proves the rest.
pub async fn connect(visit: Visit, Path(provider): Path<String>) -> Result<Response, Stop> {
    let (person, session) = myself(&visit)?;
    if visit.portal.providers.find(&provider).is_none() {
        return Err(Failure::NotFound("provider").into());
    }
    if let Some(asked) = unconfirmed(&visit, &session, &visit.uri.to_string()) {
        return Ok(asked);
    }
    by_provider::go(&visit, Purpose::Connect(person.id), provider, visit.href("/account"), false).await
}

/// Takes a way of signing in away.
pub async fn disconnect(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (person, session) = myself(&visit)?;
    if let Some(asked) = unconfirmed(&visit, &session, &visit.href("/account")) {
        return Ok(asked);
    }
    let id = typed.value("identity").parse().map_err(|_| Failure::NotFound("identity"))?;
    identities::disconnect(visit.services(), person.id, id).await?;
    Ok(visit.go("/account"))
}
