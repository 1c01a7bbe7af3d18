//! People: accounts ([`accounts`]) and who is let in ([`invitations`]); signing in with a password ([`sign_in`]), by the
//! link of a letter ([`by_link`]), a passkey ([`passkeys`]) or by a provider ([`by_provider`], [`providers`], and
//! [`refusals`]); the second step ([`factors`]); sessions ([`sessions`]); who is trusted with what ([`roles`]); and the
//! directory ([`organisations`]) with the members of each ([`members`]).

pub mod accounts;
mod attempts;
pub mod by_link;
pub mod by_provider;
mod departures;
pub mod factors;
pub mod identities;
pub mod invitations;
pub mod members;
pub mod organisations;
pub(crate) mod pace;
pub mod passkeys;
mod password;
pub mod providers;
mod quiet;
pub mod refusals;
pub mod roles;
pub mod sessions;
pub mod sign_in;

pub use accounts::Person;
pub use attempts::{ATTEMPT_MINUTES, Attempt, Plan, Purpose};
pub use providers::Providers;
pub use sessions::{Opened, Session};
