//! Questions to the lead analyst: the list of a call, one with its reply, and the form to ask.

use domain::people::Action;
use leptos::prelude::*;
use services::calls::Call;
use services::review::flags::{Counts, Flag, Said};

use super::list::back;
use crate::components::{BackLink, Button, ErrorSummary, Hidden, Lines, Tag, TextArea, pages, when};
use crate::layout::{Column, Main, allowed, team_nav};
use crate::t;

/// How many questions a page lists.
pub const PAGE: u64 = 50;

/// The list: those that wait, or those that are closed.
pub fn page(call: Call, flags: &[Flag], counts: Counts, closed: bool, page: u64) -> AnyView {
    let before = back(&call);
    let base = format!("/team/calls/{}/flags", call.slug);
    let (of, asked) = if closed { (counts.closed, "closed=1&") } else { (counts.open, "") };
    let other = if closed {
        view! { <a class="govuk-link" href=base.clone()>{t!("flags-see-open", count = counts.open)}</a> }
    } else {
        view! { <a class="govuk-link" href=format!("{base}?closed=1")>{t!("flags-see-closed", count = counts.closed)}</a> }
    };
    let rows: Vec<_> = flags.iter().map(|flag| one(&call, flag)).collect();
    let empty = flags.is_empty().then(|| {
        let none = if closed { t!("flags-none-closed") } else { t!("flags-none") };
        view! { <p class="fm-empty">{none}</p> }
    });
    view! {
        <Main before>
            {team_nav(&call, "/responses")}
            <h1 class="govuk-heading-l">{t!("flags-title")}</h1>
            <div class="fm-toolbar"><p>{t!("flags-counts", open = counts.open, waiting = counts.waiting)}</p> {other}</div>
            {empty} {rows}
            {pages(page, of, PAGE, |page| format!("{base}?{asked}page={page}"))}
        </Main>
    }
    .into_any()
}

/// The questions about a response, and the way to ask one.
pub fn section(call: &Call, reference: &str, flags: &[Flag]) -> AnyView {
    let to = format!("/team/calls/{}/flags/new?response={reference}", call.slug);
    let rows: Vec<_> = flags.iter().map(|flag| one(call, flag)).collect();
    view! {
        <section class="fm-panel" id="flags" aria-labelledby="flags-title">
            <h2 class="govuk-heading-s" id="flags-title">{t!("flags-here", count = flags.len())}</h2>
            {rows} <p class="govuk-body"><a class="govuk-link" href=to>{t!("flag-ask")}</a></p>
        </section>
    }
    .into_any()
}

fn one(call: &Call, flag: &Flag) -> AnyView {
    let base = format!("/team/calls/{}", call.slug);
    let to = format!("{base}/flags/{}", flag.id);
    let question = flag.question.as_ref().map(|question| format!(" · {question}"));
    let see = if flag.reply.is_none() && flag.closed.is_none() && allowed(Action::AnswerFlags) {
        t!("flag-answer")
    } else {
        t!("flag-see")
    };
    view! {
        <article class="fm-memo" id=format!("flag-{}", flag.id)>
            <p class="govuk-body-s">
                <a class="govuk-link" href=format!("{base}/responses/{}", flag.response)>{flag.response.clone()}</a>
                {question} " " {state(flag)}
            </p>
            {said(call, &flag.asked)}
            {flag.reply.as_ref().map(|reply| view! { <div class="govuk-inset-text">{said(call, reply)}</div> })}
            <p class="fm-secondary">
                <a class="govuk-link" href=to>
                    {see} <span class="govuk-visually-hidden">" " {flag.response.clone()} ", " {when(flag.asked.at, call)}</span>
                </a>
            </p>
        </article>
    }
    .into_any()
}

fn state(flag: &Flag) -> AnyView {
    let (text, colour) = match (&flag.closed, &flag.reply) {
        (Some(_), _) => (t!("flag-closed"), "grey"),
        (None, Some(_)) => (t!("flag-answered"), "green"),
        (None, None) => (t!("flag-waits"), "yellow"),
    };
    view! { <Tag text colour/> }.into_any()
}

fn said(call: &Call, said: &Said) -> AnyView {
    view! {
        <Lines text=said.text.clone()/>
        <p class="fm-secondary">{said.name.clone()} " · " {when(said.at, call)}</p>
    }
    .into_any()
}

/// The form of a new question. `fields` go along unseen and say what it is about.
pub fn form(
    call: Call,
    reference: &str,
    question: Option<String>,
    fields: Vec<(&'static str, String)>,
) -> AnyView {
    let base = format!("/team/calls/{}", call.slug);
    let before = view! { <BackLink to=format!("{base}/responses/{reference}")/> }.into_any();
    let about = question.map_or_else(|| reference.to_owned(), |question| format!("{reference} · {question}"));
    let fields: Vec<_> = fields.into_iter().map(|(name, value)| view! { <Hidden name value/> }).collect();
    view! {
        <Main before>
            {team_nav(&call, "/responses")}
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("flag-ask")}</h1>
                <p class="govuk-body-s">{about}</p>
                <form method="post" action=format!("{base}/flags/new") novalidate>
                    {fields}
                    <TextArea name="text" label=t!("flag-text") hint=t!("flag-text-hint") rows=5/>
                    <Button text=t!("flag-button")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// One question, with the form to answer it for whoever leads, and the button to close it.
pub fn one_page(call: Call, flag: Flag, may_close: bool) -> AnyView {
    let base = format!("/team/calls/{}/flags", call.slug);
    let before = view! { <BackLink to=base.clone() text=t!("flags-title")/> }.into_any();
    let address = format!("{base}/{}", flag.id);
    let open = flag.closed.is_none();
    let answer = (open && allowed(Action::AnswerFlags)).then(|| {
        view! {
            <form method="post" action=address.clone() novalidate>
                <TextArea name="reply" label=t!("flag-reply") rows=5/>
                <Button text=t!("flag-reply-button")/>
            </form>
        }
    });
    let close = (open && may_close).then(|| {
        view! {
            <form method="post" action=format!("{address}/close")>
                <Button text=t!("flag-close") class="govuk-button--secondary"/>
            </form>
        }
    });
    let closed = flag.closed.as_ref().map(|closed| {
        view! { <p class="govuk-body">{t!("flag-closed-by", who = closed.name.as_str(), when = when(closed.at, &call))}</p> }
    });
    view! {
        <Main before>
            {team_nav(&call, "/responses")}
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("flag-title")}</h1>
                {one(&call, &flag)} {closed} {answer} {close}
            </Column>
        </Main>
    }
    .into_any()
}
