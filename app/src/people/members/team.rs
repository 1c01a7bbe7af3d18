//! What the team sees and does of who acts for an organisation: how many there are, the code, and who waits for the team.

use domain::people::CodePassing;
use leptos::prelude::*;
use services::calls::edit::ZONE;
use services::people::members::ask::Request;
use services::people::members::code::Issued;
use services::people::members::page::TeamPage;

use super::marks;
use crate::components::{BackLink, Button, Cell, ErrorSummary, Inset, Opt, Radios, Warning, table, when_in};
use crate::layout::{Column, Main};
use crate::people::organisations::team::address;
use crate::t;

/// The page of one organisation. `code` is one that is shown now and never again.
pub fn page(shown: TeamPage, code: Option<String>) -> AnyView {
    let here = address(&shown.organisation);
    let before = view! { <BackLink to=here.clone() text=shown.organisation.name.clone()/> }.into_any();
    let owners = (shown.members > 0).then(|| t!("organisation-owners-count", count = shown.owners as u64));
    let domains = &shown.organisation.email_domains;
    let domains = if domains.is_empty() { t!("organisation-domains-none") } else { domains.join(", ") };
    let code = (!shown.ended).then(|| self::code(&here, &shown, code));
    let requests = (!shown.requests.is_empty()).then(|| {
        let slug = shown.organisation.slug.clone();
        let rows = shown.requests.iter().map(|one| row(&slug, None, one)).collect();
        view! {
            <h2 class="govuk-heading-m">{t!("organisation-requests")}</h2>
            {table(t!("organisation-requests"), columns(false), rows)}
        }
    });
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <span class="govuk-caption-l">{shown.organisation.name.clone()}</span>
                <h1 class="govuk-heading-l">{t!("organisation-members")}</h1>
                {marks::list(&shown.checks)}
                <p class="govuk-body">
                    {t!("organisation-members-count", count = shown.members as u64)} " " {owners} " "
                    {t!("organisation-members-private")}
                </p>
                <h2 class="govuk-heading-m">{t!("organisation-domains")}</h2>
                <p class="govuk-body">
                    {domains} " " <a class="govuk-link" href=format!("{here}/edit")>{t!("organisation-change")}</a>
                </p>
                {code}
            </Column>
            {requests}
        </Main>
    }
    .into_any()
}

fn code(here: &str, shown: &TeamPage, code: Option<String>) -> AnyView {
    let once = code.map(|code| {
        view! {
            <Warning text=t!("organisation-code-shown")/>
            <Inset><p class="govuk-body fm-secret">{code}</p></Inset>
        }
    });
    let waits = shown.code.as_ref().map(|issued| waits(here, issued));
    let contact = shown.organisation.contact.as_str();
    let letter = if contact.is_empty() {
        t!("organisation-code-letter-none")
    } else {
        t!("organisation-code-letter", address = contact)
    };
    let options = vec![
        Opt::new(CodePassing::Letter, letter),
        Opt::new(CodePassing::Telephone, t!("organisation-code-telephone")),
    ];
    view! {
        <h2 class="govuk-heading-m">{t!("organisation-code")}</h2>
        <p class="govuk-body">{t!("organisation-code-text")}</p>
        {once} {waits}
        <form method="post" action=format!("{here}/code") novalidate>
            <Radios name="passing" legend=t!("organisation-code-how") options small=true/>
            <Button text=t!("organisation-code-issue") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}

fn waits(here: &str, issued: &Issued) -> AnyView {
    let how = match issued.passing {
        CodePassing::Letter => t!("organisation-code-by-letter"),
        CodePassing::Telephone => t!("organisation-code-by-telephone"),
    };
    let (when, until) = (when_in(issued.issued_at, ZONE), when_in(issued.expires_at, ZONE));
    view! {
        <p class="govuk-body">
            {t!("organisation-code-waits", when = when, how = how, until = until)} " "
            {t!("organisation-code-again")}
        </p>
        <form method="post" action=format!("{here}/code/withdraw")>
            <Button text=t!("organisation-code-withdraw") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}

fn columns(named: bool) -> Vec<String> {
    let mut columns = vec![t!("person-name"), t!("email"), t!("audit-when")];
    if named {
        columns.push(t!("organisation-name"));
    }
    columns
}

fn row(slug: &str, organisation: Option<String>, one: &Request) -> Vec<Cell> {
    let to = format!("/team/organisations/{slug}/requests/{}", one.id);
    let mut row = vec![
        Cell::heading(view! { <a class="govuk-link" href=to>{one.name.clone()}</a> }),
        Cell::new(one.email.clone()),
        Cell::new(when_in(one.asked_at, ZONE)).short(),
    ];
    row.extend(organisation.map(Cell::new));
    row
}

/// Everyone who waits for the team, the longest first.
pub fn requests(all: Vec<(String, String, Request)>) -> AnyView {
    let before = view! { <BackLink to="/team/organisations" text=t!("organisations-title")/> }.into_any();
    let rows: Vec<_> = all.into_iter().map(|(slug, name, one)| row(&slug, Some(name), &one)).collect();
    let body = if rows.is_empty() {
        view! { <p class="fm-empty">{t!("organisation-requests-none")}</p> }.into_any()
    } else {
        table(t!("organisation-requests-all"), columns(true), rows)
    };
    view! {
        <Main before>
            <h1 class="govuk-heading-l">{t!("organisation-requests-all")}</h1>
            <Column><p class="govuk-body">{t!("organisation-requests-lead")}</p></Column>
            {body}
        </Main>
    }
    .into_any()
}
