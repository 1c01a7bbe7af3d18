//! The list of calls, and the form that finds one: open, upcoming, closed, archived.

use chrono::{DateTime, Utc};
use domain::calls::{CallState, Shown};
use leptos::prelude::*;
use services::calls::Call;
use services::calls::finder::{Finder, Offered};

use super::keywords;
use crate::components::{Button, Opt, Select, Tag, TextInput, when};
use crate::layout::{Main, state_name};
use crate::words::href;
use crate::{calls, t};

/// The calls that were found among those announced, in groups, below the form that looks for them.
pub fn page(found: Vec<Call>, finder: &Finder, offered: Offered, now: DateTime<Utc>) -> AnyView {
    let told = (!finder.is_blank()).then(|| told(found.len()));
    let groups: Vec<_> = Shown::ALL.iter().filter_map(|shown| group(*shown, &found, finder, now)).collect();
    view! {
        <Main>
            <h1 class="govuk-heading-xl">{t!("calls-title")}</h1>
            {form(offered)} {told} {groups}
        </Main>
    }
    .into_any()
}

/// The calls of one state. Where nothing is looked for, it is said that there are none.
fn group(shown: Shown, found: &[Call], finder: &Finder, now: DateTime<Utc>) -> Option<AnyView> {
    let calls: Vec<_> =
        found.iter().filter(|call| Shown::of(call.state(now)) == Some(shown)).cloned().collect();
    let none = match shown {
        Shown::Open => t!("calls-none-open"),
        Shown::Upcoming => t!("calls-none-upcoming"),
        Shown::Closed => t!("calls-none-closed"),
        Shown::Archived => String::new(),
    };
    if calls.is_empty() && (none.is_empty() || !finder.is_blank()) {
        return None;
    }
    Some(
        view! {
            <h2 class="govuk-heading-l" id=shown.as_str()>{shown_name(shown)}</h2>
            {cards(calls, now, none)}
        }
        .into_any(),
    )
}

fn shown_name(shown: Shown) -> String {
    match shown {
        Shown::Open => t!("calls-open"),
        Shown::Upcoming => t!("calls-upcoming"),
        Shown::Closed => t!("calls-closed"),
        Shown::Archived => t!("calls-archived"),
    }
}

/// How many were found, and the way back to all.
fn told(count: usize) -> AnyView {
    view! {
        <p class="govuk-body" role="status">
            {t!("calls-found", count = count)} " " <a class="govuk-link" href=href("/calls")>{t!("calls-all")}</a>
        </p>
    }
    .into_any()
}

/// The form that looks for calls: an address of its own for whatever is looked for, to be kept or passed on.
fn form(offered: Offered) -> AnyView {
    let states = Shown::ALL.iter().map(|shown| (shown.to_string(), shown_name(*shown))).collect();
    let audiences = offered.audiences.iter().map(|one| (one.to_string(), keywords::audience(*one))).collect();
    let commissioners = offered.commissioners.into_iter().map(|name| (name.clone(), name)).collect();
    view! {
        <form method="get" action=href("/calls") class="fm-finder" role="search">
            <div class="fm-finder__fields">
                <TextInput name="words" label=t!("calls-words") kind="search"/>
                {list("state", t!("calls-state"), states)}
                {list("theme", t!("calls-theme"), offered.themes)}
                {list("place", t!("calls-place"), offered.places)}
                {list("audience", t!("calls-audience"), audiences)}
                {list("commissioner", t!("calls-commissioner"), commissioners)}
            </div>
            <Button text=t!("calls-find") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}

/// One list to choose from; none where there is nothing to choose between.
fn list(name: &'static str, label: String, offered: Vec<(String, String)>) -> Option<AnyView> {
    if offered.is_empty() {
        return None;
    }
    let any = std::iter::once(Opt::new("", t!("calls-any")));
    let options = any.chain(offered.into_iter().map(|(value, said)| Opt::new(value, said))).collect();
    Some(view! { <Select name label options/> }.into_any())
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
