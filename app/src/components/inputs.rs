//! Fields that are typed into, and buttons.

use leptos::prelude::*;

use super::Fields;
use super::errors::{described_by, group_class, message};
use crate::t;

/// The label of a field. The only field of a page carries the page's heading as its label.
pub(super) fn label(id: &str, text: String, heading: bool) -> AnyView {
    let id = id.to_owned();
    if heading {
        let label = view! { <label class="govuk-label govuk-label--l" for=id>{text}</label> };
        super::heading("govuk-label-wrapper", label.into_any())
    } else {
        view! { <label class="govuk-label" for=id>{text}</label> }.into_any()
    }
}

pub(super) fn hint_view(id: &str, hint: &str) -> AnyView {
    if hint.is_empty() {
        return ().into_any();
    }
    view! { <div id=format!("{id}-hint") class="govuk-hint fm-lines">{hint.to_owned()}</div> }.into_any()
}

/// A field for one line. `kind` is the HTML input type; `width` a govuk width class such as `govuk-input--width-20`;
/// `inputmode` the keys that a telephone shows.
#[component]
pub fn TextInput(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional)] width: &'static str,
    #[prop(optional)] autocomplete: &'static str,
    #[prop(optional)] inputmode: &'static str,
    /// What stands behind the field, such as a unit. The hint says it too: not everyone hears it here.
    #[prop(optional, into)]
    suffix: String,
    #[prop(optional)] heading: bool,
    /// What a browser offers while one types. Anything else can be typed too.
    #[prop(optional)]
    offers: Vec<String>,
) -> impl IntoView {
    let fields = Fields::current();
    let problem = fields.message(&name);
    let wrong = problem.is_some();
    let list = (!offers.is_empty()).then(|| format!("{name}-offers"));
    let offered = list.clone().map(|id| {
        let offers: Vec<_> = offers.into_iter().map(|text| view! { <option value=text></option> }).collect();
        view! { <datalist id=id>{offers}</datalist> }
    });
    // A password is never sent back to the page.
    let value = if kind == "password" { String::new() } else { fields.form.value(&name).to_owned() };
    let class = format!("govuk-input {width}{}", if wrong { " govuk-input--error" } else { "" });
    let input = view! {
        <input
            class=class
            id=name.clone()
            name=name.clone()
            type=kind
            value=value
            autocomplete=(!autocomplete.is_empty()).then_some(autocomplete)
            inputmode=(!inputmode.is_empty()).then_some(inputmode)
            list=list
            aria-describedby=described_by(&name, !hint.is_empty(), wrong)
        />
    };
    view! {
        <div class=group_class(wrong)>
            {self::label(&name, label, heading)} {hint_view(&name, &hint)} {message(&name, problem)}
            {with_suffix(input.into_any(), suffix)}
            {offered}
        </div>
    }
    .into_any()
}

fn with_suffix(input: AnyView, suffix: String) -> AnyView {
    if suffix.is_empty() {
        return input;
    }
    view! {
        <div class="govuk-input__wrapper">
            {input} <div class="govuk-input__suffix" aria-hidden="true">{suffix}</div>
        </div>
    }
    .into_any()
}

/// A field for many lines, the only place in the program that makes a `textarea`.
///
/// With `limit` it says how many words it takes, and where script runs how many are left; the server counts again.
#[component]
pub fn TextArea(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    #[prop(default = 5)] rows: u32,
    #[prop(optional_no_strip)] limit: Option<u32>,
    #[prop(optional)] heading: bool,
) -> impl IntoView {
    let fields = Fields::current();
    let problem = fields.message(&name);
    let wrong = problem.is_some();
    let class = if wrong { "govuk-textarea govuk-textarea--error" } else { "govuk-textarea" };
    let class = if limit.is_some() { format!("{class} govuk-js-character-count") } else { class.to_owned() };
    let described = described_by(&name, !hint.is_empty(), wrong);
    let described = match limit {
        Some(_) => Some(format!("{} {name}-info", described.unwrap_or_default()).trim().to_owned()),
        None => described,
    };
    let area = view! {
        <div class=group_class(wrong)>
            {self::label(&name, label, heading)} {hint_view(&name, &hint)} {message(&name, problem)}
            <textarea
                class=class
                id=name.clone()
                name=name.clone()
                rows=rows.to_string()
                aria-describedby=described
                inner_html=textarea_text(fields.form.value(&name))
            ></textarea>
        </div>
    };
    match limit {
        None => area.into_any(),
        Some(limit) => view! {
            <div
                class="govuk-character-count"
                data-module="govuk-character-count"
                data-maxwords=limit.to_string()
                data-i18n.words-under-limit.one=t!("words-left-one")
                data-i18n.words-under-limit.other=t!("words-left-other")
                data-i18n.words-at-limit=t!("words-left-none")
                data-i18n.words-over-limit.one=t!("words-over-one")
                data-i18n.words-over-limit.other=t!("words-over-other")
                data-i18n.textarea-description.other=t!("words-limit", limit = limit)
            >
                {area}
                <div id=format!("{name}-info") class="govuk-hint govuk-character-count__message">
                    {t!("words-limit", limit = limit)}
                </div>
            </div>
        }
        .into_any(),
    }
}

/// A field for a file of text, whose form is to be `multipart/form-data`. `accept` is what the browser offers to choose
/// from; anything can be chosen. A browser never shows a chosen file again, so what was in it is to be shown elsewhere.
#[component]
pub fn FileInput(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    accept: &'static str,
    /// Whether several can be chosen at once.
    #[prop(optional)]
    multiple: bool,
) -> impl IntoView {
    let problem = Fields::current().message(name);
    let wrong = problem.is_some();
    let class = if wrong { "govuk-file-upload govuk-file-upload--error" } else { "govuk-file-upload" };
    view! {
        <div class=group_class(wrong)>
            {self::label(name, label, false)} {hint_view(name, &hint)} {message(name, problem)}
            <input
                class=class
                id=name
                name=name
                type="file"
                accept=accept
                multiple=multiple
                aria-describedby=described_by(name, !hint.is_empty(), wrong)
            />
        </div>
    }
    .into_any()
}

/// The contents of a `textarea` as HTML. Leptos 0.8 does not encode them; and the parser drops one line feed at the
/// start, which must not be one that was typed.
fn textarea_text(text: &str) -> String {
    format!("\n{}", text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"))
}

/// What a form shows of a thing that it cannot change, in the place where it could once be changed: a form that was
/// opened before then can still come back with a problem at it.
#[component]
pub fn Fixed(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(into)] value: String,
    /// Whether what was typed is shown again where it could not be taken.
    #[prop(optional)]
    typed: bool,
) -> impl IntoView {
    let fields = Fields::current();
    let problem = fields.message(name);
    let wrong = problem.is_some();
    let typed = (wrong && typed).then(|| t!("fixed-typed", typed = fields.form.value(name)));
    view! {
        <div class=group_class(wrong) id=name tabindex="-1">
            <p class="govuk-label">{label}</p>
            {message(name, problem)}
            <p class="govuk-body fm-lines">{value}</p>
            {typed.map(|typed| view! { <p class="govuk-body fm-secondary fm-lines">{typed}</p> })}
        </div>
    }
    .into_any()
}

/// A value that goes along unseen.
#[component]
pub fn Hidden(#[prop(into)] name: String, #[prop(into)] value: String) -> impl IntoView {
    view! { <input type="hidden" name=name value=value/> }
}

/// A button that sends its form. `class` adds a variant such as `govuk-button--secondary`.
#[component]
pub fn Button(
    #[prop(into)] text: String,
    #[prop(optional)] class: &'static str,
    #[prop(optional)] name: &'static str,
    #[prop(optional, into)] value: String,
    /// What the button acts on, for those who do not see where it stands.
    #[prop(optional, into)]
    about: String,
) -> impl IntoView {
    let named = !name.is_empty();
    view! {
        <button
            type="submit"
            class=format!("govuk-button {class}")
            data-module="govuk-button"
            data-prevent-double-click="true"
            name=named.then_some(name)
            value=named.then_some(value)
        >
            {text}
            {(!about.is_empty()).then(|| view! { <span class="govuk-visually-hidden">" " {about}</span> })}
        </button>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::textarea_text;

    #[test]
    fn nothing_typed_ends_the_textarea_or_loses_its_first_line() {
        assert_eq!(
            textarea_text("\n</textarea><script>&amp;"),
            "\n\n&lt;/textarea&gt;&lt;script&gt;&amp;amp;"
        );
    }
}
