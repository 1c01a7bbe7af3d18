//! The second step of signing in: a session that waits for it reaches this page and signing out, and nothing else that a
//! guest would not.

use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::GivenCode;
use services::Failure;
use services::people::factors::{self, step};

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};
use super::{asked_next, let_in, next, passkeys, with_next};

/// The page that asks for a code. Whoever does not wait for it is led to where they sign in.
pub async fn page(visit: Visit) -> Response {
    if visit.waiting.is_none() {
        return visit.go(&begin_again(&visit));
    }
    form(&visit, Fields::default())
}

/// Where someone signs in who has not taken the first step, or too long ago.
pub(super) fn begin_again(visit: &Visit) -> String {
    asked_next(visit).map_or_else(|| "/sign-in".to_owned(), |next| with_next("/sign-in", &next))
}

fn form(visit: &Visit, fields: Fields) -> Response {
    let action = with_next("/sign-in/code", &next(visit));
    let passkey = passkeys::work(visit).then(|| with_next("/sign-in/passkey/begin", &next(visit)));
    let body = || app::people::second_step::page(action, passkey);
    visit.form(Area::Public, StatusCode::OK, fields, || t!("second-step-title"), body)
}

/// Takes the code. The session goes on, whole, with a new secret.
pub async fn take(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let Some((person, session)) = visit.waiting.clone() else {
        return Ok(visit.go(&begin_again(&visit)));
    };
    let done = match GivenCode::parse(&typed) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(code) => step::take(visit.services(), person.id, &session, code).await,
    };
    match done {
        Err(Failure::Invalid(problems)) => Ok(form(&visit, Fields { form: typed, problems })),
        done => Ok(let_in(&visit, &done?, &next(&visit))),
    }
}

/// Clears the second step of someone who has lost all they had for it.
pub async fn clear(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let id = super::person(&typed)?;
    if visit.person.as_ref().is_some_and(|me| me.id == id) {
        return Err(Failure::Refused("error-second-step-self").into());
    }
    factors::clear(visit.services(), id).await?;
    Ok(visit.go("/team/people"))
}
