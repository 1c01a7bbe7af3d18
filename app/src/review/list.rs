//! The responses of a call, and how far reading and coding have come.

use domain::people::Action;
use domain::responses::Channel;
use leptos::prelude::*;
use services::calls::Call;
use services::responses::Response;
use services::responses::read::Withdrawn;
use services::review::Progress;

use crate::components::{BackLink, Cell, Tag, day, pages, table, when};
use crate::layout::{Main, allowed, team_nav};
use crate::responses::names;
use crate::t;

/// How many responses a page lists.
pub const PAGE: u64 = 100;

/// What the list shows.
pub struct ListPage {
    pub call: Call,
    pub responses: Vec<Response>,
    /// The page, counted from 1.
    pub page: u64,
    pub progress: Progress,
    /// How many have an answer that somebody has marked as rich in evidence.
    pub rich: u64,
    /// Whether those alone are listed.
    pub rich_only: bool,
    /// How many questions to the lead analyst are open.
    pub flags: u64,
    /// Those that were withdrawn, of which nothing is shown.
    pub withdrawn: Vec<Withdrawn>,
    /// The next response that this person has not read.
    pub next_unread: Option<String>,
}

/// The list.
pub fn page(shown: ListPage) -> AnyView {
    let ListPage { call, responses, page, progress, rich, rich_only, flags, withdrawn, next_unread } = shown;
    let gone = gone(&call, &withdrawn);
    let base = format!("/team/calls/{}/responses", call.slug);
    let columns = vec![
        t!("list-reference"),
        t!("list-respondent"),
        t!("list-kind"),
        t!("list-sector"),
        t!("list-language"),
        t!("list-received"),
    ];
    let rows = responses.iter().map(|response| row(&base, &call, response)).collect();
    let nav = team_nav(&call, "/responses");
    let notes = notes(&call, flags);
    let marked = marked(&base, &call, &progress, rich, rich_only);
    let (of, asked) = if rich_only { (rich, "marked=evidence-rich&") } else { (progress.responses, "") };
    let next = next_unread.map(|reference| {
        view! { <a class="govuk-button" role="button" href=format!("{base}/{reference}")>{t!("list-next-unread")}</a> }
    });
    view! {
        <Main>
            {nav}
            <h1 class="govuk-heading-l">{t!("list-title")}</h1>
            {counts(&progress)}
            <div class="fm-toolbar">{next} {marked} {notes}</div>
            {table(t!("list-title"), columns, rows)}
            {gone}
            {pages(page, of, PAGE, |page| format!("{base}?{asked}page={page}"))}
        </Main>
    }
    .into_any()
}

/// The ways to the responses that are rich in evidence and back to all, and to where answers stand.
fn marked(base: &str, call: &Call, progress: &Progress, rich: u64, rich_only: bool) -> AnyView {
    let (to, text) = if rich_only {
        (base.to_owned(), t!("list-all", of = progress.responses))
    } else {
        (format!("{base}?marked=evidence-rich"), t!("list-rich", rich = rich, of = progress.responses))
    };
    let said =
        rich_only.then(|| view! { <p>{t!("list-rich-only", rich = rich, of = progress.responses)}</p> });
    let stances = format!("/team/calls/{}/stances", call.slug);
    view! {
        {said}
        <a class="govuk-link" href=to>{text}</a>
        <a class="govuk-link" href=stances>{t!("stances-title")}</a>
    }
    .into_any()
}

/// The ways to what analysts have written.
fn notes(call: &Call, flags: u64) -> AnyView {
    let base = format!("/team/calls/{}", call.slug);
    let asked = allowed(Action::CodeResponses).then(|| {
        view! { <a class="govuk-link" href=format!("{base}/flags")>{t!("list-flags", count = flags)}</a> }
    });
    view! {
        <a class="govuk-link" href=format!("{base}/memos")>{t!("memos-title")}</a>
        <a class="govuk-link" href=format!("{base}/memos?on=journal")>{t!("journal-title")}</a>
        {asked}
    }
    .into_any()
}

/// The references of what was withdrawn, and when that was.
fn gone(call: &Call, withdrawn: &[Withdrawn]) -> Option<AnyView> {
    let items: Vec<_> = withdrawn
        .iter()
        .map(|one| view! { <li>{t!("list-withdrawn", reference = &one.reference, when = when(one.at, call))}</li> })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-s">{t!("list-withdrawn-title")}</h2>
            <ul class="govuk-list">{items}</ul>
        }
        .into_any()
    })
}

fn counts(progress: &Progress) -> AnyView {
    let coders: Vec<_> = progress
        .coders
        .iter()
        .map(|coder| {
            view! { <li>{t!("list-coder", name = &coder.name, read = coder.read, coded = coder.coded, codings = coder.codings)}</li> }
        })
        .collect();
    view! {
        <div class="fm-progress">
            <progress value=progress.read_by_me.to_string() max=progress.responses.max(1).to_string() aria-label=t!("list-progress")></progress>
            <span>{t!("list-read-by-me", read = progress.read_by_me, of = progress.responses)}</span>
        </div>
        <p class="govuk-body">
            {t!("list-counts", read = progress.read_by_anyone, coded = progress.coded, codings = progress.codings, of = progress.responses)}
        </p>
        <details class="govuk-details">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{t!("list-coders")}</span></summary>
            <div class="govuk-details__text"><ul class="govuk-list">{coders}</ul></div>
        </details>
    }
    .into_any()
}

fn row(base: &str, call: &Call, response: &Response) -> Vec<Cell> {
    let to = format!("{base}/{}", response.reference);
    let link = view! { <a class="govuk-link" href=to>{response.reference.clone()}</a> };
    vec![
        Cell::heading(link).short(),
        Cell::new(who(response)),
        Cell::new(names::kind(response.kind)),
        Cell::new(response.sector.map(names::sector)),
        Cell::new(language(&response.language)),
        Cell::new(received_cell(call, response)).short(),
    ]
}

fn received_cell(call: &Call, response: &Response) -> AnyView {
    view! { {received(response, call)} {late(response)} {changed(response)} {channel(response)} }.into_any()
}

/// When it came: of what one of the team has entered the day is known, and not the hour.
pub fn received(response: &Response, call: &Call) -> String {
    let entered = Channel::parse(&response.channel).is_some_and(Channel::is_entered);
    if entered {
        day(response.submitted_at.with_timezone(&call.zone).date_naive())
    } else {
        when(response.submitted_at, call)
    }
}

/// The mark of what came another way than by the portal's own pages.
pub fn channel(response: &Response) -> Option<AnyView> {
    let channel = Channel::parse(&response.channel).filter(|channel| *channel != Channel::Online)?;
    Some(view! { " " <Tag text=names::channel(channel) colour="purple"/> }.into_any())
}

/// The mark of what came after closing.
pub fn late(response: &Response) -> Option<AnyView> {
    response.late.then(|| view! { " " <Tag text=t!("list-late") colour="yellow"/> }.into_any())
}

/// The mark of what was changed after it was sent.
fn changed(response: &Response) -> Option<AnyView> {
    (response.version > 1).then(|| view! { " " <Tag text=t!("list-changed") colour="purple"/> }.into_any())
}

/// Whoever answered, as they named themselves.
pub fn who(response: &Response) -> String {
    match (response.organisation.is_empty(), response.name.is_empty()) {
        (false, _) => response.organisation.clone(),
        (true, false) => response.name.clone(),
        (true, true) if response.veiled => t!("list-name-veiled"),
        (true, true) => t!("list-no-name"),
    }
}

/// The name of a language that was answered in.
pub fn language(code: &str) -> String {
    match code {
        "cy" => t!("language-cy"),
        "en" => t!("language-en"),
        other => other.to_owned(),
    }
}

/// The way back to the list.
pub fn back(call: &Call) -> AnyView {
    view! { <BackLink to=format!("/team/calls/{}/responses", call.slug) text=t!("list-title")/> }.into_any()
}
