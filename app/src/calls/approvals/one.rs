//! One of what was asked for, with the form that decides it.

use chrono::{DateTime, Utc};
use domain::calls::ApprovalState;
use leptos::prelude::*;
use services::calls::Call;
use services::calls::approvals::{Approval, Part};

use super::effects::{Published, effects};
use super::{address, back, heading, state};
use crate::components::{Button, ErrorSummary, Inset, Lines, Opt, Radios, TextArea, Warning, when};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// One of what was asked for.
pub struct Asked {
    pub call: Call,
    pub approval: Approval,
    /// Whether what it is about has changed since.
    pub changed: bool,
    pub questions: usize,
    pub published: Option<Published>,
    pub now: DateTime<Utc>,
}

/// The page of what was asked for: exactly what it would do, and the form that decides it.
pub fn page(shown: Asked) -> AnyView {
    let Asked { call, approval, changed, .. } = &shown;
    let open = approval.state == ApprovalState::Asked;
    let note = (!approval.note.is_empty()).then(|| {
        view! { <h2 class="govuk-heading-m">{t!("approvals-note")}</h2> <Lines text=approval.note.clone()/> }
    });
    let below = match (open, approval.part) {
        (false, _) => outcome(approval),
        (true, Part::Asker) => asker(call, approval),
        (true, Part::Decider) => decision(call, approval),
        (true, Part::TooNew) => view! { <Inset>{t!("approval-new")}</Inset> }.into_any(),
    };
    let would = if open { t!("approval-would") } else { t!("approval-did") };
    let nav = team_nav(call, "/approvals");
    let state = state(approval.state);
    let heading = heading(approval.act.kind());
    let changed = changed.then(|| view! { <Warning text=t!("approval-changed")/> });
    let (facts, effects) = (facts(call, approval), effects(&shown, open));
    view! {
        {nav}
        <Main before=back(call)>
            <Column>
                <ErrorSummary/>
                <p class="govuk-caption-l">{state}</p>
                <h1 class="govuk-heading-l">{heading}</h1>
                {changed} {facts} {note}
                <h2 class="govuk-heading-m">{would}</h2>
                {effects} {below}
            </Column>
        </Main>
    }
    .into_any()
}

fn facts(call: &Call, one: &Approval) -> AnyView {
    let decided = one.decided_at.map(|at| {
        let who = one.decider.clone().map(|name| format!("{name}, ")).unwrap_or_default();
        view! { <div><dt>{state(one.state)}</dt><dd>{who} {when(at, call)}</dd></div> }
    });
    view! {
        <dl class="fm-facts">
            <div><dt>{t!("approvals-asked-by")}</dt><dd>{one.asker.clone()}</dd></div>
            <div><dt>{t!("approvals-asked-at")}</dt><dd>{when(one.asked_at, call)}</dd></div>
            {decided}
        </dl>
    }
    .into_any()
}

fn outcome(one: &Approval) -> AnyView {
    if one.reason.is_empty() {
        return ().into_any();
    }
    view! {
        <h2 class="govuk-heading-m">{t!("approvals-reason")}</h2>
        <Lines text=one.reason.clone()/>
    }
    .into_any()
}

/// What whoever asked sees: what happens next, and the way back.
fn asker(call: &Call, one: &Approval) -> AnyView {
    let next = if one.deciders.is_empty() {
        view! { <Warning text=t!("approval-nobody")/> }.into_any()
    } else {
        let who = t!("approval-who", who = one.deciders.join(", "));
        view! {
            <Inset>
                <p class="govuk-body">{who}</p>
                <p class="govuk-body">{t!("approval-next")}</p>
            </Inset>
        }
        .into_any()
    };
    view! {
        {next}
        <form method="post" action=format!("{}/withdraw", address(call, one))>
            <Button text=t!("approval-withdraw") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}

fn decision(call: &Call, one: &Approval) -> AnyView {
    let options =
        vec![Opt::new("approve", t!("approval-approve")), Opt::new("refuse", t!("approval-refuse"))];
    view! {
        <h2 class="govuk-heading-m">{t!("approval-decide")}</h2>
        <form method="post" action=address(call, one) novalidate>
            <Radios name="decision" legend=t!("approval-decide-legend") options small=true/>
            <TextArea
                name="reason"
                label=t!("approval-reason-label")
                hint=t!("approval-reason-hint", asker = one.asker.as_str())
                rows=3
            />
            <Button text=t!("approval-button")/>
        </form>
    }
    .into_any()
}
