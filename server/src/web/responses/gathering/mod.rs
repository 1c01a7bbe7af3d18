//! The stories that a group gathers: where people tell them ([`told`]), where its members read and choose ([`stories`]) and
//! quote them ([`quote`]). The guard has made sure that whoever asks for the members' pages may have them.

pub mod quote;
pub mod stories;
pub mod told;

use services::Failure;
use services::responses::gathering::{self, Gathering};

use super::together::Desk;
use crate::web::visit::Visit;

/// The gathering for the draft of an address.
async fn of(visit: &Visit, desk: &Desk) -> Result<Gathering, Failure> {
    gathering::of_draft(visit.services(), &desk.draft).await?.ok_or(Failure::NotFound("gathering"))
}

/// The number of a story in an address.
fn number(typed: &str) -> Result<i32, Failure> {
    typed.parse().map_err(|_| Failure::NotFound("story"))
}
