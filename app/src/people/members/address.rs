//! Whether the address of one's account was shown to be one's own, and the pages that show it.

use leptos::prelude::*;
use services::people::members::address::{PROOF_DAYS, PROOF_HOURS};

use crate::components::{BackLink, Button, Inset};
use crate::layout::{Column, Main};
use crate::t;
use crate::words::href;

/// What the page of one's own account says of it.
pub fn known(proven: bool) -> AnyView {
    if proven {
        return view! { <p class="govuk-body">{t!("mine-address-proven")}</p> }.into_any();
    }
    view! {
        <p class="govuk-body">
            {t!("mine-address-unproven", days = PROOF_DAYS)} " "
            <a class="govuk-link" href=href("/account/address")>{t!("mine-address-prove")}</a>
        </p>
    }
    .into_any()
}

/// Where someone stands with their address.
pub struct AddressPage {
    pub email: String,
    pub proven: bool,
    /// Whether a letter has just been posted.
    pub sent: bool,
    /// Whether letters leave at all.
    pub mail_server: bool,
}

/// The page that has the letter sent.
pub fn page(shown: AddressPage) -> AnyView {
    let AddressPage { email, proven, sent, mail_server } = shown;
    let sent = sent.then(|| {
        let text = t!("address-sent", email = email.as_str(), hours = PROOF_HOURS);
        view! { <Inset><p>{text}</p></Inset> }
    });
    let body = if proven {
        view! { <p class="govuk-body">{t!("address-proven", email = email.as_str())}</p> }.into_any()
    } else if !mail_server {
        view! { <p class="govuk-body">{t!("address-none")}</p> }.into_any()
    } else {
        view! {
            {sent}
            <p class="govuk-body">{t!("address-lead", email = email.as_str())}</p>
            <form method="post" action=href("/account/address")>
                <Button text=t!("address-button") class="govuk-button--secondary"/>
            </form>
        }
        .into_any()
    };
    frame(body)
}

/// The page to which the link of the letter leads.
pub fn confirm(email: String, secret: String) -> AnyView {
    let body = view! {
        <p class="govuk-body">{t!("address-confirm", email = email.as_str())}</p>
        <form method="post" action=href(&format!("/account/address/{secret}"))>
            <Button text=t!("address-confirm-button")/>
        </form>
    };
    frame(body.into_any())
}

fn frame(body: AnyView) -> AnyView {
    let before = view! { <BackLink to=href("/account") text=t!("account-title")/> }.into_any();
    view! {
        <Main before>
            <Column>
                <h1 class="govuk-heading-l">{t!("address-title")}</h1>
                {body}
            </Column>
        </Main>
    }
    .into_any()
}
