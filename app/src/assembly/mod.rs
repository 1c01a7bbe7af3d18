//! Assemblies as people see them: what they are, who sits in them, when they meet, and what they decide.

pub mod decision;
pub mod list;
pub mod meeting;
pub mod names;
pub mod page;
pub mod team;
