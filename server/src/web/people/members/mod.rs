//! Acting for organisations: claiming one, the pages of its members, and what the team does about it.

pub mod address;
pub mod invite;
pub mod join;
pub mod page;
pub mod requests;
pub mod team;

use services::Failure;
use uuid::Uuid;

/// The key of what an address names, which is not there where it is none.
fn key(id: &str, what: &'static str) -> Result<Uuid, Failure> {
    id.parse().map_err(|_| Failure::NotFound(what))
}
