//! Who acts for an organisation, on both databases.

mod at_once;
mod changing;
mod inviting;
mod joining;
mod world;
