//! Where the team keeps the directory of organisations, and says which of them a response is from.

use app::components::Fields;
use app::layout::Area;
use app::people::organisations::link::LinkPage;
use app::people::organisations::{link as link_pages, table as table_pages, team as pages};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{OrganisationDetails, OrganisationEnding, OrganisationFilter};
use services::Failure;
use services::people::organisations::table::Report;
use services::people::organisations::{self as bodies, Organisation, directory, edit, table};
use services::responses::read;

use super::organisations::looked_for;
use crate::web::typed::{Typed, query};
use crate::web::visit::{Stop, Visit};

/// The list.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let shown = looked_for(&visit).await?;
    let asked = query(&visit.uri);
    let added = asked.value("added").parse().ok();
    let fields = Fields::of(asked);
    let title = || t!("organisations-title");
    Ok(visit.form(Area::Team, StatusCode::OK, fields, title, || pages::list(&shown, added)))
}

async fn held(visit: &Visit, slug: &str) -> Result<Organisation, Failure> {
    bodies::by_slug(visit.services(), slug).await
}

/// One organisation.
pub async fn page(visit: Visit, Path(slug): Path<String>) -> Result<Response, Stop> {
    let held = held(&visit, &slug).await?;
    let title = held.name.clone();
    let shown = bodies::page(visit.services(), held).await?;
    Ok(visit.team(|| title, || pages::page(shown)))
}

/// The form of a new organisation.
pub async fn new_page(visit: Visit) -> Result<Response, Stop> {
    form(&visit, None, Fields::default()).await
}

/// Adds an organisation. On a portal with a demonstration it is as invented as all the rest.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let done = async {
        let details = OrganisationDetails::parse(&typed, &areas(&visit).await?)?;
        let slug = edit::add(visit.services(), details, visit.portal.site.demonstration).await?;
        Ok::<_, Failure>(format!("/team/organisations/{slug}"))
    };
    match done.await {
        Err(Failure::Invalid(problems)) => form(&visit, None, Fields { form: typed, problems }).await,
        done => Ok(visit.go(&done?)),
    }
}

async fn areas(visit: &Visit) -> Result<Vec<uuid::Uuid>, Failure> {
    Ok(bodies::areas(visit.services()).await?.into_iter().map(|area| area.id).collect())
}

/// The form of an organisation that is there.
pub async fn edit_page(visit: Visit, Path(slug): Path<String>) -> Result<Response, Stop> {
    let held = held(&visit, &slug).await?;
    let fields = Fields::of(held.details().form());
    form(&visit, Some(held), fields).await
}

/// Changes an organisation.
pub async fn change(visit: Visit, Path(slug): Path<String>, Typed(typed): Typed) -> Result<Response, Stop> {
    let held = held(&visit, &slug).await?;
    let done = async {
        let details = OrganisationDetails::parse(&typed, &areas(&visit).await?)?;
        edit::change(visit.services(), held.id, details).await?;
        Ok::<_, Failure>(pages::address(&held))
    };
    match done.await {
        Err(Failure::Invalid(problems)) => form(&visit, Some(held), Fields { form: typed, problems }).await,
        done => Ok(visit.go(&done?)),
    }
}

async fn form(visit: &Visit, held: Option<Organisation>, fields: Fields) -> Result<Response, Stop> {
    let areas = bodies::areas(visit.services()).await?;
    let title = if held.is_some() { || t!("organisation-change") } else { || t!("organisation-add") };
    Ok(visit.form(Area::Team, StatusCode::OK, fields, title, || pages::form(held, &areas)))
}

/// The form of the end of an organisation.
pub async fn end_page(visit: Visit, Path(slug): Path<String>) -> Result<Response, Stop> {
    let held = held(&visit, &slug).await?;
    let fields = Fields::of(edit::ending_of(visit.services(), &held).await?);
    end_form(&visit, held, fields).await
}

/// Ends an organisation.
pub async fn end(visit: Visit, Path(slug): Path<String>, Typed(typed): Typed) -> Result<Response, Stop> {
    let held = held(&visit, &slug).await?;
    let done = async {
        let ending = OrganisationEnding::parse(&typed, held.valid_from)?;
        edit::end(visit.services(), held.id, ending).await?;
        Ok::<_, Failure>(pages::address(&held))
    };
    match done.await {
        Err(Failure::Invalid(problems)) => end_form(&visit, held, Fields { form: typed, problems }).await,
        done => Ok(visit.go(&done?)),
    }
}

async fn end_form(visit: &Visit, held: Organisation, fields: Fields) -> Result<Response, Stop> {
    let offered = directory::offered(visit.services()).await?;
    let title = || t!("organisation-end");
    Ok(visit.form(Area::Team, StatusCode::OK, fields, title, || pages::end(held, offered)))
}

/// Takes the end of an organisation back.
pub async fn reopen(visit: Visit, Path(slug): Path<String>) -> Result<Response, Stop> {
    let held = held(&visit, &slug).await?;
    edit::reopen(visit.services(), held.id).await?;
    Ok(visit.go(&pages::address(&held)))
}

/// Where a table of organisations is pasted.
pub async fn table_page(visit: Visit) -> Response {
    show_table(&visit, StatusCode::OK, Fields::default(), None)
}

/// Checks a table and says what would become of each row, or adds all of it.
pub async fn import(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let meant = typed.value("act") == "import";
    let done = if meant {
        table::import(visit.services(), &typed).await
    } else {
        table::check(visit.services(), &typed).await.map(Err)
    };
    match done {
        Err(Failure::Invalid(problems)) => {
            Ok(show_table(&visit, StatusCode::OK, Fields { form: typed, problems }, None))
        }
        done => match done? {
            Ok(added) => Ok(visit.go(&format!("/team/organisations?added={added}"))),
            Err(report) => {
                let status = if meant { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
                Ok(show_table(&visit, status, Fields::of(typed), Some(report)))
            }
        },
    }
}

fn show_table(visit: &Visit, status: StatusCode, fields: Fields, report: Option<Report>) -> Response {
    let text = fields.form.value("rows").to_owned();
    let title = || t!("organisations-import");
    visit.form(Area::Team, status, fields, title, || table_pages::page(report, &text))
}

/// Which organisation a response is from.
pub async fn link_page(visit: Visit, Path((_, reference)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let response = read::by_reference(services, call.id, &reference).await?;
    let mut asked = query(&visit.uri);
    if !asked.sent("name") {
        asked.set("name", response.organisation.as_str());
    }
    let filter = OrganisationFilter { name: asked.text("name"), ended: true, ..Default::default() };
    let shown = LinkPage {
        linked: bodies::responses::of_response(services, response.id).await?,
        found: directory::find(services, &filter, 1).await?,
        response,
        call,
    };
    let title = || t!("link-title");
    Ok(visit.form(Area::Team, StatusCode::OK, Fields::of(asked), title, || link_pages::page(shown)))
}

/// Links a response to an organisation, or takes the link away.
pub async fn link(
    visit: Visit,
    Path((_, reference)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let response = read::by_reference(services, call.id, &reference).await?;
    let wanted = match typed.text("organisation") {
        None => None,
        Some(id) => Some(id.parse().map_err(|_| Failure::NotFound("organisation"))?),
    };
    bodies::responses::link(services, call.id, response.id, wanted).await?;
    Ok(visit.go(&format!("/team/calls/{}/responses/{}", call.slug, response.reference)))
}
