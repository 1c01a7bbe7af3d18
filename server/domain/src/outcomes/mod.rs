//! Outcomes: findings, recommendations, the government's replies and what became of them, and who may see the words
//! they rest on.

mod finding;
mod receipt;
mod recommendation;
mod register;
mod reply;
mod seen;

pub use finding::FindingDetails;
pub use receipt::{ReceiptDetails, SHORTEST_CODE};
pub use recommendation::{OfficialNumber, RecommendationDetails};
pub use register::{RegisterFilter, ReplyFilter};
pub use reply::{Dated, ProgressStatus, ReplyStatus};
pub use seen::{Disclosure, Reader, Seen, disclosure, published_name};
