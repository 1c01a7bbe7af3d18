//! Answering: one thing per page, check, and the receipt; and what was held back, for the team.

pub mod about;
pub mod between;
pub mod change;
pub mod check;
pub mod contents;
pub mod fields;
pub mod held;
pub mod keeping;
pub mod later;
pub mod names;
pub mod receipt;
pub mod step;
