//! The page of one organisation, for anyone.

use domain::Language;
use domain::people::Action;
use leptos::prelude::*;
use services::people::organisations::{Neighbour, Organisation, OrganisationPage, Quoting};

use super::names;
use crate::components::{BackLink, Inset, day};
use crate::layout::{Column, Main, allowed};
use crate::mail::follow::{self, Offer};
use crate::people::members::marks;
use crate::responses::names as respondents;
use crate::t;
use crate::words::{href, language};

/// The page.
pub fn page(shown: OrganisationPage, offer: Option<Offer>) -> AnyView {
    let OrganisationPage { organisation, area, successor, predecessors, within, quoting, checks, today } =
        shown;
    let before = view! { <BackLink to=href("/organisations") text=t!("organisations-title")/> }.into_any();
    let end = organisation.valid_to.map(|last| {
        let next = successor.as_ref().map(|next| {
            view! { <p>{t!("organisation-followed-by")} " " {names::link(next)}</p> }
        });
        let note = (!organisation.note.is_empty()).then(|| view! { <p>{organisation.note.clone()}</p> });
        view! { <Inset><p>{names::end(last, today)}</p> {next} {note}</Inset> }
    });
    let inside = (within > 0).then(|| {
        let to = href(&format!("/organisations?area={}", organisation.id));
        view! {
            <p class="govuk-body"><a class="govuk-link" href=to>{t!("organisation-within", count = within)}</a></p>
        }
    });
    let keep = allowed(Action::ManageOrganisations).then(|| {
        let to = format!("/team/organisations/{}", organisation.slug);
        view! { <p class="govuk-body"><a class="govuk-link" href=to>{t!("organisation-keep")}</a></p> }
    });
    view! {
        <Main before>
            <span class="govuk-caption-l">{names::kind(organisation.kind)}</span>
            <h1 class="govuk-heading-xl">{names::name(&organisation)}</h1>
            {other_name(&organisation)}
            {facts(&organisation, area.as_ref())}
            <Column>
                {end} {inside} {marks::of(&organisation, &checks, today)} {followed(&predecessors)} {quoted(&quoting)} {follow::offer(offer)} {keep}
            </Column>
        </Main>
    }
    .into_any()
}

/// Its name in the language that the page is not in.
fn other_name(organisation: &Organisation) -> Option<AnyView> {
    let Organisation { name, name_cy, .. } = organisation;
    let (lang, other) = if language() == Language::Welsh { ("en", name) } else { ("cy", name_cy) };
    let shown = !name_cy.is_empty() && name != name_cy;
    shown.then(|| view! { <p class="govuk-body-l" lang=lang>{other.clone()}</p> }.into_any())
}

fn facts(organisation: &Organisation, area: Option<&Neighbour>) -> AnyView {
    let fact = |key: String, value: AnyView| view! { <div><dt>{key}</dt><dd>{value}</dd></div> };
    let codes: Vec<_> = organisation
        .codes
        .iter()
        .map(|code| fact(names::scheme(code.scheme), code.value.clone().into_any()))
        .collect();
    let sector =
        organisation.sector.map(|it| fact(t!("about-sector-short"), respondents::sector(it).into_any()));
    // Somebody typed it, so it is shown and not followed: it leads nobody away by our word.
    let website = (!organisation.website.is_empty())
        .then(|| fact(t!("organisation-website"), organisation.website.clone().into_any()));
    view! {
        <dl class="fm-facts">
            {sector}
            {area.map(|area| fact(t!("organisation-area"), names::link(area)))}
            {organisation.valid_from.map(|first| fact(t!("organisation-since"), day(first).into_any()))}
            {codes} {website}
        </dl>
    }
    .into_any()
}

/// Those that it followed.
fn followed(before: &[Neighbour]) -> Option<AnyView> {
    let items: Vec<_> = before
        .iter()
        .map(|one| {
            let end = one.valid_to.map(|last| t!("organisation-until", when = day(last)));
            view! { <li>{names::link(one)} " " <span class="fm-secondary">{end}</span></li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{t!("organisation-predecessors")}</h2>
            <ul class="govuk-list govuk-list--spaced">{items}</ul>
        }
        .into_any()
    })
}

/// The published findings in which its words stand, with its name.
fn quoted(quoting: &[Quoting]) -> AnyView {
    let items: Vec<_> = quoting
        .iter()
        .map(|one| {
            let to = href(&format!("/calls/{}/findings/{}", one.call.slug, one.number));
            let welsh = language() == Language::Welsh && !one.call.title_cy.is_empty();
            let call = if welsh { &one.call.title_cy } else { &one.call.title }.clone();
            view! { <li><a class="govuk-link" href=to>{one.title.clone()}</a> <br/> <span class="fm-secondary">{call}</span></li> }
        })
        .collect();
    let body = if items.is_empty() {
        view! { <p class="govuk-body">{t!("organisation-quoted-none")}</p> }.into_any()
    } else {
        view! { <ul class="govuk-list govuk-list--spaced">{items}</ul> }.into_any()
    };
    view! { <h2 class="govuk-heading-m">{t!("organisation-quoted")}</h2> {body} }.into_any()
}
