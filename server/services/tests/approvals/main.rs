//! Acts that take two people, on both databases.

mod alone;
mod deleting;
mod telling;
mod together;
mod world;
