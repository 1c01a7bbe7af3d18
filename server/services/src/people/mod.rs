//! People: accounts ([`accounts`]), signing in and sessions ([`sign_in`]), and the directory ([`organisations`]).

pub mod accounts;
pub mod organisations;
mod password;
pub mod sign_in;

pub use accounts::Person;
