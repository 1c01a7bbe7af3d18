//! The trace of one recommendation: down to the exact words it rests on, and up to what came of it.

use domain::outcomes::Seen;
use leptos::prelude::*;
use services::outcomes::trace::Trace;
use services::outcomes::{Progress, Reply, Tally, TracedFinding};

use super::{links, names, quote};
use crate::components::{BackLink, Lines, Tag, day};
use crate::layout::{Column, Main};
use crate::mail::follow;
use crate::t;
use crate::words::href;

/// The page of a recommendation.
pub fn page(trace: Trace, follow: Option<follow::Offer>) -> AnyView {
    let before = view! { <BackLink to=href("/recommendations") text=t!("register-title")/> }.into_any();
    let caption =
        trace.number.map_or_else(|| t!("recommendation"), |n| t!("recommendation-number", number = n));
    let draft = (!trace.published).then(|| view! { <p><Tag text=t!("not-published") colour="yellow"/></p> });
    let unverified = trace.number.is_none().then(|| {
        view! { <p class="govuk-body fm-secondary">{t!("trace-unverified")}</p> }
    });
    let (facts, down, up) = (facts(&trace), down(&trace), up(&trace));
    view! {
        <Main before>
            <Column>
                <span class="govuk-caption-l">{caption}</span>
                <h1 class="govuk-heading-l fm-title">{trace.title}</h1>
                {draft}
            </Column>
            {facts}
            <Column>
                <Lines text=trace.text/>
                {unverified}
                <h2 class="govuk-heading-l" id="down">{t!("trace-down")}</h2>
                <p class="govuk-body">{tally(trace.evidence)}</p>
                {down}
                <h2 class="govuk-heading-l" id="up">{t!("trace-up")}</h2>
                {up}
                {follow::offer(follow)}
            </Column>
        </Main>
    }
    .into_any()
}

fn facts(trace: &Trace) -> AnyView {
    let call = href(&format!("/calls/{}", trace.call.slug));
    let theme = (!trace.theme.is_empty())
        .then(|| view! { <div><dt>{t!("register-theme")}</dt><dd>{trace.theme.clone()}</dd></div> });
    let reply = names::reply_tag(trace.replies.last().map(|reply| reply.status));
    view! {
        <dl class="fm-facts">
            <div><dt>{t!("trace-latest-reply")}</dt><dd>{reply}</dd></div>
            {theme}
            <div><dt>{t!("trace-source")}</dt><dd>{trace.source.clone()}</dd></div>
            <div><dt>{t!("trace-call")}</dt><dd><a class="govuk-link" href=call>{names::call(&trace.call)}</a></dd></div>
        </dl>
    }
    .into_any()
}

/// How much evidence there is, and how much of it is to be read here.
pub(super) fn tally(tally: Tally) -> String {
    if tally.excerpts == 0 {
        return t!("trace-tally-none");
    }
    let below = t!("trace-tally", excerpts = tally.excerpts, responses = tally.responses);
    if tally.shown == tally.excerpts {
        return below;
    }
    format!("{below} {}", t!("trace-tally-rest", shown = tally.shown))
}

/// From the recommendation to its findings, and from each to its words.
fn down(trace: &Trace) -> AnyView {
    let steps: Vec<_> = trace
        .findings
        .iter()
        .map(|seen| match seen {
            Seen::Shown(finding) => step(finding),
            Seen::Counted(count) => withheld(*count),
        })
        .collect();
    view! {
        <ol class="fm-trace">
            <li class="fm-trace__step fm-trace__step--here">
                <p class="fm-trace__kind">{t!("recommendation")}</p>
                <p class="govuk-body">{trace.title.clone()}</p>
            </li>
            {steps}
        </ol>
    }
    .into_any()
}

fn step(finding: &TracedFinding) -> AnyView {
    let to = super::finding::address(&finding.call.slug, finding.number);
    let draft = (!finding.published).then(|| view! { " " <Tag text=t!("not-published") colour="yellow"/> });
    let words: Vec<_> = quote::quotes(finding)
        .into_iter()
        .map(|quote| {
            view! {
                <li class="fm-trace__step"><p class="fm-trace__kind">{t!("trace-words")}</p>{quote}</li>
            }
        })
        .collect();
    view! {
        <li class="fm-trace__step">
            <p class="fm-trace__kind">{t!("finding-number", number = finding.number)} {draft}</p>
            <h3 class="govuk-heading-m"><a class="govuk-link" href=to>{finding.title.clone()}</a></h3>
            <Lines text=finding.text.clone()/>
            <ol class="fm-trace">{words}</ol>
        </li>
    }
    .into_any()
}

/// Findings that are not published.
pub(super) fn withheld(count: usize) -> AnyView {
    view! {
        <li class="fm-trace__step">
            <p class="fm-trace__kind">{t!("finding")}</p>
            <p class="govuk-body">{t!("findings-withheld", count = count)}</p>
        </li>
    }
    .into_any()
}

/// What came of it: replies, progress, decisions, agendas.
fn up(trace: &Trace) -> AnyView {
    let replies: Vec<_> = trace.replies.iter().map(reply).collect();
    let no_reply = replies.is_empty().then(|| view! { <p class="govuk-body">{t!("trace-no-reply")}</p> });
    let progress: Vec<_> = trace.progress.iter().map(note).collect();
    let no_progress =
        progress.is_empty().then(|| view! { <p class="govuk-body">{t!("trace-no-progress")}</p> });
    let no_decision = || view! { <p class="govuk-body">{t!("trace-no-decision")}</p> }.into_any();
    let agenda = links::agenda(&trace.agenda).map(|list| {
        view! { <h3 class="govuk-heading-m">{t!("trace-agenda")}</h3> {list} }
    });
    view! {
        <h3 class="govuk-heading-m">{t!("trace-replies")}</h3>
        {no_reply} {replies}
        <h3 class="govuk-heading-m">{t!("trace-progress")}</h3>
        {no_progress} {progress}
        <h3 class="govuk-heading-m">{t!("trace-decisions")}</h3>
        {links::decisions(&trace.decisions).unwrap_or_else(no_decision)}
        {agenda}
    }
    .into_any()
}

/// A reply with its words, its source and its date.
pub fn reply(reply: &Reply) -> AnyView {
    dated(names::reply_tag(Some(reply.status)), reply.on, &reply.words, &reply.source)
}

/// A note of progress with its words, its source and its date.
pub fn note(note: &Progress) -> AnyView {
    dated(names::progress_tag(note.status), note.on, &note.words, &note.source)
}

fn dated(status: AnyView, on: chrono::NaiveDate, words: &str, source: &str) -> AnyView {
    view! {
        <div class="fm-reply">
            <p class="govuk-body">{status} " " {day(on)}</p>
            <Lines text=words/>
            <p class="govuk-body fm-secondary">{t!("source-line", source = source)}</p>
        </div>
    }
    .into_any()
}
