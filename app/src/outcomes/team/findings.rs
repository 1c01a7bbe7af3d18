//! Findings: the list, one with the words it rests on, and its form.

use domain::outcomes::Seen;
use leptos::prelude::*;
use services::calls::Call;
use services::calls::approvals::Approval;
use services::outcomes::{Excerpt, Finding};
use uuid::Uuid;

use super::{publishing_of, state};
use crate::components::{BackLink, Cell, Lines, TextArea, TextInput, Warning, table};
use crate::layout::{FormPage, Main, act, call_form_page, team_nav};
use crate::outcomes::{self, quote};
use crate::t;

/// The address of the findings of a call.
fn base(call: &Call) -> String {
    format!("/team/calls/{}/findings", call.slug)
}

/// The findings of a call.
pub fn list(call: Call, findings: Vec<Finding>) -> AnyView {
    let base = base(&call);
    let nav = team_nav(&call, "/findings");
    let none = findings.is_empty().then(|| view! { <p class="fm-empty">{t!("findings-none")}</p> });
    let columns = vec![t!("column-number"), t!("finding"), t!("column-excerpts"), t!("column-state")];
    let rows = findings.iter().map(|finding| row(&base, finding)).collect();
    view! {
        <Main>
            {nav}
            <h1 class="govuk-heading-l">{t!("findings-title")}</h1>
            <div class="fm-toolbar">
                <a class="govuk-button" role="button" href=format!("{base}/new")>{t!("findings-add")}</a>
            </div>
            {none}
            {table(t!("findings-title"), columns, rows)}
        </Main>
    }
    .into_any()
}

fn row(base: &str, finding: &Finding) -> Vec<Cell> {
    let to = format!("{base}/{}", finding.number);
    vec![
        Cell::new(finding.number),
        Cell::heading(view! { <a class="govuk-link" href=to>{finding.title.clone()}</a> }),
        Cell::number(finding.excerpts),
        Cell::new(state(finding.published_at.is_some())),
    ]
}

/// One finding with the words it rests on. `withdrawn` are the keys of words whose response was withdrawn.
pub fn page(
    call: Call,
    finding: Finding,
    excerpts: Vec<Seen<Excerpt>>,
    withdrawn: Vec<Uuid>,
    waits: Option<Approval>,
) -> AnyView {
    let base = base(&call);
    let address = format!("{base}/{}", finding.number);
    let before = view! { <BackLink to=base text=t!("findings-title")/> }.into_any();
    let nav = team_nav(&call, "/findings");
    let published = finding.published_at.is_some();
    // A form with a field needs a line of its own.
    let asks = call.two_people && !published;
    let publish = publishing_of(&call, &address, published, &finding.title, waits.as_ref());
    let (beside, below) = if asks { (None, Some(publish)) } else { (Some(publish), None) };
    let words: Vec<_> = excerpts.iter().map(|seen| picked(&address, seen)).collect();
    let gone = gone(&address, &withdrawn);
    let codebook = format!("/team/calls/{}/codebook", call.slug);
    view! {
        <Main before>
            {nav}
            <p class="govuk-caption-l">{t!("finding-number", number = finding.number)} " " {state(published)}</p>
            <h1 class="govuk-heading-l">{finding.title.clone()}</h1>
            <Lines text=finding.text/>
            <div class="fm-toolbar">
                <a class="govuk-link" href=format!("{address}/edit")>{t!("change")}</a>
                <a class="govuk-link" href=outcomes::finding::address(&call.slug, finding.number)>{t!("outcome-trace")}</a>
                {beside}
            </div>
            {below}
            <h2 class="govuk-heading-m">{t!("finding-rests-on")}</h2>
            <p class="govuk-body">
                {t!("finding-pick-how")} " " <a class="govuk-link" href=codebook>{t!("floor-codebook")}</a>
            </p>
            {gone} {words}
        </Main>
    }
    .into_any()
}

/// Words that are shown to nobody, because their response was withdrawn.
fn gone(address: &str, withdrawn: &[Uuid]) -> Option<AnyView> {
    let items: Vec<_> = withdrawn
        .iter()
        .enumerate()
        .map(|(at, picked)| {
            let what = t!("finding-withdrawn-words", number = at + 1);
            let sends = Some(("excerpt", picked.to_string()));
            let out = act(format!("{address}/unpick"), t!("finding-unpick"), &what, sends);
            view! { <div class="fm-picked"><p class="govuk-body">{what.clone()}</p> {out}</div> }
        })
        .collect();
    (!items.is_empty())
        .then(|| view! { <Warning text=t!("finding-withdrawn", count = items.len())/> {items} }.into_any())
}

fn picked(address: &str, seen: &Seen<Excerpt>) -> AnyView {
    match seen {
        Seen::Counted(count) => quote::withheld(*count),
        Seen::Shown(excerpt) => {
            let out = excerpt.team.as_ref().map(|team| {
                let sends = Some(("excerpt", team.picked.to_string()));
                act(format!("{address}/unpick"), t!("finding-unpick"), &excerpt.reference, sends)
            });
            view! { <div class="fm-picked">{quote::quote(excerpt)} {out}</div> }.into_any()
        }
    }
}

/// The form of a finding; `number` is none for a new one.
pub fn form(call: Call, number: Option<u32>) -> AnyView {
    let base = base(&call);
    let page = match number {
        None => {
            FormPage { back: (base, t!("findings-title")), heading: t!("findings-add"), button: t!("save") }
        }
        Some(number) => FormPage {
            back: (format!("{base}/{number}"), t!("finding-number", number = number)),
            heading: t!("finding-change"),
            button: t!("save"),
        },
    };
    let fields = view! {
        <TextInput name="title" label=t!("finding-title-label")/>
        <TextArea name="text" label=t!("finding-text-label") hint=t!("finding-text-hint") rows=8/>
    };
    call_form_page(&call, "/findings", page, fields.into_any())
}
