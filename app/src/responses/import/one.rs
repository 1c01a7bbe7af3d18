//! One file: how far the program is with it, what it has found, and what became of it.

use domain::responses::columns::ImportState;
use leptos::prelude::*;
use services::calls::Call;
use services::responses::import::BadRow;
use services::responses::import::batch::{Batch, Counts};

use super::{address, base, names};
use crate::components::{BackLink, Button, Cell, Checkboxes, ErrorSummary, Opt, Tag, table, when};
use crate::layout::{Column, Main};
use crate::t;

/// How many of the rows that cannot be taken a page lists. The file has all of them.
pub const SHOWN: u64 = 100;

/// What the page shows.
pub struct OnePage {
    pub call: Call,
    pub batch: Batch,
    pub bad: Vec<BadRow>,
    /// Whether whoever reads the page may see what is in the file.
    pub opens: bool,
}

/// The page.
pub fn one(shown: OnePage) -> AnyView {
    let OnePage { call, batch, bad, opens } = shown;
    let before = view! { <BackLink to=base(&call) text=t!("import-title")/> }.into_any();
    let here = address(&call, batch.id);
    let (state, colour) = names::state(batch.state);
    let by = batch.by_name.clone().unwrap_or_else(|| t!("audit-by-system"));
    let body = match batch.state {
        ImportState::Checking | ImportState::Importing => working(&here, &batch),
        ImportState::Checked if opens => checked(&here, &batch),
        ImportState::Done => done(&call, &batch),
        ImportState::Uploaded if opens => {
            let to = format!("{here}/columns");
            view! { <p class="govuk-body"><a class="govuk-link" href=to>{t!("import-to-columns")}</a></p> }
                .into_any()
        }
        ImportState::Checked | ImportState::Uploaded => {
            view! { <p class="govuk-body">{t!("error-import-not-yours")}</p> }.into_any()
        }
        ImportState::Discarded => view! { <p class="govuk-body">{t!("import-is-discarded")}</p> }.into_any(),
    };
    let found = matches!(batch.state, ImportState::Checked | ImportState::Done) && opens;
    let wrong = (found && !bad.is_empty()).then(|| wrong(&here, &batch, &bad));
    let ends = matches!(batch.state, ImportState::Uploaded | ImportState::Checked) && opens;
    view! {
        <Main before>
            <ErrorSummary/>
            <span class="govuk-caption-l">{call.title.clone()}</span>
            <h1 class="govuk-heading-l">{batch.name.clone()}</h1>
            <dl class="fm-facts">
                <div><dt>{t!("entering-list-state")}</dt><dd><Tag text=state colour/></dd></div>
                <div><dt>{t!("import-by")}</dt><dd>{by}</dd></div>
                <div><dt>{t!("import-uploaded")}</dt><dd>{when(batch.uploaded_at, &call)}</dd></div>
                {counts(batch.counts, batch.state)}
            </dl>
            <Column>{body}</Column>
            {wrong}
            {ends.then(|| view! {
                <form method="post" action=format!("{here}/discard")>
                    <Button text=t!("import-discard") class="govuk-button--secondary"/>
                </form>
            })}
        </Main>
    }
    .into_any()
}

fn counts(counts: Counts, state: ImportState) -> AnyView {
    let fact =
        |name: String, number: usize| view! { <div><dt>{name}</dt><dd>{number.to_string()}</dd></div> };
    let found = matches!(state, ImportState::Checked | ImportState::Importing | ImportState::Done);
    view! {
        {fact(t!("import-rows"), counts.rows)}
        {found.then(|| view! {
            {fact(t!("import-good"), counts.good)}
            {fact(t!("import-bad"), counts.bad)}
            {fact(t!("import-there"), counts.there)}
            {fact(t!("import-skipped"), counts.skipped)}
        })}
        {(state == ImportState::Done).then(|| fact(t!("import-imported"), counts.imported))}
    }
    .into_any()
}

/// How far the program is. The page is sent again every few seconds; whoever does not want to wait for that has a link.
fn working(here: &str, batch: &Batch) -> AnyView {
    let Counts { rows, seen, good, imported, .. } = batch.counts;
    let (now, of, said) = if batch.state == ImportState::Checking {
        (seen, rows, t!("import-checking", seen = seen, rows = rows))
    } else {
        (imported, good, t!("import-importing", imported = imported, good = good))
    };
    view! {
        <div class="fm-progress">
            <progress value=now.to_string() max=of.max(1).to_string() aria-label=t!("import-progress")></progress>
            <span>{said}</span>
        </div>
        <p class="govuk-body">{t!("import-working")}</p>
        <p class="govuk-body"><a class="govuk-link" href=here.to_owned()>{t!("import-look")}</a></p>
    }
    .into_any()
}

fn checked(here: &str, batch: &Batch) -> AnyView {
    let Counts { good, bad, .. } = batch.counts;
    let knowing = vec![Opt::new("yes", t!("import-knowing", bad = bad))];
    let form = if good == 0 {
        view! { <p class="govuk-body">{t!("error-import-nothing")}</p> }.into_any()
    } else {
        view! {
            <form method="post" action=format!("{here}/begin") novalidate>
                {(bad > 0).then(|| view! {
                    <Checkboxes name="knowing" legend=t!("import-knowing-legend") options=knowing/>
                })}
                <Button text=t!("import-begin", good = good)/>
            </form>
        }
        .into_any()
    };
    view! {
        <p class="govuk-body">{t!("import-found")}</p>
        {form}
        <p class="govuk-body">
            <a class="govuk-link" href=format!("{here}/columns")>{t!("import-to-columns-again")}</a>
        </p>
    }
    .into_any()
}

fn done(call: &Call, batch: &Batch) -> AnyView {
    let to = format!("/team/calls/{}/responses", call.slug);
    let at = batch.done_at.map(|at| when(at, call)).unwrap_or_default();
    view! {
        <p class="govuk-body">{t!("import-is-done", imported = batch.counts.imported, when = at)}</p>
        <p class="govuk-body"><a class="govuk-link" href=to>{t!("list-title")}</a></p>
    }
    .into_any()
}

fn wrong(here: &str, batch: &Batch, bad: &[BadRow]) -> AnyView {
    let row = |one: &BadRow| {
        vec![
            Cell::heading(one.line.to_string()).short(),
            Cell::new(one.column.clone()),
            Cell::new(one.reason.clone()),
        ]
    };
    let rows = bad.iter().map(row).collect();
    let columns = vec![t!("import-line"), t!("import-column"), t!("import-reason")];
    let shown = bad.len();
    view! {
        <h2 class="govuk-heading-m">{t!("import-wrong")}</h2>
        {(shown < batch.counts.bad).then(|| view! { <p class="govuk-body">{t!("import-wrong-first", shown = shown)}</p> })}
        <p class="govuk-body">
            <a class="govuk-link" href=format!("{here}/report.csv") download="">{t!("import-report")}</a>
        </p>
        {table(t!("import-wrong"), columns, rows)}
    }
    .into_any()
}
