//! Preparing calls: texts, times, public acts, sections and questions, on both databases.

mod acts;
mod bank;
mod closings;
mod corrections;
mod figures;
mod materials;
mod order;
mod questions;
mod skips;
mod texts;
mod world;
