//! The form in which members say what they ask for, and until when.

use leptos::prelude::*;
use services::calls::Call;
use services::people::organisations::Organisation;
use uuid::Uuid;

use crate::calls;
use crate::components::{
    BackLink, Button, Checkboxes, DateInput, ErrorSummary, Opt, TextArea, TextInput, when,
};
use crate::layout::{Column, Main};
use crate::t;
use crate::words::href;

/// The page.
pub fn page(organisation: &Organisation, call: &Call, draft: Uuid) -> AnyView {
    let stories = href(&super::address(&organisation.slug, draft));
    let before = view! { <BackLink to=stories.clone() text=t!("stories-title")/> }.into_any();
    let hint = call.times.closes.map(|at| t!("stories-form-last-hint", when = when(at, call)));
    let named = vec![Opt::new("yes", t!("stories-form-named-yes")).hint(t!("stories-form-named-hint"))];
    let title = calls::title(call);
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <span class="govuk-caption-l">{title}</span>
                <h1 class="govuk-heading-l">{t!("stories-begin")}</h1>
                <p class="govuk-body">{t!("stories-form-lead")}</p>
                <form method="post" action=format!("{stories}/gathering") novalidate>
                    <TextInput name="heading" label=t!("stories-form-heading") hint=t!("stories-form-heading-hint")/>
                    <TextArea name="asks" label=t!("stories-form-asks") hint=t!("stories-form-asks-hint") rows=8/>
                    <DateInput name="last" legend=t!("stories-form-last") hint=hint.unwrap_or_default()/>
                    <Checkboxes name="named" legend=t!("stories-form-named") options=named/>
                    <Button text=t!("stories-save")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}
