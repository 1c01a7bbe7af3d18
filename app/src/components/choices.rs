//! Fields that are chosen from.

use leptos::prelude::*;

use super::Fields;
use super::errors::{described_by, group_class, message};
use super::inputs::{hint_view, label as label_of};
use crate::t;

/// One thing to choose.
#[derive(Clone, Debug)]
pub struct Opt {
    pub value: String,
    pub label: String,
    pub hint: String,
    /// Whether nothing else can be chosen with it.
    pub alone: bool,
}

impl Opt {
    /// A choice without a hint.
    pub fn new(value: impl ToString, label: impl Into<String>) -> Self {
        Self { value: value.to_string(), label: label.into(), hint: String::new(), alone: false }
    }

    /// Makes it one that goes with no other.
    #[must_use]
    pub fn alone(mut self) -> Self {
        self.alone = true;
        self
    }

    /// Says more about the choice.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// The id of an item: the first carries the field's own name, so that the error summary leads to it.
fn item_id(name: &str, at: usize) -> String {
    if at == 0 { name.to_owned() } else { format!("{name}-{}", at + 1) }
}

fn item(name: &str, at: usize, option: Opt, kind: &'static str, chosen: bool) -> AnyView {
    let id = item_id(name, at);
    let block = if kind == "radio" { "govuk-radios" } else { "govuk-checkboxes" };
    let hint_id = (!option.hint.is_empty()).then(|| format!("{id}-item-hint"));
    let divider =
        option.alone.then(|| view! { <div class=format!("{block}__divider")>{t!("choice-or")}</div> });
    view! {
        {divider}
        <div class=format!("{block}__item")>
            <input
                class=format!("{block}__input")
                id=id.clone()
                name=name.to_owned()
                type=kind
                value=option.value
                checked=chosen
                data-behaviour=option.alone.then_some("exclusive")
                aria-describedby=hint_id.clone()
            />
            <label class=format!("govuk-label {block}__label") for=id>{option.label}</label>
            {hint_id.map(|hint_id| view! { <div id=hint_id class=format!("govuk-hint {block}__hint")>{option.hint}</div> })}
        </div>
    }
    .into_any()
}

#[component]
fn Group(
    name: String,
    legend: String,
    hint: String,
    options: Vec<Opt>,
    kind: &'static str,
    heading: bool,
    small: bool,
) -> impl IntoView {
    let fields = Fields::current();
    let problem = fields.message(&name);
    let wrong = problem.is_some();
    // Where there is nothing to choose, the summary leads to the group itself.
    let own_id = options.is_empty().then(|| name.clone());
    let items: Vec<_> = options
        .into_iter()
        .enumerate()
        .map(|(at, option)| {
            let chosen = fields.form.has(&name, &option.value);
            item(&name, at, option, kind, chosen)
        })
        .collect();
    let legend = if heading {
        view! {
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
                {super::heading("govuk-fieldset__heading", legend.into_any())}
            </legend>
        }
        .into_any()
    } else {
        view! { <legend class="govuk-fieldset__legend">{legend}</legend> }.into_any()
    };
    let block = if kind == "radio" { "govuk-radios" } else { "govuk-checkboxes" };
    let size = if small { format!("{block} {block}--small") } else { block.to_owned() };
    let hint_view = hint_view(&name, &hint);
    view! {
        <div class=group_class(wrong)>
            <fieldset
                class="govuk-fieldset"
                id=own_id.clone()
                tabindex=own_id.map(|_| "-1")
                aria-describedby=described_by(&name, !hint.is_empty(), wrong)
            >
                {legend} {hint_view} {message(&name, problem)}
                <div class=size data-module=block>{items}</div>
            </fieldset>
        </div>
    }
    .into_any()
}

/// Choose one.
#[component]
pub fn Radios(
    #[prop(into)] name: String,
    #[prop(into)] legend: String,
    options: Vec<Opt>,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] heading: bool,
    #[prop(optional)] small: bool,
) -> impl IntoView {
    view! { <Group name legend hint options kind="radio" heading small/> }
}

/// Choose any.
#[component]
pub fn Checkboxes(
    #[prop(into)] name: String,
    #[prop(into)] legend: String,
    options: Vec<Opt>,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] heading: bool,
    #[prop(optional)] small: bool,
) -> impl IntoView {
    view! { <Group name legend hint options kind="checkbox" heading small/> }
}

/// Choose one of a long list. An option with an empty value stands for no choice.
#[component]
pub fn Select(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    options: Vec<Opt>,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] heading: bool,
) -> impl IntoView {
    let fields = Fields::current();
    let problem = fields.message(&name);
    let wrong = problem.is_some();
    let items: Vec<_> = options
        .into_iter()
        .map(|option| {
            let chosen = fields.form.value(&name) == option.value;
            view! { <option value=option.value selected=chosen>{option.label}</option> }
        })
        .collect();
    let class = if wrong { "govuk-select govuk-select--error" } else { "govuk-select" };
    let described = described_by(&name, !hint.is_empty(), wrong);
    view! {
        <div class=group_class(wrong)>
            {label_of(&name, label, heading)} {hint_view(&name, &hint)} {message(&name, problem)}
            <select class=class id=name.clone() name=name.clone() aria-describedby=described>
                {items}
            </select>
        </div>
    }
    .into_any()
}

/// Several fields that make one answer, under the heading of their page, with what is wrong with all of them together.
#[component]
pub fn Several(
    name: &'static str,
    #[prop(into)] legend: String,
    #[prop(into)] hint: String,
    children: Children,
) -> impl IntoView {
    let problem = Fields::current().message(name);
    let wrong = problem.is_some();
    view! {
        <div class=group_class(wrong)>
            <fieldset
                class="govuk-fieldset"
                id=name
                tabindex="-1"
                aria-describedby=described_by(name, !hint.is_empty(), wrong)
            >
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
                    {super::heading("govuk-fieldset__heading", legend.into_any())}
                </legend>
                {hint_view(name, &hint)} {message(name, problem)} {children()}
            </fieldset>
        </div>
    }
    .into_any()
}
