//! Adding many organisations at once from a table.

use leptos::prelude::*;
use services::people::organisations::table::{HEADINGS, Report};

use crate::components::{BackLink, Button, Cell, ErrorSummary, Hidden, TextArea, Warning, table};
use crate::layout::{Column, Main};
use crate::t;
use crate::words::say_problem;

/// What follows the name of a page.
const ADDRESS: &str = "/team/import-organisations";

/// The page: where the table is pasted and, once it was checked, what would become of each row. `text` is the table.
pub fn page(report: Option<Report>, text: &str) -> AnyView {
    let before = view! { <BackLink to="/team/organisations" text=t!("organisations-title")/> }.into_any();
    let report = report.map(|report| result(report, text));
    view! {
        <Main before>
            <ErrorSummary/>
            <h1 class="govuk-heading-l">{t!("organisations-import")}</h1>
            {report}
            <Column>
                <p class="govuk-body">{t!("organisations-import-lead")}</p>
                <p class="govuk-body">{t!("organisations-import-headings", names = HEADINGS.join(", "))}</p>
                <form method="post" action=ADDRESS novalidate>
                    <TextArea name="rows" label=t!("organisations-import-rows") hint=t!("organisations-import-hint") rows=12/>
                    <Button text=t!("organisations-import-check")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

fn result(report: Report, text: &str) -> AnyView {
    let (count, wrong) = (report.rows.len(), report.wrong());
    let next = if wrong == 0 {
        let text = text.to_owned();
        view! {
            <form method="post" action=ADDRESS>
                <Hidden name="rows" value=text/>
                <Button name="act" value="import" text=t!("organisations-import-do", count = count)/>
            </form>
        }
        .into_any()
    } else {
        view! { <Warning text=t!("organisations-import-wrong", count = wrong)/> }.into_any()
    };
    let rows = report
        .rows
        .into_iter()
        .map(|row| {
            let said: Vec<_> =
                row.problems.iter().map(|problem| view! { <li>{say_problem(problem)}</li> }).collect();
            let said = if said.is_empty() {
                t!("organisations-import-good").into_any()
            } else {
                view! { <ul class="govuk-list govuk-list--bullet">{said}</ul> }.into_any()
            };
            vec![Cell::number(row.line), Cell::heading(row.name), Cell::new(said)]
        })
        .collect();
    let columns =
        vec![t!("organisations-import-line"), t!("organisation-name"), t!("organisations-import-result")];
    view! {
        <h2 class="govuk-heading-m">{t!("organisations-import-report")}</h2>
        {next}
        {table(t!("organisations-import-report"), columns, rows)}
    }
    .into_any()
}
