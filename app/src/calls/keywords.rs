//! By what people find a call: the team's form, and what each audience is called.

use domain::calls::Audience;
use leptos::prelude::*;
use services::calls::Call;

use crate::components::{Button, Checkboxes, ErrorSummary, Opt, TextArea};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// What an audience is called.
pub fn audience(audience: Audience) -> String {
    match audience {
        Audience::Public => t!("audience-public"),
        Audience::Patients => t!("audience-patients"),
        Audience::Carers => t!("audience-carers"),
        Audience::YoungPeople => t!("audience-young-people"),
        Audience::Voluntary => t!("audience-voluntary"),
        Audience::Workforce => t!("audience-workforce"),
        Audience::Nhs => t!("audience-nhs"),
        Audience::Councils => t!("audience-councils"),
        Audience::Providers => t!("audience-providers"),
        Audience::Researchers => t!("audience-researchers"),
    }
}

/// The team's form.
pub fn page(call: &Call) -> AnyView {
    let audiences = Audience::ALL.iter().map(|one| Opt::new(one, audience(*one))).collect();
    view! {
        {team_nav(call, "")}
        <Main>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("keywords-title")}</h1>
                <p class="govuk-body">{t!("keywords-lead")}</p>
                <form method="post" novalidate>
                    <TextArea name="themes" label=t!("keywords-themes") hint=t!("keywords-themes-hint") rows=4/>
                    <TextArea name="places" label=t!("keywords-places") hint=t!("keywords-places-hint") rows=4/>
                    <Checkboxes name="audiences" legend=t!("keywords-audiences") options=audiences small=true/>
                    <Button text=t!("save")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}
