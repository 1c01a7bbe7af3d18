//! People: who may do what. One policy for the whole program.

mod account;
mod policy;

pub use account::{NewAccount, SignIn, is_address};
pub use policy::{Action, Actor, Grant, Resource, Role, Scope, may};
