//! Who asks, and in which language.

use app::words::Language;
use axum::extract::{FromRequestParts, OriginalUri, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use domain::people::Actor;
use services::Failure;
use services::people::{Person, Session, sessions};

use super::{About, Visit};
use crate::web::{Portal, caller, cookies};

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, StatusCode> {
        // Every route passes the guard, so a route without a visit is a fault of the program.
        parts.extensions.get::<Self>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// What follows the language in a Welsh address.
pub(super) fn welsh(path: &str) -> Option<&str> {
    match path.strip_prefix("/cy")? {
        "" => Some("/"),
        rest => rest.starts_with('/').then_some(rest),
    }
}

/// Makes the visit of a request; nobody is recognised yet.
pub(in crate::web) fn begin(portal: &Portal, request: &Request) -> Visit {
    let uri =
        request.extensions().get::<OriginalUri>().map_or_else(|| request.uri().clone(), |uri| uri.0.clone());
    let language = if welsh(uri.path()).is_some() { Language::Welsh } else { Language::English };
    Visit {
        portal: Portal { services: portal.services.clone().asked_by(Actor::Guest), ..portal.clone() },
        language,
        uri,
        headers: request.headers().clone(),
        address: caller::address(request, &portal.proxies),
        person: None,
        session: None,
        waiting: None,
        about: About::default(),
    }
}

impl Visit {
    /// Whose session the cookie is of.
    pub(in crate::web) async fn known(&self) -> Result<Option<(Person, Session)>, Failure> {
        match cookies::read(&self.portal.site, &self.headers, cookies::SESSION) {
            Some(secret) => sessions::find(&self.portal.services, &secret).await,
            None => Ok(None),
        }
    }

    /// From here on the request is that of whoever is known.
    pub(in crate::web) fn recognise(&mut self, known: Option<(Person, Session)>) {
        let (waiting, known): (Option<_>, Option<_>) = match known {
            Some((person, session)) if session.waits => (Some((person, session)), None),
            known => (None, known),
        };
        self.waiting = waiting;
        (self.person, self.session) = known.unzip();
        // Whoever must sign in with two steps and has not is somebody without a role in the team.
        self.portal.services.by = match &self.person {
            Some(person) if self.lacks_second_factor() => {
                Actor::Person { id: person.id, grants: Vec::new(), memberships: person.memberships.clone() }
            }
            _ => self.actor_to_be(),
        };
    }
}
