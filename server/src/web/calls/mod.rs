//! Calls for anyone to read; and for the team, in the modules below, to prepare.

pub mod acts;
pub mod approvals;
pub mod bank;
pub mod blank;
pub mod edit;
pub mod ends;
pub mod figures;
pub mod invited;
pub mod keywords;
pub mod late;
pub mod materials;
pub mod preview;
pub mod private;
pub mod questions;
pub mod sections;
pub mod skips;
pub mod stages;
pub mod team;

use app::calls::page::CallPage;
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::extract::{FromRequestParts, Path, RawPathParams};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use domain::calls::{CallState, Stage};
use domain::mail::Followed;
use services::calls::Call;
use services::calls::finder::{Finder, Offered};
use services::{Failure, calls, responses};
use uuid::Uuid;

use super::typed::query;
use super::visit::{Stop, Visit};

/// The list of calls.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let all = calls::announced(visit.services()).await?;
    let now = visit.services().clock.now();
    let asked = query(&visit.uri);
    let finder = Finder::parse(&asked);
    let offered = Offered::of(&all, visit.language);
    let found = all.into_iter().filter(|call| finder.finds(call, now)).collect();
    let body = || app::calls::list::page(found, &finder, offered, now);
    Ok(visit.form(Area::Public, StatusCode::OK, Fields::of(asked), || t!("calls-title"), body))
}

/// The page of a call.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let services = visit.services();
    let now = services.clock.now();
    let state = call.state(now);
    // The public learns the number after closing. Until then, when most people come, nobody counts.
    let responses = match state {
        CallState::Analysing | CallState::Outcome | CallState::Archived => {
            responses::read::count(services, call.id).await?
        }
        _ => 0,
    };
    let (replied, followed) = if state >= CallState::Outcome {
        services::outcomes::replies::any(services, call.id).await?
    } else {
        (false, false)
    };
    let findings = services::outcomes::trace::any_published(services, call.id).await?;
    let shown = CallPage {
        form: calls::form(services, &call).await?,
        responses,
        closings: calls::closings(services, &call).await?,
        reached: Stage::reached(state, replied, followed),
        findings,
        draft: visit.draft_secret(&call).is_some(),
        together: super::responses::together::offered(&visit, call.id).await?,
        follow: visit.offer(Followed::Call, &call.slug).filter(|_| !call.is_hidden(now)),
        preview: state == CallState::Draft,
        beside: materials::beside(&visit, &call, address(&call)).await?,
        figures: calls::figures::public(services, &call).await?,
        material_changes: calls::materials::changes(services, &call).await?,
        base: address(&call),
        now,
        call: call.clone(),
    };
    let page = visit.page(|| app::calls::title(&call), || app::calls::page::page(shown));
    Ok(if call.is_hidden(now) { preview::unlisted(page) } else { page })
}

/// To the page of a call, by its short link.
pub async fn short(visit: Visit, Path(short): Path<String>) -> Result<Response, Stop> {
    let call = calls::by_short(visit.services(), &short).await?;
    Ok(visit.go(&address(&call)))
}

/// The address of the page of a call.
fn address(call: &Call) -> String {
    format!("/calls/{}", call.slug)
}

/// The address of the team's pages for a call.
fn team_address(call: &Call) -> String {
    format!("/team/calls/{}", call.slug)
}

/// The section or the question at the end of an address. What is no id is no such thing.
pub struct Item(pub Uuid);

impl<S: Send + Sync> FromRequestParts<S> for Item {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let named =
            RawPathParams::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        let id = named.iter().last().and_then(|(_, id)| id.parse().ok());
        id.map(Self).ok_or_else(|| Stop(Failure::NotFound("item")).into_response())
    }
}
