//! Assemblies: seats apart from the people in them, meetings, and decisions that cite what they rest on.

mod agenda;
mod body;
mod decision;
mod meeting;
mod seat;

pub use agenda::{AgendaItemDetails, LONGEST_ITEM, PaperDetails, Purpose, RecordDetails, moved};
pub use body::{AssemblyDetails, AssemblyKind};
pub use decision::DecisionDetails;
pub use meeting::MeetingDetails;
pub use seat::{Capacity, ConstituencyDetails, MOST_SEATS, SeatDetails, SeatTerm, Term};
