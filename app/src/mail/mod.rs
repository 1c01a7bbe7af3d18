//! Letters: how they are written, and the pages about them.

pub mod follow;
mod html;
pub mod names;
mod news;
pub mod stop;
pub mod team;
pub mod texts;
mod write;

pub use names::asked as asked_words;
pub use write::{original, sample, write};
