//! Answering: one thing per page, check, and the receipt; answering [`together`], with those who sign too
//! ([`co_signing`]), and with the stories of others ([`gathering`]); and what was held back, for the team.

pub mod about;
pub mod between;
pub mod change;
pub mod check;
pub mod co_signing;
pub mod contents;
pub mod end;
pub mod fields;
pub mod gathering;
pub mod held;
pub mod keeping;
pub mod later;
pub mod names;
pub mod receipt;
pub mod reuse;
pub mod step;
pub mod together;
