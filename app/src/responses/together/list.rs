//! The drafts that an organisation writes and has sent, on the page of its members.

use leptos::prelude::*;
use services::people::organisations::Organisation;
use services::responses::together::{Shared, SharedState};

use crate::calls;
use crate::components::{Tag, when};
use crate::people::members::address as members;
use crate::t;
use crate::words::href;

/// All of them, and the way to begin another.
pub fn drafts(organisation: &Organisation, drafts: Vec<Shared>, ended: bool) -> AnyView {
    let none = drafts.is_empty().then(|| view! { <p class="govuk-body">{t!("together-list-none")}</p> });
    let items: Vec<_> = drafts.iter().map(|one| item(organisation, one)).collect();
    let begin = (!ended).then(|| {
        let to = href(&format!("{}/drafts/new", members(organisation)));
        view! { <p class="govuk-body"><a class="govuk-link" href=to>{t!("together-begin-link")}</a></p> }
    });
    view! {
        <h2 class="govuk-heading-m">{t!("together-list-title")}</h2>
        {none} {items} {begin}
    }
    .into_any()
}

fn item(organisation: &Organisation, one: &Shared) -> AnyView {
    let to = href(&super::address(&organisation.slug, one.id));
    let when = if let SharedState::Sent(receipt) = &one.state {
        let sent = t!("kept-sent-on", when = when(receipt.submitted_at, &one.call));
        format!("{sent} {}", t!("kept-reference", reference = &receipt.reference))
    } else {
        t!("kept-saved", when = when(one.saved_at, &one.call))
    };
    view! {
        <section class="fm-way">
            <h3 class="govuk-heading-s"><a class="govuk-link" href=to>{calls::title(&one.call)}</a></h3>
            <p class="govuk-body">{tag(&one.state)} " " {when}</p>
        </section>
    }
    .into_any()
}

/// How far a draft has come, in a word or two.
pub(super) fn tag(state: &SharedState) -> AnyView {
    let (text, colour) = match state {
        SharedState::Writing => (t!("together-writing"), "blue"),
        SharedState::SignedOff => (t!("together-signed-off"), "turquoise"),
        SharedState::Closed => (t!("kept-draft-closed"), "grey"),
        SharedState::Sent(_) => (t!("kept-sent"), "green"),
    };
    view! { <Tag text colour/> }.into_any()
}
