//! Assemblies, and what of their record points at outcomes ([`links`]).

pub mod links;
