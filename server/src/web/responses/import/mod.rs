//! Bringing responses in from a file in the browser: the files of a call, one of them, and what it is told ([`mapping`]).

mod mapping;
mod upload;

use app::components::Fields;
use app::layout::Area;
use app::responses::import::{self as pages, ImportsPage, OnePage, SHOWN};
use app::t;
use axum::extract::Path;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::forms::Problem;
use services::Failure;
use services::calls::Call;
use services::files::examine::table::MOST_ROWS;
use services::responses::import::batch::{self, Batch};
use services::sheet::harmless;
use uuid::Uuid;

use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

pub use mapping::{columns_page, say_columns, say_values, values_page};
pub use upload::upload;

/// How many seconds a page is shown that says how far something is.
const SECONDS: &str = "5";

/// The files of a call.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    list_page(&visit, Fields::default()).await
}

async fn list_page(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let shown = ImportsPage {
        batches: batch::list(services, call.id).await?,
        megabytes: services.files.largest_megabytes(),
        rows: MOST_ROWS,
        call,
    };
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("import-title"), || pages::list(shown)))
}

async fn found(visit: &Visit, id: &str) -> Result<(Call, Batch), Stop> {
    let call = visit.call()?;
    let id: Uuid = id.parse().map_err(|_| Failure::NotFound("import"))?;
    let batch = batch::find(visit.services(), call.id, id).await?;
    Ok((call, batch))
}

/// The file, for those who may see what is in it.
async fn opened(visit: &Visit, id: &str) -> Result<(Call, Batch), Stop> {
    let (call, batch) = found(visit, id).await?;
    if batch.opens(visit.services()) {
        Ok((call, batch))
    } else {
        Err(Failure::Refused("error-import-not-yours").into())
    }
}

/// One file: how far it is, and what was found.
pub async fn one(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, batch) = found(&visit, &id).await?;
    one_page(&visit, call, batch, Fields::default()).await
}

async fn one_page(visit: &Visit, call: Call, batch: Batch, fields: Fields) -> Result<Response, Stop> {
    let services = visit.services();
    let works = batch.state.works();
    let opens = batch.opens(services);
    let bad = if opens { batch::bad_rows(services, batch.id, SHOWN).await? } else { Vec::new() };
    let title = batch.name.clone();
    let shown = OnePage { call, batch, bad, opens };
    let mut response = visit.form(Area::Team, StatusCode::OK, fields, || title, || pages::one(shown));
    if works {
        // It works without script, and says the same to everyone.
        response.headers_mut().insert(HeaderName::from_static("refresh"), HeaderValue::from_static(SECONDS));
    }
    Ok(response)
}

/// Has the good rows brought in. Whoever leaves rows out says that they know.
pub async fn begin(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, batch) = opened(&visit, &id).await?;
    if batch.counts.bad > 0 && !typed.has("knowing", "yes") {
        let problems = Problem::new("knowing", "error-import-knowing").into();
        return one_page(&visit, call, batch, Fields { form: typed, problems }).await;
    }
    batch::begin(visit.services(), &call, &batch).await?;
    Ok(visit.go(&pages::address(&call, batch.id)))
}

/// Discards a file that is not brought in.
pub async fn discard(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, batch) = opened(&visit, &id).await?;
    batch::discard(visit.services(), &call, &batch).await?;
    Ok(visit.go(&pages::base(&call)))
}

/// Every row that cannot be taken, with its reason, for a spreadsheet.
pub async fn report(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let (_, batch) = opened(&visit, &id).await?;
    let failed = |error: &dyn std::fmt::Display| Failure::File(error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["line", "column", "reason"]).map_err(|error| failed(&error))?;
    for bad in batch::every_bad_row(visit.services(), batch.id).await? {
        let line = bad.line.to_string();
        let cells = [line, harmless(&bad.column), harmless(&bad.reason)];
        writer.write_record(cells).map_err(|error| failed(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(&error))?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"report.csv\""),
    ];
    Ok((headers, bytes).into_response())
}
