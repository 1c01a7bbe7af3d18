//! One response that is entered: while it is, and once it is stored.

use std::collections::BTreeSet;

use domain::calls::Way;
use domain::files::Document;
use domain::responses::{Step, steps};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::responses::Draft;
use services::responses::entering::Entry;

use super::seen::checked;
use super::{address, lines};
use crate::components::{BackLink, Button, ErrorSummary, FileInput};
use crate::layout::{Column, Main};
use crate::responses::contents;
use crate::responses::fields::documents::about;
use crate::t;

/// What the browser offers to choose from; anything can be chosen.
const OFFERED: &str = ".pdf,.png,.jpg,.jpeg,.docx,.odt,.rtf,.txt";

/// What the page of an entry shows.
pub struct EntryPage {
    pub call: Call,
    /// The form as it is read off paper.
    pub form: Questionnaire,
    pub draft: Draft,
    /// The hashes of documents in which the scanner has found something.
    pub infected: BTreeSet<String>,
    pub entry: Entry,
    pub scans: Vec<Document>,
    /// The most megabytes of one.
    pub megabytes: u64,
    /// Whether whoever reads the page has entered it.
    pub mine: bool,
}

/// The page.
pub fn page(shown: EntryPage) -> AnyView {
    let EntryPage { call, form, draft, infected, entry, scans, megabytes, mine } = shown;
    let base = address(&call, entry.id);
    let list = format!("/team/calls/{}/entering", call.slug);
    let before = view! { <BackLink to=list text=t!("entering-list-title")/> }.into_any();
    let facts = lines(&call, &entry);
    let body = match &entry.reference {
        Some(reference) => stored(&call, &entry, reference, mine),
        None => writing(&call, &form, &draft, &infected),
    };
    let open = entry.entered_at.is_none();
    let title = if open { t!("entering-title") } else { t!("entering-title-stored") };
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <p class="govuk-caption-l">{call.title.clone()}</p>
                <h1 class="govuk-heading-l">{title}</h1>
                <dl class="fm-facts">{facts}</dl>
                {body}
                {scans_section(&base, &scans, megabytes, open)}
                {open.then(|| view! {
                    <p class="govuk-body"><a class="govuk-link" href=format!("{base}/discard")>{t!("entering-discard")}</a></p>
                })}
            </Column>
        </Main>
    }
    .into_any()
}

fn writing(call: &Call, form: &Questionnaire, draft: &Draft, infected: &BTreeSet<String>) -> AnyView {
    // Paper has every question on it, whatever the answers lead to.
    let every = Way { asked: form.questions.iter().collect(), ..draft.way(form) };
    let groups = contents::groups(call, form, draft, &steps(form, &every), infected);
    let next = format!("{}/answer/{}", address(call, draft.id), draft.first_open_step(form));
    let check = format!("{}/answer/{}", address(call, draft.id), Step::Check);
    view! {
        <p class="govuk-body">{t!("entering-lead")}</p>
        <div class="govuk-button-group">
            <a class="govuk-button" role="button" draggable="false" href=next>{t!("entering-go-on")}</a>
            <a class="govuk-link" href=check>{t!("entering-to-check")}</a>
        </div>
        {groups}
    }
    .into_any()
}

fn stored(call: &Call, entry: &Entry, reference: &str, mine: bool) -> AnyView {
    let base = address(call, entry.id);
    let response = format!("/team/calls/{}/responses/{reference}", call.slug);
    let check = (!mine && entry.checked.is_none()).then(|| {
        view! {
            <form method="post" action=format!("{base}/checked")>
                <p class="govuk-body">{t!("entering-compare")}</p>
                <Button text=t!("entering-checked-button") class="govuk-button--secondary"/>
            </form>
        }
    });
    view! {
        <div class="govuk-panel govuk-panel--confirmation">
            <h2 class="govuk-panel__title">{t!("entering-stored")}</h2>
            <div class="govuk-panel__body">{t!("confirmation-reference")} <br/> <strong>{reference.to_owned()}</strong></div>
        </div>
        <p class="govuk-body"><a class="govuk-link" href=format!("{base}/receipt")>{t!("entering-receipt")}</a></p>
        <p class="govuk-body"><a class="govuk-link" href=response>{t!("entering-read")}</a></p>
        <p class="govuk-body">
            <a class="govuk-link" href=format!("/team/calls/{}/entering/new", call.slug)>{t!("entering-another")}</a>
        </p>
        <h2 class="govuk-heading-m">{t!("entering-checked-title")}</h2>
        <p class="govuk-body">{checked(call, entry)}</p>
        {check}
    }
    .into_any()
}

fn scans_section(base: &str, scans: &[Document], megabytes: u64, open: bool) -> AnyView {
    let row = |scan: &Document| {
        let to = format!("{base}/scans/{}", scan.hash);
        let remove = open.then(|| {
            view! {
                <form method="post" action=format!("{base}/scans/{}/remove", scan.hash)>
                    <Button
                        text=t!("documents-remove")
                        class="govuk-button--secondary fm-button--small"
                        about=scan.name.clone()
                    />
                </form>
            }
        });
        view! {
            <li class="fm-document">
                <span class="fm-document__name">
                    <a class="govuk-link" href=to download="">{scan.name.clone()}</a>
                    " " <span class="fm-secondary">{about(scan)}</span>
                </span>
                {remove}
            </li>
        }
    };
    let rows: Vec<_> = scans.iter().map(row).collect();
    let listed = if rows.is_empty() {
        view! { <p class="govuk-body">{t!("entering-scans-none")}</p> }.into_any()
    } else {
        view! { <ul class="govuk-list fm-documents">{rows}</ul> }.into_any()
    };
    let add = open.then(|| {
        view! {
            <form method="post" action=format!("{base}/scans") enctype="multipart/form-data" novalidate>
                <FileInput
                    name="scan"
                    label=t!("entering-scan")
                    hint=t!("documents-largest", megabytes = megabytes)
                    accept=OFFERED
                    multiple=true
                />
                <Button text=t!("documents-attach") class="govuk-button--secondary"/>
            </form>
        }
    });
    view! {
        <h2 class="govuk-heading-m">{t!("entering-scans")}</h2>
        <p class="govuk-body">{t!("entering-scans-text")}</p>
        {listed} {add}
    }
    .into_any()
}
