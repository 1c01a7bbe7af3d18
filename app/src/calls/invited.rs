//! Who was invited to answer a call: the list and how it stands, the form that invites, and reminders.

use domain::Language;
use domain::mail::{LEAVE_OUT, Wrong, WrongLine};
use domain::people::Action;
use leptos::prelude::*;
use services::calls::Call;
use services::calls::invitees::{Added, Called, Invitee, REMINDER_DAYS, Standing};
use services::mail::Written;

use crate::components::{
    BackLink, Button, Cell, Checkboxes, ErrorSummary, FileInput, Inset, Lines, Notice, Opt, Radios, Tag,
    TextArea, pages, table, when,
};
use crate::layout::{Column, Main, allowed, team_nav};
use crate::mail::names;
use crate::t;

/// What the page of those who were invited shows.
pub struct InvitedPage {
    pub call: Call,
    pub invited: Vec<Invitee>,
    /// The page of the list, counted from 1.
    pub page: u64,
    /// How many can be reminded now.
    pub due: u64,
    /// Whether the call can still be answered, so that inviting has a point.
    pub open: bool,
    /// Whether letters leave at all.
    pub mail_server: bool,
    /// What was done just now.
    pub done: Option<Done>,
    /// Lines of what was typed that are no person.
    pub wrong: Vec<WrongLine>,
}

/// What was done just before the page is shown.
#[derive(Clone, Copy)]
pub enum Done {
    Invited(Added),
    Reminded(u64),
    Removed,
}

/// How many stand on one page of the list.
const EACH: usize = 100;

fn name(standing: Standing) -> String {
    match standing {
        Standing::Waiting => t!("invited-waiting"),
        Standing::Sent => t!("invited-sent"),
        Standing::NotReached => t!("invited-not-reached"),
        Standing::Stopped => t!("invited-stopped"),
        Standing::Begun => t!("invited-begun"),
        Standing::Answered => t!("invited-answered"),
    }
}

const fn colour(standing: Standing) -> &'static str {
    match standing {
        Standing::Waiting | Standing::Sent => "blue",
        Standing::NotReached => "red",
        Standing::Stopped => "grey",
        Standing::Begun => "yellow",
        Standing::Answered => "green",
    }
}

/// In this order they are counted.
const STANDINGS: [Standing; 6] = [
    Standing::Answered,
    Standing::Begun,
    Standing::Sent,
    Standing::Waiting,
    Standing::NotReached,
    Standing::Stopped,
];

/// The page.
pub fn page(shown: InvitedPage) -> AnyView {
    let InvitedPage { call, invited, page, due, open, mail_server, done, wrong } = shown;
    let count = |standing| invited.iter().filter(|one| one.standing == standing).count();
    let facts: Vec<_> = STANDINGS
        .into_iter()
        .map(|standing| view! { <div><dt>{name(standing)}</dt><dd>{count(standing)}</dd></div> })
        .collect();
    let all = invited.len();
    let invites = allowed(Action::InvitePeople) && open;
    let reminding = (invites && all > 0).then(|| reminding(&call, due));
    let form = invites.then(|| form(&call, wrong));
    let people = people(&call, invited, page);
    let (navigation, title) = (team_nav(&call, ""), call.title);
    let none = (!open).then(|| view! { <Inset>{t!("error-invitees-closed")}</Inset> });
    view! {
        {navigation}
        <Main>
            <ErrorSummary/>
            {done.map(told)}
            <span class="govuk-caption-l">{title}</span>
            <h1 class="govuk-heading-l">{t!("invited-title")}</h1>
            <Column><p class="govuk-body">{t!("invited-lead")}</p></Column>
            <dl class="fm-facts"><div><dt>{t!("invited-all")}</dt><dd>{all}</dd></div>{facts}</dl>
            <Column>
                {(!mail_server).then(|| view! { <Inset>{t!("invited-no-server")}</Inset> })}
                {none}
                {reminding}
                {form}
            </Column>
            {people}
        </Main>
    }
    .into_any()
}

fn address(call: &Call) -> String {
    format!("/team/calls/{}/invited", call.slug)
}

fn told(done: Done) -> AnyView {
    let (said, known, refusing) = match done {
        Done::Invited(added) => (t!("invited-done", count = added.invited), added.known, added.refusing),
        Done::Reminded(count) => (t!("invited-reminded", count = count), 0, 0),
        Done::Removed => (t!("invited-removed"), 0, 0),
    };
    view! {
        <Notice title=t!("invited-done-title")>
            <p class="govuk-notification-banner__heading">{said}</p>
            {(known > 0).then(|| view! { <p class="govuk-body">{t!("invited-known", count = known)}</p> })}
            {(refusing > 0).then(|| view! { <p class="govuk-body">{t!("invited-refusing", count = refusing)}</p> })}
        </Notice>
    }
    .into_any()
}

fn reminding(call: &Call, due: u64) -> AnyView {
    let to = format!("{}/remind", address(call));
    let said = if due > 0 {
        view! { <a class="govuk-link" href=to>{t!("invited-remind", count = due)}</a> }.into_any()
    } else {
        t!("invited-remind-count", count = due).into_any()
    };
    view! {
        <h2 class="govuk-heading-m">{t!("invited-remind-title")}</h2>
        <p class="govuk-body">{t!("invited-remind-text", days = REMINDER_DAYS)}</p>
        <p class="govuk-body">{said}</p>
    }
    .into_any()
}

fn form(call: &Call, wrong: Vec<WrongLine>) -> AnyView {
    let languages = Language::ALL.iter().map(|it| Opt::new(it, names::language(*it))).collect();
    view! {
        <h2 class="govuk-heading-m">{t!("invited-add")}</h2>
        <form method="post" action=address(call) enctype="multipart/form-data" novalidate>
            <TextArea name="list" label=t!("invited-list") hint=t!("invited-list-hint") rows=8/>
            {(!wrong.is_empty()).then(|| lines(wrong))}
            <FileInput name="file" label=t!("invited-file") hint=t!("invited-file-hint") accept=".csv,.tsv,.txt,text/csv,text/plain"/>
            <Radios name="language" legend=t!("invited-language") options=languages small=true/>
            <Button text=t!("invited-send")/>
        </form>
    }
    .into_any()
}

/// The lines that are no person, each with why, and what is to become of them.
fn lines(wrong: Vec<WrongLine>) -> AnyView {
    let why = |wrong: Wrong| match wrong {
        Wrong::NoAddress => t!("invited-wrong-no-address"),
        Wrong::Addresses => t!("invited-wrong-addresses"),
        Wrong::Unfit => t!("invited-wrong-unfit"),
    };
    let rows = wrong
        .into_iter()
        .map(|line| vec![Cell::number(line.number), Cell::heading(line.text), Cell::new(why(line.wrong))])
        .collect();
    let columns = vec![t!("invited-wrong-column"), t!("invited-wrong-text"), t!("invited-wrong-why")];
    let choices =
        vec![Opt::new("mend", t!("invited-wrong-mend")), Opt::new(LEAVE_OUT, t!("invited-wrong-leave-out"))];
    view! {
        <h3 class="govuk-heading-s">{t!("invited-wrong-title")}</h3>
        {table(t!("invited-wrong-title"), columns, rows)}
        <Radios name="wrong" legend=t!("invited-wrong") options=choices small=true/>
    }
    .into_any()
}

fn people(call: &Call, invited: Vec<Invitee>, page: u64) -> Option<AnyView> {
    if invited.is_empty() {
        return None;
    }
    let here = address(call);
    let row = |one: Invitee| {
        let tag = view! { <Tag text=name(one.standing) colour=colour(one.standing)/> };
        let remove = view! {
            <a class="govuk-link" href=format!("{here}/{}/remove", one.id)>
                {t!("invited-remove")} <span class="govuk-visually-hidden">": " {one.address.clone()}</span>
            </a>
        };
        vec![
            Cell::heading(one.address),
            Cell::new(one.name),
            Cell::new(tag),
            Cell::new(when(one.written_at, call)).short(),
            Cell::new(remove),
        ]
    };
    let all = invited.len() as u64;
    let before = usize::try_from(page.saturating_sub(1)).unwrap_or(usize::MAX).saturating_mul(EACH);
    let rows = invited.into_iter().skip(before).take(EACH).map(row).collect();
    let columns =
        vec![t!("email"), t!("person-name"), t!("letter-state"), t!("invited-written"), t!("invited-act")];
    Some(
        view! {
            <h2 class="govuk-heading-m">{t!("invited-people")}</h2>
            {table(t!("invited-people"), columns, rows)}
            {pages(page, all, EACH as u64, |page| format!("{here}?page={page}"))}
        }
        .into_any(),
    )
}

/// The page that asks whether somebody is to be taken off the list.
pub fn remove(call: &Call, called: Called) -> AnyView {
    let before = view! { <BackLink to=address(call) text=t!("invited-title")/> }.into_any();
    let Called { name, address } = called;
    let options = vec![Opt::new("yes", t!("invited-refuses"))];
    let who = if name.is_empty() { address.clone() } else { name };
    view! {
        <Main before>
            <Column>
                <span class="govuk-caption-l">{address}</span>
                <h1 class="govuk-heading-l">{t!("invited-remove-title", who = who)}</h1>
                <p class="govuk-body">{t!("invited-remove-text")}</p>
                <form method="post">
                    <Checkboxes name="refuses" legend=t!("invited-refuses-title") options small=true/>
                    <Button text=t!("invited-remove-button") class="govuk-button--warning"/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// The page that shows a reminder before it goes, and to how many.
pub fn remind(call: &Call, due: u64, letter: Written) -> AnyView {
    let before = view! { <BackLink to=address(call) text=t!("invited-title")/> }.into_any();
    let title = call.title.clone();
    let send = (due > 0)
        .then(|| view! { <form method="post"><Button text=t!("invited-remind-send", count = due)/></form> });
    view! {
        <Main before>
            <Column>
                <span class="govuk-caption-l">{title}</span>
                <h1 class="govuk-heading-l">{t!("invited-remind-title")}</h1>
                <p class="govuk-body">{t!("invited-remind-count", count = due)}</p>
                <section class="fm-paper" aria-labelledby="preview">
                    <h2 class="govuk-heading-m" id="preview">{letter.subject}</h2>
                    <Lines text=letter.plain/>
                </section>
                {send}
            </Column>
        </Main>
    }
    .into_any()
}
