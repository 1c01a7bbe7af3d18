//! Organisations: what is typed about one, its codes ([`code`]), and which followed which ([`succession`]).

mod code;
mod details;
mod ending;
mod filter;
mod succession;

pub use code::{Code, CodeScheme};
pub use details::{OrganisationDetails, OrganisationKind, is_domain};
pub use ending::OrganisationEnding;
pub use filter::OrganisationFilter;
pub use succession::leads_back;
