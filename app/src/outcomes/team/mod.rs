//! The team's pages for findings and recommendations.

pub mod findings;
pub mod picking;
pub mod recommendations;

use domain::people::Action;
use leptos::prelude::*;
use services::calls::Call;
use services::calls::approvals::Approval;

use crate::calls::approvals;
use crate::components::{Button, Tag};
use crate::layout::{act, allowed};
use crate::t;

/// Whether something is published, as a tag.
pub fn state(published: bool) -> AnyView {
    let (text, colour) = if published { (t!("published"), "green") } else { (t!("not-published"), "yellow") };
    view! { <Tag text colour/> }.into_any()
}

/// The button that publishes what stands at this address, or withdraws it; nothing for those who may not.
pub fn publishing(by: Action, address: &str, published: bool, about: &str) -> AnyView {
    if !allowed(by) {
        ().into_any()
    } else if published {
        act(format!("{address}/withdraw"), t!("withdraw"), about, None)
    } else {
        act(format!("{address}/publish"), t!("publish"), about, None)
    }
}

/// The same for an outcome of a call. Where that takes two people the button asks, or what waits stands in its place.
pub fn publishing_of(
    call: &Call,
    address: &str,
    published: bool,
    about: &str,
    waits: Option<&Approval>,
) -> AnyView {
    if published || !call.two_people || !allowed(Action::PublishOutcomes) {
        return publishing(Action::PublishOutcomes, address, published, about);
    }
    match waits {
        Some(waits) => approvals::pending(call, waits),
        None => view! {
            <form method="post" action=format!("{address}/publish") novalidate>
                {approvals::note()}
                <Button text=t!("approval-ask-about", what = t!("publish")) class="govuk-button--secondary"/>
            </form>
        }
        .into_any(),
    }
}
