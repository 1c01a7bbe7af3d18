//! The program `folkmoot`: its command line and its HTTP.
//!
//! [`web::router`] is the whole of the portal as a service, so that tests can call it without a network.

pub mod assets;
pub mod cli;
pub mod settings;
pub mod web;
