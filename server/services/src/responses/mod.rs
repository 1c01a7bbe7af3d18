//! Responses: drafts on their way ([`draft`]), submission ([`submit`]), changing what was sent ([`change`]) and the versions
//! that come of it ([`versions`]), taking it back ([`withdraw`]), what is held back ([`held`]), what people keep in their
//! accounts ([`kept`]) and what members of an organisation write [`together`], who signs with them ([`co_signing`]), the
//! stories that they quote ([`gathering`]), what the team enters for those who answer another way ([`entering`]) or brings in
//! from a file ([`import`]), reading what came in ([`read`]), the documents that came along ([`documents`]), and who may see
//! which person wrote it ([`personal`]).

pub mod by_letter;
pub mod change;
pub mod co_signing;
pub mod documents;
pub mod draft;
pub mod entering;
pub mod export;
pub mod gathering;
pub mod held;
pub mod import;
pub mod kept;
pub mod personal;
pub mod read;
pub mod receipt;
pub mod submit;
pub mod together;
pub mod versions;
pub mod withdraw;

pub use draft::{Draft, Progress};
pub use held::{Held, HeldWords};
pub use read::{AnswerText, Response};
pub use receipt::Receipt;
pub use submit::Submission;
