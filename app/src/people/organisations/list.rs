//! The directory, narrowed by what is looked for.

use chrono::NaiveDate;
use domain::people::{OrganisationFilter, OrganisationKind};
use leptos::prelude::*;
use services::people::organisations::Organisation;
use services::people::organisations::directory::{Found, PAGE};

use super::names;
use crate::components::{Button, Checkboxes, Opt, Select, TextInput, pages};
use crate::layout::{Column, Main};
use crate::t;
use crate::words::href;

/// What a list of the directory shows.
pub struct Directory {
    pub filter: OrganisationFilter,
    pub found: Found,
    /// What an organisation can be in.
    pub areas: Vec<Organisation>,
    /// The page, counted from 1.
    pub page: u64,
    pub today: NaiveDate,
}

impl Directory {
    /// The name of the area of an organisation.
    pub(super) fn area(&self, of: &Organisation) -> Option<String> {
        let area = self.areas.iter().find(|area| Some(area.id) == of.area);
        area.map(names::name)
    }

    /// How many there are, in words.
    pub(super) fn count(&self) -> AnyView {
        let total = self.found.total;
        let text =
            if total == 0 { t!("organisations-none") } else { t!("organisations-count", count = total) };
        view! { <p class="govuk-body">{text}</p> }.into_any()
    }

    /// Links to the other pages of the list at this address.
    pub(super) fn pages(&self, base: &str) -> AnyView {
        let form = self.filter.form();
        let filtered = form.pairs().fold(String::new(), |query, (name, value)| {
            let value: String = form_urlencoded::byte_serialize(value.as_bytes()).collect();
            format!("{query}{name}={value}&")
        });
        pages(self.page, self.found.total, PAGE, |page| format!("{base}?{filtered}page={page}"))
    }

    /// The form that narrows the list at this address.
    pub(super) fn form(&self, base: &str) -> AnyView {
        let any = |text: String| std::iter::once(Opt::new("", text));
        let kinds = any(t!("organisations-any-kind"))
            .chain(OrganisationKind::ALL.iter().map(|kind| Opt::new(kind, names::kind(*kind))))
            .collect();
        let areas = any(t!("organisations-any-area")).chain(area_options(&self.areas)).collect();
        let ended = vec![Opt::new("yes", t!("organisations-with-ended"))];
        view! {
            <form method="get" action=base.to_owned() class="fm-filter" novalidate>
                <TextInput name="name" label=t!("organisations-name")/>
                <Select name="kind" label=t!("organisation-kind") options=kinds/>
                <Select name="area" label=t!("organisation-area") options=areas/>
                <Checkboxes name="ended" legend=t!("organisations-times") options=ended small=true/>
                <Button text=t!("organisations-find")/>
            </form>
        }
        .into_any()
    }
}

/// The areas to choose from: regions first, each group by name.
pub(super) fn area_options(areas: &[Organisation]) -> Vec<Opt> {
    let (regions, systems): (Vec<_>, Vec<_>) =
        areas.iter().partition(|area| area.kind == OrganisationKind::Region);
    let named = |area: &&Organisation| {
        Opt::new(
            area.id,
            t!("organisation-area-option", name = names::name(area), kind = names::kind(area.kind)),
        )
    };
    regions.iter().chain(&systems).map(named).collect()
}

/// The directory for anyone.
pub fn page(shown: &Directory) -> AnyView {
    let base = href("/organisations");
    let cards: Vec<_> = shown.found.organisations.iter().map(|one| card(shown, one)).collect();
    let narrowed = shown.filter != OrganisationFilter::default();
    let all = narrowed.then(|| {
        view! { <p class="govuk-body"><a class="govuk-link" href=base.clone()>{t!("organisations-all")}</a></p> }
    });
    let (form, count, pages) = (shown.form(&base), shown.count(), shown.pages(&base));
    view! {
        <Main>
            <h1 class="govuk-heading-xl">{t!("organisations-title")}</h1>
            <Column><p class="govuk-body-l">{t!("organisations-lead")}</p></Column>
            {form} {count} {all}
            <ul class="fm-directory">{cards}</ul>
            {pages}
        </Main>
    }
    .into_any()
}

fn card(shown: &Directory, one: &Organisation) -> AnyView {
    let area = shown.area(one).map(|area| view! { <span>{area}</span> });
    let end = one.valid_to.map(|last| view! { <span>{names::end(last, shown.today)}</span> });
    view! {
        <li>
            <a class="govuk-link" href=href(&format!("/organisations/{}", one.slug))>{names::name(one)}</a>
            <p class="fm-directory__facts"><span>{names::kind(one.kind)}</span> {area} {end}</p>
        </li>
    }
    .into_any()
}
