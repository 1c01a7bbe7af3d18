//! People: who may do what, by one policy for the whole program; and what they type to sign in and to be let in.

mod account;
mod invitation;
mod place;
mod policy;
mod role;

pub use account::{NewAccount, SignIn, is_address};
pub use invitation::{Invitee, NewPassword, SHORTEST_PASSWORD};
pub use place::own_place;
pub use policy::{Action, Actor, Resource, may, may_somewhere};
pub use role::{Grant, Role, Scope};
