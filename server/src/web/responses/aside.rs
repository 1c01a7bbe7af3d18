//! The pages beside the steps: all that is asked, and the way back for those who go on later.

use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::TimeDelta;
use domain::forms::Form;
use services::responses::draft;

use super::super::visit::{Stop, Visit};
use super::keeping::KEPT;
use super::{kept_already, opened};

/// Where the buttons of a step lead that do not lead on: to the page for those who come back later, and to all that is asked.
pub(super) const ASIDE: [&str; 2] = ["later", "contents"];

/// Where else than on a form leads, where one of those buttons was pressed.
pub(super) fn aside(typed: &Form) -> Option<&'static str> {
    ASIDE.into_iter().find(|name| typed.sent(name))
}

/// All that is asked, with what is done.
pub async fn contents(visit: Visit) -> Result<Response, Stop> {
    let (call, form, draft) = opened(&visit).await?;
    if draft.submitted_at.is_some() {
        return Ok(visit.go(&format!("/calls/{}/confirmation", call.slug)));
    }
    draft::check_open(visit.services(), &call, &draft)?;
    let body = || app::responses::contents::page(&call, &form, &draft);
    Ok(visit.form(Area::Answering, StatusCode::OK, Fields::default(), || t!("contents-title"), body))
}

/// The private link, for those who go on later.
pub async fn later(visit: Visit) -> Result<Response, Stop> {
    let (call, _, draft) = opened(&visit).await?;
    draft::check_open(visit.services(), &call, &draft)?;
    let secret = visit.draft_secret(&call).filter(|secret| !secret.starts_with(KEPT));
    let link =
        |secret| format!("{}{}", visit.portal.site.public_address, visit.href(&format!("/resume/{secret}")));
    let link = secret.map(link);
    let kept = kept_already(&visit, &draft).await?;
    let graced = |closes| closes + TimeDelta::minutes(i64::from(call.times.grace_minutes));
    let until = draft.late.as_ref().map(|leave| leave.until).or(call.times.closes.map(graced));
    Ok(visit.form(
        Area::Answering,
        StatusCode::OK,
        Fields::default(),
        || t!("later-title"),
        || {
            let until = until.map(|until| app::components::when(until, &call)).unwrap_or_default();
            app::responses::check::later(call, link, until, kept)
        },
    ))
}
