//! Calls by invitation only: the team's setting, and who may know of one.

use app::calls::private as pages;
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::{CallState, reach};
use domain::forms::Form;
use domain::people::{Action, Resource, may};
use services::Failure;
use services::calls::{Call, edit, invitees};

use super::super::cookies;
use super::super::responses::draft_here;
use super::super::responses::together::offered;
use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};

/// Who can take part.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let now = Form::from_pairs([("reach", if call.private { "invited" } else { "public" })]);
    Ok(show(&visit, &call, Fields::of(now)))
}

/// Says who can.
pub async fn set(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    match reach(&typed) {
        Err(problems) => Ok(show(&visit, &call, Fields { form: typed, problems })),
        Ok(private) => {
            edit::set_private(visit.services(), &call, private).await?;
            Ok(visit.go(&super::team_address(&call)))
        }
    }
}

fn show(visit: &Visit, call: &Call, fields: Fields) -> Response {
    visit.form(Area::Team, StatusCode::OK, fields, || t!("private-title"), || pages::page(call))
}

/// Whether whoever asks may know of a call: everyone of one that is not hidden, of a draft the team alone, and of one by
/// invitation whoever was invited too.
pub(in crate::web) async fn knows(visit: &Visit, call: &Call) -> Result<bool, Failure> {
    let now = visit.services().clock.now();
    if !call.is_hidden(now) || may(visit.actor(), Action::PreviewCall, Resource::Call(call.id)) {
        return Ok(true);
    }
    Ok(call.state(now) != CallState::Draft && admitted(visit, call).await?)
}

/// Whether somebody holds what lets them know of a private call: in this browser a personal link to it or a draft of it, or
/// the membership of an organisation that writes or has sent one.
async fn admitted(visit: &Visit, call: &Call) -> Result<bool, Failure> {
    let invitation = cookies::read(&visit.portal.site, &visit.headers, &cookies::invited(&call.slug));
    if let Some(secret) = invitation {
        match invitees::call_of(visit.services(), &secret).await {
            Ok(invited) if invited.id == call.id => return Ok(true),
            Ok(_) | Err(Failure::NotFound(_)) => {}
            Err(failure) => return Err(failure),
        }
    }
    if draft_here(visit, call).await?.is_some() {
        return Ok(true);
    }
    Ok(offered(visit, call.id).await?.iter().any(|one| one.draft.is_some()))
}
