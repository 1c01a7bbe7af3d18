//! Assemblies: their pages for anyone, and for the team those on which their record is kept.

pub mod agenda;
pub mod bodies;
pub mod decisions;
pub mod evidence;
pub mod meetings;
pub mod papers;
mod place;
pub mod seats;

use app::assembly::page::AssemblyPage;
use app::t;
use axum::extract::Path;
use axum::response::Response;
use domain::mail::Followed;
use services::Failure;
use services::assembly as record;

use super::visit::{Stop, Visit};

/// The list of assemblies.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let all = record::list(visit.services()).await?;
    Ok(visit.page(|| t!("assemblies-title"), || app::assembly::list::page(all)))
}

/// One assembly.
pub async fn page(visit: Visit, Path(slug): Path<String>) -> Result<Response, Stop> {
    let (services, actor) = (visit.services(), visit.actor());
    let held = record::by_slug(services, &slug).await?;
    let shown = AssemblyPage {
        seats: record::seats::seats(services, &held, record::today(services)).await?,
        meetings: record::meetings::list(services, &held, actor).await?,
        decisions: record::decisions::register(services, &held, actor).await?,
        now: services.clock.now(),
        follow: visit.offer(Followed::Assembly, &slug),
        assembly: held,
    };
    let title = shown.assembly.name.clone();
    Ok(visit.page(|| title, || app::assembly::page::page(shown)))
}

/// One meeting.
pub async fn meeting(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let found = record::meetings::meeting(visit.services(), &slug, numbered(&number)?, visit.actor()).await?;
    let title = found.meeting.title.clone();
    Ok(visit.page(|| title, || app::assembly::meeting::page(found)))
}

/// The number of a meeting in an address.
fn numbered(typed: &str) -> Result<u32, Failure> {
    typed.parse().map_err(|_| Failure::NotFound("meeting"))
}
