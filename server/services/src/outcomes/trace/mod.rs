//! The trace: one record, read both ways (`design.md` §1).
//!
//! [`down`] follows a recommendation to the exact words it rests on, and on to what came of it. [`up`] and [`own`]
//! follow the words of one response to everything that rests on them: "where did my words go?". [`of_finding`] begins in
//! the middle. What a reader may not see is counted, not shown.

mod above;
mod down;
mod finding;
mod receipt;
mod up;

pub use down::{Trace, down};
pub use finding::{FindingTrace, any_published, of_finding, published};
pub use receipt::{by_receipt, by_token};
pub use up::{Journey, Led, Supported, Travelled, own, own_by, up};
