//! Responses: drafts on their way ([`draft`]), submission ([`submit`]), and reading what came in ([`read`]).

pub mod draft;
pub mod export;
pub mod import;
pub mod read;
pub mod submit;

pub use draft::Draft;
pub use read::{AnswerText, Response};
pub use submit::{Receipt, Submission};
