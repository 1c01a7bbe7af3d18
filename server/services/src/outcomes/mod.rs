//! Outcomes: what the evidence says ([`findings`]), what is asked for ([`recommendations`]), what a government replied
//! and what became of it ([`replies`]), the public [`register`], and the [`trace`] that follows all of it both ways.

mod call_name;
mod excerpts;
pub mod findings;
pub mod recommendations;
pub mod register;
pub mod replies;
pub mod trace;
mod traced;
mod viewer;

pub(crate) use call_name::call_names;
pub(crate) use excerpts::{Judged, Picked, judge, span_of};
pub(crate) use traced::traced;
pub(crate) use viewer::Viewer;

pub use call_name::CallName;
pub use excerpts::{Excerpt, TeamView};
pub use findings::Finding;
pub use recommendations::Recommendation;
pub use register::{Entry, Register};
pub use replies::{Progress, Reply};
pub use traced::{Tally, TracedFinding};
