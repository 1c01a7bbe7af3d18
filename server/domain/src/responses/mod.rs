//! Responses: who answers, what they consent to, and the way through the form.

mod about;
mod by_letter;
mod channel;
pub mod columns;
mod entry;
mod reference;
mod step;
mod suspicion;

pub use about::{About, Consent, RespondentKind, Sector};
pub use by_letter::{LinkByLetter, REMINDER_DAYS, reminder_at};
pub use channel::Channel;
pub use entry::{EntryDetails, entry_note, is_late, received_at};
pub use reference::{ALPHABET, Reference};
pub use step::{Step, next_step, previous_step, steps};
pub use suspicion::{HeldDecision, HeldState, Suspicion, TRAP, suspicions};
