//! What was held back, for the team to decide about.

use domain::responses::{HeldState, Suspicion};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::people::organisations::Organisation;
use services::responses::Held;

use super::{about, receipt};
use crate::components::{
    BackLink, Button, Cell, ErrorSummary, Hidden, Inset, SummaryList, TextInput, pages, table, when,
};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// How many a page lists.
pub const PAGE: u64 = 50;

/// What the list shows.
pub struct HeldList {
    pub call: Call,
    pub state: HeldState,
    /// How many wait, and how many were kept out.
    pub counts: (u64, u64),
    pub held: Vec<Held>,
    /// The page, counted from 1.
    pub page: u64,
}

/// Those that wait for a decision, or those that were kept out.
pub fn list(shown: HeldList) -> AnyView {
    let HeldList { call, state, counts: (waiting, out), held, page } = shown;
    let base = format!("/team/calls/{}/held", call.slug);
    let count = if state == HeldState::Waiting { waiting } else { out };
    let rows: Vec<_> = held.iter().map(|held| row(&base, &call, held)).collect();
    let shelves = view! {
        {shelf(&base, HeldState::Waiting, state, t!("held-waiting", count = waiting))}
        {shelf(&base, HeldState::KeptOut, state, t!("held-kept-out", count = out))}
    };
    view! {
        <Main>
            {team_nav(&call, "/held")}
            <h1 class="govuk-heading-l">{t!("held-title")}</h1>
            <Column><p class="govuk-body">{t!("held-lead")}</p></Column>
            <nav class="fm-subnav" aria-label=t!("held-shelves")>
                <ul class="fm-subnav__list">{shelves}</ul>
            </nav>
            {if rows.is_empty() {
                view! { <p class="govuk-body">{t!("held-none")}</p> }.into_any()
            } else {
                let columns = vec![t!("list-reference"), t!("held-why"), t!("held-begins"), t!("list-received")];
                table(t!("held-title"), columns, rows)
            }}
            {pages(page, count, PAGE, |page| format!("{base}?state={state}&page={page}"))}
        </Main>
    }
    .into_any()
}

fn shelf(base: &str, shelf: HeldState, current: HeldState, text: String) -> AnyView {
    let here = (shelf == current).then_some("page");
    let to = format!("{base}?state={shelf}");
    view! { <li><a class="govuk-link" href=to aria-current=here>{text}</a></li> }.into_any()
}

fn row(base: &str, call: &Call, held: &Held) -> Vec<Cell> {
    let to = format!("{base}/{}", held.reference);
    vec![
        Cell::heading(view! { <a class="govuk-link" href=to>{held.reference.clone()}</a> }).short(),
        Cell::new(signs(held)),
        Cell::new(beginning(held)),
        Cell::new(when(held.submitted_at, call)).short(),
    ]
}

/// How many characters of an answer a list shows.
const BEGINNING: usize = 100;

/// How the longest answer begins: what an advertisement is known by.
fn beginning(held: &Held) -> String {
    let answers = held.words.iter().flat_map(|words| &words.answers);
    let longest = answers.map(|given| given.text.as_str()).max_by_key(|text| text.len()).unwrap_or_default();
    let begins: String = longest.chars().take(BEGINNING).collect();
    if begins.len() < longest.len() { format!("{begins}…") } else { begins }
}

fn signs(held: &Held) -> String {
    let sign = |sign: &Suspicion| match sign {
        Suspicion::Trap => t!("held-trap"),
        Suspicion::Haste => t!("held-haste"),
    };
    held.suspicions.iter().map(sign).collect::<Vec<_>>().join(" ")
}

/// What the page of one shows.
pub struct HeldPage {
    pub call: Call,
    pub form: Questionnaire,
    pub systems: Vec<Organisation>,
    pub held: Held,
}

/// One that was held back, with all that was sent, and the decision about it.
pub fn page(shown: HeldPage) -> AnyView {
    let HeldPage { call, form, systems, held } = shown;
    let base = format!("/team/calls/{}", call.slug);
    let before = view! { <BackLink to=format!("{base}/held") text=t!("held-title")/> }.into_any();
    let body = match &held.words {
        _ if held.state == HeldState::Withdrawn => {
            view! { <p class="govuk-body">{t!("held-withdrawn")}</p> }.into_any()
        }
        None => {
            let to = format!("{base}/responses/{}", held.reference);
            view! { <p class="govuk-body">{t!("held-admitted")} " " <a class="govuk-link" href=to>{t!("held-read")}</a></p> }
                .into_any()
        }
        Some(words) => view! {
            {decide(&held)}
            <h2 class="govuk-heading-m">{t!("step-section-about")}</h2>
            <SummaryList rows=about::rows(&words.about, &systems, |_| String::new())/>
            {receipt::given(&call, words.texts(), &form)}
        }
        .into_any(),
    };
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <p class="govuk-caption-l">{call.title.clone()}</p>
                <h1 class="govuk-heading-l">{t!("held-one", reference = held.reference.as_str())}</h1>
                <p class="govuk-body">{t!("held-came", when = when(held.submitted_at, &call))} " " {signs(&held)}</p>
                {body}
            </Column>
        </Main>
    }
    .into_any()
}

fn decide(held: &Held) -> AnyView {
    let out = held.state == HeldState::KeptOut;
    let before = out.then(|| t!("held-was-kept-out", reason = held.reason.as_str()));
    view! {
        {before.map(|said| view! { <Inset>{said}</Inset> })}
        <form method="post">
            <Hidden name="decision" value="admit".to_owned()/>
            <Button text=t!("held-admit")/>
        </form>
        {(!out).then(|| view! {
            <form method="post" novalidate>
                <Hidden name="decision" value="keep-out".to_owned()/>
                <TextInput name="reason" label=t!("held-reason") hint=t!("held-reason-hint") autocomplete="off"/>
                <Button text=t!("held-keep-out") class="govuk-button--secondary"/>
            </form>
        })}
    }
    .into_any()
}
