//! The form of a decision.

use leptos::prelude::*;
use services::assembly::{Candidate, Candidates};

use crate::components::{Checkboxes, Opt, Select, TextArea, TextInput};
use crate::layout::{FormPage, form_page};
use crate::outcomes::names;
use crate::t;

/// The form; `back` leads to the meeting, and `known` is what may be cited and put.
pub fn form(back: (String, String), heading: String, known: &Candidates) -> AnyView {
    let findings = known
        .findings
        .iter()
        .map(|one| {
            let (number, call) = (one.number.unwrap_or_default(), names::call(&one.call));
            Opt::new(one.id, t!("cited-finding", number = number, call = call, title = &one.title))
        })
        .collect();
    let recommendations =
        known.recommendations.iter().map(|one| Opt::new(one.id, one.title.clone())).collect();
    let none = |known: &[Candidate], said: String, otherwise: String| {
        if known.is_empty() { said } else { otherwise }
    };
    let of_findings = none(&known.findings, t!("findings-none"), t!("decision-cites-hint"));
    let of_recommendations = none(&known.recommendations, t!("recommendations-none"), String::new());
    let calls = std::iter::once(Opt::new("", t!("decision-call-none")))
        .chain(known.calls.iter().map(|call| Opt::new(call.id, names::call(call))))
        .collect();
    let fields = view! {
        <TextInput name="title" label=t!("decision-title-label")/>
        <TextArea name="text" label=t!("decision-text-label") rows=6/>
        <TextInput name="for" label=t!("decision-for-label") width="govuk-input--width-3"/>
        <TextInput name="against" label=t!("decision-against-label") width="govuk-input--width-3"/>
        <TextInput name="abstained" label=t!("decision-abstained-label") width="govuk-input--width-3"/>
        <TextArea name="dissent" label=t!("decision-dissent-label") hint=t!("decision-dissent-hint") rows=4/>
        <Checkboxes
            name="finding"
            legend=t!("decision-findings-label")
            hint=of_findings
            options=findings
            small=true
        />
        <Checkboxes
            name="recommendation"
            legend=t!("decision-recommendations-label")
            hint=of_recommendations
            options=recommendations
            small=true
        />
        <Select name="call" label=t!("decision-call-label") options=calls/>
    };
    form_page(FormPage { back, heading, button: t!("save") }, fields.into_any(), None)
}
