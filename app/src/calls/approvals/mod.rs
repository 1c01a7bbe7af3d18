//! Acts that take two people: what was asked for of a call ([`list`]), one of them ([`one`]) with what it would do
//! ([`effects`]), what forms say that ask ([`asking`]), and the setting.

mod asking;
mod effects;
mod list;
mod one;
mod setting;

use domain::calls::{ApprovalState, AskedKind};
use leptos::prelude::*;
use services::calls::Call;
use services::calls::approvals::Approval;

use crate::components::{BackLink, Tag};
use crate::t;

pub use asking::{asking, note, pending};
pub use effects::Published;
pub use list::{page as list, waiting};
pub use one::{Asked, page};
pub use setting::page as setting;

/// The address of what was asked for.
pub fn address(call: &Call, approval: &Approval) -> String {
    format!("/team/calls/{}/approvals/{}", call.slug, approval.id)
}

/// The name of a kind of act.
fn heading(kind: AskedKind) -> String {
    match kind {
        AskedKind::Announce => t!("approval-heading-announce"),
        AskedKind::OpenNow => t!("approval-heading-open-now"),
        AskedKind::CloseNow => t!("approval-heading-close-now"),
        AskedKind::PublishOutcome => t!("approval-heading-publish-outcome"),
        AskedKind::Archive => t!("approval-heading-archive"),
        AskedKind::BringBack => t!("approval-heading-bring-back"),
        AskedKind::Delete => t!("approval-heading-delete"),
        AskedKind::ChangeTimes => t!("approval-heading-change-times"),
        AskedKind::OnePerson => t!("approval-heading-one-person"),
        AskedKind::PublishFinding => t!("approval-heading-publish-finding"),
        AskedKind::PublishRecommendation => t!("approval-heading-publish-recommendation"),
        AskedKind::AddReply => t!("approval-heading-add-reply"),
        AskedKind::AddProgress => t!("approval-heading-add-progress"),
    }
}

fn state(state: ApprovalState) -> AnyView {
    let (text, colour) = match state {
        ApprovalState::Asked => (t!("approval-state-asked"), "yellow"),
        ApprovalState::Approved => (t!("approval-state-approved"), "green"),
        ApprovalState::Refused => (t!("approval-state-refused"), "red"),
        ApprovalState::Withdrawn => (t!("approval-state-withdrawn"), "grey"),
        ApprovalState::Lapsed => (t!("approval-state-lapsed"), "grey"),
    };
    view! { <Tag text colour/> }.into_any()
}

/// The way back to everything that was asked for of a call.
fn back(call: &Call) -> AnyView {
    view! { <BackLink to=format!("/team/calls/{}/approvals", call.slug) text=t!("approvals-title")/> }
        .into_any()
}
