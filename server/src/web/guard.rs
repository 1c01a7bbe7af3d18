//! The guard before every route: it finds out who asks and for which call, and asks the one policy.

use std::sync::Arc;

use axum::extract::{RawPathParams, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use domain::people::{Action, Resource, may};
use services::people::organisations;
use services::{Failure, assembly, calls};
use uuid::Uuid;

use super::Portal;
use super::calls::private::knows;
use super::limits::Protected;
use super::visit::{About, Number, Pattern, Stopped, Visit, begin};

/// Lets a request through to its handler, or answers it with the reason why not.
pub async fn guard(
    State((portal, action, path)): State<(Portal, Action, &'static str)>,
    params: RawPathParams,
    mut request: Request,
    next: Next,
) -> Response {
    let number = request.extensions().get::<Number>().map(|number| number.0.clone()).unwrap_or_default();
    let mut visit = begin(&portal, &request);
    // Who asks and what about are read side by side, so that it takes nobody longer to be known.
    let (known, found) = tokio::join!(visit.known(), find(&visit, path, &params));
    match known {
        Ok(known) => visit.recognise(known),
        Err(failure) => return plain_failure(&failure, &number),
    }
    if let Some(wait) = Protected::of(request.method(), path, action).and_then(|what| visit.too_often(what)) {
        return visit.later(wait);
    }
    match found {
        Ok(found) => visit.about = found,
        // Someone who may not enter the team area is not told which calls there are.
        Err(Failure::NotFound(_)) if !may(visit.actor(), action, any_of(path)) => {
            return visit.not_allowed(request.method());
        }
        Err(failure) => return visit.stopped(&failure, &number),
    }
    match hidden(&visit, action).await {
        Ok(false) => {}
        // The answer is that of a call which does not exist, in every letter.
        Ok(true) => {
            visit.about = About::default();
            return visit.stopped(&Failure::NotFound("call"), &number);
        }
        Err(failure) => return visit.stopped(&failure, &number),
    }
    if !visit.may(action) {
        let would = visit.lacks_second_factor() && may(&visit.actor_to_be(), action, visit.resource());
        return if would {
            visit.set_up_first(request.method())
        } else {
            visit.not_allowed(request.method())
        };
    }
    request.extensions_mut().insert(visit.clone());
    let response = next.run(request).await;
    let stopped = response.extensions().get::<Stopped>().map(|stopped| Arc::clone(&stopped.0));
    let mut response = stopped.map_or(response, |failure| visit.stopped(&failure, &number));
    response.extensions_mut().insert(Pattern(path));
    response
}

/// Where the pages of an organisation's members are. Its entry in the directory is elsewhere, and the portal's.
const MEMBERS: &str = "/account/organisations/{organisation}";

/// Finds what the address is about: a call, one of the assemblies that the team keeps, or an organisation and its members.
async fn find(visit: &Visit, path: &str, params: &RawPathParams) -> Result<About, Failure> {
    let mut about = About::default();
    for (name, slug) in params {
        match name {
            "call" => about.call = Some(calls::by_slug(visit.services(), slug).await?),
            "assembly" if path.starts_with("/team/") => {
                about.assembly = Some(assembly::by_slug(visit.services(), slug).await?);
            }
            "organisation" if path.starts_with(MEMBERS) => {
                about.organisation = Some(organisations::by_slug(visit.services(), slug).await?);
            }
            _ => {}
        }
    }
    Ok(about)
}

/// What an address that leads to nothing would be about: no role on one call or one assembly opens it.
fn any_of(path: &str) -> Resource {
    if path.contains("{call}") {
        Resource::Call(Uuid::nil())
    } else if path.contains("{assembly}") {
        Resource::Assembly(Uuid::nil())
    } else if path.starts_with(MEMBERS) {
        Resource::Organisation(Uuid::nil())
    } else {
        Resource::Platform
    }
}

/// Whether a public address is that of a call of which whoever asks may not know.
async fn hidden(visit: &Visit, action: Action) -> Result<bool, Failure> {
    let public = matches!(action, Action::ReadPublic | Action::Respond);
    match visit.about.call.as_ref().filter(|_| public) {
        Some(call) => Ok(!knows(visit, call).await?),
        None => Ok(false),
    }
}

/// The store is out of reach, so not even a page in someone's language can be made.
fn plain_failure(failure: &Failure, number: &str) -> Response {
    use axum::response::IntoResponse;
    tracing::error!(number, error = %failure, "a request failed before it began");
    (
        http::StatusCode::SERVICE_UNAVAILABLE,
        [("retry-after", "10")],
        "The service is not available. Try again in a minute.",
    )
        .into_response()
}
