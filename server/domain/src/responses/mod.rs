//! Responses: who answers, what they consent to, and the way through the form.

mod about;
mod by_letter;
mod changes;
mod channel;
mod co_signing;
pub mod columns;
#[cfg(feature = "zones")]
mod entering;
mod gathering;
mod reference;
mod step;
mod suspicion;
mod together;

pub use about::{About, Consent, RespondentKind, Sector};
pub use by_letter::{LinkByLetter, REMINDER_DAYS, reminder_at};
pub use changes::{Part, changes};
pub use channel::Channel;
pub use co_signing::{CoSignatoryDetails, CoSigning, MOST_ASKED, MOST_CO_SIGNATORIES};
#[cfg(feature = "zones")]
pub use entering::{EntryDetails, entry_note, is_late, received_at};
pub use gathering::{
    GatheringDetails, MOST_STORIES, Quote, QuoteFault, STORIES_KEPT_DAYS, STORY_WORDS, StoryTold, StoryUse,
    passage, read_note, stands, with_passage, word_for_word,
};
pub use reference::{ALPHABET, Reference};
pub use step::{Step, next_step, previous_step, steps};
pub use suspicion::{HeldDecision, HeldState, Suspicion, TRAP, suspicions};
pub use together::{Comment, ONE_TEXT_MINUTES, Written, may_sign};
