//! Agenda items and what was said on them.

use app::assembly::team::agenda as pages;
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::assembly::{AgendaItemDetails, RecordDetails};
use domain::forms::Form;
use services::assembly::meetings::{Item, MeetingPage, agenda};

use super::place::{At, item_at, meeting_at, meeting_home, way};
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// The form of a new item.
pub async fn new_page(visit: Visit, at: At) -> Result<Response, Stop> {
    let page = meeting_at(&visit, &at).await?;
    Ok(form(&visit, &page, true, Fields::default()))
}

/// Adds an item.
pub async fn add(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let page = meeting_at(&visit, &at).await?;
    let done = async {
        agenda::add(visit.services(), &page.meeting, AgendaItemDetails::parse(&typed)?).await?;
        Ok(home(&page))
    };
    let done = done.await;
    visit.done(done, typed, |fields| form(&visit, &page, true, fields))
}

/// The form of an item that is there.
pub async fn edit_page(visit: Visit, at: At) -> Result<Response, Stop> {
    let (page, item) = item_at(&visit, &at).await?;
    Ok(form(&visit, &page, false, Fields::of(item.details().form())))
}

/// Changes an item.
pub async fn change(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let (page, item) = item_at(&visit, &at).await?;
    let done = async {
        agenda::change(visit.services(), &page.meeting, item.id, AgendaItemDetails::parse(&typed)?).await?;
        Ok(home(&page))
    };
    let done = done.await;
    visit.done(done, typed, |fields| form(&visit, &page, false, fields))
}

/// Moves an item a place earlier or later.
pub async fn shift(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let (page, item) = item_at(&visit, &at).await?;
    agenda::move_by(visit.services(), &page.meeting, item.id, way(&typed)).await?;
    Ok(visit.go(&home(&page)))
}

/// Takes an item off the agenda.
pub async fn remove(visit: Visit, at: At) -> Result<Response, Stop> {
    let (page, item) = item_at(&visit, &at).await?;
    agenda::remove(visit.services(), &page.meeting, item.id).await?;
    Ok(visit.go(&home(&page)))
}

/// The form of what was said.
pub async fn record_page(visit: Visit, at: At) -> Result<Response, Stop> {
    let (page, item) = item_at(&visit, &at).await?;
    let typed = Form::from_pairs([("record", item.record.clone())]);
    Ok(record_form(&visit, &page, &item, Fields::of(typed)))
}

/// Writes down what was said.
pub async fn record(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let (page, item) = item_at(&visit, &at).await?;
    let done = async {
        agenda::record(visit.services(), &page.meeting, item.id, RecordDetails::parse(&typed)?).await?;
        Ok(home(&page))
    };
    let done = done.await;
    visit.done(done, typed, |fields| record_form(&visit, &page, &item, fields))
}

fn home(page: &MeetingPage) -> String {
    meeting_home(&page.assembly, &page.meeting)
}

fn form(visit: &Visit, page: &MeetingPage, new: bool, fields: Fields) -> Response {
    let title = if new { || t!("agenda-add") } else { || t!("agenda-change") };
    visit.form(Area::Team, StatusCode::OK, fields, title, || pages::form(page, new))
}

fn record_form(visit: &Visit, page: &MeetingPage, item: &Item, fields: Fields) -> Response {
    let title = || t!("agenda-record");
    visit.form(Area::Team, StatusCode::OK, fields, title, || pages::record_form(page, item))
}
