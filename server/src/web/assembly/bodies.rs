//! The team's list of assemblies, and each of them.

use app::assembly::team::bodies as pages;
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::assembly::AssemblyDetails;
use domain::people::{Action, Resource, may};
use services::assembly::{self, Assembly, meetings};

use super::place::{home, seats_of};
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// The assemblies that this person's roles reach.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let (mut all, actor) = (assembly::list(visit.services()).await?, visit.actor());
    all.retain(|one| may(actor, Action::ReadAssembly, Resource::Assembly(one.id)));
    Ok(visit.team(|| t!("assemblies-title"), || pages::list(all)))
}

/// One assembly.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let held = visit.assembly()?;
    let seats = seats_of(&visit, &held).await?;
    let meetings = meetings::list(visit.services(), &held, visit.actor()).await?;
    let title = held.name.clone();
    Ok(visit.team(|| title, || pages::page(held, seats, meetings)))
}

/// The form of a new assembly.
pub async fn new_page(visit: Visit) -> Response {
    form(&visit, None, Fields::default())
}

/// Adds an assembly. On a portal with a demonstration it is as invented as all the rest.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let done = async {
        let details = AssemblyDetails::parse(&typed)?;
        let invented = visit.portal.site.demonstration;
        let slug = assembly::create(visit.services(), details, invented).await?;
        Ok(format!("/team/assemblies/{slug}"))
    };
    let done = done.await;
    visit.done(done, typed, |fields| form(&visit, None, fields))
}

/// The form of an assembly that is there.
pub async fn edit_page(visit: Visit) -> Result<Response, Stop> {
    let held = visit.assembly()?;
    let fields = Fields::of(held.details().form());
    Ok(form(&visit, Some(held), fields))
}

/// Changes an assembly.
pub async fn change(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let held = visit.assembly()?;
    let done = async {
        assembly::change(visit.services(), &held, AssemblyDetails::parse(&typed)?).await?;
        Ok(home(&held))
    };
    let done = done.await;
    visit.done(done, typed, |fields| form(&visit, Some(held), fields))
}

fn form(visit: &Visit, held: Option<Assembly>, fields: Fields) -> Response {
    let title = if held.is_some() { || t!("assembly-change") } else { || t!("assemblies-add") };
    visit.form(Area::Team, StatusCode::OK, fields, title, || pages::form(held))
}
