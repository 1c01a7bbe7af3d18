//! The components of the design system, each emitting the markup that govuk-frontend styles.
//!
//! A form's fields find their values and problems in [`Fields`], given by [`layout`](crate::layout) or by a
//! [`Scope`] around one form, so that a page written once shows a blank form, a filled one, and one sent back with
//! what is wrong.

mod bars;
mod choices;
mod date;
mod drawing;
mod errors;
mod heading;
mod inputs;
mod notices;
mod pages;
mod table;
mod text;

pub use bars::bars;
pub use choices::{Checkboxes, Opt, Radios, Select, Several};
pub use date::DateInput;
pub use drawing::drawn;
pub use errors::{ErrorSummary, FieldError, Fields, Scope};
pub use heading::{AsExample, heading};
pub use inputs::{Button, FileInput, Fixed, Hidden, TextArea, TextInput};
pub use notices::{BackLink, Inset, Notice, Row, SummaryList, Tag, Warning};
pub use pages::pages;
pub use table::{Cell, table};
pub use text::{CitedLines, Lines, clock, day, month, when, when_in};
