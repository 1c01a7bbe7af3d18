//! The part of the builder's form that says what a group asks for: what one entry is called, its fields, and how many there
//! may be. Every field that there can be has its place from the start, so that none needs a script to be added.

use domain::calls::kinds::FieldKind;
use domain::calls::kinds::entries::MOST;
use domain::calls::kinds::group::{MOST_FIELDS, setting};
use domain::calls::{Question, QuestionKind};
use leptos::prelude::*;

use crate::components::{Checkboxes, Fields, Fixed, Opt, Select, TextArea, TextInput};
use crate::responses::fields::of_each_entry;
use crate::t;

/// The places of this many fields are open from the start.
const OPEN: usize = 2;

/// What one entry is called, and its fields.
pub(super) fn fields() -> AnyView {
    let fields: Vec<_> = (1..=MOST_FIELDS).map(field).collect();
    view! {
        <TextInput name="noun" label=t!("question-noun-label") hint=t!("question-noun-hint") width="govuk-input--width-20"/>
        <p class="govuk-body">{t!("question-fields-text", most = MOST_FIELDS)}</p>
        {fields}
    }
    .into_any()
}

fn field(number: usize) -> AnyView {
    let at = |what: &str| setting(number, what);
    let fields = Fields::current();
    let said = ["name", "choices"]
        .iter()
        .any(|what| !fields.form.value(&at(what)).is_empty() || fields.problems.at(&at(what)).is_some());
    let kinds = FieldKind::OFFERED.iter().map(|kind| Opt::new(kind, kind_name(*kind))).collect();
    let needed = vec![Opt::new("yes", t!("question-field-needed"))];
    view! {
        <details class="govuk-details" open=said || number <= OPEN>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{t!("question-field", number = number)}</span>
            </summary>
            <div class="govuk-details__text">
                <TextInput name=at("name") label=t!("question-field-name", number = number)/>
                <Select name=at("kind") label=t!("question-field-kind", number = number) options=kinds/>
                <TextArea name=at("choices") label=t!("question-field-choices", number = number) hint=t!("question-field-choices-hint") rows=3/>
                <Checkboxes name=at("needed") legend=t!("question-field-required", number = number) options=needed small=true/>
            </div>
        </details>
    }
    .into_any()
}

/// How many entries there may be.
pub(super) fn limits() -> AnyView {
    view! {
        <TextInput name="least-entries" label=t!("question-least-entries-label") hint=t!("question-least-entries-hint") inputmode="numeric" width="govuk-input--width-5"/>
        <TextInput name="most-entries" label=t!("question-most-entries-label") hint=t!("question-most-entries-hint", most = MOST) inputmode="numeric" width="govuk-input--width-5"/>
    }
    .into_any()
}

/// The fields of a group that people have begun to answer.
pub(super) fn fixed(held: &Question) -> Option<AnyView> {
    (held.kind() == QuestionKind::Group).then(|| {
        let value = of_each_entry(held).join("\n");
        view! { <Fixed name="field-1-name" label=t!("question-group-fields") value/> }.into_any()
    })
}

fn kind_name(kind: FieldKind) -> String {
    match kind {
        FieldKind::Text => t!("question-kind-long"),
        FieldKind::Number => t!("question-kind-number"),
        FieldKind::Date | FieldKind::When => t!("question-kind-date"),
        FieldKind::Choice => t!("question-kind-one"),
        FieldKind::Line | FieldKind::Link => t!("question-kind-short"),
    }
}
