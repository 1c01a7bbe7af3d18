//! People: who may do what, by one policy for the whole program; what they type to sign in and to be let in; and the
//! organisations of the directory, with their members.

mod account;
mod factors;
mod invitation;
mod link;
mod membership;
mod organisation;
mod passkey;
mod place;
mod policy;
mod role;

pub use account::{NewAccount, SignIn, is_address};
pub use factors::{Factor, GivenCode, RecoveryCode, counts_as_second, needs_second_factor};
pub use invitation::{Invitee, NewPassword, SHORTEST_PASSWORD};
pub use link::{LinkForm, OwnName};
pub use membership::{
    Asked, CheckKind, CodePassing, Decision, MemberChange, MemberInvitee, MemberRole, Membership, Unkept,
    domain_of, is_shared, keep, read_code, read_domains, read_member_role,
};
pub use organisation::{
    Code, CodeScheme, OrganisationDetails, OrganisationEnding, OrganisationFilter, OrganisationKind,
    is_domain, leads_back,
};
pub use passkey::PasskeyForm;
pub use place::own_place;
pub use policy::{Action, Actor, Resource, may, may_somewhere};
pub use role::{Grant, Role, Scope};
