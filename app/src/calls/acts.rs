//! The acts upon a call that can hardly be taken back: the buttons that lead to them, and the page that asks whether each is meant.

use chrono::{DateTime, Utc};
use domain::calls::{CallAct, CallState};
use leptos::prelude::*;
use services::calls::Call;

use super::{approvals, schedule};
use crate::components::{BackLink, Button, Checkboxes, ErrorSummary, Opt, Warning, when};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// What can be done with a call now.
pub fn section(call: &Call, acts: Vec<CallAct>) -> AnyView {
    if acts.is_empty() {
        return ().into_any();
    }
    let links: Vec<_> = acts
        .into_iter()
        .enumerate()
        .map(|(at, act)| {
            let class = if at == 0 { "govuk-button" } else { "govuk-button govuk-button--secondary" };
            let to = format!("/team/calls/{}/acts/{act}", call.slug);
            view! { <a class=class href=to role="button" draggable="false">{name(act)}</a> }
        })
        .collect();
    view! {
        <h2 class="govuk-heading-m">{t!("acts-title")}</h2>
        <p class="govuk-body">{t!("acts-text")}</p>
        <div class="govuk-button-group">{links}</div>
    }
    .into_any()
}

/// The name of an act.
pub fn name(act: CallAct) -> String {
    match act {
        CallAct::Announce => t!("act-announce"),
        CallAct::OpenNow => t!("act-open-now"),
        CallAct::CloseNow => t!("act-close-now"),
        CallAct::PublishOutcome => t!("act-publish-outcome"),
        CallAct::Archive => t!("act-archive"),
        CallAct::BringBack => t!("act-bring-back"),
        CallAct::Delete => t!("act-delete"),
    }
}

/// The question that the page of an act asks.
pub fn question(act: CallAct) -> String {
    match act {
        CallAct::Announce => t!("act-announce-question"),
        CallAct::OpenNow => t!("act-open-now-question"),
        CallAct::CloseNow => t!("act-close-now-question"),
        CallAct::PublishOutcome => t!("act-publish-outcome-question"),
        CallAct::Archive => t!("act-archive-question"),
        CallAct::BringBack => t!("act-bring-back-question"),
        CallAct::Delete => t!("act-delete-question"),
    }
}

/// What everyone will see once it is done, and of what is deleted, what goes.
pub(super) fn effects(act: CallAct, call: &Call, questions: usize, now: DateTime<Utc>) -> Vec<String> {
    let said = |at: Option<DateTime<Utc>>| at.map(|at| when(at, call)).unwrap_or_default();
    let closes = said(call.times.closes);
    let grace = call.times.grace_minutes;
    // Of a call by invitation nobody else hears.
    let open = if call.private { t!("act-open-now-private") } else { t!("act-open-now-text") };
    match act {
        CallAct::Announce if call.private => vec![
            t!("act-announce-private"),
            t!("act-opens", when = said(call.times.opens)),
            t!("act-closes", when = closes),
            t!("act-private-stays"),
        ],
        CallAct::Announce if call.times.opens.is_some_and(|opens| opens <= now) => {
            vec![t!("act-announce-opens-at-once"), t!("act-closes", when = closes), t!("act-kind-stays")]
        }
        CallAct::Announce => vec![
            t!("act-announce-text"),
            t!("act-opens", when = said(call.times.opens)),
            t!("act-closes", when = closes),
            t!("act-kind-stays"),
        ],
        CallAct::OpenNow if call.state(now) == CallState::Draft => {
            vec![open, t!("act-closes", when = closes), t!("act-kind-stays")]
        }
        CallAct::OpenNow => vec![open, t!("act-closes", when = closes)],
        CallAct::CloseNow => vec![t!("act-close-now-text"), t!("act-close-now-grace", grace = grace)],
        CallAct::PublishOutcome if call.private => vec![
            t!("act-publish-outcome-private"),
            t!("act-publish-outcome-text"),
            t!("act-publish-outcome-times"),
        ],
        CallAct::PublishOutcome => vec![t!("act-publish-outcome-text"), t!("act-publish-outcome-times")],
        CallAct::Archive => vec![t!("act-archive-text"), t!("act-archive-back")],
        CallAct::BringBack => vec![t!("act-bring-back-text")],
        CallAct::Delete => vec![
            t!("act-delete-text", questions = questions),
            t!("act-delete-roles"),
            t!("act-delete-link"),
            t!("act-delete-kept"),
        ],
    }
}

/// What the page of an act shows.
pub struct Confirm {
    pub act: CallAct,
    pub call: Call,
    pub questions: usize,
    /// Who else could approve it, where it takes two people.
    pub others: Option<Vec<String>>,
    pub now: DateTime<Utc>,
}

/// The page that asks whether an act is meant.
pub fn confirm(shown: Confirm) -> AnyView {
    let Confirm { act, call, questions, others, now } = shown;
    let back = format!("/team/calls/{}", call.slug);
    let before = view! { <BackLink to=back.clone()/> }.into_any();
    let effects: Vec<_> =
        effects(act, &call, questions, now).into_iter().map(|text| view! { <li>{text}</li> }).collect();
    let cautions = matches!(act, CallAct::Announce | CallAct::OpenNow).then(|| schedule::warnings(&call));
    let principles = act.asks_for_principles(call.kind, call.times.announced.is_some()).then(|| {
        let options = vec![Opt::new("yes", t!("principles-confirm"))];
        view! { <Checkboxes name="principles" legend=t!("principles-title") options hint=t!("principles-hint")/> }
    });
    let warns = matches!(act, CallAct::CloseNow | CallAct::Delete);
    let class = if warns { "govuk-button--warning" } else { "" };
    let warning = match act {
        CallAct::Archive | CallAct::BringBack => t!("act-everyone-sees"),
        CallAct::Delete => t!("act-delete-warning"),
        CallAct::Announce | CallAct::OpenNow | CallAct::CloseNow if call.private => t!("act-private-warning"),
        _ => t!("act-warning"),
    };
    let button = match others {
        Some(_) => t!("approval-ask-about", what = name(act)),
        None => name(act),
    };
    let asking = others.map(|others| approvals::asking(&others));
    view! {
        {team_nav(&call, "")}
        <Main before>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{question(act)}</h1>
                <ul class="govuk-list govuk-list--bullet">{effects}</ul>
                <Warning text=warning/>
                {cautions}
                <form method="post" action=format!("/team/calls/{}/acts/{act}", call.slug) novalidate>
                    {principles} {asking}
                    <div class="govuk-button-group">
                        <Button text=button class/>
                        <a class="govuk-link" href=back>{t!("cancel")}</a>
                    </div>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}
