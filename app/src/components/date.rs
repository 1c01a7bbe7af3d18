//! A day in three fields: day, month, year.

use leptos::prelude::*;

use super::Fields;
use super::errors::{described_by, group_class, message};
use super::inputs::hint_view;
use crate::t;

/// The fields of a day: `answer-day` and so on, or those of another `name`. Whichever field is wrong, the message stands over
/// all.
#[component]
pub fn DateInput(
    #[prop(default = "answer".to_owned(), into)] name: String,
    #[prop(into)] legend: String,
    #[prop(into)] hint: String,
    /// Whether it is the only answer of its page, and its legend the heading.
    #[prop(optional)]
    heading: bool,
) -> impl IntoView {
    let fields = Fields::current();
    let at = |part: &str| format!("{name}-{part}");
    let parts = [
        (at("day"), t!("date-day"), 2),
        (at("month"), t!("date-month"), 2),
        (at("year"), t!("date-year"), 4),
    ];
    let wrong = parts.iter().map(|(part, ..)| part.clone()).find(|part| fields.message(part).is_some());
    let described =
        [described_by(&name, !hint.is_empty(), false), wrong.as_ref().map(|part| format!("{part}-error"))];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let inputs: Vec<_> =
        parts.into_iter().map(|(name, label, width)| part(&fields, name, label, width)).collect();
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
    view! {
        <div class=group_class(wrong.is_some())>
            <fieldset
                class="govuk-fieldset"
                role="group"
                aria-describedby=(!described.is_empty()).then_some(described)
            >
                {legend} {hint_view(&name, &hint)}
                {wrong.as_ref().map(|part| message(part, fields.message(part)))}
                <div class="govuk-date-input">{inputs}</div>
            </fieldset>
        </div>
    }
    .into_any()
}

fn part(fields: &Fields, name: String, label: String, width: u8) -> AnyView {
    let error = if fields.message(&name).is_some() { " govuk-input--error" } else { "" };
    let value = fields.form.value(&name).to_owned();
    view! {
        <div class="govuk-date-input__item">
            <label class="govuk-label govuk-date-input__label" for=name.clone()>{label}</label>
            <input
                class=format!("govuk-input govuk-date-input__input govuk-input--width-{width}{error}")
                id=name.clone()
                name=name
                type="text"
                inputmode="numeric"
                value=value
            />
        </div>
    }
    .into_any()
}
