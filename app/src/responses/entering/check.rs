//! The check before what was entered is stored.

use domain::responses::Step;
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::people::organisations::Organisation;
use services::responses::Draft;

use super::address;
use crate::components::{BackLink, Button, ErrorSummary, Inset, SummaryList, TextArea, Warning};
use crate::layout::Main;
use crate::responses::{about, check as respondents};
use crate::t;

/// What the check shows.
pub struct EnteredCheck {
    pub call: Call,
    /// The form as it is read off paper.
    pub form: Questionnaire,
    pub draft: Draft,
    pub systems: Vec<Organisation>,
    /// What the form requires and the paper leaves out.
    pub left_out: Vec<Step>,
    /// What the paper answers although its answers do not lead there.
    pub astray: Vec<Step>,
}

/// The check. What paper leaves out, or answers although it was not asked, is said and stops nobody.
pub fn check(shown: EnteredCheck) -> AnyView {
    let EnteredCheck { call, form, draft, systems, left_out, astray } = shown;
    let entry = address(&call, draft.id);
    let base = format!("{entry}/answer");
    let before = view! { <BackLink to=format!("{base}/consent")/> }.into_any();
    let about = about::rows(&draft.about, &systems, |step| format!("{base}/{step}?change=1"));
    let sections = respondents::sections(&call, Some(&base), &form, &draft);
    let unfinished = draft.unfinished(&form);
    let ready = unfinished.is_empty();
    let named = |text: String, steps: &[Step]| {
        let links = respondents::links(&base, &form, steps);
        (!steps.is_empty()).then(|| view! { <Inset><p>{text}</p> {links}</Inset> })
    };
    let (left, astray) =
        (named(t!("entering-left-out"), &left_out), named(t!("entering-check-astray"), &astray));
    let missing = respondents::links(&base, &form, &unfinished);
    let hint = if left_out.is_empty() { t!("entering-note-hint") } else { t!("entering-note-required") };
    view! {
        <Main before>
            <ErrorSummary/>
            <p class="govuk-caption-l">{call.title.clone()}</p>
            <h1 class="govuk-heading-l">{t!("entering-check")}</h1>
            {(!ready).then(|| view! { <Warning text=t!("entering-check-missing")/> {missing} })}
            {left} {astray}
            <h2 class="govuk-heading-m">{t!("step-section-about")}</h2>
            <SummaryList rows=about/>
            {sections}
            {ready.then(|| view! {
                <h2 class="govuk-heading-m">{t!("entering-store-title")}</h2>
                <p class="govuk-body">{t!("entering-store-text")}</p>
                <form method="post" action=format!("{base}/check") novalidate>
                    <TextArea name="note" label=t!("entering-note") hint rows=3/>
                    <Button text=t!("entering-store")/>
                </form>
            })}
            <p class="govuk-body"><a class="govuk-link" href=entry>{t!("entering-back")}</a></p>
        </Main>
    }
    .into_any()
}
