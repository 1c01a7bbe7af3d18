//! Outcomes as people see them: the register of recommendations, the trace of one, and where someone's words went.

pub mod finding;
pub mod journey;
pub mod links;
pub mod names;
pub mod quote;
pub mod register;
pub mod team;
pub mod trace;
