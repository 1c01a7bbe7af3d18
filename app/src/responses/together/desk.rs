//! The page of a draft that the members of an organisation share: how it stands, who wrote what, and what is to be done.

use std::collections::HashMap;

use domain::responses::Step;
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::people::organisations::Organisation;
use services::responses::Draft;
use services::responses::gathering::quotes::Cited;
use services::responses::together::SharedState;
use services::responses::together::history::Last;
use services::responses::together::sign_off::{SignOff, Standing};
use uuid::Uuid;

use super::list::tag;
use crate::calls;
use crate::components::{BackLink, Button, Cell, Hidden, Notice, table, when};
use crate::layout::{Column, Main};
use crate::people::members::address as members;
use crate::people::organisations::names;
use crate::responses::gathering::quoted;
use crate::responses::step;
use crate::t;
use crate::words::href;

/// What the page shows.
pub struct DeskPage {
    pub organisation: Organisation,
    pub call: Call,
    pub form: Questionnaire,
    pub draft: Draft,
    pub state: SharedState,
    pub standing: Standing,
    pub last: HashMap<Option<Uuid>, Last>,
    /// How many comments wait, by the question that they are about.
    pub comments: HashMap<Option<Uuid>, usize>,
    /// How many stories were told for it, where it gathers any.
    pub stories: Option<u64>,
    /// Those that it quotes.
    pub quotes: Vec<Cited>,
    /// Whether those who may sign off were just asked to.
    pub asked: bool,
}

/// The page.
pub fn page(shown: DeskPage) -> AnyView {
    let name = names::name(&shown.organisation);
    let text = t!("members-title", name = name.as_str());
    let before = view! { <BackLink to=href(&members(&shown.organisation)) text/> }.into_any();
    let here = href(&super::address(&shown.organisation.slug, shown.draft.id));
    let asked = shown.asked.then(|| {
        view! {
            <Notice title=t!("together-asked-title")>
                <p class="govuk-notification-banner__heading">{t!("together-asked")}</p>
            </Notice>
        }
    });
    let saved = t!("kept-saved", when = when(shown.draft.saved_at, &shown.call));
    let (title, tag) = (calls::title(&shown.call), tag(&shown.state));
    let unsent = !matches!(shown.state, SharedState::Sent(_));
    let answer = |asked| format!("{here}/questions/{asked}");
    let withdrawn = unsent.then(|| quoted::withdrawn(&shown.quotes, answer)).flatten();
    let (go_on, sign_off) = (go_on(&here, &shown), sign_off(&here, &shown));
    let (answers, beside) = (answers(&here, &shown), beside(&here, &shown));
    let signed = signed(&shown.call, &shown.standing.all);
    view! {
        <Main before>
            {asked}
            <span class="govuk-caption-l">{name}</span>
            <h1 class="govuk-heading-l">{title}</h1>
            <p class="govuk-body">{tag} " " {saved}</p>
            <Column>{withdrawn} {go_on} {sign_off}</Column>
            {answers}
            <Column>{beside} {signed}</Column>
        </Main>
    }
    .into_any()
}

/// A button that opens the draft in this browser, on this page of it.
pub(super) fn open(here: &str, to: &str, text: String, class: &'static str) -> AnyView {
    view! {
        <form method="post" action=format!("{here}/open")>
            <Hidden name="to" value=to.to_owned()/>
            <Button text class/>
        </form>
    }
    .into_any()
}

fn go_on(here: &str, shown: &DeskPage) -> AnyView {
    match &shown.state {
        SharedState::Sent(_) => view! {
            <p class="govuk-body">{t!("error-shared-stays")}</p>
            {open(here, "receipt", t!("confirmation-receipt"), "")}
        }
        .into_any(),
        SharedState::Closed => view! { <p class="govuk-body">{t!("kept-closed-text")}</p> }.into_any(),
        SharedState::Writing | SharedState::SignedOff => {
            let closes = shown.call.times.closes.map(|at| t!("call-closes", when = when(at, &shown.call)));
            view! {
                <p class="govuk-body">{closes} " " {t!("together-lead")}</p>
                {open(here, "contents", t!("together-write"), "")}
            }
            .into_any()
        }
    }
}

/// What is left to do before it can be sent.
fn sign_off(here: &str, shown: &DeskPage) -> AnyView {
    if !matches!(shown.state, SharedState::Writing | SharedState::SignedOff) {
        return ().into_any();
    }
    let unfinished = shown.draft.unfinished(&shown.form);
    let body = if !unfinished.is_empty() {
        let left = unfinished.iter().map(|at| view! { <li>{step::title(*at, &shown.form)}</li> });
        let left: Vec<_> = left.collect();
        view! {
            <p class="govuk-body">{t!("together-unfinished")}</p>
            <ul class="govuk-list govuk-list--bullet">{left}</ul>
        }
        .into_any()
    } else if shown.standing.holds {
        view! {
            <p class="govuk-body">{t!("together-send-text")}</p>
            {open(here, "check", t!("together-send"), "govuk-button--secondary")}
        }
        .into_any()
    } else {
        to_be_signed(here, &shown.standing)
    };
    view! { <h2 class="govuk-heading-m">{t!("together-sign-title")}</h2> {body} }.into_any()
}

fn to_be_signed(here: &str, standing: &Standing) -> AnyView {
    let mine = match standing.mine {
        Ok(()) => view! {
            <p class="govuk-body"><a class="govuk-link" href=format!("{here}/sign-off")>{t!("together-sign-link")}</a></p>
        }
        .into_any(),
        Err(why) => {
            let why = crate::words::say(crate::words::language(), why, None);
            view! { <p class="govuk-body">{why}</p> }.into_any()
        }
    };
    view! {
        <p class="govuk-body">{t!("together-sign-text")}</p>
        {mine}
        <form method="post" action=format!("{here}/ask")>
            <Button text=t!("together-ask") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}

/// Who wrote what.
fn answers(here: &str, shown: &DeskPage) -> AnyView {
    let columns = vec![t!("together-question"), t!("together-last"), t!("together-comments")];
    let last = |question: Option<Uuid>| {
        shown.last.get(&question).map_or_else(
            || t!("not-answered"),
            |last| t!("together-by", who = last.by.as_str(), when = when(last.at, &shown.call)),
        )
    };
    let row = |at: Step| {
        let Step::Question(number) = at else { return None };
        let asked = shown.form.questions.get(number - 1)?;
        let open = shown.comments.get(&Some(asked.id)).copied().unwrap_or_default();
        let to = format!("{here}/questions/{}", asked.id);
        Some(vec![
            Cell::heading(view! { <a class="govuk-link" href=to>{asked.title.clone()}</a> }),
            Cell::new(last(Some(asked.id))),
            Cell::new(waiting(open)),
        ])
    };
    let about = vec![Cell::heading(t!("step-about")), Cell::new(last(None)), Cell::new("")];
    let rows = std::iter::once(about).chain(shown.draft.steps(&shown.form).into_iter().filter_map(row));
    view! {
        <h2 class="govuk-heading-m">{t!("together-who")}</h2>
        {table(t!("together-who"), columns, rows.collect())}
    }
    .into_any()
}

fn waiting(open: usize) -> String {
    if open == 0 { String::new() } else { t!("together-open", count = open) }
}

/// What is about the whole.
fn beside(here: &str, shown: &DeskPage) -> AnyView {
    let open_whole = waiting(shown.comments.get(&None).copied().unwrap_or_default());
    let signatories = matches!(shown.state, SharedState::Writing | SharedState::SignedOff)
        .then(|| open(here, "co-signatories", t!("co-signatories-link"), "govuk-button--secondary"));
    let stories = shown.stories.map(|count| t!("stories-count", count = count));
    view! {
        <p class="govuk-body govuk-!-margin-top-6">
            <a class="govuk-link" href=format!("{here}/questions/whole")>{t!("together-whole")}</a> " " {open_whole}
        </p>
        <p class="govuk-body">
            <a class="govuk-link" href=format!("{here}/stories")>{t!("stories-link")}</a> " " {stories}
        </p>
        {signatories}
    }
    .into_any()
}

/// Every sign-off that there was.
fn signed(call: &Call, all: &[SignOff]) -> AnyView {
    let one = |one: &SignOff| {
        let alone = one.alone.then(|| t!("together-signed-alone"));
        let ended = one
            .ended
            .as_ref()
            .map(|(who, at)| t!("together-signed-ended", who = who.as_str(), when = when(*at, call)));
        let by = t!("together-signed-by", who = one.by.as_str(), when = when(one.at, call));
        view! { <li>{by} " " {alone} " " {ended}</li> }
    };
    let items: Vec<_> = all.iter().map(one).collect();
    (!items.is_empty())
        .then(|| {
            view! {
                <h2 class="govuk-heading-m">{t!("together-signed-title")}</h2>
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
            }
        })
        .into_any()
}
