//! Calls: their life by the clock, and the questions they ask.

mod act;
mod approval;
mod cautions;
mod form;
mod question;
mod question_form;
mod state;
#[cfg(feature = "zones")]
mod when;

pub use act::CallAct;
pub use approval::{ApprovalState, AskedAct, AskedKind, Hours, Standing, Verdict, approval_note, two_people};
pub use cautions::{Caution, cautions};
pub use form::{CallDetails, Schedule, WelshTexts, slug_of};
pub use question::{Answer, Choice, Condition, LONGEST_ANSWER, Question, QuestionKind, misrouted, route};
pub use question_form::{QuestionDetails, SectionDetails};
pub use state::{CallKind, CallState, Times};
#[cfg(feature = "zones")]
pub use when::{Spoken, spoken, zoned};
