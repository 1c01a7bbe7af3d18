//! Taking back what was sent: what it means, and the way back.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use services::calls::Call;
use services::responses::Receipt;
use services::responses::change::Standing;

use crate::components::{BackLink, Button, Warning, when};
use crate::layout::{Column, Main};
use crate::words::href;
use crate::{calls, t};

/// What the page shows.
pub struct WithdrawPage {
    pub call: Call,
    pub receipt: Receipt,
    pub standing: Standing,
    /// How many signed it too.
    pub signatories: usize,
    /// Until when it can be taken back, and brought back; nothing where the call has no end yet.
    pub until: Option<DateTime<Utc>>,
}

/// Asks whether what was sent is to be taken back; or says that it was.
pub fn page(shown: WithdrawPage) -> AnyView {
    let WithdrawPage { call, receipt, standing, signatories, until } = shown;
    let home = href(&format!("/calls/{}", call.slug));
    let withdrawn = receipt.withdrawn_at.map(|at| when(at, &call));
    let (back, heading) = match withdrawn {
        Some(_) => (home.clone(), t!("withdraw-done")),
        None => (format!("{home}/confirmation"), t!("withdraw-title")),
    };
    let before = view! { <BackLink to=back/> }.into_any();
    let done = withdrawn.map(|at| {
        view! { <p class="govuk-body">{t!("withdraw-done-text", when = at, reference = &receipt.reference)}</p> }
    });
    let until = until.map(|until| when(until, &call));
    let body = match standing {
        Standing::MayChange | Standing::Changing => ask(&home, until, signatories),
        Standing::Withdrawn => bring_back(&home, until),
        Standing::Gone => view! { <p class="govuk-body">{t!("error-bring-back-closed")}</p> }.into_any(),
        Standing::Shared => view! { <p class="govuk-body">{t!("error-shared-stays")}</p> }.into_any(),
        Standing::Closed | Standing::TooLate => {
            view! { <p class="govuk-body">{t!("error-withdraw-closed")}</p> }.into_any()
        }
    };
    view! {
        <Main before>
            <Column>
                <p class="govuk-caption-l">{calls::title(&call)}</p>
                <h1 class="govuk-heading-l">{heading}</h1>
                {done} {body}
            </Column>
        </Main>
    }
    .into_any()
}

fn ask(home: &str, until: Option<String>, signatories: usize) -> AnyView {
    let signed = (signatories > 0)
        .then(|| view! { <p class="govuk-body">{t!("withdraw-signed", count = signatories)}</p> });
    let until = until.map(|until| view! { <p class="govuk-body">{t!("withdraw-until", when = until)}</p> });
    view! {
        <p class="govuk-body">{t!("withdraw-text")}</p>
        <p class="govuk-body">{t!("withdraw-quotes")}</p>
        {signed} {until}
        <Warning text=t!("withdraw-warning")/>
        <form method="post" action=format!("{home}/withdraw")>
            <div class="govuk-button-group">
                <Button text=t!("withdraw-title") class="govuk-button--warning" name="withdraw" value="away"/>
                <a class="govuk-link" href=format!("{home}/confirmation")>{t!("withdraw-not")}</a>
            </div>
        </form>
    }
    .into_any()
}

fn bring_back(home: &str, until: Option<String>) -> AnyView {
    let said =
        until.map_or_else(|| t!("withdraw-back-text"), |until| t!("withdraw-back-until", when = until));
    view! {
        <p class="govuk-body">{said}</p>
        <form method="post" action=format!("{home}/withdraw")>
            <Button text=t!("withdraw-back") class="govuk-button--secondary" name="withdraw" value="back"/>
        </form>
    }
    .into_any()
}
