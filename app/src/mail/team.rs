//! The team's pages of letters: the shelves they lie on, and one letter.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::Language;
use domain::mail::{KEPT_DAYS, LetterState};
use domain::people::Action;
use leptos::prelude::*;
use services::calls::edit::ZONE;
use services::mail::desk::{PAGE, Posted, SHELVES, can_go};

use super::names;
use crate::components::{
    BackLink, Button, Cell, Hidden, Inset, Lines, Opt, Radios, Tag, TextInput, Warning, pages, table, when_in,
};
use crate::layout::{Column, FormPage, Main, allowed, form_page};
use crate::t;

/// What the page of a shelf shows.
pub struct Shelf {
    pub shelf: LetterState,
    pub counts: HashMap<LetterState, u64>,
    pub letters: Vec<Posted>,
    /// The page, counted from 1.
    pub page: u64,
    /// Whether there is a mail server.
    pub mail_server: bool,
    pub paused: Option<DateTime<Utc>>,
}

/// A shelf, with what can be done about all letters.
pub fn shelf(shown: Shelf) -> AnyView {
    let Shelf { shelf, counts, letters, page, mail_server, paused } = shown;
    let on = |shelf| counts.get(&shelf).copied().unwrap_or_default();
    let (here, unknown) = (on(shelf), on(LetterState::Unsure));
    let edits = allowed(Action::EditLetters);
    let goes = matches!(shelf, LetterState::Kept | LetterState::Failed) && here > 0;
    let shelves = shelves(shelf, &counts);
    view! {
        <Main>
            <h1 class="govuk-heading-l">{t!("letters-title")}</h1>
            {(!mail_server).then(|| view! { <Inset>{t!("letters-no-server")}</Inset> })}
            {paused.map(|at| view! { <Warning text=t!("letters-paused", when = when_in(at, ZONE))/> })}
            {(unknown > 0).then(|| view! { <Warning text=t!("letters-unsure", count = unknown)/> })}
            <nav class="fm-subnav" aria-label=t!("letters-shelves")><ul class="fm-subnav__list">{shelves}</ul></nav>
            <h2 class="govuk-heading-m">{names::state(shelf)}</h2>
            <p class="govuk-body">{names::meaning(shelf)}</p>
            {(edits && goes).then(|| all_again(shelf))}
            {on_shelf(shelf, letters)}
            {pages(page, here, PAGE, |page| format!("/team/letters?shelf={shelf}&page={page}"))}
            {edits.then(|| acts(paused.is_some()))}
        </Main>
    }
    .into_any()
}

fn shelves(current: LetterState, counts: &HashMap<LetterState, u64>) -> Vec<AnyView> {
    let link = |shelf: LetterState| {
        let count = counts.get(&shelf).copied().unwrap_or_default();
        let here = (shelf == current).then_some("page");
        let text = t!("letters-shelf", name = names::state(shelf), count = count);
        view! { <li><a class="govuk-link" href=format!("/team/letters?shelf={shelf}") aria-current=here>{text}</a></li> }
            .into_any()
    };
    SHELVES.into_iter().map(link).collect()
}

fn all_again(shelf: LetterState) -> AnyView {
    view! {
        <form method="post" action="/team/letters/again">
            <Hidden name="shelf" value=shelf.to_string()/>
            <Button text=t!("letters-all-again") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}

fn on_shelf(shelf: LetterState, letters: Vec<Posted>) -> AnyView {
    if letters.is_empty() {
        return view! { <p class="fm-empty">{t!("letters-none")}</p> }.into_any();
    }
    let rows = letters.into_iter().map(row).collect();
    let columns =
        vec![t!("letter-to"), t!("letter-kind"), t!("letter-posted"), t!("letter-state"), t!("letter-said")];
    table(names::state(shelf), columns, rows)
}

fn row(letter: Posted) -> Vec<Cell> {
    let address = format!("/team/letters/{}", letter.id);
    let next = next(&letter).map(|next| view! { <br/> {next} });
    vec![
        Cell::heading(view! { <a class="govuk-link" href=address>{to(&letter)}</a> }),
        Cell::new(names::kind(letter.kind)),
        Cell::new(when_in(letter.posted_at, ZONE)).short(),
        Cell::new(view! { {tag(letter.state)} {next} }),
        Cell::new(letter.said),
    ]
}

fn tag(state: LetterState) -> AnyView {
    view! { <Tag text=names::state(state) colour=names::colour(state)/> }.into_any()
}

/// When a letter that was tried before is tried next.
fn next(letter: &Posted) -> Option<String> {
    (letter.state == LetterState::Waiting && letter.tries > 0)
        .then(|| t!("letter-next", tries = letter.tries, when = when_in(letter.due_at, ZONE)))
}

/// What can be done about letters as a whole.
fn acts(paused: bool) -> AnyView {
    let (to, text, hint) = if paused {
        ("/team/letters/resume", t!("letters-resume"), t!("letters-resume-hint"))
    } else {
        ("/team/letters/pause", t!("letters-pause"), t!("letters-pause-hint"))
    };
    view! {
        <Column>
            <ul class="govuk-list">
                <li><a class="govuk-link" href="/team/letters/texts">{t!("letters-texts")}</a></li>
                <li><a class="govuk-link" href="/team/letters/test">{t!("letters-test")}</a></li>
            </ul>
            <h2 class="govuk-heading-m">{text.clone()}</h2>
            <p class="govuk-body">{hint}</p>
            <form method="post" action=to><Button text class="govuk-button--secondary"/></form>
        </Column>
    }
    .into_any()
}

/// The form of a test letter.
pub fn test() -> AnyView {
    let languages = Language::ALL.iter().map(|it| Opt::new(it, names::language(*it))).collect();
    let fields = view! {
        <p class="govuk-body">{t!("letters-test-hint")}</p>
        <TextInput name="email" label=t!("email") kind="email" width="govuk-input--width-20" autocomplete="email"/>
        <Radios name="language" legend=t!("letter-language") options=languages small=true/>
    };
    let page = FormPage {
        back: ("/team/letters".to_owned(), t!("letters-title")),
        heading: t!("letters-test"),
        button: t!("letters-test-send"),
    };
    form_page(page, fields.into_any(), None)
}

/// One letter as it was sent, or as it would be now; a secret one without its words.
pub fn letter(letter: Posted, subject: String, body: Option<String>) -> AnyView {
    let before = view! { <BackLink to=format!("/team/letters?shelf={}", shelf_of(letter.state)) text=t!("letters-title")/> };
    let (at, edits) = (format!("/team/letters/{}", letter.id), allowed(Action::EditLetters));
    let fact = |key: String, value: String| {
        (!value.is_empty()).then(|| view! { <div><dt>{key}</dt><dd>{value}</dd></div> })
    };
    let settled = letter.settled_at.map(|at| when_in(at, ZONE)).unwrap_or_default();
    view! {
        <Main before=before.into_any()>
            <span class="govuk-caption-l">{names::kind(letter.kind)}</span>
            <h1 class="govuk-heading-l">{subject}</h1>
            <dl class="fm-facts">
                <div><dt>{t!("letter-state")}</dt><dd>{tag(letter.state)}</dd></div>
                {fact(t!("letter-to"), to(&letter))}
                {fact(t!("letter-language"), names::language(letter.language))}
                {fact(t!("letter-posted"), when_in(letter.posted_at, ZONE))}
                {fact(t!("letter-settled"), settled)}
                {fact(t!("letter-tries"), letter.tries.to_string())}
                {fact(t!("letter-said"), letter.said.clone())}
                {fact(t!("letter-id"), letter.message_id.clone().unwrap_or_default())}
            </dl>
            <Column>
                <p class="govuk-body">{names::meaning(letter.state)} {next(&letter).map(|next| view! { " " {next} })}</p>
                {edits.then(|| decide(&at, &letter))}
                {(!letter.forgotten()).then(|| words(body))}
            </Column>
        </Main>
    }
    .into_any()
}

fn words(body: Option<String>) -> AnyView {
    let Some(body) = body else {
        return view! { <Inset>{t!("letter-secret")}</Inset> }.into_any();
    };
    view! {
        <h2 class="govuk-heading-m">{t!("letter-words")}</h2>
        <div class="fm-paper"><Lines text=body/></div>
    }
    .into_any()
}

fn to(letter: &Posted) -> String {
    if letter.forgotten() {
        t!("letter-forgotten", days = KEPT_DAYS)
    } else if letter.name.is_empty() {
        letter.address.clone()
    } else {
        format!("{}, {}", letter.name, letter.address)
    }
}

/// The shelf on which a letter of this state lies.
fn shelf_of(state: LetterState) -> LetterState {
    match state {
        LetterState::Sending | LetterState::Handing => LetterState::Waiting,
        other => other,
    }
}

fn decide(at: &str, letter: &Posted) -> AnyView {
    let arrived = (letter.state == LetterState::Unsure).then(|| {
        view! {
            <form method="post" action=format!("{at}/arrived")>
                <Button text=t!("letter-arrived") class="govuk-button--secondary"/>
            </form>
        }
    });
    let again = can_go(letter).then(|| {
        let text = if letter.state == LetterState::Kept { t!("letter-send") } else { t!("letter-again") };
        view! { <form method="post" action=format!("{at}/again")><Button text class="govuk-button--secondary"/></form> }
    });
    view! { {arrived} {again} }.into_any()
}
