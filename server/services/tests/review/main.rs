//! Review: the codebook, codings, undo, reading, and what the pages are made from.

mod codes;
mod codings;
mod large;
mod properties;
mod reads;
mod speed;
mod undoing;
mod world;
