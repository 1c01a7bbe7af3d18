//! The pages on which the record of an assembly is kept.

pub mod agenda;
pub mod bodies;
pub mod decision;
pub mod evidence;
pub mod meeting;
pub mod seats;

use services::assembly::Assembly;
use services::assembly::meetings::MeetingPage;

use crate::t;

/// The address of an assembly among the team's pages.
pub fn address(assembly: &Assembly) -> String {
    format!("/team/assemblies/{}", assembly.slug)
}

/// The address of a meeting among the team's pages.
pub fn meeting_address(page: &MeetingPage) -> String {
    format!("{}/meetings/{}", address(&page.assembly), page.meeting.number)
}

/// The way back to a meeting: where to, and what the link says.
fn back_to_meeting(page: &MeetingPage) -> (String, String) {
    (meeting_address(page), t!("meeting-name", number = page.meeting.number, title = &page.meeting.title))
}
