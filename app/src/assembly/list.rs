//! The list of assemblies.

use leptos::prelude::*;
use services::assembly::Assembly;

use super::names;
use crate::layout::Main;
use crate::t;
use crate::words::href;

/// Every assembly.
pub fn page(all: Vec<Assembly>) -> AnyView {
    let none = all.is_empty().then(|| view! { <p class="govuk-body">{t!("assemblies-none")}</p> });
    let cards: Vec<_> = all.iter().map(card).collect();
    view! {
        <Main>
            <h1 class="govuk-heading-xl">{t!("assemblies-title")}</h1>
            <p class="govuk-body-l">{t!("assemblies-lead")}</p>
            {none}
            <ul class="fm-cards">{cards}</ul>
        </Main>
    }
    .into_any()
}

fn card(assembly: &Assembly) -> AnyView {
    // The first paragraph says what it is for; the rest is on its own page.
    let lead = assembly.remit.split("\n\n").next().unwrap_or_default().to_owned();
    view! {
        <li class="fm-card">
            <h2 class="fm-card__title">
                <a class="govuk-link" href=href(&format!("/assemblies/{}", assembly.slug))>{assembly.name.clone()}</a>
            </h2>
            <p class="fm-card__facts"><span>{names::kind(assembly.kind)}</span></p>
            <p class="govuk-body fm-lines">{lead}</p>
        </li>
    }
    .into_any()
}
