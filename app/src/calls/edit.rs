//! What a call says: the form that makes one, and the form that changes it.

use domain::calls::{CallKind, PrivacyPart};
use leptos::prelude::*;
use services::calls::Call;

use super::page::{kind, privacy_part};
use crate::components::{BackLink, Button, ErrorSummary, Opt, Radios, Select, TextArea, TextInput};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// The page that makes a call, which can begin as one of these.
pub fn create(like: &[Call]) -> AnyView {
    let like = (!like.is_empty()).then(|| {
        let blank = Opt::new("", t!("call-like-none"));
        let others = like.iter().map(|call| Opt::new(&call.slug, call.title.clone()));
        let options = [blank].into_iter().chain(others).collect();
        view! { <Select name="like" label=t!("call-like-label") options hint=t!("call-like-hint")/> }
    });
    let before = view! { <BackLink to="/team" text=t!("team-title")/> }.into_any();
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("call-new-title")}</h1>
                <p class="govuk-body">{t!("call-new-lead")}</p>
                <form method="post" action="/team/calls/new" novalidate>
                    {kinds()} {first()} {like}
                    <Button text=t!("call-new-button")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// The page that changes the texts of a call.
pub fn change(call: Call) -> AnyView {
    let announced = call.times.announced.is_some();
    view! {
        {team_nav(&call, "/edit")}
        <Main>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("call-edit-title")}</h1>
                {announced.then(|| view! { <p class="govuk-body">{t!("call-edit-announced")}</p> })}
                <form method="post" action=format!("/team/calls/{}/edit", call.slug) novalidate>
                    {kinds()} {first()} {texts()} {privacy()} {welsh()}
                    <Button text=t!("save")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

fn kinds() -> AnyView {
    let options = CallKind::ALL
        .iter()
        .map(|member| {
            let hint = match member {
                CallKind::CallForEvidence => t!("kind-call-for-evidence-hint"),
                CallKind::Consultation => t!("kind-consultation-hint"),
            };
            Opt::new(member, kind(*member)).hint(hint)
        })
        .collect();
    view! { <Radios name="kind" legend=t!("call-kind-label") options hint=t!("call-kind-hint") small=true/> }
        .into_any()
}

/// What a call begins with.
fn first() -> AnyView {
    view! {
        <TextInput name="title" label=t!("call-title-label") hint=t!("call-title-hint")/>
        <TextArea name="summary" label=t!("call-summary-label") hint=t!("call-summary-hint") rows=4/>
    }
    .into_any()
}

fn texts() -> AnyView {
    view! {
        <TextInput name="commissioner" label=t!("call-commissioner") hint=t!("call-commissioner-hint")/>
        <TextArea name="remit" label=t!("call-remit") hint=t!("call-remit-hint") rows=10/>
        <TextArea name="contact" label=t!("call-contact-label") hint=t!("call-contact-hint") rows=4/>
        <TextArea name="publication-policy" label=t!("call-publication") hint=t!("call-policy-hint") rows=6/>
    }
    .into_any()
}

/// The privacy notice, a field for each part.
fn privacy() -> AnyView {
    let fields: Vec<_> = PrivacyPart::ALL
        .iter()
        .map(|part| {
            let hint = match part {
                PrivacyPart::Controller => t!("privacy-controller-hint"),
                PrivacyPart::Purposes => t!("privacy-purposes-hint"),
                PrivacyPart::LawfulBasis => t!("privacy-lawful-basis-hint"),
                PrivacyPart::Processors => t!("privacy-processors-hint"),
                PrivacyPart::Sharing => t!("privacy-sharing-hint"),
                PrivacyPart::Retention => t!("privacy-retention-hint"),
                PrivacyPart::Rights => t!("privacy-rights-hint"),
            };
            view! { <TextArea name=part.field() label=privacy_part(*part) hint rows=4/> }
        })
        .collect();
    view! {
        <h2 class="govuk-heading-m" id="privacy">{t!("call-privacy")}</h2>
        <p class="govuk-body">{t!("call-privacy-lead")}</p>
        {fields}
    }
    .into_any()
}

fn welsh() -> AnyView {
    view! {
        <h2 class="govuk-heading-m">{t!("call-welsh-title")}</h2>
        <p class="govuk-body">{t!("call-welsh-lead")}</p>
        <TextInput name="title-cy" label=t!("call-title-cy-label")/>
        <TextArea name="summary-cy" label=t!("call-summary-cy-label") rows=4/>
    }
    .into_any()
}
