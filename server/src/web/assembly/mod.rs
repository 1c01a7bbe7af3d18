//! Assemblies for anyone to read.

use app::assembly::page::AssemblyPage;
use app::t;
use axum::extract::Path;
use axum::response::Response;
use services::Failure;
use services::assembly::{self, decisions, meetings, seats};

use super::visit::{Stop, Visit};

/// The list of assemblies.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let all = assembly::list(visit.services()).await?;
    Ok(visit.page(|| t!("assemblies-title"), || app::assembly::list::page(all)))
}

/// One assembly.
pub async fn page(visit: Visit, Path(slug): Path<String>) -> Result<Response, Stop> {
    let (services, actor) = (visit.services(), visit.actor());
    let held = assembly::by_slug(services, &slug).await?;
    let shown = AssemblyPage {
        seats: seats::seats(services, &held, assembly::today(services)).await?,
        meetings: meetings::list(services, &held, &actor).await?,
        decisions: decisions::register(services, &held, &actor).await?,
        now: services.clock.now(),
        assembly: held,
    };
    let title = shown.assembly.name.clone();
    Ok(visit.page(|| title, || app::assembly::page::page(shown)))
}

/// One meeting.
pub async fn meeting(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let found = meetings::meeting(visit.services(), &slug, numbered(&number)?, &visit.actor()).await?;
    let title = found.meeting.title.clone();
    Ok(visit.page(|| title, || app::assembly::meeting::page(found)))
}

/// The number of a meeting in an address.
fn numbered(typed: &str) -> Result<u32, Failure> {
    typed.parse().map_err(|_| Failure::NotFound("meeting"))
}
