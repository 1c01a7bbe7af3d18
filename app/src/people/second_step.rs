//! The second step of signing in.

use leptos::prelude::*;

use super::passkeys;
use crate::components::{Button, ErrorSummary, Fields, TextInput};
use crate::layout::{Column, Main};
use crate::t;
use crate::words::href;

/// The page that asks for a code. `action` is where its forms go, and `passkey` where a passkey is asked for instead, in no
/// language.
pub fn page(action: String, passkey: Option<String>) -> AnyView {
    let passkey = passkey.map(|action| passkeys::way_in(&action));
    let lost = Fields::current().message("recovery-code").is_some();
    let again = action.clone();
    view! {
        <Main>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("second-step-title")}</h1>
                <p class="govuk-body">{t!("second-step-lead")}</p>
                <form method="post" action=href(&action) novalidate>
                    {code(t!("code-hint"))}
                    <Button text=t!("second-step-button")/>
                </form>
                {passkey}
                <details class="govuk-details" open=lost>
                    <summary class="govuk-details__summary">
                        <span class="govuk-details__summary-text">{t!("second-step-lost")}</span>
                    </summary>
                    <div class="govuk-details__text">
                        <p class="govuk-body">{t!("second-step-lost-codes")}</p>
                        <form method="post" action=href(&again) novalidate>
                            {recovery_code()}
                            <Button text=t!("second-step-recovery") class="govuk-button--secondary"/>
                        </form>
                        <p class="govuk-body">{t!("second-step-lost-all")}</p>
                    </div>
                </details>
                <form method="post" action="/sign-out">
                    <Button text=t!("second-step-stop") class="govuk-button--secondary fm-button--small"/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// The field for a code of the app.
pub(super) fn code(hint: String) -> AnyView {
    view! {
        <TextInput
            name="code"
            label=t!("code")
            hint
            width="govuk-input--width-10 govuk-input--extra-letter-spacing"
            autocomplete="one-time-code"
            inputmode="numeric"
        />
    }
    .into_any()
}

/// The field for a code that was written down.
pub(super) fn recovery_code() -> AnyView {
    view! {
        <TextInput
            name="recovery-code"
            label=t!("recovery-code")
            hint=t!("recovery-code-hint")
            width="govuk-input--width-20 govuk-input--extra-letter-spacing"
            autocomplete="off"
        />
    }
    .into_any()
}
