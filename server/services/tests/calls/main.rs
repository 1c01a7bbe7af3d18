//! Preparing calls: texts, times, public acts, sections and questions, on both databases.

mod acts;
mod closings;
mod materials;
mod order;
mod questions;
mod texts;
mod world;
