//! Signing in and out.

use leptos::prelude::*;

use super::passkeys;
use crate::components::{Button, ErrorSummary, TextInput};
use crate::layout::{Column, Main};
use crate::t;
use crate::words::href;

/// A way in by a provider.
#[derive(Clone, Debug)]
pub struct Door {
    /// What people call the provider.
    pub provider: String,
    /// The address behind it, in no language.
    pub to: String,
}

/// The buttons of providers. They are links, because they lead to other sites.
pub(super) fn doors(doors: Vec<Door>, text: fn(&str) -> String) -> AnyView {
    let door = |door: Door| {
        view! {
            <li>
                <a href=href(&door.to) role="button" draggable="false" class="govuk-button govuk-button--secondary" data-module="govuk-button">
                    {text(&door.provider)}
                </a>
            </li>
        }
    };
    let doors: Vec<_> = doors.into_iter().map(door).collect();
    view! { <ul class="fm-doors">{doors}</ul> }.into_any()
}

/// What a button to sign in by a provider says.
pub(super) fn sign_in_with(provider: &str) -> String {
    t!("sign-in-with", provider = provider)
}

/// The ways to sign in. Every address is in no language.
pub struct Ways {
    /// Where the form goes that takes a password.
    pub action: String,
    pub doors: Vec<Door>,
    /// Where one asks for the link of a letter, if letters leave.
    pub link: Option<String>,
    /// Where a passkey is asked for, if browsers keep any for this portal.
    pub passkey: Option<String>,
}

/// The page to sign in.
pub fn page(ways: Ways) -> AnyView {
    let Ways { action, doors: by_provider, link, passkey } = ways;
    let passkey = passkey.map(|action| passkeys::way_in(&action));
    let link = link.map(|link| {
        view! {
            <p class="govuk-body">
                {t!("sign-in-link-lead")} " " <a class="govuk-link" href=href(&link)>{t!("sign-in-link")}</a>
            </p>
        }
    });
    let or = (!by_provider.is_empty()).then(|| {
        view! {
            {doors(by_provider, sign_in_with)}
            <h2 class="govuk-heading-m">{t!("sign-in-or-password")}</h2>
        }
    });
    view! {
        <Main>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("sign-in-title")}</h1>
                <p class="govuk-body">{t!("sign-in-lead")}</p>
                {or}
                <form method="post" action=href(&action) novalidate>
                    <TextInput name="email" label=t!("email") kind="email" width="govuk-input--width-20" autocomplete="username"/>
                    {password()}
                    <Button text=t!("sign-in")/>
                </form>
                {passkey}
                {link}
            </Column>
        </Main>
    }
    .into_any()
}

/// The page after signing out. `provider` is where the person is still signed in.
pub fn signed_out(provider: Option<String>) -> AnyView {
    let still = provider.map(|provider| {
        view! {
            <p class="govuk-body">{t!("signed-out-still", provider = &provider)}</p>
            <p>
                <a
                    href="/sign-out/provider"
                    role="button"
                    draggable="false"
                    class="govuk-button"
                    data-module="govuk-button"
                >
                    {t!("signed-out-there", provider = &provider)}
                </a>
            </p>
        }
    });
    view! {
        <Main>
            <Column>
                <h1 class="govuk-heading-l">{t!("signed-out-title")}</h1>
                {still}
                <p class="govuk-body"><a class="govuk-link" href=href("/")>{t!("signed-out-home")}</a></p>
            </Column>
        </Main>
    }
    .into_any()
}

/// The fields for a password that is chosen: a password manager keeps it under the e-mail address.
pub(super) fn new_password(label: String, email: String) -> AnyView {
    view! {
        <input type="hidden" name="username" value=email autocomplete="username"/>
        <TextInput
            name="password"
            label
            hint=t!("accept-password-hint")
            kind="password"
            width="govuk-input--width-20"
            autocomplete="new-password"
        />
    }
    .into_any()
}

/// The field for a password that the person has.
pub(super) fn password() -> AnyView {
    view! {
        <TextInput
            name="password"
            label=t!("password")
            kind="password"
            width="govuk-input--width-20"
            autocomplete="current-password"
        />
    }
    .into_any()
}
