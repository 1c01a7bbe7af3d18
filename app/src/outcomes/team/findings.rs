//! Findings: the list, one with the words it rests on, and its form.

use domain::outcomes::Seen;
use leptos::prelude::*;
use services::calls::Call;
use services::outcomes::{Excerpt, Finding};

use super::{publishing, state};
use crate::components::{BackLink, Lines, TextArea, TextInput};
use crate::layout::{FormPage, Main, act, form_page, team_nav};
use crate::outcomes::quote;
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
    let rows: Vec<_> = findings.iter().map(|finding| row(&base, finding)).collect();
    view! {
        <Main>
            {nav}
            <h1 class="govuk-heading-l">{t!("findings-title")}</h1>
            <div class="fm-toolbar">
                <a class="govuk-button" role="button" href=format!("{base}/new")>{t!("findings-add")}</a>
            </div>
            {none}
            <div class="fm-scroll" role="region" tabindex="0" aria-label=t!("findings-title")>
                <table class="fm-table">
                    <caption class="govuk-visually-hidden">{t!("findings-title")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!("column-number")}</th>
                            <th scope="col">{t!("finding")}</th>
                            <th scope="col">{t!("column-excerpts")}</th>
                            <th scope="col">{t!("column-state")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Main>
    }
    .into_any()
}

fn row(base: &str, finding: &Finding) -> AnyView {
    view! {
        <tr>
            <td>{finding.number}</td>
            <th scope="row">
                <a class="govuk-link" href=format!("{base}/{}", finding.number)>{finding.title.clone()}</a>
            </th>
            <td class="fm-table__number">{finding.excerpts}</td>
            <td>{state(finding.published_at.is_some())}</td>
        </tr>
    }
    .into_any()
}

/// One finding with the words it rests on.
pub fn page(call: Call, finding: Finding, excerpts: Vec<Seen<Excerpt>>) -> AnyView {
    let base = base(&call);
    let address = format!("{base}/{}", finding.number);
    let before = view! { <BackLink to=base text=t!("findings-title")/> }.into_any();
    let published = finding.published_at.is_some();
    let words: Vec<_> = excerpts.iter().map(|seen| picked(&address, seen)).collect();
    let codebook = format!("/team/calls/{}/codebook", call.slug);
    view! {
        <Main before>
            <p class="govuk-caption-l">{t!("finding-number", number = finding.number)} " " {state(published)}</p>
            <h1 class="govuk-heading-l">{finding.title.clone()}</h1>
            <Lines text=finding.text/>
            <div class="fm-toolbar">
                <a class="govuk-link" href=format!("{address}/edit")>{t!("change")}</a>
                {publishing(&address, published, &finding.title)}
            </div>
            <h2 class="govuk-heading-m">{t!("finding-rests-on")}</h2>
            <p class="govuk-body">
                {t!("finding-pick-how")} " " <a class="govuk-link" href=codebook>{t!("floor-codebook")}</a>
            </p>
            {words}
        </Main>
    }
    .into_any()
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
    form_page(page, fields.into_any(), None)
}
