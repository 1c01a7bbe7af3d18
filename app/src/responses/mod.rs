//! Answering: one thing per page, check, and the receipt; what was held back and what is entered, for the team.

mod about;
pub mod between;
pub mod check;
pub mod contents;
pub mod entry;
pub mod fields;
pub mod held;
pub mod import;
pub mod keeping;
pub mod later;
pub mod names;
pub mod receipt;
pub mod step;

use services::calls::Call;
use services::responses::Draft;

/// Where the pages of a draft are: those of whoever answers, or those on which one of the team enters a response for them.
pub fn base(call: &Call, draft: &Draft) -> String {
    match draft.keyed {
        None => format!("/calls/{}", call.slug),
        Some(_) => entry::address(call, draft.id),
    }
}
