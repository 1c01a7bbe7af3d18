//! The directory of organisations: for anyone ([`list`], [`page`]), and where the team keeps it ([`team`], [`table`],
//! [`link`]).

pub mod link;
pub mod list;
pub mod names;
pub mod page;
pub mod table;
pub mod team;
