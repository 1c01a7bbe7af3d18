//! The papers of agenda items.

use app::assembly::team::agenda as pages;
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::assembly::PaperDetails;
use services::assembly::meetings::{Item, MeetingPage, Paper, papers};

use super::place::{At, item_at, meeting_home, paper_at, way};
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// The form of a new paper.
pub async fn new_page(visit: Visit, at: At) -> Result<Response, Stop> {
    let (page, item) = item_at(&visit, &at).await?;
    Ok(form(&visit, &page, &item, None, Fields::default()))
}

/// Adds a paper.
pub async fn add(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let (page, item) = item_at(&visit, &at).await?;
    let done = async {
        papers::add(visit.services(), &page.meeting, item.id, PaperDetails::parse(&typed)?).await?;
        Ok(home(&page))
    };
    let done = done.await;
    visit.done(done, typed, |fields| form(&visit, &page, &item, None, fields))
}

/// The form of a paper that is there.
pub async fn edit_page(visit: Visit, at: At) -> Result<Response, Stop> {
    let (page, item, paper) = paper_at(&visit, &at).await?;
    let fields = Fields::of(paper.details().form());
    Ok(form(&visit, &page, &item, Some(&paper), fields))
}

/// Changes a paper.
pub async fn change(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let (page, item, paper) = paper_at(&visit, &at).await?;
    let done = async {
        papers::change(visit.services(), &page.meeting, paper.id, PaperDetails::parse(&typed)?).await?;
        Ok(home(&page))
    };
    let done = done.await;
    visit.done(done, typed, |fields| form(&visit, &page, &item, Some(&paper), fields))
}

/// Moves a paper a place earlier or later.
pub async fn shift(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let (page, _, paper) = paper_at(&visit, &at).await?;
    papers::move_by(visit.services(), &page.meeting, paper.id, way(&typed)).await?;
    Ok(visit.go(&home(&page)))
}

/// Takes a paper away.
pub async fn remove(visit: Visit, at: At) -> Result<Response, Stop> {
    let (page, _, paper) = paper_at(&visit, &at).await?;
    papers::remove(visit.services(), &page.meeting, paper.id).await?;
    Ok(visit.go(&home(&page)))
}

fn home(page: &MeetingPage) -> String {
    meeting_home(&page.assembly, &page.meeting)
}

fn form(visit: &Visit, page: &MeetingPage, item: &Item, paper: Option<&Paper>, fields: Fields) -> Response {
    let title = if paper.is_some() { || t!("paper-change") } else { || t!("papers-add") };
    visit.form(Area::Team, StatusCode::OK, fields, title, || pages::paper_form(page, item, paper))
}
