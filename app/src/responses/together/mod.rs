//! Answering together as an organisation: where it begins ([`begin`]), the page of a draft that members share ([`desk`]), an
//! answer with its history and what was said about it ([`question`]), the sign-off ([`sign_off`]), and what of all that stands
//! beside the steps of answering ([`beside`]).

pub mod begin;
pub mod beside;
pub mod desk;
pub mod list;
pub mod question;
pub mod sign_off;

use uuid::Uuid;

/// The address of a draft that an organisation writes, in no language.
pub fn address(organisation: &str, draft: Uuid) -> String {
    format!("/account/organisations/{organisation}/drafts/{draft}")
}
