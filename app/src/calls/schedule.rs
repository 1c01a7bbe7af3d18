//! When a call opens and closes: the form, the times as they are said, and what is worth a second thought.

use domain::calls::Caution;
use leptos::prelude::*;
use services::calls::{Call, Closing};

use super::approvals;
use super::closings::history;
use crate::components::{Button, ErrorSummary, Lines, TextArea, TextInput, Warning, when};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// The times of a call as they are said, for a list of facts.
pub fn facts(call: &Call) -> AnyView {
    let said = |at| {
        let at: Option<chrono::DateTime<chrono::Utc>> = at;
        at.map_or_else(|| t!("team-no-times"), |at| when(at, call))
    };
    view! {
        <div><dt>{t!("call-opens-label")}</dt><dd>{said(call.times.opens)}</dd></div>
        <div><dt>{t!("call-closes-label")}</dt><dd>{said(call.times.closes)}</dd></div>
        <div><dt>{t!("schedule-grace-label")}</dt><dd>{t!("minutes", count = call.times.grace_minutes)}</dd></div>
    }
    .into_any()
}

/// What is worth a second thought about the times of a call that has not closed.
pub fn warnings(call: &Call) -> AnyView {
    let found = call.cautions();
    if found.is_empty() {
        return ().into_any();
    }
    let warnings: Vec<_> = found.into_iter().map(|caution| view! { <Warning text=said(caution)/> }).collect();
    let reason = if call.run_reason.is_empty() {
        view! { <p class="govuk-body">{t!("caution-reason")}</p> }.into_any()
    } else {
        view! { <p class="govuk-body">{t!("caution-why")}</p> <Lines text=call.run_reason.clone()/> }
            .into_any()
    };
    view! { {warnings} {reason} }.into_any()
}

fn said(caution: Caution) -> String {
    match caution {
        Caution::Short => t!("caution-short"),
        Caution::Christmas => t!("caution-christmas"),
        Caution::Easter => t!("caution-easter"),
        Caution::August => t!("caution-august"),
    }
}

/// The page of the times. `others` could approve new ones, where that takes two people.
pub fn page(call: Call, closings: &[Closing], others: Option<Vec<String>>) -> AnyView {
    let button = if others.is_some() { t!("approval-ask") } else { t!("schedule-save") };
    let asking = others.map(|others| approvals::asking(&others));
    let scheduled = call.times.opens.is_some() && call.times.closes.is_some();
    let moved = history(&call, closings);
    let run_reason = view! {
        <TextArea name="run-reason" label=t!("schedule-run-reason") hint=t!("schedule-run-reason-hint") rows=3/>
    };
    let reason = call.times.announced.is_some().then(|| {
        view! { <TextArea name="reason" label=t!("schedule-reason") hint=t!("schedule-reason-hint") rows=3/> }
    });
    let now = scheduled.then(|| view! { <dl class="fm-facts">{facts(&call)}</dl> {warnings(&call)} });
    view! {
        {team_nav(&call, "/schedule")}
        <Main>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("schedule-title")}</h1>
                {now}
                {moved}
                <p class="govuk-body">{t!("schedule-zone", zone = call.zone.name())}</p>
                <form method="post" action=format!("/team/calls/{}/schedule", call.slug) novalidate>
                    <fieldset class="govuk-fieldset">
                        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{t!("schedule-opens")}</legend>
                        <div class="fm-row">
                            <TextInput name="opens-date" label=t!("schedule-date") hint=t!("schedule-date-hint") kind="date" width="govuk-input--width-10"/>
                            <TextInput name="opens-time" label=t!("schedule-time") hint=t!("schedule-opens-hint") kind="time" width="govuk-input--width-5"/>
                        </div>
                    </fieldset>
                    <fieldset class="govuk-fieldset">
                        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{t!("schedule-closes")}</legend>
                        <div class="fm-row">
                            <TextInput name="closes-date" label=t!("schedule-date") hint=t!("schedule-date-hint") kind="date" width="govuk-input--width-10"/>
                            <TextInput name="closes-time" label=t!("schedule-time") hint=t!("schedule-closes-hint") kind="time" width="govuk-input--width-5"/>
                        </div>
                    </fieldset>
                    <TextInput name="grace-minutes" kind="number" label=t!("schedule-grace") hint=t!("schedule-grace-hint") width="govuk-input--width-5"/>
                    {run_reason} {reason}
                    {asking}
                    <Button text=button/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}
