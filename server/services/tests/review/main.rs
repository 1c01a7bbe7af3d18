//! Review: the codebook, codings, marks, undo, reading, and what the pages are made from.

mod codes;
mod codings;
mod large;
mod marks;
mod notes;
mod properties;
mod reads;
mod speed;
mod undoing;
mod world;
