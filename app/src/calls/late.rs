//! Leave to answer after closing: what its link shows, and the team's list of such leaves.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use services::calls::Call;
use services::calls::late::{LateLeave, LateUse};

use crate::calls;
use crate::components::{Button, Cell, ErrorSummary, Inset, Lines, Tag, TextArea, TextInput, table, when};
use crate::layout::{Column, Main, act, team_nav};
use crate::t;
use crate::words::href;

/// What the link of a leave shows to whoever has it.
pub fn open(call: &Call, leave: &LateLeave) -> AnyView {
    let page = href(&format!("/calls/{}", call.slug));
    let (title, until) = (calls::title(call), when(leave.until, call));
    let begin = href(&format!("/late/{}", leave.token));
    // Whoever has leave for a call by invitation can read of it once they have begun.
    let about = (!call.private)
        .then(|| view! { <p class="govuk-body"><a class="govuk-link" href=page>{t!("late-call")}</a></p> });
    view! {
        <Main>
            <Column>
                <span class="govuk-caption-l">{title}</span>
                <h1 class="govuk-heading-l">{t!("late-title")}</h1>
                <p class="govuk-body">{t!("late-text", until = until)}</p>
                <p class="govuk-body">{t!("late-marked")}</p>
                <form method="post" action=begin>
                    <Button text=t!("late-start") class="govuk-button--start"/>
                </form>
                {about}
            </Column>
        </Main>
    }
    .into_any()
}

/// What the team's page of leaves shows.
pub struct LatePage {
    pub call: Call,
    pub all: Vec<LateUse>,
    /// Whether the call has closed and its outcome is not out, so that leave can be given.
    pub closed: bool,
    /// The address of the portal.
    pub site: String,
    pub now: DateTime<Utc>,
}

/// The team's page of leaves.
pub fn page(shown: LatePage) -> AnyView {
    let LatePage { call, all, closed, site, now } = shown;
    let address = format!("/team/calls/{}/late", call.slug);
    let form = if closed {
        form(&call, &address)
    } else {
        view! { <Inset>{t!("late-not-closed")}</Inset> }.into_any()
    };
    let given = (!all.is_empty()).then(|| list(&call, all, &site, now));
    view! {
        {team_nav(&call, "")}
        <Main>
            <ErrorSummary/>
            <span class="govuk-caption-l">{call.title.clone()}</span>
            <h1 class="govuk-heading-l">{t!("late-team-title")}</h1>
            <Column><p class="govuk-body">{t!("late-team-lead")}</p> {form}</Column>
            {given}
        </Main>
    }
    .into_any()
}

fn form(call: &Call, address: &str) -> AnyView {
    let action = address.to_owned();
    view! {
        <h2 class="govuk-heading-m">{t!("late-give")}</h2>
        <form method="post" action=action novalidate>
            <TextInput name="name" label=t!("late-name") hint=t!("late-name-hint")/>
            <p class="govuk-body">{t!("schedule-zone", zone = call.zone.name())}</p>
            <div class="fm-row">
                <TextInput name="until-date" kind="date" label=t!("late-until-date") width="govuk-input--width-10"/>
                <TextInput name="until-time" kind="time" label=t!("late-until-time") width="govuk-input--width-5"/>
            </div>
            <TextArea name="reason" label=t!("late-reason") hint=t!("late-reason-hint") rows=3/>
            <Button text=t!("late-give-button")/>
        </form>
    }
    .into_any()
}

fn list(call: &Call, all: Vec<LateUse>, site: &str, now: DateTime<Utc>) -> AnyView {
    let row = |one: LateUse| {
        let counts = one.leave.counts(call, now);
        let (state, colour) = match (one.sent, one.begun, counts) {
            (true, ..) => (t!("late-sent"), "green"),
            (false, _, false) => (t!("late-over"), "grey"),
            (false, true, true) => (t!("late-begun"), "yellow"),
            (false, false, true) => (t!("late-unused"), "blue"),
        };
        let link = format!("{site}/late/{}", one.leave.token);
        let shown = counts.then(|| {
            view! { <p class="fm-private-link"><a class="govuk-link" href=link.clone()>{link.clone()}</a></p> }
        });
        let end = counts.then(|| {
            let to = format!("/team/calls/{}/late/{}/end", call.slug, one.leave.id);
            act(to, t!("late-end"), &one.leave.name, None)
        });
        vec![
            Cell::heading(one.leave.name),
            Cell::new(view! { <Lines text=one.leave.reason/> {shown} }),
            Cell::new(when(one.leave.until, call)),
            Cell::new(view! { <Tag text=state colour/> }),
            Cell::new(end),
        ]
    };
    let rows = all.into_iter().map(row).collect();
    let columns = vec![
        t!("late-name"),
        t!("late-column-why"),
        t!("late-column-until"),
        t!("late-column-state"),
        t!("late-column-act"),
    ];
    view! {
        <h2 class="govuk-heading-m">{t!("late-given")}</h2>
        {table(t!("late-given"), columns, rows)}
    }
    .into_any()
}
