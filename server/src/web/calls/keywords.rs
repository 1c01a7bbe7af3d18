//! By what people find a call.

use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::Keywords;
use services::calls::{Call, edit};

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};

/// What the team has said.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let fields = Fields::of(call.keywords.form());
    Ok(show(&visit, &call, fields))
}

/// Says something else.
pub async fn change(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    match Keywords::parse(&typed) {
        Err(problems) => Ok(show(&visit, &call, Fields { form: typed, problems })),
        Ok(keywords) => {
            edit::keywords(visit.services(), &call, keywords).await?;
            Ok(visit.go(&super::team_address(&call)))
        }
    }
}

fn show(visit: &Visit, call: &Call, fields: Fields) -> Response {
    let body = || app::calls::keywords::page(call);
    visit.form(Area::Team, StatusCode::OK, fields, || t!("keywords-title"), body)
}
