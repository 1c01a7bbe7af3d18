//! Signing in by the link of a letter.

use leptos::prelude::*;
use services::people::by_link::{LINK_MINUTES, LeadsTo, Link};

use crate::components::{BackLink, Button, ErrorSummary, Hidden, Inset, TextInput};
use crate::layout::{Column, Main};
use crate::t;
use crate::words::href;

/// The page that asks where the link is to go. `action` is where its form goes, in no language.
pub fn ask(action: String) -> AnyView {
    let before = view! { <BackLink to=href("/sign-in") text=t!("sign-in-title")/> }.into_any();
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("by-link-title")}</h1>
                <p class="govuk-body">{t!("by-link-lead", minutes = LINK_MINUTES)}</p>
                <p class="govuk-body">{t!("by-link-no-account")}</p>
                <form method="post" action=href(&action) novalidate>
                    <TextInput name="email" label=t!("email") kind="email" width="govuk-input--width-20" autocomplete="email"/>
                    <Button text=t!("by-link-button")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// A button that has a link sent to the address of whoever is signed in.
pub(super) fn to_myself(action: &str, email: String) -> AnyView {
    view! {
        <form method="post" action=href(action)>
            <Hidden name="email" value=email/>
            <Button text=t!("by-link-to-myself") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}

/// What is said to whoever has asked, whatever the address.
pub fn sent() -> AnyView {
    view! {
        <Main>
            <Column>
                <h1 class="govuk-heading-l">{t!("by-link-sent-title")}</h1>
                <p class="govuk-body-l">{t!("by-link-sent", minutes = LINK_MINUTES)}</p>
                <p class="govuk-body">{t!("by-link-sent-none")}</p>
                <p class="govuk-body"><a class="govuk-link" href=href("/sign-in/link")>{t!("by-link-again")}</a></p>
            </Column>
        </Main>
    }
    .into_any()
}

/// The page that a link opens. It asks first: programs that look for bad links open every link of a letter.
pub fn open(link: Link) -> AnyView {
    let Link { address, leads_to, .. } = link;
    let (said, button) = match leads_to {
        LeadsTo::Account(name) => {
            let said = view! { <p class="govuk-body-l">{t!("by-link-account", name = name)}</p> };
            (said.into_any(), t!("sign-in"))
        }
        LeadsTo::Invitation(invitation) => {
            let said =
                view! { <p class="govuk-body-l">{t!("by-link-invitation", name = invitation.name)}</p> };
            (said.into_any(), t!("by-link-invitation-button"))
        }
        LeadsTo::NewAccount => (new_account(), t!("by-link-new-button")),
    };
    view! {
        <Main>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("by-link-open-title")}</h1>
                <Inset>{t!("by-link-address", address = address)}</Inset>
                <form method="post" action=href("/sign-in/by-link") novalidate>
                    {said}
                    <Button text=button/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

fn new_account() -> AnyView {
    view! {
        <p class="govuk-body">{t!("by-link-new")}</p>
        <TextInput name="name" label=t!("by-link-name") hint=t!("by-link-name-hint") width="govuk-input--width-20" autocomplete="name"/>
    }
    .into_any()
}

/// What a link opens that was used, or is too old.
pub fn over() -> AnyView {
    view! {
        <Main>
            <Column>
                <h1 class="govuk-heading-l">{t!("by-link-over-title")}</h1>
                <p class="govuk-body">{t!("by-link-over", minutes = LINK_MINUTES)}</p>
                <p><a class="govuk-link" href=href("/sign-in/link")>{t!("by-link-again")}</a></p>
            </Column>
        </Main>
    }
    .into_any()
}
