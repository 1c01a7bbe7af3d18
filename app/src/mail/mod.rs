//! Letters: how they are written, and the pages about them.

mod html;
pub mod names;
pub mod stop;
pub mod team;
pub mod texts;
mod write;

pub use write::{original, sample, write};
