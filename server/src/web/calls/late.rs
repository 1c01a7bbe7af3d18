//! Leave to answer a call after it has closed.

use app::calls::late::{self as pages, LatePage};
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::{CallState, LateDetails};
use domain::responses::Step;
use services::Failure;
use services::calls::late;
use services::responses::draft;

use super::team_address;
use crate::web::cookies;
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// What the link of a leave shows.
pub async fn open(visit: Visit, Path(token): Path<String>) -> Result<Response, Stop> {
    let (leave, call) = late::by_token(visit.services(), &token).await?;
    Ok(visit.page(|| t!("late-title"), || pages::open(&call, &leave)))
}

/// Begins to answer by a leave; or goes on with the draft that this browser holds.
pub async fn begin(visit: Visit, Path(token): Path<String>) -> Result<Response, Stop> {
    let services = visit.services();
    let (leave, call) = late::by_token(services, &token).await?;
    let begun = match visit.draft_secret(&call) {
        Some(secret) => {
            draft::find(services, &secret).await.ok().filter(|draft| draft.submitted_at.is_none())
        }
        None => None,
    };
    if let Some(draft) = begun {
        draft::go_on_late(services, &draft, &leave).await?;
        return Ok(visit.go(&format!("/calls/{}/answer", call.slug)));
    }
    let secret = draft::begin_late(services, &call, visit.language.as_str(), &leave).await?;
    let mut response = visit.go(&format!("/calls/{}/answer/{}", call.slug, Step::Who));
    cookies::set(&visit.portal.site, &mut response, &cookies::draft(&call.slug), &secret);
    Ok(response)
}

/// The leaves of a call.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    show(&visit, Fields::default()).await
}

/// Gives somebody leave.
pub async fn give(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    let given = match LateDetails::parse(&typed) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(details) => late::give(visit.services(), &call, details).await,
    };
    match given {
        Err(Failure::Invalid(problems)) => show(&visit, Fields { form: typed, problems }).await,
        given => {
            given?;
            Ok(visit.go(&format!("{}/late", team_address(&call))))
        }
    }
}

/// Takes a leave back. Its id is in the middle of the address.
pub async fn end(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let call = visit.call()?;
    let id = id.parse().map_err(|_| Failure::NotFound("leave to answer late"))?;
    late::end(visit.services(), &call, id).await?;
    Ok(visit.go(&format!("{}/late", team_address(&call))))
}

async fn show(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let now = services.clock.now();
    let shown = LatePage {
        all: late::list(services, &call).await?,
        closed: matches!(call.state(now), CallState::Closed | CallState::Analysing),
        site: visit.portal.site.public_address.clone(),
        now,
        call,
    };
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("late-team-title"), || pages::page(shown)))
}
