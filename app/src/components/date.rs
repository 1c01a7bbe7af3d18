//! A day in three fields: day, month, year.

use leptos::prelude::*;

use super::Fields;
use super::errors::{group_class, message};
use crate::t;

/// The fields of a day, which is the only answer of its page. Whichever field is wrong, the message stands over all.
#[component]
pub fn DateInput(#[prop(into)] legend: String, #[prop(into)] hint: String) -> impl IntoView {
    let fields = Fields::current();
    let parts = [
        ("answer-day", t!("date-day"), 2),
        ("answer-month", t!("date-month"), 2),
        ("answer-year", t!("date-year"), 4),
    ];
    let wrong = parts.iter().map(|(name, ..)| *name).find(|name| fields.message(name).is_some());
    let described =
        wrong.map_or_else(|| "answer-hint".to_owned(), |name| format!("answer-hint {name}-error"));
    let inputs: Vec<_> =
        parts.into_iter().map(|(name, label, width)| part(&fields, name, label, width)).collect();
    view! {
        <div class=group_class(wrong.is_some())>
            <fieldset class="govuk-fieldset" role="group" aria-describedby=described>
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
                    {super::heading("govuk-fieldset__heading", legend.into_any())}
                </legend>
                <div id="answer-hint" class="govuk-hint fm-lines">{hint}</div>
                {wrong.map(|name| message(name, fields.message(name)))}
                <div class="govuk-date-input">{inputs}</div>
            </fieldset>
        </div>
    }
    .into_any()
}

fn part(fields: &Fields, name: &'static str, label: String, width: u8) -> AnyView {
    let error = if fields.message(name).is_some() { " govuk-input--error" } else { "" };
    view! {
        <div class="govuk-date-input__item">
            <label class="govuk-label govuk-date-input__label" for=name>{label}</label>
            <input
                class=format!("govuk-input govuk-date-input__input govuk-input--width-{width}{error}")
                id=name
                name=name
                type="text"
                inputmode="numeric"
                value=fields.form.value(name).to_owned()
            />
        </div>
    }
    .into_any()
}
