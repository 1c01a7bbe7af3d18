//! Following: someone asks for letters about something and says yes by a link ([`ask()`]), looks after all that they follow
//! behind the private link of each letter ([`mine()`]), and hears of what happens.
//!
//! An act writes one row of news in its transaction ([`tell`]). The [`worker`] hands news out to followers in batches and
//! turns what is due into letters, each once however often it is killed (`docs/decisions/0012`).

mod ask;
mod deliver;
mod followers;
mod hand_out;
mod mine;
mod news;
mod readable;
mod subject;
mod told;
pub mod worker;

pub use ask::{Request, ask, confirm, request};
pub use followers::{Followers, followers};
pub(crate) use mine::pause_bounced;
pub use mine::{Following, Mine, mine, set_rate, stop_all, stop_of_letter, stop_one};
pub(crate) use news::{News, tell};
pub use subject::{Found, Subject, find, theme_slug};
