//! Claiming an organisation.

use leptos::prelude::*;
use services::calls::edit::ZONE;
use services::people::members::ask::Request;
use services::people::members::page::{Address, Joining};

use super::{address, names};
use crate::components::{BackLink, Button, ErrorSummary, Hidden, Inset, TextInput, when_in};
use crate::layout::{Column, Main};
use crate::people::organisations::names as organisations;
use crate::t;
use crate::words::href;

/// The page.
pub fn page(shown: Joining) -> AnyView {
    let name = organisations::name(&shown.organisation);
    let to = href(&format!("/organisations/{}", shown.organisation.slug));
    let before = view! { <BackLink to text=name.clone()/> }.into_any();
    let body = match (shown.role, shown.ended) {
        (Some(role), _) => {
            let to = href(&address(&shown.organisation));
            view! {
                <p class="govuk-body">{t!("join-already", role = names::role(role))}</p>
                <p class="govuk-body"><a class="govuk-link" href=to>{t!("join-to-members")}</a></p>
                {code(&shown)}
            }
            .into_any()
        }
        (None, true) => view! { <p class="govuk-body">{t!("join-ended")}</p> }.into_any(),
        (None, false) => view! { {domain(&shown)} {code(&shown)} {ask(&shown)} }.into_any(),
    };
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <span class="govuk-caption-l">{name}</span>
                <h1 class="govuk-heading-l">{t!("join-title")}</h1>
                <p class="govuk-body">{t!("join-lead")}</p>
                {body}
            </Column>
        </Main>
    }
    .into_any()
}

/// A form of this page; `by` says which of them it is.
fn form(shown: &Joining, by: &'static str, fields: impl IntoView + 'static) -> AnyView {
    let to = href(&format!("{}/join", address(&shown.organisation)));
    view! { <form method="post" action=to novalidate><Hidden name="by" value=by/> {fields}</form> }.into_any()
}

/// By the domain of one's address, where it is that of the organisation.
fn domain(shown: &Joining) -> Option<AnyView> {
    let email = shown.email.as_str();
    let body = match shown.address {
        Address::Elsewhere => return None,
        Address::Proven => {
            let then = if shown.has_owner { t!("join-domain-next") } else { t!("join-domain-first") };
            let button = view! { <Button text=t!("join-domain-button")/> };
            view! { <p class="govuk-body">{t!("join-domain", email = email)} " " {then}</p> {form(shown, "domain", button)} }
                .into_any()
        }
        Address::Unproven => view! {
            <p class="govuk-body">{t!("join-domain-prove", email = email)}</p>
            <p class="govuk-body"><a class="govuk-link" href=href("/account/address")>{t!("mine-address-prove")}</a></p>
        }
        .into_any(),
    };
    Some(view! { <h2 class="govuk-heading-m">{t!("join-domain-title")}</h2> {body} }.into_any())
}

fn code(shown: &Joining) -> AnyView {
    let fields = view! {
        <TextInput name="code" label=t!("join-code-label") hint=t!("join-code-hint") width="govuk-input--width-20" autocomplete="off"/>
        <Button text=t!("join-code-button") class="govuk-button--secondary"/>
    };
    view! {
        <h2 class="govuk-heading-m">{t!("join-code-title")}</h2>
        <p class="govuk-body">{t!("join-code")}</p>
        {form(shown, "code", fields)}
    }
    .into_any()
}

fn ask(shown: &Joining) -> AnyView {
    let (waits, refused) = match &shown.request {
        Some(request) if request.refused.is_none() => (Some(waits(shown, request)), None),
        Some(request) => (None, request.refused.clone().map(|(_, reason)| reason)),
        None => (None, None),
    };
    let body = waits.unwrap_or_else(|| {
        let refused =
            refused.map(|reason| view! { <Inset><p>{t!("join-refused", reason = reason)}</p></Inset> });
        let who = if shown.has_owner { t!("join-ask-owner") } else { t!("join-ask-team") };
        let fields = view! {
            <TextInput name="note" label=t!("join-ask-note") hint=t!("join-ask-note-hint")/>
            <Button text=t!("join-ask-button") class="govuk-button--secondary"/>
        };
        view! { {refused} <p class="govuk-body">{who}</p> {form(shown, "asking", fields)} }.into_any()
    });
    view! { <h2 class="govuk-heading-m">{t!("join-ask-title")}</h2> {body} }.into_any()
}

fn waits(shown: &Joining, request: &Request) -> AnyView {
    let button = view! { <Button text=t!("join-withdraw") class="govuk-button--secondary"/> };
    view! {
        <p class="govuk-body">{t!("join-waits", when = when_in(request.asked_at, ZONE))}</p>
        {form(shown, "withdrawing", button)}
    }
    .into_any()
}
