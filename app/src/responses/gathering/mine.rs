//! The page that the link of somebody's own opens: what they told, how it may be used, and the way to take it back.

use leptos::prelude::*;
use services::responses::gathering::told::Mine;

use super::uses;
use crate::components::{BackLink, Button, ErrorSummary, Inset, Lines, Notice, Radios, Warning, when};
use crate::layout::{Column, Main};
use crate::people::organisations::names;
use crate::t;
use crate::words::href;

/// What has just been done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Told,
    Changed,
}

/// The page. `link` is its own whole address, and `here` the same in no language.
pub fn page(mine: &Mine, link: String, here: &str, done: Option<Done>) -> AnyView {
    let name = names::name(&mine.asking.organisation);
    let call = &mine.asking.call;
    let body = match mine.taken_back_at {
        Some(at) => {
            view! { <p class="govuk-body">{t!("story-taken-back", when = when(at, call))}</p> }.into_any()
        }
        None => told(mine, &name, link, here),
    };
    let done = done.map(|done| notice(mine, &name, done));
    let heading = mine.asking.gathering.details.heading.clone();
    view! {
        <Main>
            <Column>
                <ErrorSummary/>
                {done}
                <span class="govuk-caption-l">{heading}</span>
                <h1 class="govuk-heading-l">{t!("story-mine")}</h1>
                {body}
            </Column>
        </Main>
    }
    .into_any()
}

fn notice(mine: &Mine, name: &str, done: Done) -> AnyView {
    let (title, text) = match done {
        Done::Told => {
            let number = t!("story-told-number", number = mine.number);
            (t!("story-told-title"), format!("{} {number}", t!("story-told", name = name)))
        }
        Done::Changed => (t!("story-changed-title"), t!("story-changed")),
    };
    view! { <Notice title><p class="govuk-notification-banner__heading">{text}</p></Notice> }.into_any()
}

fn told(mine: &Mine, name: &str, link: String, here: &str) -> AnyView {
    let call = &mine.asking.call;
    let gave = if mine.name.is_empty() {
        t!("story-told-no-name")
    } else {
        t!("story-told-name", name = mine.name.as_str())
    };
    let change = mine.may_change().then(|| {
        view! {
            <form method="post" action=href(here) novalidate>
                <Radios name="use" legend=t!("story-use") options=uses(!mine.name.is_empty())/>
                <Button text=t!("story-change")/>
            </form>
        }
    });
    let sent = mine.asking.gathering.sent_at.map(|at| {
        let text = t!("story-was-sent", name = name, when = when(at, call));
        view! { <p class="govuk-body">{text}</p> }
    });
    let text = mine.text.clone();
    view! {
        <p class="govuk-body">{t!("story-private-link")}</p>
        <Inset><p class="fm-private-link"><a class="govuk-link" href=link.clone()>{link.clone()}</a></p></Inset>
        <Warning text=t!("story-private-warning")/>
        <p class="govuk-body">{t!("story-told-at", when = when(mine.told_at, call))} " " {gave}</p>
        <Inset><Lines text/></Inset>
        {quotes(mine, name)} {sent} {change}
        <p class="govuk-body"><a class="govuk-link" href=href(&format!("{here}/take-back"))>{t!("story-take-back")}</a></p>
    }
    .into_any()
}

/// What the group quotes of it.
fn quotes(mine: &Mine, name: &str) -> Option<AnyView> {
    if mine.quotes.is_empty() {
        return None;
    }
    let title = if mine.asking.gathering.sent_at.is_some() {
        t!("story-words-sent", name = name)
    } else {
        t!("story-words-draft", name = name)
    };
    let all: Vec<_> = mine.quotes.iter().map(|text| view! { <li>"“" {text.clone()} "”"</li> }).collect();
    Some(
        view! {
            <h2 class="govuk-heading-m">{title}</h2>
            <ul class="govuk-list govuk-list--bullet">{all}</ul>
        }
        .into_any(),
    )
}

/// The page on which somebody takes back what they told.
pub fn take_back(mine: &Mine, here: &str) -> AnyView {
    let name = names::name(&mine.asking.organisation);
    let (back, action) = (href(here), href(&format!("{here}/take-back")));
    let before = view! { <BackLink to=back.clone()/> }.into_any();
    let quoted = (!mine.quotes.is_empty()).then(|| {
        if mine.asking.gathering.sent_at.is_some() {
            t!("story-take-back-sent", name = name)
        } else {
            t!("story-take-back-draft", name = name)
        }
    });
    view! {
        <Main before>
            <Column>
                <h1 class="govuk-heading-l">{t!("story-take-back-title")}</h1>
                <p class="govuk-body">{t!("story-take-back-deletes")}</p>
                {quoted.map(|text| view! { <p class="govuk-body">{text}</p> })}
                <form method="post" action=action>
                    <Button text=t!("story-take-back") class="govuk-button--warning"/>
                </form>
                <p class="govuk-body"><a class="govuk-link" href=back>{t!("story-keep")}</a></p>
            </Column>
        </Main>
    }
    .into_any()
}
