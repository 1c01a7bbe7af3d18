//! What is being entered for those who answered another way, and what was. Nothing in it says who they are.

use leptos::prelude::*;
use services::calls::Call;
use services::responses::entering::Entry;

use super::{address, by, names, received};
use crate::components::{Cell, Inset, Tag, pages, table};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// How many a page lists.
pub const PAGE: u64 = 100;

/// What the list shows.
pub struct EntriesPage {
    pub call: Call,
    pub entries: Vec<Entry>,
    pub count: u64,
    /// The page, counted from 1.
    pub page: u64,
    /// Whether responses can be entered now.
    pub open: bool,
}

/// The list.
pub fn list(shown: EntriesPage) -> AnyView {
    let EntriesPage { call, entries, count, page, open } = shown;
    let base = format!("/team/calls/{}/entering", call.slug);
    let rows: Vec<_> = entries.iter().map(|entry| row(&call, entry)).collect();
    let begin = if open {
        let to = format!("{base}/new");
        view! { <a class="govuk-button" role="button" draggable="false" href=to>{t!("entering-begin")}</a> }
            .into_any()
    } else {
        view! { <Inset>{t!("error-entering-not-now")}</Inset> }.into_any()
    };
    let listed = if rows.is_empty() {
        view! { <p class="fm-empty">{t!("entering-list-none")}</p> }.into_any()
    } else {
        let columns = vec![
            t!("entering-channel"),
            t!("list-received"),
            t!("entering-by"),
            t!("entering-list-state"),
            t!("list-reference"),
        ];
        table(t!("entering-list-title"), columns, rows)
    };
    view! {
        {team_nav(&call, "")}
        <Main>
            <span class="govuk-caption-l">{call.title.clone()}</span>
            <h1 class="govuk-heading-l">{t!("entering-list-title")}</h1>
            <Column><p class="govuk-body">{t!("entering-list-lead")}</p> {begin}</Column>
            {listed}
            {pages(page, count, PAGE, |page| format!("{base}?page={page}"))}
        </Main>
    }
    .into_any()
}

fn row(call: &Call, entry: &Entry) -> Vec<Cell> {
    let to = address(call, entry.id);
    let (state, colour) = match (&entry.checked, entry.entered_at) {
        (Some(_), _) => (t!("entering-state-checked"), "green"),
        (None, Some(_)) => (t!("entering-state-stored"), "blue"),
        (None, None) => (t!("entering-state-begun"), "yellow"),
    };
    let late = entry.keyed.late.then(|| view! { " " <Tag text=t!("list-late") colour="yellow"/> });
    let name = names::channel(entry.keyed.channel);
    vec![
        Cell::heading(view! { <a class="govuk-link" href=to>{name}</a> }),
        Cell::new(view! { {received(call, &entry.keyed)} {late} }).short(),
        Cell::new(by(entry)),
        Cell::new(view! { <Tag text=state colour/> }),
        Cell::new(entry.reference.clone()).short(),
    ]
}
