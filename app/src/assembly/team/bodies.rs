//! The list of assemblies, one of them, and its form.

use domain::assembly::AssemblyKind;
use domain::people::Action;
use leptos::prelude::*;
use services::assembly::Assembly;
use services::assembly::meetings::Meeting;
use services::assembly::seats::{Constituency, Seat};

use super::{address, edit_link, edited};
use crate::assembly::names;
use crate::components::{BackLink, Lines, Opt, Radios, TextArea, TextInput, when_in};
use crate::layout::{FormPage, Main, allowed, form_page};
use crate::outcomes::team::state;
use crate::t;

/// Every assembly.
pub fn list(all: Vec<Assembly>) -> AnyView {
    let none = all.is_empty().then(|| view! { <p class="fm-empty">{t!("assemblies-none")}</p> });
    let rows: Vec<_> = all
        .iter()
        .map(|one| {
            view! {
                <li>
                    <a href=address(one)>
                        <span class="fm-list__name">{one.name.clone()}</span>
                        <span class="fm-list__facts">{names::kind(one.kind)}</span>
                    </a>
                </li>
            }
        })
        .collect();
    let add = allowed(Action::CreateAssembly).then(|| {
        view! {
            <div class="fm-toolbar">
                <a class="govuk-button" role="button" href="/team/add-assembly">{t!("assemblies-add")}</a>
            </div>
        }
    });
    view! {
        <Main>
            <h1 class="govuk-heading-l">{t!("assemblies-title")}</h1>
            {add}
            {none}
            <ul class="fm-list">{rows}</ul>
        </Main>
    }
    .into_any()
}

/// One assembly: what it is for, its meetings, its seats.
pub fn page(assembly: Assembly, seats: Vec<Constituency>, meetings: Vec<Meeting>) -> AnyView {
    let here = address(&assembly);
    let before = view! { <BackLink to="/team/assemblies" text=t!("assemblies-title")/> }.into_any();
    let meetings: Vec<_> = meetings.iter().map(|one| meeting(&here, one)).collect();
    let seats: Vec<_> = seats.iter().map(|one| constituency(&here, one)).collect();
    let public = format!("/assemblies/{}", assembly.slug);
    let people = allowed(Action::ManageRoles).then(|| {
        view! { <a class="govuk-link" href=format!("{here}/people")>{t!("floor-people")}</a> }
    });
    let link = |to: &str, text: String| edit_link(&format!("{here}/{to}"), text);
    let (change, add_meeting) = (link("edit", t!("change")), link("meetings/new", t!("meetings-add")));
    let add_constituency = link("constituencies/new", t!("constituencies-add"));
    view! {
        <Main before>
            <p class="govuk-caption-l">{names::kind(assembly.kind)}</p>
            <h1 class="govuk-heading-l">{assembly.name}</h1>
            <Lines text=assembly.remit/>
            <div class="fm-toolbar">
                {change} {people}
                <a class="govuk-link" href=public>{t!("public-page")}</a>
            </div>
            <h2 class="govuk-heading-m">{t!("meetings-title")}</h2>
            <ul class="govuk-list govuk-list--spaced">{meetings}</ul>
            <p class="govuk-body">{add_meeting}</p>
            <h2 class="govuk-heading-m">{t!("seats-title")}</h2>
            {seats}
            <p class="govuk-body">{add_constituency}</p>
        </Main>
    }
    .into_any()
}

fn meeting(here: &str, one: &Meeting) -> AnyView {
    view! {
        <li>
            <a class="govuk-link" href=format!("{here}/meetings/{}", one.number)>
                {t!("meeting-name", number = one.number, title = &one.title)}
            </a>
            " " {state(one.published_at.is_some())} <br/>
            <span class="fm-secondary">{when_in(one.starts_at, one.zone)} ", " {one.place.clone()}</span>
        </li>
    }
    .into_any()
}

fn constituency(here: &str, one: &Constituency) -> AnyView {
    let seats: Vec<_> = one.seats.iter().map(|one| seat(here, one)).collect();
    let change = allowed(Action::EditAssembly).then(|| {
        view! {
            " · "
            <a class="govuk-link" href=format!("{here}/constituencies/{}", one.id)>
                {t!("change")} <span class="govuk-visually-hidden">" " {one.name.clone()}</span>
            </a>
        }
    });
    view! {
        <section class="fm-panel">
            <h3 class="govuk-heading-s">{one.name.clone()}</h3>
            <p class="govuk-body">
                {t!("seats-count", filled = one.filled, target = one.target)} {change}
            </p>
            <ul class="fm-seats">{seats}</ul>
        </section>
    }
    .into_any()
}

fn seat(here: &str, one: &Seat) -> AnyView {
    let class = if one.holder.is_some() { "fm-seat" } else { "fm-seat fm-seat--vacant" };
    let holder = one.holder.as_ref().map_or_else(|| t!("seat-vacant"), |holder| holder.name.clone());
    view! {
        <li class=class>
            <span class="fm-seat__holder">{edited(format!("{here}/seats/{}", one.id), holder)}</span>
            <span class="fm-seat__facts">{t!("seat-label", label = &one.label)}</span>
        </li>
    }
    .into_any()
}

/// The form of an assembly; none for a new one.
pub fn form(assembly: Option<Assembly>) -> AnyView {
    let page = match assembly {
        None => FormPage {
            back: ("/team/assemblies".to_owned(), t!("assemblies-title")),
            heading: t!("assemblies-add"),
            button: t!("save"),
        },
        Some(one) => {
            FormPage { back: (address(&one), one.name), heading: t!("assembly-change"), button: t!("save") }
        }
    };
    let kinds = AssemblyKind::ALL.iter().map(|kind| Opt::new(kind, names::kind(*kind))).collect();
    let fields = view! {
        <TextInput name="name" label=t!("assembly-name-label")/>
        <Radios name="kind" legend=t!("assembly-kind-label") options=kinds small=true/>
        <TextArea name="remit" label=t!("assembly-remit") hint=t!("assembly-remit-hint") rows=8/>
    };
    form_page(page, fields.into_any(), None)
}
