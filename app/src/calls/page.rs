//! The page of one call: one address for its whole life.

use chrono::{DateTime, Utc};
use domain::calls::{CallKind, CallState, PrivacyNotice, PrivacyPart, Stage};
use leptos::prelude::*;
use services::calls::figures::PublicFigures;
use services::calls::materials::Change;
use services::calls::{Call, Closing, Questionnaire};
use services::responses::together::Offered;

use crate::components::{BackLink, Button, Lines, Notice, when};
use crate::layout::{Column, Main};
use crate::mail::follow;
use crate::responses::together::begin;
use crate::words::href;
use crate::{calls, t};

use super::closings::history;
use super::list::tag;
use super::materials::shown::{Beside, section as documents};
use super::timeline::timeline;
use super::{corrected, figures, private};

/// What the page of a call shows.
pub struct CallPage {
    pub call: Call,
    /// The address of the call: its own, or that of its preview.
    pub base: String,
    pub form: Questionnaire,
    pub now: DateTime<Utc>,
    /// How many responses came in, which the public learns after closing.
    pub responses: u64,
    /// How the closing time has moved.
    pub closings: Vec<Closing>,
    /// The stage that it is in.
    pub reached: Option<Stage>,
    /// Whether findings are published.
    pub findings: bool,
    /// Whether this browser holds a draft of this call.
    pub draft: bool,
    /// The organisations for which whoever reads can answer it together with others.
    pub together: Vec<Offered>,
    /// What stands beside it, and how that has changed.
    pub beside: Beside,
    pub material_changes: Vec<Change>,
    /// Who has taken part, where everyone may see it now.
    pub figures: Option<PublicFigures>,
    /// The form to get letters about it.
    pub follow: Option<follow::Offer>,
    /// Whether the team looks at it before the public can.
    pub preview: bool,
}

/// The page of a call.
pub fn page(shown: CallPage) -> AnyView {
    let documents = documents(&shown.beside, &shown.call, &shown.form, &shown.material_changes);
    let corrections = corrected::all(&shown.call, &shown.form);
    let figures = shown.figures.as_ref().map(figures::public);
    let CallPage { call, base, form, now, responses, closings, reached, findings, .. } = shown;
    let CallPage { draft, together, follow, preview, .. } = shown;
    let state = call.state(now);
    let said = |instant: Option<DateTime<Utc>>| instant.map(|at| when(at, &call)).unwrap_or_default();
    let (opens, closes) = (said(call.times.opens), said(call.times.closes));
    let copies = (!preview).then(|| super::questions::copies(&base));
    let before = view! { <BackLink to=href("/calls") text=t!("calls-title")/> }.into_any();
    view! {
        <Main before>
            {preview.then(|| preview_notice(&call))}
            <span class="govuk-caption-l">{kind(call.kind)}</span>
            <h1 class="govuk-heading-xl">{calls::title(&call)}</h1>
            <dl class="fm-facts">
                <div><dt>{t!("call-state")}</dt><dd>{tag(state)}</dd></div>
                <div><dt>{t!("call-commissioner")}</dt><dd>{call.commissioner.clone()}</dd></div>
                <div><dt>{t!("call-opens-label")}</dt><dd>{opens.clone()}</dd></div>
                <div><dt>{t!("call-closes-label")}</dt><dd>{closes.clone()}</dd></div>
            </dl>
            <Column>
                {call.is_hidden(now).then(|| if preview { ().into_any() } else { private::notice() })}
                <p class="govuk-body-l">{calls::summary(&call)}</p>
                {now_box(&call, state, opens, closes, responses, (draft, together))}
                {run_reason(&call)}
                {history(&call, &closings)}
                {findings.then(|| view! {
                    <p class="govuk-body">
                        <a class="govuk-link" href=href(&format!("/calls/{}/findings", call.slug))>{t!("published-findings")}</a>
                    </p>
                })}
                <h2 class="govuk-heading-l">{t!("call-remit")}</h2>
                <Lines text=call.remit.clone()/>
                {documents}
                <h2 class="govuk-heading-l">{t!("call-questions")}</h2>
                <p class="govuk-body">{t!("call-questions-count", count = form.questions.len())}</p>
                <p class="govuk-body">
                    <a class="govuk-link" href=href(&format!("{base}/questions"))>{t!("call-questions-all")}</a>
                </p>
                {corrections}
                {copies}
                {ways(&call, state)}
                {timeline(&call, reached)}
                {figures}
                {follow::offer(follow)}
                <h2 class="govuk-heading-l" id="publication">{t!("call-publication")}</h2>
                <Lines text=call.publication_policy.clone()/>
                <h2 class="govuk-heading-l" id="privacy">{t!("call-privacy")}</h2>
                {privacy(&call.privacy_notice)}
            </Column>
        </Main>
    }
    .into_any()
}

/// Why a call runs for less time than is usual, or over a holiday.
fn run_reason(call: &Call) -> AnyView {
    if call.run_reason.is_empty() {
        return ().into_any();
    }
    view! {
        <h2 class="govuk-heading-m">{t!("call-run-reason")}</h2>
        <Lines text=call.run_reason.clone()/>
    }
    .into_any()
}

/// A privacy notice, part by part.
fn privacy(notice: &PrivacyNotice) -> AnyView {
    let parts: Vec<_> = notice
        .said()
        .map(|(part, text)| {
            view! { <h3 class="govuk-heading-s">{privacy_part(part)}</h3> <Lines text=text.to_owned()/> }
        })
        .collect();
    parts.into_any()
}

/// The name of a part of a privacy notice.
pub(super) fn privacy_part(part: PrivacyPart) -> String {
    match part {
        PrivacyPart::Controller => t!("privacy-controller"),
        PrivacyPart::Purposes => t!("privacy-purposes"),
        PrivacyPart::LawfulBasis => t!("privacy-lawful-basis"),
        PrivacyPart::Processors => t!("privacy-processors"),
        PrivacyPart::Sharing => t!("privacy-sharing"),
        PrivacyPart::Retention => t!("privacy-retention"),
        PrivacyPart::Rights => t!("privacy-rights"),
    }
}

/// What whoever looks at a call before the public can should know, and the way through its form.
fn preview_notice(call: &Call) -> AnyView {
    let form = href(&format!("/preview/{}/answer/who", call.preview_token));
    view! {
        <Notice title=t!("preview-title")>
            <p class="govuk-notification-banner__heading">{t!("preview-text")}</p>
            <p class="govuk-body"><a class="govuk-notification-banner__link" href=form>{t!("preview-form")}</a></p>
        </Notice>
    }
    .into_any()
}

/// The name of a kind of exercise.
pub fn kind(kind: CallKind) -> String {
    match kind {
        CallKind::CallForEvidence => t!("kind-call-for-evidence"),
        CallKind::Consultation => t!("kind-consultation"),
    }
}

/// What can be done now.
fn now_box(
    call: &Call,
    state: CallState,
    opens: String,
    closes: String,
    responses: u64,
    (draft, together): (bool, Vec<Offered>),
) -> AnyView {
    let start = href(&format!("/calls/{}/start", call.slug));
    let resume = href(&format!("/calls/{}/answer", call.slug));
    let go_on = draft.then(|| {
        view! { <p class="govuk-body"><a class="govuk-link" href=resume.clone()>{t!("call-continue")}</a></p> }
    });
    match state {
        CallState::Open => view! {
            <section class="fm-now">
                <p class="govuk-body">{t!("call-before-you-start", grace = call.times.grace_minutes)}</p>
                <form method="post" action=start><Button text=t!("call-start") class="govuk-button--start"/></form>
                {go_on} {begin::ways(call, &together)}
            </section>
        }
        .into_any(),
        CallState::Closed => view! {
            <section class="fm-now"><p class="govuk-body">{t!("call-now-closed", when = closes)}</p>{go_on}</section>
        }
        .into_any(),
        CallState::Unopened => {
            view! { <section class="fm-now"><p class="govuk-body">{t!("call-now-unopened", when = opens)}</p></section> }.into_any()
        }
        CallState::Analysing => view! {
            <section class="fm-now">
                <p class="govuk-body">{t!("call-now-analysing")}</p>
                <p class="govuk-body">{t!("call-received", count = responses)}</p>
            </section>
        }
        .into_any(),
        CallState::Outcome | CallState::Archived => view! {
            <section class="fm-now">
                <p class="govuk-body">{t!("call-now-outcome")}</p>
                {(state == CallState::Archived).then(|| view! { <p class="govuk-body">{t!("call-now-archived")}</p> })}
                <p class="govuk-body">{t!("call-received", count = responses)}</p>
                <p class="govuk-body">
                    <a class="govuk-link" href=href(&format!("/recommendations?call={}", call.slug))>{t!("call-recommendations")}</a>
                </p>
            </section>
        }
        .into_any(),
        CallState::Draft => ().into_any(),
    }
}

/// Ways to respond. They disappear when the call has closed.
fn ways(call: &Call, state: CallState) -> AnyView {
    if !matches!(state, CallState::Open | CallState::Unopened | CallState::Draft) {
        return ().into_any();
    }
    view! {
        <h2 class="govuk-heading-l">{t!("call-ways")}</h2>
        <p class="govuk-body">{t!("call-way-online")}</p>
        <p class="govuk-body">{t!("call-way-other")}</p>
        <p class="govuk-body fm-lines">{call.contact.clone()}</p>
    }
    .into_any()
}
