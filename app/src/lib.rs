//! What people see: pages, components and islands.
//!
//! A page is a plain function from what it shows to a view; the server loads the data, decides who may see it, and
//! asks [`layout::render`] for the HTML (`docs/decisions/0003`). Only islands are compiled for the browser as well.

#[cfg(feature = "ssr")]
pub mod assembly;
#[cfg(feature = "ssr")]
pub mod audit;
#[cfg(feature = "ssr")]
pub mod calls;
#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod layout;
#[cfg(feature = "ssr")]
pub mod mail;
#[cfg(feature = "ssr")]
pub mod outcomes;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod people;
#[cfg(feature = "ssr")]
pub mod responses;
pub mod review;
#[cfg(feature = "ssr")]
pub mod search;
#[cfg(feature = "ssr")]
pub mod words;
