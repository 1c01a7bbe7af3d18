//! Setting up the second step of signing in, and taking it away again.

use domain::people::RecoveryCode;
use leptos::prelude::*;
use services::calls::edit::ZONE;
use services::people::factors::Factors;
use services::people::factors::app::SetUp;

use super::passkeys::{list, way_to_add};
use super::second_step::{code, recovery_code};
use crate::components::{BackLink, Button, ErrorSummary, Fields, Inset, Warning, drawn, when_in};
use crate::layout::{Column, Main};
use crate::t;
use crate::words::href;

fn back() -> AnyView {
    view! { <BackLink to=href("/account") text=t!("account-title")/> }.into_any()
}

/// What the page of one's own account says of the second step. `must` is whether the person's role asks for it.
/// `passkeys` is whether browsers keep any for this portal.
pub(super) fn state(factors: Option<Factors>, passkeys: bool, must: bool) -> AnyView {
    let what = match factors {
        None => view! {
            <p class="govuk-body">{t!("account-second-step-none")}</p>
            <p>
                <a href=href("/account/authenticator") role="button" draggable="false" class="govuk-button govuk-button--secondary" data-module="govuk-button">
                    {t!("account-second-step-set-up")}
                </a>
            </p>
            {passkeys.then(|| way_to_add("/account/passkeys"))}
        }
        .into_any(),
        Some(factors) => held(factors, passkeys),
    };
    let must = must.then(|| view! { <p class="govuk-body">{t!("account-second-step-must")}</p> });
    view! {
        <h2 class="govuk-heading-m">{t!("account-second-step")}</h2>
        {what}
        {must}
    }
    .into_any()
}

/// What a person has for the second step.
fn held(factors: Factors, passkeys: bool) -> AnyView {
    let keys = (passkeys || !factors.passkeys.is_empty()).then(|| list(factors.passkeys));
    let app = match factors.app_since {
        Some(since) => view! {
            <p class="govuk-body">{t!("account-second-step-app", when = when_in(since, ZONE))}</p>
            <p class="govuk-body"><a class="govuk-link" href=href("/account/authenticator/remove")>{t!("account-second-step-remove")}</a></p>
        }
        .into_any(),
        None => view! {
            <p class="govuk-body"><a class="govuk-link" href=href("/account/authenticator")>{t!("account-second-step-add-app")}</a></p>
        }
        .into_any(),
    };
    view! {
        {app}
        {keys}
        <p class="govuk-body">
            {t!("account-second-step-codes", count = factors.codes_left)} " "
            <a class="govuk-link" href=href("/account/recovery-codes")>{t!("account-second-step-more-codes")}</a>
        </p>
    }
    .into_any()
}

/// The page to set up the app. `action` is where its form goes, and `passkey` where a passkey is added instead, in no language; `must` is whether nothing of the team can
/// be reached before.
pub fn set_up(shown: SetUp, action: String, passkey: Option<String>, must: bool) -> AnyView {
    let passkey = passkey.map(|action| {
        view! {
            <h2 class="govuk-heading-m">{t!("set-up-passkey")}</h2>
            <p class="govuk-body">{t!("set-up-passkey-text")}</p>
            {way_to_add(&action)}
        }
    });
    let SetUp { secret, address, drawing } = shown;
    let groups: Vec<String> =
        secret.as_bytes().chunks(4).map(|group| group.iter().copied().map(char::from).collect()).collect();
    let must = must.then(|| view! { <Inset><p class="govuk-body">{t!("set-up-must")}</p></Inset> });
    view! {
        <Main before=back()>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("set-up-title")}</h1>
                {must}
                <p class="govuk-body">{t!("set-up-lead")}</p>
                <h2 class="govuk-heading-m">{t!("set-up-scan")}</h2>
                <p class="govuk-body">{t!("set-up-scan-text")}</p>
                {drawn(&drawing, t!("set-up-picture"))}
                <p class="govuk-body"><a class="govuk-link" href=address>{t!("set-up-here")}</a></p>
                <details class="govuk-details">
                    <summary class="govuk-details__summary">
                        <span class="govuk-details__summary-text">{t!("set-up-type")}</span>
                    </summary>
                    <div class="govuk-details__text">
                        <p class="govuk-body">{t!("set-up-type-text")}</p>
                        <p class="govuk-body fm-secret">{groups.join(" ")}</p>
                    </div>
                </details>
                <h2 class="govuk-heading-m">{t!("set-up-prove")}</h2>
                <form method="post" action=href(&action) novalidate>
                    {code(t!("set-up-code-hint"))}
                    <Button text=t!("set-up-button")/>
                </form>
                {passkey}
            </Column>
        </Main>
    }
    .into_any()
}

/// The page to take the app away. `action` is where its forms go, in no language.
pub fn remove(must: bool) -> AnyView {
    let lost = Fields::current().message("recovery-code").is_some();
    let warning = if must { t!("remove-app-must") } else { t!("remove-app-warning") };
    view! {
        <Main before=back()>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("remove-app-title")}</h1>
                <Warning text=warning/>
                <form method="post" action=href("/account/authenticator/remove") novalidate>
                    {code(t!("code-hint"))}
                    <Button text=t!("remove-app-button") class="govuk-button--warning"/>
                </form>
                <details class="govuk-details" open=lost>
                    <summary class="govuk-details__summary">
                        <span class="govuk-details__summary-text">{t!("second-step-lost")}</span>
                    </summary>
                    <div class="govuk-details__text">
                        <form method="post" action=href("/account/authenticator/remove") novalidate>
                            {recovery_code()}
                            <Button text=t!("remove-app-recovery") class="govuk-button--secondary"/>
                        </form>
                    </div>
                </details>
            </Column>
        </Main>
    }
    .into_any()
}

/// The page of recovery codes, with the codes themselves where they were made just now; `place` is where to go then.
pub fn recovery_codes(factors: Factors, codes: Vec<RecoveryCode>, place: String) -> AnyView {
    let body = if codes.is_empty() { renew(factors) } else { once(codes, place) };
    view! {
        <Main before=back()>
            <Column>
                <h1 class="govuk-heading-l">{t!("recovery-codes-title")}</h1>
                <p class="govuk-body">{t!("recovery-codes-lead")}</p>
                {body}
            </Column>
        </Main>
    }
    .into_any()
}

fn once(codes: Vec<RecoveryCode>, place: String) -> AnyView {
    let codes: Vec<_> = codes
        .into_iter()
        .map(|code| view! { <li class="fm-secret">{code.as_str().to_owned()}</li> })
        .collect();
    view! {
        <Warning text=t!("recovery-codes-once")/>
        <ul class="fm-recovery">{codes}</ul>
        <p class="govuk-body">{t!("recovery-codes-keep")}</p>
        <p>
            <a href=place role="button" draggable="false" class="govuk-button" data-module="govuk-button">
                {t!("recovery-codes-kept")}
            </a>
        </p>
    }
    .into_any()
}

fn renew(factors: Factors) -> AnyView {
    view! {
        <p class="govuk-body">{t!("account-second-step-codes", count = factors.codes_left)}</p>
        <p class="govuk-body">{t!("recovery-codes-renew-text")}</p>
        <form method="post" action=href("/account/recovery-codes")>
            <Button text=t!("recovery-codes-renew") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}
