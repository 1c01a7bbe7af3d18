//! Links to the decisions and the agendas in which outcomes were taken up.

use leptos::prelude::*;
use services::assembly::links::{AgendaLink, DecisionLink};

use crate::components::{day, when_in};
use crate::t;
use crate::words::href;

/// The decisions that cite something, or nothing where there are none.
pub fn decisions(links: &[DecisionLink]) -> Option<AnyView> {
    let items: Vec<_> = links.iter().map(decision).collect();
    (!items.is_empty()).then(|| view! { <ul class="govuk-list">{items}</ul> }.into_any())
}

fn decision(link: &DecisionLink) -> AnyView {
    let meeting = format!("/assemblies/{}/meetings/{}", link.assembly, link.meeting);
    let to = href(&format!("{meeting}#decision-{}", link.number));
    let of = t!("decision-of", assembly = &link.assembly_name, when = day(link.decided_on));
    view! {
        <li>
            <a class="govuk-link" href=to>{t!("decision-title", number = link.number, title = &link.title)}</a>
            <br/> <span class="fm-secondary">{of}</span>
        </li>
    }
    .into_any()
}

/// The agenda items whose evidence packs hold something, or nothing where there are none.
pub fn agenda(links: &[AgendaLink]) -> Option<AnyView> {
    let items: Vec<_> = links.iter().map(item).collect();
    (!items.is_empty()).then(|| view! { <ul class="govuk-list">{items}</ul> }.into_any())
}

fn item(link: &AgendaLink) -> AnyView {
    let to = href(&format!("/assemblies/{}/meetings/{}", link.assembly, link.meeting));
    let at = t!(
        "agenda-at",
        number = link.meeting,
        assembly = &link.assembly_name,
        when = when_in(link.starts_at, link.zone)
    );
    view! {
        <li><a class="govuk-link" href=to>{link.title.clone()}</a> <br/> <span class="fm-secondary">{at}</span></li>
    }
    .into_any()
}
