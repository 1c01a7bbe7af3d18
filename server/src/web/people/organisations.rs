//! The directory of organisations, for anyone.

use app::components::Fields;
use app::layout::Area;
use app::people::organisations::list::Directory;
use app::people::organisations::{list as pages, names, page as one};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::mail::Followed;
use domain::people::OrganisationFilter;
use services::Failure;
use services::people::organisations::{self, directory};

use crate::web::typed::{self, query};
use crate::web::visit::{Stop, Visit};

/// The organisations that are looked for.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let shown = looked_for(&visit).await?;
    let fields = Fields::of(query(&visit.uri));
    let title = || t!("organisations-title");
    Ok(visit.form(Area::Public, StatusCode::OK, fields, title, || pages::page(&shown)))
}

/// What the address asks of the directory.
pub(super) async fn looked_for(visit: &Visit) -> Result<Directory, Failure> {
    let (asked, services) = (query(&visit.uri), visit.services());
    let (filter, page) = (OrganisationFilter::parse(&asked), typed::page(&asked));
    Ok(Directory {
        found: directory::find(services, &filter, page).await?,
        areas: organisations::areas(services).await?,
        today: organisations::today(services),
        filter,
        page,
    })
}

/// One organisation.
pub async fn page(visit: Visit, Path(slug): Path<String>) -> Result<Response, Stop> {
    let held = organisations::by_slug(visit.services(), &slug).await?;
    let shown = organisations::page(visit.services(), held.clone()).await?;
    let offer = visit.offer(Followed::Organisation, &slug);
    Ok(visit.page(|| names::name(&held), || one::page(shown, offer)))
}
