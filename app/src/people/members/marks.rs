//! The public mark of what was checked: how and when, and never of whom.

use chrono::NaiveDate;
use leptos::prelude::*;
use services::people::members::Check;
use services::people::organisations::Organisation;

use super::{address, names};
use crate::components::Tag;
use crate::t;
use crate::words::href;

/// The mark of an organisation on its page, with the way to claim it while it lasts.
pub fn of(organisation: &Organisation, checks: &[Check], today: NaiveDate) -> AnyView {
    let claim = (!organisation.ended(today)).then(|| {
        let to = href(&format!("{}/join", address(organisation)));
        view! { <p class="govuk-body"><a class="govuk-link" href=to>{t!("organisation-join")}</a></p> }
    });
    let text = (!checks.is_empty())
        .then(|| view! { <p class="govuk-body fm-secondary">{t!("organisation-checked-text")}</p> });
    view! {
        <h2 class="govuk-heading-m">{t!("organisation-checked")}</h2>
        {list(checks)} {text} {claim}
    }
    .into_any()
}

/// What was checked, the latest first.
pub(super) fn list(checks: &[Check]) -> AnyView {
    if checks.is_empty() {
        return view! { <p class="govuk-body">{t!("organisation-checked-none")}</p> }.into_any();
    }
    let checks: Vec<_> = checks
        .iter()
        .map(|check| view! { <li><Tag text="✓" colour="green"/> " " {names::check(check)}</li> })
        .collect();
    view! { <ul class="govuk-list">{checks}</ul> }.into_any()
}
