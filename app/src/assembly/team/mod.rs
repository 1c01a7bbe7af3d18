//! The pages on which the record of an assembly is kept.

pub mod agenda;
pub mod bodies;
pub mod decision;
pub mod evidence;
pub mod meeting;
pub mod seats;

use domain::people::Action;
use leptos::prelude::*;
use services::assembly::Assembly;
use services::assembly::meetings::MeetingPage;

use crate::layout::allowed;
use crate::t;

/// The address of an assembly among the team's pages.
pub fn address(assembly: &Assembly) -> String {
    format!("/team/assemblies/{}", assembly.slug)
}

/// The address of a meeting among the team's pages.
pub fn meeting_address(page: &MeetingPage) -> String {
    format!("{}/meetings/{}", address(&page.assembly), page.meeting.number)
}

/// A link to a page on which the record is written, for those who keep it.
fn edit_link(to: &str, text: String) -> AnyView {
    allowed(Action::EditAssembly)
        .then(|| view! { <a class="govuk-link" href=to.to_owned()>{text}</a> })
        .into_any()
}

/// A name that leads to the page on which it is changed, for those who keep the record.
fn edited(to: String, name: String) -> AnyView {
    if allowed(Action::EditAssembly) { edit_link(&to, name) } else { name.into_any() }
}

/// The way back to a meeting: where to, and what the link says.
fn back_to_meeting(page: &MeetingPage) -> (String, String) {
    (meeting_address(page), t!("meeting-name", number = page.meeting.number, title = &page.meeting.title))
}
