//! The public acts upon a call. Each has a page that asks whether it is meant.

use app::components::Fields;
use app::layout::Area;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::CallAct;
use services::calls::{Call, edit, questionnaire};
use services::{Failure, Services};

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};

/// Asks whether an act is meant; or says why it cannot be done now.
pub async fn ask(visit: Visit, Path((_, act)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, act) = (visit.call()?, parsed(&act)?);
    check(visit.services(), &call, act).await?;
    Ok(page(&visit, call, act, Fields::default()))
}

/// Does an act.
pub async fn perform(
    visit: Visit,
    Path((_, act)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, act) = (visit.call()?, parsed(&act)?);
    if let Err(problems) = act.confirm(&typed, call.kind, call.times.announced.is_some()) {
        check(visit.services(), &call, act).await?;
        return Ok(page(&visit, call, act, Fields { form: typed, problems }));
    }
    edit::perform(visit.services(), call.id, act).await?;
    Ok(visit.go(&super::team_address(&call)))
}

fn parsed(act: &str) -> Result<CallAct, Failure> {
    CallAct::parse(act).ok_or(Failure::NotFound("page"))
}

async fn check(services: &Services, call: &Call, act: CallAct) -> Result<(), Failure> {
    let form = questionnaire(services.db.read(), call.id).await?;
    edit::refusal(act, call, &form, services.clock.now())
        .map_or(Ok(()), |reason| Err(Failure::Refused(reason)))
}

fn page(visit: &Visit, call: Call, act: CallAct, fields: Fields) -> Response {
    let now = visit.services().clock.now();
    let body = || app::calls::acts::confirm(act, call, now);
    visit.form(Area::Team, StatusCode::OK, fields, || app::calls::acts::question(act), body)
}
