//! Seeing who wrote a response, for those who read responses without the names of people.

use leptos::prelude::*;
use services::calls::Call;
use services::responses::personal::{Glass, MINUTES};

use crate::components::{BackLink, Button, ErrorSummary, TextArea, Warning, when};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// The page that asks for the reason.
pub fn page(call: Call, reference: String) -> AnyView {
    let back = format!("/team/calls/{}/responses/{reference}", call.slug);
    let before = view! { <BackLink to=back.clone() text=t!("desk-title", reference = reference.as_str())/> }
        .into_any();
    view! {
        {team_nav(&call, "/responses")}
        <Main before>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("glass-title", reference = reference.as_str())}</h1>
                <p class="govuk-body">{t!("glass-lead")}</p>
                <ul class="govuk-list govuk-list--bullet">
                    <li>{t!("glass-audit")}</li>
                    <li>{t!("glass-letter")}</li>
                    <li>{t!("glass-minutes", minutes = MINUTES)}</li>
                </ul>
                <Warning text=t!("glass-warning")/>
                <form method="post" action=format!("{back}/who") novalidate>
                    <TextArea name="reason" label=t!("glass-reason") hint=t!("glass-reason-hint") rows=3/>
                    <div class="govuk-button-group">
                        <Button text=t!("glass-button") class="govuk-button--warning"/>
                        <a class="govuk-link" href=back.clone()>{t!("cancel")}</a>
                    </div>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// What stands beside the name that broken glass shows.
pub(super) fn open(call: &Call, glass: &Glass) -> AnyView {
    view! {
        <p class="fm-secondary">
            {t!("glass-open", until = when(glass.until, call), reason = glass.reason.as_str())}
        </p>
    }
    .into_any()
}

/// The way to see a name that is kept back.
pub(super) fn door(address: &str) -> AnyView {
    view! { " " <a class="govuk-link" href=format!("{address}/who")>{t!("glass-door")}</a> }.into_any()
}
