//! Constituencies, seats and terms.

use app::assembly::team::seats as pages;
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::assembly::{ConstituencyDetails, SeatDetails, SeatTerm};
use domain::forms::Form;
use services::assembly::Assembly;
use services::assembly::seats::{self, Constituency, Seat};

use super::place::{At, constituency_at, home, key, seat_at, term_at};
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// The form of a new constituency.
pub async fn new_constituency(visit: Visit) -> Result<Response, Stop> {
    let held = visit.assembly()?;
    Ok(constituency_form(&visit, &held, None, Fields::default()))
}

/// Adds a constituency.
pub async fn add_constituency(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let held = visit.assembly()?;
    let done = async {
        seats::add_constituency(visit.services(), &held, ConstituencyDetails::parse(&typed)?).await?;
        Ok(home(&held))
    };
    let done = done.await;
    visit.done(done, typed, |fields| constituency_form(&visit, &held, None, fields))
}

/// The form of a constituency that is there.
pub async fn edit_constituency(visit: Visit, at: At) -> Result<Response, Stop> {
    let (held, one) = constituency_at(&visit, &at).await?;
    let form = Form::from_pairs([("name", one.name.clone()), ("seats", one.target.to_string())]);
    Ok(constituency_form(&visit, &held, Some(&one), Fields::of(form)))
}

/// Changes a constituency.
pub async fn change_constituency(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let (held, one) = constituency_at(&visit, &at).await?;
    let done = async {
        let details = ConstituencyDetails::parse(&typed)?;
        seats::change_constituency(visit.services(), &held, one.id, details).await?;
        Ok(home(&held))
    };
    let done = done.await;
    visit.done(done, typed, |fields| constituency_form(&visit, &held, Some(&one), fields))
}

/// One seat, with the form for what it is called.
pub async fn seat(visit: Visit, at: At) -> Result<Response, Stop> {
    let (held, one) = seat_at(&visit, &at).await?;
    let form = Form::from_pairs([("label", one.label.clone())]);
    Ok(seat_form(&visit, &held, &one, Fields::of(form)))
}

/// Changes what a seat is called.
pub async fn label(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let (held, one) = seat_at(&visit, &at).await?;
    let done = async {
        seats::label_seat(visit.services(), &held, one.id, SeatDetails::parse(&typed)?).await?;
        Ok(seat_home(&held, &one))
    };
    let done = done.await;
    visit.done(done, typed, |fields| seat_form(&visit, &held, &one, fields))
}

/// The form to appoint someone.
pub async fn appoint_page(visit: Visit, at: At) -> Result<Response, Stop> {
    let (held, one) = seat_at(&visit, &at).await?;
    Ok(term_form(&visit, &held, &one, true, Fields::default()))
}

/// Appoints someone.
pub async fn appoint(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let (held, one) = seat_at(&visit, &at).await?;
    let done = async {
        seats::appoint(visit.services(), &held, one.id, SeatTerm::parse(&typed)?).await?;
        Ok(seat_home(&held, &one))
    };
    let done = done.await;
    visit.done(done, typed, |fields| term_form(&visit, &held, &one, true, fields))
}

/// The form of a term that is there.
pub async fn term_page(visit: Visit, at: At) -> Result<Response, Stop> {
    let (held, one) = seat_at(&visit, &at).await?;
    let term = term_at(&one, &at)?;
    Ok(term_form(&visit, &held, &one, false, Fields::of(term.details().form())))
}

/// Changes a term.
pub async fn change_term(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let (held, one) = seat_at(&visit, &at).await?;
    term_at(&one, &at)?;
    let done = async {
        seats::change_term(visit.services(), &held, key(&at, "term")?, SeatTerm::parse(&typed)?).await?;
        Ok(seat_home(&held, &one))
    };
    let done = done.await;
    visit.done(done, typed, |fields| term_form(&visit, &held, &one, false, fields))
}

fn seat_home(held: &Assembly, seat: &Seat) -> String {
    format!("{}/seats/{}", home(held), seat.id)
}

fn constituency_form(visit: &Visit, held: &Assembly, one: Option<&Constituency>, fields: Fields) -> Response {
    let title = if one.is_some() { || t!("constituency-change") } else { || t!("constituencies-add") };
    visit.form(Area::Team, StatusCode::OK, fields, title, || pages::constituency_form(held, one))
}

fn seat_form(visit: &Visit, held: &Assembly, one: &Seat, fields: Fields) -> Response {
    let title = || t!("seat-label", label = &one.label);
    visit.form(Area::Team, StatusCode::OK, fields, title, || pages::seat(held, one))
}

fn term_form(visit: &Visit, held: &Assembly, one: &Seat, new: bool, fields: Fields) -> Response {
    let title = if new { || t!("terms-add") } else { || t!("term-change") };
    visit.form(Area::Team, StatusCode::OK, fields, title, || pages::term_form(held, one, new))
}
