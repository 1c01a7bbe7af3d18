//! When the later stages of a call are expected.

use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::Plan;
use domain::forms::Form;
use services::calls::{Call, edit};

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};

/// What the team has said.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let said = Plan::planned().map(|stage| (stage.field(), call.plan.of(stage)));
    let fields = Fields::of(Form::from_pairs(said));
    Ok(show(&visit, &call, fields))
}

/// Says something else.
pub async fn change(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    match Plan::parse(&typed) {
        Err(problems) => Ok(show(&visit, &call, Fields { form: typed, problems })),
        Ok(plan) => {
            edit::plan(visit.services(), &call, plan).await?;
            Ok(visit.go(&super::team_address(&call)))
        }
    }
}

fn show(visit: &Visit, call: &Call, fields: Fields) -> Response {
    let body = || app::calls::timeline::plan(call);
    visit.form(Area::Team, StatusCode::OK, fields, || t!("stages-plan"), body)
}
