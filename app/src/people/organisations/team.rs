//! Where the team keeps the directory: the list, one organisation, its form, its end.

use domain::people::{Action, CodeScheme, OrganisationKind};
use domain::responses::Sector;
use leptos::prelude::*;
use services::people::organisations::{Organisation, OrganisationPage};

use super::list::{Directory, area_options};
use super::names;
use crate::components::{BackLink, Button, Cell, Inset, Opt, Select, TextInput, day, table};
use crate::layout::{FormPage, Main, allowed, form_page};
use crate::responses::names as respondents;
use crate::t;

/// The address of an organisation among the team's pages.
pub fn address(organisation: &Organisation) -> String {
    format!("/team/organisations/{}", organisation.slug)
}

/// The list. `added` says how many a table has just added.
pub fn list(shown: &Directory, added: Option<u64>) -> AnyView {
    let base = "/team/organisations";
    let added = added.map(|count| {
        view! { <Inset>{t!("organisations-added", count = count)}</Inset> }
    });
    let columns = vec![
        t!("organisation-name"),
        t!("organisation-kind"),
        t!("organisation-codes"),
        t!("organisation-area"),
    ];
    let rows: Vec<_> = shown.found.organisations.iter().map(|one| row(shown, one)).collect();
    let (form, count, pages) = (shown.form(base), shown.count(), shown.pages(base));
    let asked = allowed(Action::AdmitMembers).then(|| {
        view! { <a class="govuk-link" href="/team/organisation-requests">{t!("organisation-requests-link")}</a> }
    });
    let table = (!rows.is_empty()).then(|| table(t!("organisations-title"), columns, rows));
    view! {
        <Main>
            <h1 class="govuk-heading-l">{t!("organisations-title")}</h1>
            {added}
            <div class="fm-toolbar">
                <a class="govuk-button" role="button" href="/team/add-organisation">{t!("organisation-add")}</a>
                <a class="govuk-link" href="/team/import-organisations">{t!("organisations-import")}</a>
                {asked}
            </div>
            {form} {count} {table} {pages}
        </Main>
    }
    .into_any()
}

fn row(shown: &Directory, one: &Organisation) -> Vec<Cell> {
    let end = one
        .valid_to
        .map(|last| view! { <br/> <span class="fm-secondary">{names::end(last, shown.today)}</span> });
    let name = view! { <a class="govuk-link" href=address(one)>{one.name.clone()}</a> {end} };
    let codes: Vec<_> = one.codes.iter().map(|code| code.value.clone()).collect();
    vec![
        Cell::heading(name),
        Cell::new(names::kind(one.kind)),
        Cell::new(codes.join(", ")),
        Cell::new(shown.area(one).unwrap_or_default()),
    ]
}

/// One organisation, with what can be done about it.
pub fn page(shown: OrganisationPage) -> AnyView {
    let OrganisationPage { organisation, area, successor, today, .. } = shown;
    let before = view! { <BackLink to="/team/organisations" text=t!("organisations-title")/> }.into_any();
    let here = address(&organisation);
    let fact = |key: String, value: String| {
        (!value.is_empty()).then(|| view! { <div><dt>{key}</dt><dd>{value}</dd></div> })
    };
    let date = |date: Option<chrono::NaiveDate>| date.map(day).unwrap_or_default();
    let codes: Vec<_> =
        organisation.codes.iter().map(|code| fact(names::scheme(code.scheme), code.value.clone())).collect();
    let ended = organisation.valid_to.map(|last| {
        let next =
            successor.map(|next| view! { <p>{t!("organisation-followed-by")} " " {names::link(&next)}</p> });
        let note = (!organisation.note.is_empty()).then(|| view! { <p>{organisation.note.clone()}</p> });
        view! {
            <Inset><p>{names::end(last, today)}</p> {next} {note}</Inset>
            <form method="post" action=format!("{here}/reopen")>
                <Button text=t!("organisation-reopen") class="govuk-button--secondary"/>
            </form>
        }
    });
    let admits = allowed(Action::AdmitMembers).then(|| {
        view! { <a class="govuk-link" href=format!("{here}/members")>{t!("organisation-members")}</a> }
    });
    let end = if ended.is_some() { t!("organisation-end-change") } else { t!("organisation-end") };
    view! {
        <Main before>
            <span class="govuk-caption-l">{names::kind(organisation.kind)}</span>
            <h1 class="govuk-heading-l">{organisation.name.clone()}</h1>
            <div class="fm-toolbar">
                <a class="govuk-link" href=format!("{here}/edit")>{t!("change")}</a>
                <a class="govuk-link" href=format!("{here}/end")>{end}</a>
                <a class="govuk-link" href=format!("/organisations/{}", organisation.slug)>{t!("public-page")}</a>
                {admits}
            </div>
            {ended}
            <dl class="fm-facts">
                {fact(t!("organisation-name-cy"), organisation.name_cy.clone())}
                {fact(t!("about-sector-short"), organisation.sector.map(respondents::sector).unwrap_or_default())}
                {fact(t!("organisation-area"), area.map(|area| area.name).unwrap_or_default())}
                {fact(t!("organisation-since"), date(organisation.valid_from))}
                {codes}
                {fact(t!("organisation-website"), organisation.website.clone())}
                {fact(t!("organisation-domain"), organisation.email_domains.join(", "))}
                {fact(t!("organisation-contact"), organisation.contact.clone())}
            </dl>
        </Main>
    }
    .into_any()
}

/// The form of an organisation; none for a new one.
pub fn form(held: Option<Organisation>, areas: &[Organisation]) -> AnyView {
    let page = match held {
        None => FormPage {
            back: ("/team/organisations".to_owned(), t!("organisations-title")),
            heading: t!("organisation-add"),
            button: t!("save"),
        },
        Some(one) => FormPage {
            back: (address(&one), one.name),
            heading: t!("organisation-change"),
            button: t!("save"),
        },
    };
    let none = |text: String| std::iter::once(Opt::new("", text));
    let kinds = none(t!("organisation-kind-choose"))
        .chain(OrganisationKind::ALL.iter().map(|kind| Opt::new(kind, names::kind(*kind))))
        .collect();
    let sectors = none(t!("organisation-sector-none"))
        .chain(Sector::ALL.iter().map(|sector| Opt::new(sector, respondents::sector(*sector))))
        .collect();
    let areas = none(t!("organisation-area-none")).chain(area_options(areas)).collect();
    let codes: Vec<_> = CodeScheme::ALL
        .iter()
        .map(|scheme| {
            view! {
                <TextInput name=scheme.field() label=names::scheme(*scheme) hint=scheme_hint(*scheme) width="govuk-input--width-10"/>
            }
        })
        .collect();
    let fields = view! {
        <TextInput name="name" label=t!("organisation-name")/>
        <TextInput name="name-cy" label=t!("organisation-name-cy") hint=t!("optional")/>
        <Select name="kind" label=t!("organisation-kind") options=kinds/>
        <Select name="sector" label=t!("about-sector-short") options=sectors/>
        <Select name="area" label=t!("organisation-area") options=areas/>
        <TextInput name="valid-from" label=t!("organisation-since") hint=t!("organisation-since-hint") kind="date" width="govuk-input--width-10"/>
        <h2 class="govuk-heading-m">{t!("organisation-codes")}</h2>
        {codes}
        <h2 class="govuk-heading-m">{t!("organisation-reach")}</h2>
        <TextInput name="website" label=t!("organisation-website") hint=t!("organisation-website-hint") kind="url"/>
        <TextInput name="email-domain" label=t!("organisation-domain") hint=t!("organisation-domain-hint")/>
        <TextInput name="contact" label=t!("organisation-contact") hint=t!("organisation-contact-hint") kind="email"/>
    };
    form_page(page, fields.into_any(), None)
}

fn scheme_hint(scheme: CodeScheme) -> String {
    match scheme {
        CodeScheme::Ods => t!("organisation-code-ods-hint"),
        CodeScheme::Charity => t!("organisation-code-charity-hint"),
        CodeScheme::Company => t!("organisation-code-company-hint"),
        CodeScheme::Ons => t!("organisation-code-ons-hint"),
    }
}

/// The form of an end. `offered` are names to choose from while typing.
pub fn end(held: Organisation, offered: Vec<String>) -> AnyView {
    let page =
        FormPage { back: (address(&held), held.name), heading: t!("organisation-end"), button: t!("save") };
    let fields = view! {
        <p class="govuk-body">{t!("organisation-end-lead")}</p>
        <TextInput name="valid-to" label=t!("organisation-last-day") kind="date" width="govuk-input--width-10"/>
        <TextInput name="successor" label=t!("organisation-successor") hint=t!("organisation-successor-hint") offers=offered/>
        <TextInput name="note" label=t!("organisation-note") hint=t!("organisation-note-hint")/>
    };
    form_page(page, fields.into_any(), None)
}
