//! Who takes part in a call, in figures, and whether everyone sees some of them early.

use app::calls::figures as pages;
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::FiguresFrom;
use domain::forms::Form;
use services::calls::{edit, figures};

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};

/// The team's page.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let figures = figures::figures(visit.services(), &call).await?;
    let mut now = Form::default();
    if call.figures_from == FiguresFrom::Opening {
        now.set("early", "yes");
    }
    let body = || pages::page(&call, &figures);
    Ok(visit.form(Area::Team, StatusCode::OK, Fields::of(now), || t!("figures-title"), body))
}

/// Says whether everyone sees some of them while the call is open.
pub async fn set(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    edit::set_early_figures(visit.services(), &call, typed.has("early", "yes")).await?;
    Ok(visit.go(&format!("{}/figures", super::team_address(&call))))
}
