//! One meeting: the agenda with its papers and its evidence, what was said, and what was decided.

use domain::outcomes::Seen;
use leptos::prelude::*;
use services::assembly::meetings::{Evidence, Exhibit, Item, MeetingPage, Paper};
use services::outcomes::TracedFinding;

use super::{decision, names};
use crate::components::{BackLink, Lines, Tag, when_in};
use crate::layout::{Column, Main};
use crate::outcomes::quote;
use crate::t;
use crate::words::href;

/// The page.
pub fn page(shown: MeetingPage) -> AnyView {
    let MeetingPage { assembly, meeting, agenda } = shown;
    let home = href(&format!("/assemblies/{}", assembly.slug));
    let before = view! { <BackLink to=home text=assembly.name.clone()/> }.into_any();
    let draft = meeting.published_at.is_none().then(|| {
        view! { <p><Tag text=t!("not-published") colour="yellow"/></p> }
    });
    let none = agenda.is_empty().then(|| view! { <p class="govuk-body">{t!("agenda-none")}</p> });
    let items: Vec<_> = agenda.iter().map(|one| item(one, &assembly.slug)).collect();
    view! {
        <Main before>
            <span class="govuk-caption-l">{t!("meeting-number", number = meeting.number)}</span>
            <h1 class="govuk-heading-xl">{meeting.title.clone()}</h1>
            {draft}
            <dl class="fm-facts">
                <div><dt>{t!("meeting-starts")}</dt><dd>{when_in(meeting.starts_at, meeting.zone)}</dd></div>
                <div><dt>{t!("meeting-ends")}</dt><dd>{when_in(meeting.ends_at, meeting.zone)}</dd></div>
                <div><dt>{t!("meeting-place")}</dt><dd>{meeting.place.clone()}</dd></div>
            </dl>
            <Column>
                <h2 class="govuk-heading-l">{t!("agenda-title")}</h2>
                {none}
                <ol class="fm-agenda">{items}</ol>
            </Column>
        </Main>
    }
    .into_any()
}

fn item(item: &Item, assembly: &str) -> AnyView {
    let facts = t!("agenda-facts", purpose = names::purpose(item.purpose), minutes = item.minutes);
    let papers: Vec<_> = item.papers.iter().map(paper).collect();
    let evidence = (!item.evidence.is_empty()).then(|| pack(&item.evidence));
    let record = (!item.record.is_empty()).then(|| {
        view! { <h4 class="govuk-heading-s">{t!("agenda-record")}</h4> <Lines text=item.record.clone()/> }
    });
    let decisions: Vec<_> =
        item.decisions.iter().map(|one| decision::article(one, assembly, false)).collect();
    view! {
        <li class="fm-agenda__item" id=format!("item-{}", item.number)>
            <h3 class="govuk-heading-m">{item.title.clone()}</h3>
            <p class="govuk-body fm-secondary">{facts}</p>
            <Lines text=item.text.clone()/>
            {papers} {evidence} {record} {decisions}
        </li>
    }
    .into_any()
}

fn paper(paper: &Paper) -> AnyView {
    let title = t!("paper-name", title = &paper.title);
    view! {
        <details class="govuk-details">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{title}</span></summary>
            <div class="govuk-details__text">
                <p class="govuk-body fm-secondary">{t!("paper-by", author = &paper.author)}</p>
                <Lines text=paper.body.clone() class="govuk-body fm-reading"/>
            </div>
        </details>
    }
    .into_any()
}

fn pack(pieces: &[Seen<Evidence>]) -> AnyView {
    let shown: Vec<_> = pieces
        .iter()
        .map(|piece| match piece {
            Seen::Counted(count) => quote::withheld(*count),
            Seen::Shown(Evidence { what: Exhibit::Words(words), .. }) => quote::quote(words),
            Seen::Shown(Evidence { what: Exhibit::Withdrawn, .. }) => quote::withdrawn(1),
            Seen::Shown(Evidence { what: Exhibit::Finding(finding), .. }) => exhibit(finding),
        })
        .collect();
    view! { <h4 class="govuk-heading-s">{t!("evidence-title")}</h4> {shown} }.into_any()
}

/// A finding in a pack, with its words folded away.
fn exhibit(finding: &TracedFinding) -> AnyView {
    let of = t!(
        "cited-finding",
        number = finding.number,
        call = crate::outcomes::names::call(&finding.call),
        title = &finding.title
    );
    let to = crate::outcomes::finding::address(&finding.call.slug, finding.number);
    let count: usize = finding.excerpts.iter().map(Seen::count).sum();
    view! {
        <p class="govuk-body"><strong><a class="govuk-link" href=to>{of}</a></strong></p>
        <Lines text=finding.text.clone()/>
        <details class="govuk-details">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">
                    {t!("evidence-words", count = count)}
                    <span class="govuk-visually-hidden">": " {finding.title.clone()}</span>
                </span>
            </summary>
            <div class="govuk-details__text">{quote::quotes(finding)}</div>
        </details>
    }
    .into_any()
}
