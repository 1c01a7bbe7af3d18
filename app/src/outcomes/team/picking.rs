//! Picking excerpts of a code for a finding.

use domain::text::Span;
use leptos::prelude::*;
use services::outcomes::Finding;
use services::review::Excerpt;

use crate::components::{Button, FieldError, Fields, Opt, Select};
use crate::t;

/// How a picked excerpt is named in a form: its answer, its first and last place, and the coding it was picked from.
fn value(excerpt: &Excerpt) -> String {
    let Span { start, end } = excerpt.place();
    format!("{} {start} {end} {}", excerpt.answer, excerpt.coding)
}

/// The choice of one excerpt. The first carries the field's own name, so that the error summary leads to it.
pub fn choice(excerpt: &Excerpt, at: usize) -> AnyView {
    let value = value(excerpt);
    let id = if at == 0 { "excerpt".to_owned() } else { format!("excerpt-{}", at + 1) };
    let chosen = Fields::current().form.has("excerpt", &value);
    let label = if excerpt.clipped() {
        t!("pick-excerpt-long", reference = &excerpt.response, length = excerpt.length)
    } else {
        t!("pick-excerpt", reference = &excerpt.response)
    };
    view! {
        <div class="govuk-checkboxes govuk-checkboxes--small">
            <div class="govuk-checkboxes__item">
                <input class="govuk-checkboxes__input" type="checkbox" name="excerpt" id=id.clone() value=value checked=chosen/>
                <label class="govuk-label govuk-checkboxes__label" for=id>{label}</label>
            </div>
        </div>
    }
    .into_any()
}

/// The finding they are picked for, and the button.
pub fn bar(findings: &[Finding]) -> AnyView {
    let named = |finding: &Finding| {
        Opt::new(finding.number, t!("finding-option", number = finding.number, title = &finding.title))
    };
    let options = std::iter::once(Opt::new("", t!("pick-none"))).chain(findings.iter().map(named)).collect();
    view! {
        <div class="fm-toolbar">
            <Select name="finding" label=t!("pick-finding") options/> <Button text=t!("pick-button")/>
        </div>
        <FieldError name="excerpt"/>
    }
    .into_any()
}
