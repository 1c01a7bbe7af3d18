//! The part of the builder's form that says how a question is answered: its kind, and the settings of kinds.
//!
//! Settings stand together by what they are for, each group out of the way unless something in it is said or wrong.

use domain::calls::kinds::ReadyMade;
use domain::calls::{Question, QuestionKind, question_fields};
use leptos::prelude::*;

use super::builder_group;
use crate::components::{Checkboxes, Fields, Fixed, Opt, Radios, Select, TextArea, TextInput};
use crate::responses::fields::kind_name;
use crate::t;

/// The kind and all settings.
pub fn kind() -> AnyView {
    use QuestionKind::{
        Declaration, Documents, Evidence, Group, List, LongText, Matrix, Number, Place, Points, Ranking,
    };
    let offering: Vec<QuestionKind> =
        QuestionKind::ALL.iter().copied().filter(|kind| kind.has_choices()).collect();
    let kinds = QuestionKind::ALL.iter().map(|kind| Opt::new(kind, kind_name(*kind))).collect();
    let whole = vec![Opt::new("yes", t!("question-whole"))];
    let choosing = view! {
        <TextArea name="choices" label=t!("question-choices-label") hint=t!("question-choices-hint") rows=6/>
        <TextInput name="none-label" label=t!("question-none-label") hint=t!("question-none-hint")/>
    };
    let why = view! { <Radios name="reasons" legend=t!("question-why-label") hint=t!("question-why-hint") options=whys() small=true/> };
    let number = view! {
        <TextInput name="unit" label=t!("question-unit-label") hint=t!("question-unit-hint") width="govuk-input--width-20"/>
        <TextInput name="least" label=t!("question-least-label") inputmode="decimal" width="govuk-input--width-10"/>
        <TextInput name="most" label=t!("question-most-label") inputmode="decimal" width="govuk-input--width-10"/>
        <Checkboxes name="whole" legend=t!("question-whole-label") options=whole small=true/>
    };
    let documents = view! {
        <TextInput name="most-documents" label=t!("question-most-documents-label") hint=t!("question-most-documents-hint") width="govuk-input--width-5"/>
    };
    let list = view! {
        <Select name="begin-with" label=t!("question-begin-label") hint=t!("question-begin-hint") options=lists()/>
        <Checkboxes name="own" legend=t!("question-own-label") options=vec![Opt::new("yes", t!("question-own"))] small=true/>
    };
    let scale = view! { <TextArea name="scale" label=t!("question-scale-label") hint=t!("question-scale-hint") rows=5/> };
    let ranking = view! {
        <TextInput name="places" label=t!("question-places-label") hint=t!("question-places-hint") inputmode="numeric" width="govuk-input--width-5"/>
    };
    let points = view! {
        <TextInput name="total" label=t!("question-total-label") hint=t!("question-total-hint") inputmode="numeric" width="govuk-input--width-5"/>
    };
    let declaration = view! {
        <TextInput name="declaration" label=t!("question-declaration-label") hint=t!("question-declaration-hint")/>
    };
    view! {
        <Radios name="kind" legend=t!("question-kind-label") options=kinds small=true/>
        {group(t!("question-group-choosing"), &["choices", "none-label"], &offering, choosing.into_any())}
        {group(t!("question-group-list"), &["begin-with", "own"], &[List, Place], list.into_any())}
        {group(t!("question-group-scale"), &["scale"], &[Matrix], scale.into_any())}
        {group(t!("question-group-ranking"), &["places"], &[Ranking], ranking.into_any())}
        {group(t!("question-group-points"), &["total"], &[Points], points.into_any())}
        {group(t!("question-group-why"), &["reasons"], &[], why.into_any())}
        {group(t!("question-group-words"), &["word-limit"], &[LongText], word_limit())}
        {group(t!("question-group-number"), &["unit", "least", "most", "whole"], &[Number], number.into_any())}
        {group(t!("question-group-documents"), &["most-documents"], &[Documents], documents.into_any())}
        {group(t!("question-group-declaration"), &["declaration"], &[Declaration], declaration.into_any())}
        {group(t!("question-group-fields"), &["noun", "field-1-name"], &[Group], builder_group::fields())}
        {group(t!("question-group-entries"), &["least-entries", "most-entries"], &[Group, Evidence], builder_group::limits())}
    }
    .into_any()
}

/// The lists that a question can begin with.
fn lists() -> Vec<Opt> {
    let name = |list: &ReadyMade| match list {
        ReadyMade::Systems => t!("question-begin-systems"),
        ReadyMade::Places => t!("question-begin-places"),
    };
    let made = ReadyMade::ALL.iter().map(|list| Opt::new(list, name(list)));
    std::iter::once(Opt::new("", t!("question-begin-none"))).chain(made).collect()
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

/// Settings under a heading that opens them. Where script runs, choosing one of these kinds opens them too.
fn group(heading: String, names: &[&str], kinds: &[QuestionKind], settings: AnyView) -> AnyView {
    let fields = Fields::current();
    let said =
        |name: &&str| !matches!(fields.form.value(name), "" | "no") || fields.problems.at(name).is_some();
    let kinds = kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(" ");
    view! {
        <details class="govuk-details" open=names.iter().any(said) data-kinds=kinds>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{heading}</span>
            </summary>
            <div class="govuk-details__text">{settings}</div>
        </details>
    }
    .into_any()
}

/// What may still be said about the answer once people have begun: how long it may be, and what the choices are called.
pub fn changeable(held: &Question) -> AnyView {
    let choices = held.kind().has_choices().then(|| {
        view! { <TextArea name="choices" label=t!("question-choices-label") hint=t!("correction-choices-hint") rows=6/> }
    });
    view! { {has_limit(held).then(word_limit)} {choices} }.into_any()
}

/// Whether the answer can have a limit of words.
pub fn has_limit(held: &Question) -> bool {
    held.kind() == QuestionKind::LongText || held.asks.why().is_some()
}

/// The kind and the settings, in the order in which they are shown once they stay.
const SETTINGS: [&str; 16] = [
    "kind",
    "none-label",
    "own",
    "scale",
    "places",
    "total",
    "reasons",
    "unit",
    "least",
    "most",
    "whole",
    "most-documents",
    "declaration",
    "noun",
    "least-entries",
    "most-entries",
];

fn label(setting: &str) -> String {
    match setting {
        "kind" => t!("question-kind-label"),
        "none-label" => t!("question-none-label"),
        "own" => t!("question-own-label"),
        "scale" => t!("question-scale-label"),
        "places" => t!("question-places-label"),
        "total" => t!("question-total-label"),
        "reasons" => t!("question-why-label"),
        "unit" => t!("question-unit-label"),
        "least" => t!("question-least-label"),
        "most" => t!("question-most-label"),
        "whole" => t!("question-whole-label"),
        "most-documents" => t!("question-most-documents-label"),
        "noun" => t!("question-noun-label"),
        "least-entries" => t!("question-least-entries-label"),
        "most-entries" => t!("question-most-entries-label"),
        _ => t!("question-declaration-label"),
    }
}

/// What a setting says, where it is chosen and not typed.
fn chosen(name: &str, value: &str) -> Option<String> {
    Some(match (name, value) {
        ("own", _) => t!("question-own"),
        ("whole", _) => t!("question-whole"),
        ("reasons", "optional") => t!("question-why-optional"),
        ("reasons", _) => t!("question-why-required"),
        ("kind", kind) => kind_name(QuestionKind::parse(kind)?),
        _ => return None,
    })
}

/// Whether a field is about the kind or a setting that stays, and says something.
pub fn is_fixed(held: &Question, field: &str) -> bool {
    SETTINGS.contains(&field)
        && !matches!((field, question_fields(held).value(field)), (_, "") | ("reasons", "no"))
}

/// The kind and the settings that stay.
pub fn fixed(held: &Question) -> AnyView {
    let stays = question_fields(held);
    let shown = |name: &'static str| {
        let value = stays.value(name);
        let typed = name == "none-label";
        let value = chosen(name, value).unwrap_or_else(|| value.to_owned());
        view! { <Fixed name label=label(name) value typed/> }
    };
    let settings: Vec<_> = SETTINGS.into_iter().filter(|name| is_fixed(held, name)).map(shown).collect();
    view! { {settings} {builder_group::fixed(held)} }.into_any()
}
