//! The part of the builder's form that says how a question is answered: its kind, and the settings of kinds.
//!
//! Settings stand together by what they are for, each group out of the way unless something in it is said or wrong.

use domain::calls::kinds::Why;
use domain::calls::{Asks, Question, QuestionKind};
use leptos::prelude::*;

use crate::components::{Checkboxes, Fields, Fixed, Opt, Radios, TextArea, TextInput};
use crate::responses::fields::kind_name;
use crate::t;

/// The kind and all settings.
pub fn kind() -> AnyView {
    let kinds = QuestionKind::ALL.iter().map(|kind| Opt::new(kind, kind_name(*kind))).collect();
    let whole = vec![Opt::new("yes", t!("question-whole"))];
    let choosing = view! {
        <TextArea name="choices" label=t!("question-choices-label") hint=t!("question-choices-hint") rows=6/>
        <TextInput name="none-label" label=t!("question-none-label") hint=t!("question-none-hint")/>
    };
    let why = view! { <Radios name="why" legend=t!("question-why-label") hint=t!("question-why-hint") options=whys() small=true/> };
    let number = view! {
        <TextInput name="unit" label=t!("question-unit-label") hint=t!("question-unit-hint") width="govuk-input--width-20"/>
        <TextInput name="least" label=t!("question-least-label") inputmode="decimal" width="govuk-input--width-10"/>
        <TextInput name="most" label=t!("question-most-label") inputmode="decimal" width="govuk-input--width-10"/>
        <Checkboxes name="whole" legend=t!("question-whole-label") options=whole small=true/>
    };
    let documents = view! {
        <TextInput name="most-documents" label=t!("question-most-documents-label") hint=t!("question-most-documents-hint") width="govuk-input--width-5"/>
    };
    let declaration = view! {
        <TextInput name="declaration" label=t!("question-declaration-label") hint=t!("question-declaration-hint")/>
    };
    view! {
        <Radios name="kind" legend=t!("question-kind-label") options=kinds small=true/>
        {group(t!("question-group-choosing"), &["choices", "none-label"], choosing.into_any())}
        {group(t!("question-group-why"), &["why"], why.into_any())}
        {group(t!("question-group-words"), &["word-limit"], word_limit())}
        {group(t!("question-group-number"), &["unit", "least", "most", "whole"], number.into_any())}
        {group(t!("question-group-documents"), &["most-documents"], documents.into_any())}
        {group(t!("question-group-declaration"), &["declaration"], declaration.into_any())}
    }
    .into_any()
}

fn whys() -> Vec<Opt> {
    vec![
        Opt::new("no", t!("question-why-no")),
        Opt::new("optional", t!("question-why-optional")),
        Opt::new("required", t!("question-why-required")),
    ]
}

fn word_limit() -> AnyView {
    view! { <TextInput name="word-limit" label=t!("question-word-limit-label") hint=t!("question-word-limit-hint") width="govuk-input--width-5"/> }
        .into_any()
}

/// Settings under a heading that opens them.
fn group(heading: String, names: &[&str], settings: AnyView) -> AnyView {
    let fields = Fields::current();
    let said =
        |name: &&str| !matches!(fields.form.value(name), "" | "no") || fields.problems.at(name).is_some();
    view! {
        <details class="govuk-details" open=names.iter().any(said)>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{heading}</span>
            </summary>
            <div class="govuk-details__text">{settings}</div>
        </details>
    }
    .into_any()
}

/// What may still be said about the answer once people have begun: how long it may be.
pub fn changeable(held: &Question) -> Option<AnyView> {
    (held.kind() == QuestionKind::LongText || held.asks.why().is_some()).then(word_limit)
}

/// The kind and the settings that stay.
pub fn fixed(held: &Question) -> AnyView {
    let (alone, others): (Vec<_>, Vec<_>) = held.choices.iter().partition(|choice| choice.alone);
    let lines = |choices: &[&domain::calls::Choice]| {
        choices.iter().map(|choice| choice.label.as_str()).collect::<Vec<_>>().join("\n")
    };
    let choices = (held.kind().has_choices()).then(|| {
        view! { <Fixed name="choices" label=t!("question-choices-label") value=lines(&others) typed=true/> }
    });
    let none = (!alone.is_empty())
        .then(|| view! { <Fixed name="none-label" label=t!("question-none-label") value=lines(&alone) typed=true/> });
    let why = held.asks.why().map(|Why { required, .. }| {
        let value = if required { t!("question-why-required") } else { t!("question-why-optional") };
        view! { <Fixed name="why" label=t!("question-why-label") value/> }
    });
    let declaration = match &held.asks {
        Asks::Declaration(settings) => {
            let value = settings.words.clone();
            Some(view! { <Fixed name="declaration" label=t!("question-declaration-label") value/> })
        }
        _ => None,
    };
    let documents = match &held.asks {
        Asks::Documents(settings) => {
            let value = settings.most.to_string();
            Some(view! { <Fixed name="most-documents" label=t!("question-most-documents-label") value/> })
        }
        _ => None,
    };
    view! {
        <Fixed name="kind" label=t!("question-kind-label") value=kind_name(held.kind())/>
        {choices} {none} {why} {documents} {declaration}
    }
    .into_any()
}
