//! Letters: an outbox in the database, and whoever sends what is in it (`docs/decisions/0008`).
//!
//! [`post`] writes a letter in the transaction of the act that it tells of. [`sender::run`] takes letters up, writes
//! them with the [`Pen`] that it is given, and hands them to a mail server, each once. The team reads what became of
//! them at the [`desk`], and can stop all sending for a while ([`pause`]).

mod claim;
mod compose;
pub mod desk;
mod line;
pub mod pause;
mod post;
pub mod sender;
mod settings;
pub mod stops;
pub mod texts;

use domain::Language;
use domain::mail::{Fill, LetterKind, LetterText};

pub use post::{Letter, Recipient, post, post_for};
pub use settings::{Office, Pace, Smtp, Tls};
pub(crate) use stops::{hash as address_hash, is_stopped, stop_in};

/// What a letter is written from.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'s> {
    pub kind: LetterKind,
    pub language: Language,
    pub fill: &'s Fill,
    /// The text of the team, where it wrote its own.
    pub text: Option<&'s LetterText>,
    /// The address of the portal, without a slash at the end.
    pub site: &'s str,
    /// Whether to write out what opens something. Only whoever gets the letter reads that.
    pub reveal: bool,
}

/// A letter as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    /// As plain text, which is also what the team reads.
    pub plain: String,
    pub html: String,
}

/// Writes letters. Words are the interface's, so it is given to whoever sends.
pub type Pen = fn(&Sheet<'_>) -> Written;
