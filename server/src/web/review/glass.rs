//! Seeing who wrote a response, on record.

use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::Problems;
use services::Failure;
use services::responses::{personal, read};

use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// Asks for the reason.
pub async fn ask(visit: Visit, Path((_, reference)): Path<(String, String)>) -> Result<Response, Stop> {
    let response = read::by_reference(visit.services(), visit.call()?.id, &reference).await?;
    page(&visit, response.reference, Fields::default())
}

/// Shows who wrote it to whoever asks, for a while.
pub async fn break_glass(
    visit: Visit,
    Path((_, reference)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let response = read::by_reference(services, call.id, &reference).await?;
    let by = visit.person.as_ref().ok_or(Failure::NotFound("person"))?;
    let mut problems = Problems::default();
    let Some(reason) = problems.title(&typed, "reason", "error-glass-reason") else {
        return page(&visit, response.reference, Fields { form: typed, problems });
    };
    personal::break_glass(services, &call, &response, by, reason).await?;
    Ok(visit.go(&format!("/team/calls/{}/responses/{}", call.slug, response.reference)))
}

fn page(visit: &Visit, reference: String, fields: Fields) -> Result<Response, Stop> {
    let call = visit.call()?;
    let title = reference.clone();
    let body = || app::review::glass::page(call, reference);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("glass-title", reference = title), body))
}
