//! What was held back, for the team to decide about.

use app::components::Fields;
use app::layout::Area;
use app::responses::held::{HeldList, HeldPage, PAGE};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::responses::{HeldDecision, HeldState};
use services::calls::{self, Call};
use services::people::organisations;
use services::responses::{Held, held, personal};

use super::super::typed::{self, Typed, query};
use super::super::visit::{Stop, Visit};

/// Those that wait for a decision, or those that were kept out.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let asked = query(&visit.uri);
    let kept_out = HeldState::parse(asked.value("state")) == Some(HeldState::KeptOut);
    let state = if kept_out { HeldState::KeptOut } else { HeldState::Waiting };
    let page = typed::page(&asked);
    let waiting = held::count(services, call.id, HeldState::Waiting).await?;
    let out = held::count(services, call.id, HeldState::KeptOut).await?;
    let held = held::list(services, call.id, state, page, PAGE).await?;
    let shown = HeldList { call, state, counts: (waiting, out), held, page };
    Ok(visit.team(|| t!("held-title"), || app::responses::held::list(shown)))
}

/// One, with all that was sent.
pub async fn show(visit: Visit, Path((_, reference)): Path<(String, String)>) -> Result<Response, Stop> {
    let call = visit.call()?;
    let held = held::by_reference(visit.services(), call.id, &reference).await?;
    page(&visit, call, held, Fields::default()).await
}

/// Admits it or keeps it out.
pub async fn decide(
    visit: Visit,
    Path((_, reference)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let held = held::by_reference(services, call.id, &reference).await?;
    match HeldDecision::parse(&typed) {
        Err(problems) => page(&visit, call, held, Fields { form: typed, problems }).await,
        Ok(decision) => {
            held::decide(services, &held, decision).await?;
            Ok(visit.go(&format!("/team/calls/{}/held", call.slug)))
        }
    }
}

async fn page(visit: &Visit, call: Call, held: Held, fields: Fields) -> Result<Response, Stop> {
    let services = visit.services();
    let form = calls::form(services, &call).await?;
    let systems = organisations::systems(services).await?;
    let held = if personal::shown(services, call.id) { held } else { held.veiled() };
    let title = held.reference.clone();
    let shown = HeldPage { call, form, systems, held };
    let title = || t!("held-one", reference = title.as_str());
    Ok(visit.form(Area::Team, StatusCode::OK, fields, title, || app::responses::held::page(shown)))
}
