//! Where someone's words went: from a response up to all that rests on it.

use domain::outcomes::{SHORTEST_CODE, Seen};
use leptos::prelude::*;
use services::calls::Call;
use services::outcomes::trace::{Journey, Led, Supported, Travelled};
use services::responses::receipt::EarlierReceipt;

use super::{links, names, quote, trace};
use crate::components::{BackLink, Button, ErrorSummary, Inset, Tag, TextInput, Warning, when};
use crate::layout::{Column, Main};
use crate::words::href;
use crate::{calls, t};

/// The form that asks for a receipt.
pub fn ask() -> AnyView {
    view! {
        <Main>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("journey-title")}</h1>
                <p class="govuk-body-l">{t!("journey-lead")}</p>
                <form method="post" action=href("/my-words") novalidate>
                    {receipt_fields()}
                    <Button text=t!("journey-show")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// What is on a receipt, as the fields of a form.
pub fn receipt_fields() -> AnyView {
    view! {
        <TextInput
            name="reference"
            label=t!("journey-reference")
            hint=t!("journey-reference-hint")
            width="govuk-input--width-10"
            autocomplete="off"
        />
        <TextInput
            name="code"
            label=t!("journey-code")
            hint=t!("journey-code-hint", least = SHORTEST_CODE)
            autocomplete="off"
        />
    }
    .into_any()
}

/// The journey for whoever keeps the words in their account; `after` stands below it.
pub fn kept(before: AnyView, journey: Journey, call: &Call, after: AnyView) -> AnyView {
    page(before, journey, call, t!("journey-title"), t!("journey-none"), Some(after))
}

/// The journey for whoever wrote the words.
pub fn own(journey: Journey, call: &Call) -> AnyView {
    let before = view! { <BackLink to=href("/my-words")/> }.into_any();
    page(before, journey, call, t!("journey-title"), t!("journey-none"), None)
}

/// The journey for the team of the call.
pub fn for_the_team(journey: Journey, call: &Call) -> AnyView {
    let to = format!("/team/calls/{}/responses/{}", call.slug, journey.reference);
    let before = view! { <BackLink to/> }.into_any();
    page(before, journey, call, t!("desk-trace"), t!("journey-team-none"), None)
}

fn page(
    before: AnyView,
    journey: Journey,
    call: &Call,
    heading: String,
    none: String,
    after: Option<AnyView>,
) -> AnyView {
    let read = if journey.read { t!("journey-read") } else { t!("journey-not-read") };
    // Nobody will read what was withdrawn.
    let read = journey.withdrawn_at.is_none().then(|| {
        view! { <div><dt>{t!("journey-reading")}</dt><dd>{read}</dd></div> }
    });
    let waits = journey.excerpts.is_empty() && journey.withdrawn_at.is_none();
    let none = waits.then(|| view! { <p class="govuk-body">{none}</p> });
    let of = journey.excerpts.len();
    let parts: Vec<_> =
        journey.excerpts.iter().enumerate().map(|(at, one)| part(one, at + 1, of, &call.slug)).collect();
    let intact = journey.intact.map(|intact| {
        let (said, colour) =
            if intact { (t!("journey-intact"), "green") } else { (t!("journey-broken"), "red") };
        view! { <div><dt>{t!("receipt-hash")}</dt><dd><Tag text=said colour/></dd></div> }
    });
    let withdrawn = journey.withdrawn_at.map(|at| {
        let said = t!("journey-withdrawn", when = when(at, call));
        view! { <Inset>{said}</Inset> }
    });
    let earlier = journey.earlier.as_ref().map(|earlier| self::earlier(&journey, earlier, call));
    let broken = (journey.intact == Some(false)).then(|| view! { <Warning text=t!("journey-broken-text")/> });
    let (page, title) = (href(&format!("/calls/{}", call.slug)), calls::title(call));
    let received = when(journey.submitted_at, call);
    view! {
        <Main before>
            <h1 class="govuk-heading-l">{heading}</h1>
            <dl class="fm-facts">
                <div><dt>{t!("confirmation-reference")}</dt><dd>{journey.reference.clone()}</dd></div>
                <div><dt>{t!("receipt-time")}</dt><dd>{received}</dd></div>
                {read}
                {intact}
                <div><dt>{t!("trace-call")}</dt><dd><a class="govuk-link" href=page>{title}</a></dd></div>
            </dl>
            <Column>{withdrawn} {earlier} {broken} {none} {parts} {after}</Column>
        </Main>
    }
    .into_any()
}

/// What the receipt in hand is of, where the response was changed since.
fn earlier(journey: &Journey, earlier: &EarlierReceipt, call: &Call) -> AnyView {
    let said = t!("journey-earlier", number = earlier.number, of = journey.version);
    let sent = t!("journey-earlier-sent", when = when(earlier.sent_at, call));
    let broken = (!earlier.intact).then(|| view! { <Warning text=t!("journey-broken-text")/> });
    let intact = earlier.intact.then(|| view! { <p>{t!("journey-earlier-intact")}</p> });
    view! { <Inset><p>{said} " " {sent}</p> {intact} <p>{t!("journey-earlier-now")}</p></Inset> {broken} }
        .into_any()
}

fn part(one: &Travelled, number: usize, of: usize, slug: &str) -> AnyView {
    let findings: Vec<_> = one
        .findings
        .iter()
        .map(|seen| match seen {
            Seen::Shown(finding) => supported(finding, slug),
            Seen::Counted(count) => trace::withheld(*count),
        })
        .collect();
    let agenda = links::agenda(&one.agenda).map(|list| {
        view! { <li class="fm-trace__step"><p class="fm-trace__kind">{t!("trace-agenda")}</p> {list}</li> }
    });
    view! {
        <h2 class="govuk-heading-m">{t!("journey-words", number = number, of = of)}</h2>
        <ol class="fm-trace">
            <li class="fm-trace__step fm-trace__step--here">
                <p class="fm-trace__kind">{t!("trace-words")}</p>
                {quote::quote(&one.excerpt)}
            </li>
            {findings} {agenda}
        </ol>
    }
    .into_any()
}

/// The recommendations that a finding led to, and how many more may not be shown.
pub(super) fn recommendations(found: &[Seen<Led>]) -> Vec<AnyView> {
    found
        .iter()
        .map(|seen| match seen {
            Seen::Shown(recommendation) => led(recommendation),
            Seen::Counted(count) => view! {
                <li class="fm-trace__step">
                    <p class="fm-trace__kind">{t!("recommendation")}</p>
                    <p class="govuk-body">{t!("recommendations-withheld", count = *count)}</p>
                </li>
            }
            .into_any(),
        })
        .collect()
}

fn supported(finding: &Supported, slug: &str) -> AnyView {
    let led = recommendations(&finding.recommendations);
    let to = super::finding::address(slug, finding.number);
    view! {
        <li class="fm-trace__step">
            <p class="fm-trace__kind">{t!("finding-number", number = finding.number)} {draft(finding.published)}</p>
            <h3 class="govuk-heading-s"><a class="govuk-link" href=to>{finding.title.clone()}</a></h3>
            {links::decisions(&finding.decisions)} {links::agenda(&finding.agenda)}
            <ol class="fm-trace">{led}</ol>
        </li>
    }
    .into_any()
}

fn draft(published: bool) -> Option<AnyView> {
    (!published).then(|| view! { " " <Tag text=t!("not-published") colour="yellow"/> }.into_any())
}

fn led(to: &Led) -> AnyView {
    let kind = to.number.map_or_else(|| t!("recommendation"), |n| t!("recommendation-number", number = n));
    let address = href(&format!("/recommendations/{}", to.slug));
    view! {
        <li class="fm-trace__step">
            <p class="fm-trace__kind">{kind} {draft(to.published)}</p>
            <h4 class="govuk-heading-s"><a class="govuk-link" href=address>{to.title.clone()}</a></h4>
            <p class="govuk-body">
                {names::reply_tag(to.reply.as_ref().map(|reply| reply.status))} " "
                {to.progress.as_ref().map(|note| names::progress_tag(note.status))}
            </p>
            {links::decisions(&to.decisions)}
        </li>
    }
    .into_any()
}
