//! Calls: their life by the clock, and the questions they ask.

mod form;
mod question;
mod state;
#[cfg(feature = "zones")]
mod when;

pub use form::{CallDetails, Schedule, slug_of};
pub use question::{
    Answer, Choice, Condition, LONGEST_ANSWER, Question, QuestionDetails, QuestionKind, route,
};
pub use state::{CallKind, CallState, Times};
#[cfg(feature = "zones")]
pub use when::{Spoken, spoken, zoned};
