//! Answering: one thing per page, check, and the receipt; answering [`together`], with those who sign too
//! ([`co_signing`]), and with the stories of others ([`gathering`]); and, for the team, what was held back, what is entered
//! ([`entering`]) and what comes from files ([`import`]).

pub mod about;
pub mod between;
pub mod change;
pub mod check;
pub mod co_signing;
pub mod contents;
pub mod end;
pub mod entering;
pub mod fields;
pub mod gathering;
pub mod held;
pub mod import;
pub mod keeping;
pub mod later;
pub mod names;
pub mod receipt;
pub mod reuse;
pub mod step;
pub mod together;
pub mod withdraw;

use services::calls::Call;
use services::responses::Draft;

/// Where the pages of a draft are: those of whoever answers, or those on which one of the team enters a response for them.
pub fn base(call: &Call, draft: &Draft) -> String {
    match draft.keyed {
        None => format!("/calls/{}", call.slug),
        Some(_) => entering::address(call, draft.id),
    }
}
