//! What an address of an assembly's record stands for. Everything is looked up under what comes before it, so that no
//! address reaches the record of another assembly or meeting.

use std::collections::HashMap;

use axum::extract::Path;
use services::Failure;
use services::assembly::meetings::{Item, Meeting, MeetingPage, Paper, meeting};
use services::assembly::seats::{self, Constituency, Holder, Seat};
use services::assembly::{self, Assembly};
use uuid::Uuid;

use crate::web::visit::Visit;

/// The parts of the address by name.
pub type At = Path<HashMap<String, String>>;

fn part<'a>(at: &'a At, name: &'static str) -> Result<&'a str, Failure> {
    at.0.get(name).map(String::as_str).ok_or(Failure::NotFound(name))
}

/// The key that stands in the address under this name.
pub fn key(at: &At, name: &'static str) -> Result<Uuid, Failure> {
    part(at, name)?.parse().map_err(|_| Failure::NotFound(name))
}

/// The number that stands in the address.
pub fn number(at: &At) -> Result<u32, Failure> {
    part(at, "number")?.parse().map_err(|_| Failure::NotFound("number"))
}

/// The meeting of the address, with its agenda.
pub async fn meeting_at(visit: &Visit, at: &At) -> Result<MeetingPage, Failure> {
    meeting(visit.services(), part(at, "assembly")?, number(at)?, visit.actor()).await
}

/// The agenda item of the address, and its meeting.
pub async fn item_at(visit: &Visit, at: &At) -> Result<(MeetingPage, Item), Failure> {
    let page = meeting_at(visit, at).await?;
    let id = key(at, "item")?;
    let item = page.agenda.iter().find(|item| item.id == id).cloned();
    Ok((page, item.ok_or(Failure::NotFound("agenda item"))?))
}

/// The paper of the address, its meeting, and its item.
pub async fn paper_at(visit: &Visit, at: &At) -> Result<(MeetingPage, Item, Paper), Failure> {
    let (page, item) = item_at(visit, at).await?;
    let id = key(at, "paper")?;
    let paper = item.papers.iter().find(|paper| paper.id == id).cloned();
    Ok((page, item, paper.ok_or(Failure::NotFound("paper"))?))
}

/// The seats of an assembly as they are held today.
pub async fn seats_of(visit: &Visit, of: &Assembly) -> Result<Vec<Constituency>, Failure> {
    seats::seats(visit.services(), of, assembly::today(visit.services())).await
}

/// The constituency of the address, and its assembly.
pub async fn constituency_at(visit: &Visit, at: &At) -> Result<(Assembly, Constituency), Failure> {
    let held = visit.assembly()?;
    let id = key(at, "constituency")?;
    let found = seats_of(visit, &held).await?.into_iter().find(|one| one.id == id);
    Ok((held, found.ok_or(Failure::NotFound("constituency"))?))
}

/// The seat of the address, and its assembly.
pub async fn seat_at(visit: &Visit, at: &At) -> Result<(Assembly, Seat), Failure> {
    let held = visit.assembly()?;
    let id = key(at, "seat")?;
    let seats = seats_of(visit, &held).await?.into_iter().flat_map(|one| one.seats);
    let found = seats.into_iter().find(|seat| seat.id == id);
    Ok((held, found.ok_or(Failure::NotFound("seat"))?))
}

/// The term of the address among those of its seat.
pub fn term_at(seat: &Seat, at: &At) -> Result<Holder, Failure> {
    let id = key(at, "term")?;
    let mut terms = seat.coming.iter().chain(&seat.holder).chain(&seat.past);
    terms.find(|term| term.id == id).cloned().ok_or(Failure::NotFound("term"))
}

/// The address of an assembly among the team's pages.
pub fn home(of: &Assembly) -> String {
    app::assembly::team::address(of)
}

/// The address of a meeting among the team's pages.
pub fn meeting_home(of: &Assembly, meeting: &Meeting) -> String {
    format!("{}/meetings/{}", home(of), meeting.number)
}

/// How far a form moves something: a place earlier, or a place later.
pub fn way(typed: &domain::forms::Form) -> i32 {
    if typed.value("way") == "up" { -1 } else { 1 }
}
