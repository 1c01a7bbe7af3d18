//! Passkeys: pages that ask the browser for one. `data-passkey` is what style/passkey.js looks for; without script the page
//! says what to do instead.

use leptos::prelude::*;
use services::calls::edit::ZONE;
use services::people::passkeys::Passkey;

use crate::components::{BackLink, Button, ErrorSummary, Fields, Hidden, TextInput, when_in};
use crate::layout::{Column, Main};
use crate::t;
use crate::words::href;

/// The form that carries the browser's answer. `kind` is what the browser is asked to do.
fn asking(
    kind: &'static str,
    action: &str,
    options: String,
    fields: Option<AnyView>,
    button: String,
) -> AnyView {
    let wrong = Fields::current().message("answer").map(|message| {
        view! { <p id="answer" tabindex="-1" class="govuk-error-message">{message}</p> }
    });
    view! {
        <form method="post" action=href(action) novalidate data-passkey=kind data-options=options>
            {wrong}
            {fields}
            <input type="hidden" name="answer"/>
            <p class="govuk-error-message fm-passkey-refused" role="alert" hidden>{t!("passkey-refused")}</p>
            <div class="fm-with-script"><Button text=button/></div>
            <p class="govuk-body fm-without-script">{t!("passkey-no-script")}</p>
        </form>
    }
    .into_any()
}

/// The page that asks for a new passkey. `action` is where its form goes, in no language.
pub fn add(action: String, options: String) -> AnyView {
    let before = view! { <BackLink to=href("/account") text=t!("account-title")/> }.into_any();
    let name = view! {
        <TextInput name="name" label=t!("passkey-name") hint=t!("passkey-name-hint") width="govuk-input--width-20" autocomplete="off"/>
    };
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("passkey-add-title")}</h1>
                <p class="govuk-body">{t!("passkey-add-lead")}</p>
                {asking("create", &action, options, Some(name.into_any()), t!("passkey-add-button"))}
            </Column>
        </Main>
    }
    .into_any()
}

/// The page that asks for a passkey to sign in. `action` is where its form goes, in no language.
pub fn sign_in(action: String, options: String) -> AnyView {
    let before = view! { <BackLink to=href("/sign-in") text=t!("passkey-other-way")/> }.into_any();
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("passkey-sign-in-title")}</h1>
                <p class="govuk-body">{t!("passkey-sign-in-lead")}</p>
                {asking("get", &action, options, None, t!("passkey-use"))}
            </Column>
        </Main>
    }
    .into_any()
}

/// A button that leads to the page that asks for a passkey, where script can do it. `action` is in no language.
pub(super) fn way_in(action: &str) -> AnyView {
    view! {
        <form method="post" action=href(action) class="fm-with-script">
            <Button text=t!("passkey-way-in") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}

/// A button that leads to the page that asks for a new passkey. `action` is in no language.
pub(super) fn way_to_add(action: &str) -> AnyView {
    view! {
        <form method="post" action=href(action) class="fm-with-script">
            <Button text=t!("passkey-way-to-add") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}

/// The passkeys of one's own account, and the way to add one.
pub(super) fn list(passkeys: Vec<Passkey>) -> AnyView {
    let rows: Vec<_> = passkeys.into_iter().map(row).collect();
    view! {
        <ul class="govuk-list fm-ways">{rows}</ul>
        {way_to_add("/account/passkeys")}
    }
    .into_any()
}

fn row(passkey: Passkey) -> AnyView {
    let Passkey { id, name, added_at, used_at } = passkey;
    let added = t!("passkey-added", when = when_in(added_at, ZONE));
    let used = used_at.map(|at| t!("account-way-used", when = when_in(at, ZONE)));
    view! {
        <li class="fm-way">
            <p class="govuk-body">
                <strong>{name.clone()}</strong> <br/> <span class="fm-secondary">{added} " " {used}</span>
            </p>
            <form method="post" action=href("/account/passkeys/remove")>
                <Hidden name="passkey" value=id.to_string()/>
                <Button text=t!("passkey-remove", name = name) class="govuk-button--secondary fm-button--small"/>
            </form>
        </li>
    }
    .into_any()
}
