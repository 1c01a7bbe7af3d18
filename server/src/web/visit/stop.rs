//! Why a request is not answered with what it asked for, as a page.

use std::sync::Arc;
use std::time::Duration;

use app::components::Fields;
use app::layout::Area;
use app::pages;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::AnyView;
use services::Failure;

use super::Visit;
use crate::web::limits::Protected;
use crate::web::typed::TOO_LARGE;

/// A failure on its way out of a handler; the guard shows it as a page.
pub struct Stop(pub Failure);

impl<F: Into<Failure>> From<F> for Stop {
    fn from(failure: F) -> Self {
        Self(failure.into())
    }
}

/// What travels from the handler to the guard.
#[derive(Clone)]
pub(in crate::web) struct Stopped(pub Arc<Failure>);

/// A failure as an answer that the guard will turn into a page.
pub(in crate::web) fn stopped(failure: Failure) -> Response {
    let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
    response.extensions_mut().insert(Stopped(Arc::new(failure)));
    response
}

impl IntoResponse for Stop {
    fn into_response(self) -> Response {
        stopped(self.0)
    }
}

impl Visit {
    /// The page that says why nothing was done.
    pub(in crate::web) fn stopped(&self, failure: &Failure, number: &str) -> Response {
        let area = if self.path().starts_with("/team") { Area::Team } else { Area::Public };
        let show = |status, title: fn() -> String, body: &dyn Fn() -> AnyView| {
            self.form(area, status, Fields::default(), title, body)
        };
        match failure {
            Failure::NotFound(_) => {
                show(StatusCode::NOT_FOUND, || app::t!("not-found-title"), &pages::not_found)
            }
            Failure::Refused(reason) => {
                let body = || pages::refused(app::words::say(self.language, reason, None));
                let too_large = *reason == TOO_LARGE;
                let status = if too_large { StatusCode::PAYLOAD_TOO_LARGE } else { StatusCode::CONFLICT };
                show(status, || app::t!("refused-title"), &body)
            }
            Failure::Invalid(problems) => {
                let body = || {
                    let first = problems.iter().next().map(app::words::say_problem).unwrap_or_default();
                    pages::refused(first)
                };
                show(StatusCode::UNPROCESSABLE_ENTITY, || app::t!("refused-title"), &body)
            }
            Failure::Store(_) | Failure::Index(_) | Failure::File(_) => {
                tracing::error!(number, error = %failure, "a request failed");
                let body = || pages::broken(number.to_owned());
                show(StatusCode::INTERNAL_SERVER_ERROR, || app::t!("broken-title"), &body)
            }
        }
    }

    /// The page for those who may not see what they asked for. Guests are asked to sign in first.
    pub(in crate::web) fn not_allowed(&self, method: &http::Method) -> Response {
        if self.person.is_none() && method == http::Method::GET {
            let door = if self.waiting.is_some() { "/sign-in/code" } else { "/sign-in" };
            return Redirect::to(&format!("{door}?next={}", self.encoded())).into_response();
        }
        let title = || app::t!("forbidden-title");
        self.form(Area::Public, StatusCode::FORBIDDEN, Fields::default(), title, pages::forbidden)
    }

    /// The address that was asked for, as part of another.
    fn encoded(&self) -> String {
        form_urlencoded::byte_serialize(self.uri.to_string().as_bytes()).collect()
    }

    /// On to where the second step is set up, and from there to the page that was asked for. What a form would have done
    /// is not done.
    pub(in crate::web) fn set_up_first(&self, method: &http::Method) -> Response {
        let next = if method == http::Method::GET { self.encoded() } else { "%2Fteam".to_owned() };
        Redirect::to(&format!("/account/authenticator?next={next}")).into_response()
    }

    /// How long to wait first, where whoever asks has asked for this too often.
    pub(in crate::web) fn too_often(&self, what: Protected) -> Option<Duration> {
        self.portal.limits.refusal(what, self.actor().person(), self.address)
    }

    /// The page for those who ask too often. Sent again from here, a form is sent with all that was typed.
    pub(in crate::web) fn later(&self, wait: Duration) -> Response {
        let seconds = wait.as_secs() + 1;
        let body = || pages::refused(app::t!("too-often-text", seconds = seconds));
        let title = || app::t!("too-often-title");
        let mut response =
            self.form(Area::Public, StatusCode::TOO_MANY_REQUESTS, Fields::default(), title, body);
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        response
    }
}
