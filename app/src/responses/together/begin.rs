//! Beginning a draft for an organisation, and the ways there.

use leptos::prelude::*;
use services::calls::Call;
use services::people::organisations::Organisation;
use services::responses::together::Offered;
use uuid::Uuid;

use crate::calls;
use crate::components::{BackLink, Button, ErrorSummary, Opt, Radios, when};
use crate::layout::{Column, Main};
use crate::people::members::address as members;
use crate::people::organisations::names::{self, in_language};
use crate::t;
use crate::words::href;

/// A call that can be answered.
pub struct Answerable {
    pub call: Call,
    /// Whether this browser holds a draft of it that can be turned.
    pub held: bool,
}

/// The form. With `chosen` there is one call to begin with.
pub fn page(organisation: &Organisation, calls: Vec<Answerable>) -> AnyView {
    let name = names::name(organisation);
    let back = t!("members-title", name = name.as_str());
    let before = view! { <BackLink to=href(&members(organisation)) text=back/> }.into_any();
    let here = href(&format!("{}/drafts/new", members(organisation)));
    let body = if calls.is_empty() {
        view! { <p class="govuk-body">{t!("together-none")}</p> }.into_any()
    } else {
        form(here, calls)
    };
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <span class="govuk-caption-l">{name}</span>
                <h1 class="govuk-heading-l">{t!("together-begin-title")}</h1>
                <p class="govuk-body">{t!("together-begin-lead")}</p>
                {body}
            </Column>
        </Main>
    }
    .into_any()
}

fn form(here: String, calls: Vec<Answerable>) -> AnyView {
    let held = calls.iter().any(|one| one.held);
    let option = |one: Answerable| {
        let closes = one.call.times.closes.map(|at| t!("call-closes", when = when(at, &one.call)));
        let held = one.held.then(|| t!("together-begin-held"));
        let hint = [closes, held].into_iter().flatten().collect::<Vec<_>>().join(" ");
        Opt::new(one.call.slug.clone(), calls::title(&one.call)).hint(hint)
    };
    let options = calls.into_iter().map(option).collect();
    let from = held.then(|| {
        let options = vec![
            Opt::new("nothing", t!("together-from-nothing")),
            Opt::new("mine", t!("together-from-mine")).hint(t!("together-from-mine-hint")),
        ];
        view! { <Radios name="from" legend=t!("together-from") options small=true/> }
    });
    view! {
        <form method="post" action=here novalidate>
            <Radios name="call" legend=t!("together-begin-call") options small=true/>
            {from}
            <Button text=t!("together-begin-button")/>
        </form>
    }
    .into_any()
}

/// The ways to answer a call together, for members of organisations.
pub fn ways(call: &Call, offered: &[Offered]) -> AnyView {
    let way = |one: &Offered| {
        let name = in_language(&one.name, &one.name_cy);
        let (to, text) = if let Some(draft) = one.draft {
            (super::address(&one.slug, draft), t!("together-go-on", name = name))
        } else {
            let to = format!("/account/organisations/{}/drafts/new?call={}", one.slug, call.slug);
            (to, t!("together-as", name = name))
        };
        view! { <li><a class="govuk-link" href=href(&to)>{text}</a></li> }
    };
    let ways: Vec<_> = offered.iter().map(way).collect();
    (!ways.is_empty()).then(|| view! { <ul class="govuk-list">{ways}</ul> }).into_any()
}

/// The way to a draft, in words: for whoever has answered in it.
pub fn of_organisation(name: String, organisation: &str, draft: Uuid) -> AnyView {
    let to = href(&super::address(organisation, draft));
    view! {
        <p class="govuk-body govuk-!-display-none-print">
            {t!("together-kept", name = name)} " " <a class="govuk-link" href=to>{t!("together-desk")}</a>
        </p>
    }
    .into_any()
}
