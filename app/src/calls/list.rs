//! The list of calls: open, upcoming, closed, archived.

use chrono::{DateTime, Utc};
use domain::calls::CallState;
use leptos::prelude::*;
use services::calls::Call;

use crate::components::{Tag, when};
use crate::layout::{Main, state_name};
use crate::words::href;
use crate::{calls, t};

/// Every call that was announced, in groups.
pub fn page(all: Vec<Call>, now: DateTime<Utc>) -> AnyView {
    let (open, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|call| call.state(now) == CallState::Open);
    let (upcoming, closed): (Vec<_>, Vec<_>) =
        rest.into_iter().partition(|call| call.state(now) == CallState::Unopened);
    let (archived, closed): (Vec<_>, Vec<_>) =
        closed.into_iter().partition(|call| call.state(now) == CallState::Archived);
    let archived = (!archived.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-l" id="archived">{t!("calls-archived")}</h2>
            {cards(archived, now, String::new())}
        }
    });
    view! {
        <Main>
            <h1 class="govuk-heading-xl">{t!("calls-title")}</h1>
            <h2 class="govuk-heading-l" id="open">{t!("calls-open")}</h2>
            {cards(open, now, t!("calls-none-open"))}
            <h2 class="govuk-heading-l" id="upcoming">{t!("calls-upcoming")}</h2>
            {cards(upcoming, now, t!("calls-none-upcoming"))}
            <h2 class="govuk-heading-l" id="closed">{t!("calls-closed")}</h2>
            {cards(closed, now, t!("calls-none-closed"))}
            {archived}
        </Main>
    }
    .into_any()
}

/// One card for each call, or a sentence where there is none.
pub fn cards(calls: Vec<Call>, now: DateTime<Utc>, none: String) -> AnyView {
    if calls.is_empty() {
        return view! { <p class="govuk-body">{none}</p> }.into_any();
    }
    let cards: Vec<_> = calls.into_iter().map(|call| card(&call, now)).collect();
    view! { <ul class="fm-cards">{cards}</ul> }.into_any()
}

fn card(call: &Call, now: DateTime<Utc>) -> AnyView {
    let state = call.state(now);
    let time = match state {
        CallState::Unopened => call.times.opens.map(|at| t!("call-opens", when = when(at, call))),
        CallState::Open => call.times.closes.map(|at| t!("call-closes", when = when(at, call))),
        _ => call.times.closes.map(|at| t!("call-closed-at", when = when(at, call))),
    };
    view! {
        <li class="fm-card">
            <h3 class="fm-card__title">
                <a class="govuk-link" href=href(&format!("/calls/{}", call.slug))>{calls::title(call)}</a>
            </h3>
            <p class="fm-card__facts">{tag(state)} <span>{time}</span></p>
            <p class="govuk-body">{calls::summary(call)}</p>
        </li>
    }
    .into_any()
}

/// The state of a call as a tag.
pub fn tag(state: CallState) -> AnyView {
    let colour = match state {
        CallState::Open => "green",
        CallState::Draft | CallState::Unopened => "blue",
        CallState::Closed | CallState::Analysing | CallState::Archived => "grey",
        CallState::Outcome => "purple",
    };
    view! { <Tag text=state_name(state) colour/> }.into_any()
}
