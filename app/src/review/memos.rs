//! Memos: the list of a call, of which those on the call itself are the analytic journal; one memo with what it said before;
//! and the form to write one.

use domain::people::Action;
use domain::review::MemoOn;
use domain::text::Span;
use leptos::prelude::*;
use services::calls::Call;
use services::review::memos::{Memo, Past, Place};

use super::list::back;
use super::page::act;
use crate::components::{BackLink, Button, ErrorSummary, Hidden, Lines, TextArea, pages, when};
use crate::layout::{Column, Main, allowed, team_nav};
use crate::t;

/// How many memos a page lists.
pub const PAGE: u64 = 50;

/// What the list shows.
pub struct MemosPage {
    pub call: Call,
    pub memos: Vec<Memo>,
    /// The page, counted from 1.
    pub page: u64,
    /// How many there are, and how many of them are the journal.
    pub all: u64,
    pub journal: u64,
    /// Whether the journal alone is listed.
    pub journal_only: bool,
}

/// The list, the newest first.
pub fn page(shown: MemosPage) -> AnyView {
    let MemosPage { call, memos, page, all, journal, journal_only } = shown;
    let before = back(&call);
    let base = format!("/team/calls/{}/memos", call.slug);
    let (title, of, asked) = if journal_only {
        (t!("journal-title"), journal, "on=journal&")
    } else {
        (t!("memos-title"), all, "")
    };
    let other = if journal_only {
        view! { <a class="govuk-link" href=base.clone()>{t!("memos-all", count = all)}</a> }
    } else {
        view! { <a class="govuk-link" href=format!("{base}?on=journal")>{t!("memos-journal", count = journal)}</a> }
    };
    let write = allowed(Action::CodeResponses).then(|| {
        view! { <a class="govuk-button" role="button" href=format!("{base}/new")>{t!("journal-write")}</a> }
    });
    let rows: Vec<_> = memos.iter().map(|memo| one(&call, memo)).collect();
    let empty = memos.is_empty().then(|| view! { <p class="fm-empty">{t!("memos-none")}</p> });
    view! {
        <Main before>
            {team_nav(&call, "/responses")}
            <h1 class="govuk-heading-l">{title}</h1>
            <p class="govuk-body">{t!("memos-lead")}</p>
            <div class="fm-toolbar">{write} {other}</div>
            {empty} {rows}
            {pages(page, of, PAGE, |page| format!("{base}?{asked}page={page}"))}
        </Main>
    }
    .into_any()
}

/// The memos on a response or on a code, and the way to write one there. `new` is what the address of a new one ends with.
pub fn section(call: &Call, memos: &[Memo], new: &str) -> AnyView {
    let write = allowed(Action::CodeResponses).then(|| {
        let to = format!("/team/calls/{}/memos/new?{new}", call.slug);
        view! { <p class="govuk-body"><a class="govuk-link" href=to>{t!("memo-write")}</a></p> }
    });
    let rows: Vec<_> = memos.iter().map(|memo| one(call, memo)).collect();
    view! {
        <section class="fm-panel" id="memos" aria-labelledby="memos-title">
            <h2 class="govuk-heading-s" id="memos-title">{t!("memos-here", count = memos.len())}</h2>
            {rows} {write}
        </section>
    }
    .into_any()
}

fn one(call: &Call, memo: &Memo) -> AnyView {
    let to = format!("/team/calls/{}/memos/{}", call.slug, memo.id);
    let changed = memo.changed_at.map(|at| format!(" · {}", t!("memo-changed", when = when(at, call))));
    view! {
        <article class="fm-memo" id=format!("memo-{}", memo.id)>
            {place(call, memo.on, &memo.place)}
            <Lines text=memo.text.clone()/>
            <p class="fm-secondary">
                {memo.author_name.clone()} " · " {when(memo.written_at, call)} {changed} " · "
                <a class="govuk-link" href=to>
                    {t!("memo-see")} <span class="govuk-visually-hidden">" " {when(memo.written_at, call)}</span>
                </a>
            </p>
        </article>
    }
    .into_any()
}

/// What a memo stands on, with the way there.
fn place(call: &Call, on: MemoOn, place: &Place) -> AnyView {
    let base = format!("/team/calls/{}", call.slug);
    let Place { code, response, question, words, replaced } = place;
    if let Some((id, name)) = code {
        let to = format!("{base}/codebook/{id}/excerpts");
        return view! { <p class="govuk-body-s"><a class="govuk-link" href=to>{t!("memo-on-code", code = name.as_str())}</a></p> }.into_any();
    }
    let Some(reference) = response else {
        return view! { <p class="govuk-body-s">{t!("memo-on-call")}</p> }.into_any();
    };
    let address = format!("{base}/responses/{reference}");
    let to = match on {
        _ if *replaced => format!("{address}/versions"),
        MemoOn::Excerpt { answer, span: Span { start, end } } => {
            format!("{address}?answer={answer}&at={start}-{end}")
        }
        MemoOn::Answer(answer) => format!("{address}#answer-{answer}"),
        MemoOn::Call | MemoOn::Code(_) | MemoOn::Response(_) => address,
    };
    let question = question.as_ref().map(|question| format!(" · {question}"));
    let words = words.as_ref().map(|words| {
        view! { <blockquote class="fm-quote"><Lines text=words.clone() class="govuk-body fm-reading"/></blockquote> }
    });
    let replaced = replaced.then(|| view! { <p class="fm-secondary">{t!("memo-replaced")}</p> });
    view! {
        <p class="govuk-body-s"><a class="govuk-link" href=to>{reference.clone()}</a> {question}</p>
        {words} {replaced}
    }
    .into_any()
}

/// The form of a new memo. `fields` go along unseen and say what it stands on.
pub fn form(call: Call, on: MemoOn, at: Place, fields: Vec<(&'static str, String)>) -> AnyView {
    let base = format!("/team/calls/{}", call.slug);
    let to = match (&at.response, &at.code) {
        (Some(reference), _) => format!("{base}/responses/{reference}"),
        (None, Some((code, _))) => format!("{base}/codebook/{code}/excerpts"),
        (None, None) => format!("{base}/memos"),
    };
    let before = view! { <BackLink to/> }.into_any();
    let title = if on == MemoOn::Call { t!("journal-write") } else { t!("memo-write") };
    let fields: Vec<_> = fields.into_iter().map(|(name, value)| view! { <Hidden name value/> }).collect();
    view! {
        <Main before>
            {team_nav(&call, "/responses")}
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{title}</h1>
                {place(&call, on, &at)}
                <form method="post" action=format!("{base}/memos/new") novalidate>
                    {fields}
                    <TextArea name="text" label=t!("memo-text") hint=t!("memo-text-hint") rows=8/>
                    <Button text=t!("save")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// One memo: as it is, as it was, and the form to change it for whoever wrote it.
pub fn one_page(call: Call, memo: Memo, past: &[Past], mine: bool) -> AnyView {
    let base = format!("/team/calls/{}/memos", call.slug);
    let before = view! { <BackLink to=base.clone() text=t!("memos-title")/> }.into_any();
    let address = format!("{base}/{}", memo.id);
    let change = (mine && allowed(Action::CodeResponses)).then(|| {
        view! {
            <form method="post" action=address.clone() novalidate>
                <TextArea name="text" label=t!("memo-text") hint=t!("memo-change-hint") rows=8/>
                <Button text=t!("save")/>
            </form>
            <form method="post" action=format!("{address}/remove")>
                <Button text=t!("memo-remove") class="govuk-button--secondary"/>
            </form>
        }
    });
    let rows: Vec<_> = past
        .iter()
        .map(|past| {
            let said = t!(
                "memo-past",
                when = when(past.at, &call),
                who = past.actor_name.as_str(),
                what = act(past.act)
            );
            let text = past.text.clone().map(|text| view! { <Lines text class="govuk-body-s"/> });
            view! { <li><p class="fm-secondary">{said}</p> {text}</li> }
        })
        .collect();
    view! {
        <Main before>
            {team_nav(&call, "/responses")}
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("memo-title")}</h1>
                {one(&call, &memo)} {change}
                <h2 class="govuk-heading-m">{t!("memo-past-title")}</h2>
                <ul class="govuk-list fm-given">{rows}</ul>
            </Column>
        </Main>
    }
    .into_any()
}
