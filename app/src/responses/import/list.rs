//! The files of a call: those that were brought in, those on their way, and the form that takes one more.

use leptos::prelude::*;
use services::calls::Call;
use services::responses::import::batch::{Batch, KEPT};

use super::{address, base, names};
use crate::components::{Button, Cell, ErrorSummary, FileInput, Tag, table, when};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// What the list shows.
pub struct ImportsPage {
    pub call: Call,
    pub batches: Vec<Batch>,
    /// The most megabytes and rows of a file.
    pub megabytes: u64,
    pub rows: usize,
}

/// The list.
pub fn list(shown: ImportsPage) -> AnyView {
    let ImportsPage { call, batches, megabytes, rows } = shown;
    let lines: Vec<_> = batches.iter().map(|batch| row(&call, batch)).collect();
    let listed = (!lines.is_empty()).then(|| {
        let columns = vec![
            t!("import-file"),
            t!("import-by"),
            t!("import-uploaded"),
            t!("import-rows"),
            t!("import-imported"),
            t!("entering-list-state"),
        ];
        view! { <h2 class="govuk-heading-m">{t!("import-files")}</h2> {table(t!("import-files"), columns, lines)} }
    });
    view! {
        {team_nav(&call, "")}
        <Main>
            <ErrorSummary/>
            <span class="govuk-caption-l">{call.title.clone()}</span>
            <h1 class="govuk-heading-l">{t!("import-title")}</h1>
            <Column>
                <p class="govuk-body">{t!("import-lead")}</p>
                <p class="govuk-body">{t!("import-kept", days = KEPT.num_days())}</p>
                <form method="post" action=base(&call) enctype="multipart/form-data" novalidate>
                    <FileInput
                        name="file"
                        label=t!("import-choose")
                        hint=t!("import-choose-hint", megabytes = megabytes, rows = rows)
                        accept=".csv,.xlsx"
                    />
                    <Button text=t!("import-upload")/>
                </form>
            </Column>
            {listed}
        </Main>
    }
    .into_any()
}

fn row(call: &Call, batch: &Batch) -> Vec<Cell> {
    let (state, colour) = names::state(batch.state);
    let by = batch.by_name.clone().unwrap_or_else(|| t!("audit-by-system"));
    vec![
        Cell::heading(view! { <a class="govuk-link" href=address(call, batch.id)>{batch.name.clone()}</a> }),
        Cell::new(by),
        Cell::new(when(batch.uploaded_at, call)).short(),
        Cell::number(batch.counts.rows.to_string()),
        Cell::number(batch.counts.imported.to_string()),
        Cell::new(view! { <Tag text=state colour/> }),
    ]
}
