//! Meetings in preparation and after.

use app::assembly::team::meeting as pages;
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::assembly::MeetingDetails;
use services::assembly::Assembly;
use services::assembly::meetings::{self, Meeting};

use super::place::{At, meeting_at, meeting_home};
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// One meeting.
pub async fn page(visit: Visit, at: At) -> Result<Response, Stop> {
    let found = meeting_at(&visit, &at).await?;
    let title = found.meeting.title.clone();
    Ok(visit.team(|| title, || pages::page(found)))
}

/// The form of a new meeting.
pub async fn new_page(visit: Visit) -> Result<Response, Stop> {
    let held = visit.assembly()?;
    Ok(form(&visit, &held, None, Fields::default()))
}

/// Adds a meeting.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let held = visit.assembly()?;
    let done = async {
        let meeting = meetings::add(visit.services(), &held, MeetingDetails::parse(&typed)?).await?;
        Ok(meeting_home(&held, &meeting))
    };
    let done = done.await;
    visit.done(done, typed, |fields| form(&visit, &held, None, fields))
}

/// The form of a meeting that is there.
pub async fn edit_page(visit: Visit, at: At) -> Result<Response, Stop> {
    let found = meeting_at(&visit, &at).await?;
    let fields = Fields::of(found.meeting.details().form());
    Ok(form(&visit, &found.assembly, Some(&found.meeting), fields))
}

/// Changes a meeting.
pub async fn change(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let found = meeting_at(&visit, &at).await?;
    let done = async {
        meetings::change(visit.services(), &found.meeting, MeetingDetails::parse(&typed)?).await?;
        Ok(meeting_home(&found.assembly, &found.meeting))
    };
    let done = done.await;
    visit.done(done, typed, |fields| form(&visit, &found.assembly, Some(&found.meeting), fields))
}

/// Publishes a meeting.
pub async fn publish(visit: Visit, at: At) -> Result<Response, Stop> {
    let found = meeting_at(&visit, &at).await?;
    meetings::publish(visit.services(), &found.meeting).await?;
    Ok(visit.go(&meeting_home(&found.assembly, &found.meeting)))
}

/// Takes a meeting back into preparation.
pub async fn withdraw(visit: Visit, at: At) -> Result<Response, Stop> {
    let found = meeting_at(&visit, &at).await?;
    meetings::unpublish(visit.services(), &found.meeting).await?;
    Ok(visit.go(&meeting_home(&found.assembly, &found.meeting)))
}

fn form(visit: &Visit, held: &Assembly, meeting: Option<&Meeting>, fields: Fields) -> Response {
    let title = if meeting.is_some() { || t!("meeting-change") } else { || t!("meetings-add") };
    visit.form(Area::Team, StatusCode::OK, fields, title, || pages::form(held, meeting))
}
