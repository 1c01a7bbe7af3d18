//! Why a sign-in by a provider came to nothing, and what to do.

use leptos::prelude::*;
use services::people::ATTEMPT_MINUTES;
use services::people::refusals::Refusal;

use crate::layout::{Column, Main};
use crate::t;
use crate::words::href;

/// What was refused.
#[derive(Clone, Debug)]
pub struct Refused {
    pub refusal: Refusal,
    /// What people call the provider.
    pub provider: String,
    /// Whether someone is signed in all the same.
    pub signed_in: bool,
}

/// The title of the page.
pub fn title(refused: &Refused) -> String {
    match refused.refusal {
        Refusal::Unknown | Refusal::Closed(_) => t!("refusal-unknown-title"),
        Refusal::Elsewhere => t!("refusal-elsewhere-title"),
        _ if refused.signed_in => t!("refusal-nothing-changed-title"),
        _ => t!("refusal-title"),
    }
}

/// The page. Nothing on it depends on whether anyone has an account.
pub fn page(refused: &Refused) -> AnyView {
    let provider = refused.provider.as_str();
    let paragraphs = match refused.refusal {
        Refusal::NotUnderWay => vec![t!("refusal-not-under-way", minutes = ATTEMPT_MINUTES)],
        Refusal::Declined => vec![t!("refusal-declined", provider = provider)],
        Refusal::Away => vec![t!("refusal-away", provider = provider)],
        Refusal::Unproven => vec![t!("refusal-unproven", provider = provider)],
        Refusal::Unknown | Refusal::Closed(_) => vec![
            t!("refusal-unknown-account", provider = provider),
            t!("refusal-unknown-invited", provider = provider),
            t!("refusal-unknown-else"),
        ],
        Refusal::Elsewhere => vec![t!("refusal-elsewhere", provider = provider)],
    };
    let paragraphs: Vec<_> =
        paragraphs.into_iter().map(|text| view! { <p class="govuk-body">{text}</p> }).collect();
    let (to, text) = if refused.signed_in {
        ("/account", t!("refusal-to-account"))
    } else {
        ("/sign-in", t!("refusal-to-sign-in"))
    };
    let heading = title(refused);
    view! {
        <Main>
            <Column>
                <h1 class="govuk-heading-l">{heading}</h1>
                {paragraphs}
                <p class="govuk-body"><a class="govuk-link" href=href(to)>{text}</a></p>
            </Column>
        </Main>
    }
    .into_any()
}
