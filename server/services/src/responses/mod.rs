//! Responses: drafts on their way ([`draft`]), submission ([`submit`]), what is held back ([`held`]), what people keep in
//! their accounts ([`kept`]), what the team enters for those who answer another way ([`entries`]), reading what came in ([`read`]), the documents that came along ([`documents`]), and who may see
//! which person wrote it ([`personal`]).

pub mod by_letter;
pub mod documents;
pub mod draft;
pub mod entries;
pub mod export;
pub mod held;
pub mod import;
pub mod kept;
pub mod personal;
pub mod read;
pub mod receipt;
pub mod submit;

pub use draft::{Draft, Progress};
pub use held::{Held, HeldWords};
pub use read::{AnswerText, Response};
pub use receipt::Receipt;
pub use submit::Submission;
