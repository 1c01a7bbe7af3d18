//! What stands between the text and the forms: links back, notices, lists of what was answered.

use leptos::prelude::*;

use crate::t;

/// The way back, above the heading.
#[component]
pub fn BackLink(#[prop(into)] to: String, #[prop(optional, into)] text: String) -> impl IntoView {
    let text = if text.is_empty() { t!("back") } else { text };
    view! { <a href=to class="govuk-back-link">{text}</a> }
}

/// Something the reader should know before going on.
#[component]
pub fn Notice(#[prop(into)] title: String, children: Children) -> impl IntoView {
    view! {
        <div class="govuk-notification-banner" role="region" aria-labelledby="notice-title" data-module="govuk-notification-banner">
            <div class="govuk-notification-banner__header">
                <h2 class="govuk-notification-banner__title" id="notice-title">{title}</h2>
            </div>
            <div class="govuk-notification-banner__content">{children()}</div>
        </div>
    }
}

/// A part of the text that stands apart.
#[component]
pub fn Inset(children: Children) -> impl IntoView {
    view! { <div class="govuk-inset-text">{children()}</div> }
}

/// A warning.
#[component]
pub fn Warning(#[prop(into)] text: String) -> impl IntoView {
    view! {
        <div class="govuk-warning-text">
            <span class="govuk-warning-text__icon" aria-hidden="true">"!"</span>
            <strong class="govuk-warning-text__text">
                <span class="govuk-visually-hidden">{t!("warning")} " "</span>
                {text}
            </strong>
        </div>
    }
}

/// A short word for a state. `colour` is a govuk tag colour such as `green`.
#[component]
pub fn Tag(#[prop(into)] text: String, #[prop(optional)] colour: &'static str) -> impl IntoView {
    let class =
        if colour.is_empty() { "govuk-tag".to_owned() } else { format!("govuk-tag govuk-tag--{colour}") };
    view! { <strong class=class>{text}</strong> }
}

/// One line of a summary: what was asked, what was answered, and where it can be changed.
#[derive(Clone, Debug)]
pub struct Row {
    pub key: String,
    pub value: String,
    /// Where to change it; empty where it cannot be changed.
    pub change: String,
}

/// What was answered, line by line.
#[component]
pub fn SummaryList(rows: Vec<Row>) -> impl IntoView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let change = (!row.change.is_empty()).then(|| {
                view! {
                    <dd class="govuk-summary-list__actions">
                        <a class="govuk-link" href=row.change.clone()>
                            {t!("change")} <span class="govuk-visually-hidden">" " {row.key.clone()}</span>
                        </a>
                    </dd>
                }
            });
            view! {
                <div class="govuk-summary-list__row">
                    <dt class="govuk-summary-list__key">{row.key.clone()}</dt>
                    <dd class="govuk-summary-list__value fm-lines">{row.value}</dd>
                    {change}
                </div>
            }
        })
        .collect();
    view! { <dl class="govuk-summary-list">{rows}</dl> }
}
