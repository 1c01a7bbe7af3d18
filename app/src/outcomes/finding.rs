//! Findings as the public reads them: those of a call, and one with its words and what rests on it.

use leptos::prelude::*;
use services::calls::Call;
use services::outcomes::trace::FindingTrace;

use super::{journey, links, names, quote, trace};
use crate::components::{BackLink, Lines, Tag};
use crate::layout::{Column, Main};
use crate::words::href;
use crate::{calls, t};

/// The address of the findings of a call.
fn base(slug: &str) -> String {
    href(&format!("/calls/{slug}/findings"))
}

/// The address of a finding.
pub fn address(slug: &str, number: u32) -> String {
    format!("{}/{number}", base(slug))
}

/// The published findings of a call.
pub fn list(call: &Call, found: Vec<(u32, String)>) -> AnyView {
    let before =
        view! { <BackLink to=href(&format!("/calls/{}", call.slug)) text=calls::title(call)/> }.into_any();
    let caption = calls::title(call);
    let none = found.is_empty().then(|| view! { <p class="govuk-body">{t!("published-findings-none")}</p> });
    let rows: Vec<_> = found
        .into_iter()
        .map(|(number, title)| {
            let to = address(&call.slug, number);
            view! {
                <li>
                    <span class="fm-secondary">{t!("finding-number", number = number)}</span>
                    <br/>
                    <a class="govuk-link" href=to>{title}</a>
                </li>
            }
        })
        .collect();
    let rows = (!rows.is_empty()).then(|| view! { <ul class="govuk-list govuk-list--spaced">{rows}</ul> });
    view! {
        <Main before>
            <Column>
                <span class="govuk-caption-l">{caption}</span>
                <h1 class="govuk-heading-l">{t!("published-findings")}</h1>
                <p class="govuk-body-l">{t!("published-findings-lead")}</p>
                {none} {rows}
            </Column>
        </Main>
    }
    .into_any()
}

/// The page of a finding.
pub fn page(call: &Call, found: FindingTrace) -> AnyView {
    let FindingTrace { finding, evidence, up } = found;
    let before = view! { <BackLink to=base(&call.slug) text=t!("published-findings")/> }.into_any();
    let draft =
        (!finding.published).then(|| view! { <p><Tag text=t!("not-published") colour="yellow"/></p> });
    let to = href(&format!("/calls/{}", call.slug));
    let words = quote::quotes(&finding);
    let led = journey::recommendations(&up.recommendations);
    let none = || view! { <p class="govuk-body">{t!("finding-no-recommendation")}</p> }.into_any();
    let led = if led.is_empty() { none() } else { view! { <ol class="fm-trace">{led}</ol> }.into_any() };
    let decisions = links::decisions(&up.decisions).map(|list| {
        view! { <h3 class="govuk-heading-m">{t!("trace-decisions")}</h3> {list} }
    });
    let agenda = links::agenda(&up.agenda).map(|list| {
        view! { <h3 class="govuk-heading-m">{t!("trace-agenda")}</h3> {list} }
    });
    view! {
        <Main before>
            <Column>
                <span class="govuk-caption-l">{t!("finding-number", number = finding.number)}</span>
                <h1 class="govuk-heading-l fm-title">{finding.title}</h1>
                {draft}
            </Column>
            <dl class="fm-facts">
                <div><dt>{t!("trace-call")}</dt><dd><a class="govuk-link" href=to>{names::call(&finding.call)}</a></dd></div>
            </dl>
            <Column>
                <Lines text=finding.text/>
                <h2 class="govuk-heading-l">{t!("trace-down")}</h2>
                <p class="govuk-body">{trace::tally(evidence)}</p>
                {words}
                <h2 class="govuk-heading-l">{t!("trace-up")}</h2>
                <h3 class="govuk-heading-m">{t!("finding-recommendations")}</h3>
                {led} {decisions} {agenda}
            </Column>
        </Main>
    }
    .into_any()
}
