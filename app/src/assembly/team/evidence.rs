//! The evidence pack of an agenda item: what is in it, and what can be put in.

use domain::outcomes::Seen;
use leptos::prelude::*;
use services::assembly::Candidate;
use services::assembly::meetings::{Evidence, Exhibit, Item, MeetingPage};
use services::outcomes::Excerpt;

use super::{back_to_meeting, meeting_address};
use crate::components::{BackLink, Lines};
use crate::layout::{Main, act};
use crate::outcomes::team::state;
use crate::outcomes::{names, quote};
use crate::t;

/// What the page shows.
pub struct EvidencePage {
    pub meeting: MeetingPage,
    pub item: Item,
    /// The findings that can be put in.
    pub findings: Vec<Candidate>,
    /// The words of the finding that was opened.
    pub words: Vec<Seen<Excerpt>>,
}

/// The page.
pub fn page(shown: EvidencePage) -> AnyView {
    let EvidencePage { meeting, item, findings, words } = shown;
    let (to, text) = back_to_meeting(&meeting);
    let here = format!("{}/items/{}/evidence", meeting_address(&meeting), item.id);
    let before = view! { <BackLink to text/> }.into_any();
    let held: Vec<_> = item.evidence.iter().map(|one| piece(&here, one)).collect();
    let none = held.is_empty().then(|| view! { <p class="fm-empty">{t!("evidence-none")}</p> });
    let rows: Vec<_> = findings.iter().map(|one| candidate(&here, one)).collect();
    let words: Vec<_> = words.iter().filter_map(|one| choice(&here, one.shown()?)).collect();
    let words = (!words.is_empty()).then(|| {
        view! { <h2 class="govuk-heading-m" id="words">{t!("evidence-choose-words")}</h2> {words} }
    });
    view! {
        <Main before>
            <p class="govuk-caption-l">{item.title}</p>
            <h1 class="govuk-heading-l">{t!("evidence-title")}</h1>
            {none} {held} {words}
            <h2 class="govuk-heading-m">{t!("evidence-add")}</h2>
            {rows}
        </Main>
    }
    .into_any()
}

fn piece(here: &str, seen: &Seen<Evidence>) -> AnyView {
    let (id, what, about) = match seen {
        Seen::Counted(count) => return quote::withheld(*count),
        Seen::Shown(Evidence { id, what: Exhibit::Words(words) }) => {
            (id, quote::quote(words), words.reference.clone())
        }
        Seen::Shown(Evidence { id, what: Exhibit::Withdrawn }) => {
            (id, quote::withdrawn(1), t!("quote-withdrawn", count = 1))
        }
        Seen::Shown(Evidence { id, what: Exhibit::Finding(finding) }) => {
            let call = names::call(&finding.call);
            let title = t!("cited-finding", number = finding.number, call = call, title = &finding.title);
            let view = view! { <p class="govuk-body"><strong>{title}</strong></p> <Lines text=finding.text.clone()/> };
            (id, view.into_any(), finding.title.clone())
        }
    };
    let way = |way: &str, text| act(format!("{here}/{id}/move"), text, &about, Some(("way", way.to_owned())));
    view! {
        <section class="fm-panel">
            {what}
            <div class="fm-toolbar">
                {way("up", t!("move-up"))} {way("down", t!("move-down"))}
                {act(format!("{here}/{id}/remove"), t!("finding-unpick"), &about, None)}
            </div>
        </section>
    }
    .into_any()
}

fn candidate(here: &str, one: &Candidate) -> AnyView {
    let number = one.number.unwrap_or_default();
    let title = t!("cited-finding", number = number, call = names::call(&one.call), title = &one.title);
    let open = format!("{here}?call={}&number={number}#words", one.call.slug);
    view! {
        <section class="fm-panel">
            <p class="govuk-body">{title.clone()} " " {state(one.published)}</p>
            <div class="fm-toolbar">
                {act(here.to_owned(), t!("evidence-put"), &title, Some(("piece", format!("finding {}", one.id))))}
                <a class="govuk-link" href=open>
                    {t!("evidence-open")} <span class="govuk-visually-hidden">": " {title.clone()}</span>
                </a>
            </div>
        </section>
    }
    .into_any()
}

/// Words that can be put in by themselves.
fn choice(here: &str, excerpt: &Excerpt) -> Option<AnyView> {
    let team = excerpt.team.as_ref()?;
    let piece = format!("words {} {} {}", team.answer, team.span.start, team.span.end);
    let put = act(here.to_owned(), t!("evidence-put"), &excerpt.reference, Some(("piece", piece)));
    Some(view! { <div class="fm-picked">{quote::quote(excerpt)} {put}</div> }.into_any())
}
