//! Entering what came on paper, by e-mail, by telephone or at an event: the list, beginning and dropping one, its steps, which
//! are those of every respondent, and what was entered. Scans are in [`scans`].

mod scans;
mod steps;

use app::components::Fields;
use app::layout::Area;
use app::responses::entering::{self as pages, EntriesPage, EntryPage, PAGE};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::CallState;
use domain::responses::{EntryDetails, Step};
use services::Failure;
use services::calls::{self, Call};
use services::responses::entering::{self, Entry};
use services::responses::{documents, draft, read};
use uuid::Uuid;

use super::Opened;
use crate::web::typed::{self, Typed, query};
use crate::web::visit::{Stop, Visit};

pub use scans::{add as add_scans, open as open_scan, remove as remove_scan};
pub use steps::{answer, document, receipt, receipt_document, show};
pub(super) use steps::{check, on_step, store};

/// What is entered and what was.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let page = typed::page(&query(&visit.uri));
    let shown = EntriesPage {
        entries: entering::list(services, call.id, (page - 1) * PAGE, PAGE).await?,
        count: entering::count(services, call.id).await?,
        open: entering::check_open(services, &call).is_ok(),
        page,
        call,
    };
    Ok(visit.team(|| t!("entering-list-title"), || pages::list(shown)))
}

/// The form that begins to enter a response.
pub async fn begin_page(visit: Visit) -> Result<Response, Stop> {
    let mut fields = Fields::default();
    fields.form.set("language", visit.language.as_str());
    begin_form(&visit, fields)
}

fn begin_form(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let call = visit.call()?;
    entering::check_open(visit.services(), &call)?;
    let late = call.state(visit.services().clock.now()) > CallState::Open;
    let title = || t!("entering-begin");
    Ok(visit.form(Area::Team, StatusCode::OK, fields, title, || pages::begin(&call, late)))
}

/// Begins to enter a response.
pub async fn begin(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let begun = match EntryDetails::parse(&typed, call.times.closes, call.zone, services.clock.now()) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(details) => entering::begin(services, &call, details).await,
    };
    match begun {
        Err(Failure::Invalid(problems)) => begin_form(&visit, Fields { form: typed, problems }),
        begun => Ok(visit.go(&format!("{}/answer/{}", pages::address(&call, begun?), Step::Who))),
    }
}

/// What is entered or was, for those who may see who wrote it.
async fn found(visit: &Visit, entry: &str) -> Result<(Entry, Opened), Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let id: Uuid = entry.parse().map_err(|_| Failure::NotFound("entry"))?;
    let entry = entering::find(services, call.id, id).await?;
    if !entering::opens(services, call.id, &entry.keyed) {
        return Err(Failure::Refused("error-entering-not-yours").into());
    }
    let draft = draft::entered(services, &entry).await?;
    let form = calls::form(services, &call).await?.on_paper();
    Ok((entry, (call, form, draft)))
}

/// One of them.
pub async fn one(visit: Visit, Path((_, entry)): Path<(String, String)>) -> Result<Response, Stop> {
    let found = found(&visit, &entry).await?;
    one_page(&visit, found, Fields::default()).await
}

async fn one_page(
    visit: &Visit,
    (entry, (call, form, draft)): (Entry, Opened),
    fields: Fields,
) -> Result<Response, Stop> {
    let services = visit.services();
    let shown = EntryPage {
        scans: entering::scans::list(services, entry.id).await?,
        megabytes: services.files.largest_megabytes(),
        mine: visit.actor().person() == entry.keyed.by,
        infected: documents::infected(services, &draft).await?,
        entry,
        call,
        form,
        draft,
    };
    let title = || t!("entering-title");
    Ok(visit.form(Area::Team, StatusCode::OK, fields, title, || pages::page(shown)))
}

/// Asks whether one is to be dropped.
pub async fn discard_page(visit: Visit, Path((_, entry)): Path<(String, String)>) -> Result<Response, Stop> {
    let (entry, (call, ..)) = found(&visit, &entry).await?;
    Ok(visit.team(|| t!("entering-discard"), || pages::discard(&call, entry.id)))
}

/// Drops what was begun.
pub async fn discard(visit: Visit, Path((_, entry)): Path<(String, String)>) -> Result<Response, Stop> {
    let (_, (call, _, draft)) = found(&visit, &entry).await?;
    entering::discard(visit.services(), &draft).await?;
    Ok(visit.go(&list_address(&call)))
}

/// Notes that somebody else has compared it with the original.
pub async fn checked(visit: Visit, Path((_, entry)): Path<(String, String)>) -> Result<Response, Stop> {
    let (entry, (call, ..)) = found(&visit, &entry).await?;
    let reference = entry.reference.as_deref().ok_or(Failure::NotFound("response"))?;
    let response = read::by_reference(visit.services(), call.id, reference).await?;
    entering::check(visit.services(), &entry, &response).await?;
    Ok(visit.go(&pages::address(&call, entry.id)))
}

fn list_address(call: &Call) -> String {
    format!("/team/calls/{}/entering", call.slug)
}
