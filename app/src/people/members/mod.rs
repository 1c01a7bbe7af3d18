//! Members of organisations: what was checked of them ([`marks`]), claiming one ([`join`]), one's own on the page of one's
//! account ([`mine`], [`address`]), the members' pages ([`page`], [`one`], [`invite`], [`request`]), and the team's ([`team`]).

pub mod address;
pub mod invite;
pub mod join;
pub mod marks;
pub mod mine;
pub mod names;
pub mod one;
pub mod page;
pub mod request;
pub mod team;

use services::people::organisations::Organisation;

/// The address of the members' page of an organisation, in no language.
pub fn address(organisation: &Organisation) -> String {
    format!("/account/organisations/{}", organisation.slug)
}
