//! Answering: one thing per page, check, and the receipt.

mod about;
pub mod check;
pub mod names;
pub mod receipt;
pub mod step;
