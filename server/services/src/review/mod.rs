//! Review: the codebook, codings, marks, memos, flags, reading, and the log that they are acts in.
//!
//! Every change here is an act: it is recorded in the log (who, when, from what to what) in the transaction that makes
//! it, and it can be undone ([`undo`]) and done again ([`redo`]). All these are what the acts that stand add up to. Acts of one
//! call happen one after another, also on PostgreSQL, so what an act checked still holds when it is written.

pub mod codebook;
pub mod coding;
mod excerpts;
pub mod flags;
mod history;
mod log;
pub mod marks;
pub mod memos;
mod order;
mod progress;
pub mod reading;
mod sql;
mod told;
mod undo;
mod uses;
mod workbench;

pub use codebook::{Code, codebook};
pub use coding::{Coding, Whose};
pub use excerpts::{Excerpt, Excerpts, LONGEST_EXCERPT, excerpts};
pub use history::{Entry, history};
pub(crate) use log::lock;
pub use marks::Marked;
pub use order::next_unread;
pub use progress::{CoderProgress, Progress, progress};
pub use told::{PassedOver, Told, told};
pub use undo::{redo, undo};
pub use uses::{Uses, uses};
pub use workbench::{Workbench, WorkbenchAnswer, workbench};
