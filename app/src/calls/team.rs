//! The team's home, and the overview of one call.

use chrono::{DateTime, Utc};
use domain::calls::{CallAct, CallState};
use domain::people::Action;
use leptos::prelude::*;
use services::calls::approvals::Approval;
use services::calls::edit::Need;
use services::calls::{Call, Counts, Questionnaire};
use services::drawing::Drawing;
use services::follow::Followers;

use super::list::tag;
use super::{acts, approvals, schedule};
use crate::components::{Button, Inset, drawn, when};
use crate::layout::{Allowed, Column, Main, allowed, floor_links, team_nav};
use crate::t;

/// One call on the team's home.
pub struct Reached {
    pub call: Call,
    pub counts: Counts,
    /// What this person may do with it.
    pub allowed: Allowed,
}

/// The team's home: what waits for this person, the calls that their roles reach, and whether they reach any assembly.
pub fn home(
    reached: Vec<Reached>,
    waiting: Vec<(Call, Approval)>,
    assemblies: bool,
    now: DateTime<Utc>,
) -> AnyView {
    let create = allowed(Action::CreateCall).then(|| {
        view! { <a class="govuk-button" href="/team/calls/new" role="button" draggable="false">{t!("team-create")}</a> }
    });
    let rooms = [
        (Action::EnterTeam, "/team/assemblies", t!("team-assemblies")),
        (Action::KeepBank, "/team/bank", t!("bank-title")),
        (Action::ReadLetters, "/team/letters", t!("letters-title")),
        (Action::ManageOrganisations, "/team/organisations", t!("organisations-title")),
        (Action::ManagePeople, "/team/people", t!("people-title")),
        (Action::ReadAudit, "/team/audit", t!("audit-title")),
        (Action::EnterTeam, "/team/permissions", t!("permissions-title")),
    ];
    let rooms: Vec<_> = rooms
        .into_iter()
        .filter(|(action, to, _)| allowed(*action) && (assemblies || *to != "/team/assemblies"))
        .map(|(_, to, name)| view! { <p class="govuk-body"><a class="govuk-link" href=to>{name}</a></p> })
        .collect();
    let calls = if reached.is_empty() {
        view! { <p class="fm-empty">{t!("team-none")}</p> }.into_any()
    } else {
        list(reached, now)
    };
    view! {
        <Main>
            <h1 class="govuk-heading-l">{t!("team-title")}</h1>
            {approvals::waiting(&waiting)} {create} {calls} {rooms}
        </Main>
    }
    .into_any()
}

fn list(reached: Vec<Reached>, now: DateTime<Utc>) -> AnyView {
    let calls: Vec<_> = reached.into_iter().map(|reached| card(&reached, now)).collect();
    view! {
        <h2 class="govuk-heading-m">{t!("team-calls")}</h2>
        <ul class="fm-cards">{calls}</ul>
    }
    .into_any()
}

fn card(reached: &Reached, now: DateTime<Utc>) -> AnyView {
    let Reached { call, counts, allowed } = reached;
    let closes = call.times.closes.map_or_else(|| t!("team-no-times"), |at| when(at, call));
    view! {
        <li class="fm-card">
            <h3 class="fm-card__title">
                <a class="govuk-link" href=format!("/team/calls/{}", call.slug)>{call.title.clone()}</a>
            </h3>
            <p class="fm-card__facts">
                {tag(call.state(now))}
                <span>{t!("call-closes-label")} ": " {closes}</span>
                <span>{t!("team-responses")} ": " {counts.responses.to_string()}</span>
            </p>
            {floor_links(call, allowed)}
        </li>
    }
    .into_any()
}

/// What the overview of a call shows.
pub struct Overview {
    pub call: Call,
    pub form: Questionnaire,
    pub counts: Counts,
    pub followers: Followers,
    pub needs: Vec<Need>,
    /// What was asked for and waits.
    pub waiting: Vec<(Call, Approval)>,
    /// The acts that can be done now.
    pub acts: Vec<CallAct>,
    /// The private link to the preview, address of the portal included.
    pub preview: String,
    /// The short link of a call that was announced, and the same as a drawing.
    pub short: (String, Drawing),
    pub now: DateTime<Utc>,
}

/// The pages of a call that are no part of every day.
fn more(call: &Call, state: CallState) -> AnyView {
    let edits = allowed(Action::EditCall);
    let invites = allowed(Action::SeeInvited) && state != CallState::Draft;
    let enters = allowed(Action::EnterResponses) && state >= CallState::Open;
    let imports = allowed(Action::ImportResponses) && state >= CallState::Open;
    let late = allowed(Action::RunCall) && matches!(state, CallState::Closed | CallState::Analysing);
    let pages = [
        (state != CallState::Draft, "figures", t!("figures-title")),
        (invites, "invited", t!("invited-title")),
        (late, "late", t!("late-team-title")),
        (enters, "entering", t!("entering-list-title")),
        (imports, "import", t!("import-title")),
        (edits, "materials", t!("materials-title")),
        (allowed(Action::RunCall), "private", t!("private-title")),
        (edits, "stages", t!("stages-plan")),
        (edits, "keywords", t!("keywords-title")),
    ];
    let links: Vec<_> = pages
        .into_iter()
        .filter(|(may, ..)| *may)
        .map(|(_, page, text)| {
            let to = format!("/team/calls/{}/{page}", call.slug);
            view! { <li><a class="govuk-link" href=to>{text}</a></li> }
        })
        .collect();
    (!links.is_empty()).then(|| view! { <ul class="govuk-list">{links}</ul> }).into_any()
}

/// The overview of a call.
pub fn overview(shown: Overview) -> AnyView {
    let Overview { call, form, counts, followers, waiting, needs, acts, preview, short, now } = shown;
    let state = call.state(now);
    let draft = state == CallState::Draft;
    let ahead = matches!(state, CallState::Draft | CallState::Unopened | CallState::Open);
    let edits = allowed(Action::EditCall);
    view! {
        {team_nav(&call, "")}
        <Main>
            <span class="govuk-caption-l">{super::page::kind(call.kind)}</span>
            <h1 class="govuk-heading-l">{call.title.clone()}</h1>
            <dl class="fm-facts">
                <div><dt>{t!("call-state")}</dt><dd>{tag(state)}</dd></div>
                {schedule::facts(&call)}
                <div><dt>{t!("team-questions")}</dt><dd>{form.questions.len().to_string()}</dd></div>
                <div><dt>{t!("team-responses")}</dt><dd>{counts.responses.to_string()}</dd></div>
                <div><dt>{t!("team-drafts")}</dt><dd>{counts.drafts.to_string()}</dd></div>
                {(followers.all > 0).then(|| view! {
                    <div><dt>{t!("team-followers")}</dt><dd>{t!("team-followers-count", all = followers.all, paused = followers.paused)}</dd></div>
                })}
            </dl>
            <Column>
                {approvals::waiting(&waiting)}
                {draft.then(|| checklist(&call, &needs))}
                {ahead.then(|| schedule::warnings(&call))}
                {allowed(Action::RunCall).then(|| acts::section(&call, acts))}
                {more(&call, state)}
                {if draft { private_link(&call, preview, edits) } else { public_link(&call, short, now) }}
            </Column>
        </Main>
    }
    .into_any()
}

/// What is there and what is missing before a call can be announced, each with the page where it is made.
fn checklist(call: &Call, needs: &[Need]) -> AnyView {
    let items: Vec<_> = Need::ALL
        .iter()
        .map(|need| {
            let (name, page) = match need {
                Need::Texts => (t!("need-texts"), "edit"),
                Need::Privacy => (t!("need-privacy"), "edit#privacy"),
                Need::Times => (t!("need-times"), "schedule"),
                Need::ClosesLater => (t!("need-closes-later"), "schedule"),
                Need::RunReason => (t!("need-run-reason"), "schedule"),
                Need::Questions => (t!("need-questions"), "questions"),
                Need::Reachable => (t!("need-reachable"), "questions"),
            };
            let to = format!("/team/calls/{}/{page}", call.slug);
            let opens = allowed(if page == "schedule" { Action::RunCall } else { Action::EditCall });
            let name = if opens {
                view! { <a class="govuk-link govuk-task-list__link" href=to>{name}</a> }.into_any()
            } else {
                name.into_any()
            };
            let (class, state) = if needs.contains(need) {
                ("govuk-tag govuk-tag--blue", t!("need-missing"))
            } else {
                ("", t!("need-done"))
            };
            view! {
                <li class="govuk-task-list__item govuk-task-list__item--with-link">
                    <div class="govuk-task-list__name-and-hint">{name}</div>
                    <div class="govuk-task-list__status"><span class=class>{state}</span></div>
                </li>
            }
        })
        .collect();
    view! {
        <h2 class="govuk-heading-m">{t!("needs-title")}</h2>
        <ul class="govuk-task-list">{items}</ul>
    }
    .into_any()
}

/// The ways to the page of a call: its address, and a short one to say, to print and to point a camera at.
/// A call by invitation has no short one.
fn public_link(call: &Call, (short, drawing): (String, Drawing), now: DateTime<Utc>) -> AnyView {
    let page = view! {
        <p class="govuk-body"><a class="govuk-link" href=format!("/calls/{}", call.slug)>{t!("team-public-page")}</a></p>
    };
    if call.is_hidden(now) {
        return view! { {page} <Inset><p>{t!("private-is")} " " {t!("private-no-link")}</p></Inset> }
            .into_any();
    }
    view! {
        {page}
        <h2 class="govuk-heading-m">{t!("short-title")}</h2>
        <p class="govuk-body">{t!("short-text")}</p>
        <p class="govuk-body fm-public-link"><a class="govuk-link" href=short.clone()>{short.clone()}</a></p>
        {drawn(&drawing, t!("short-picture", link = short.as_str()))}
    }
    .into_any()
}

fn private_link(call: &Call, link: String, edits: bool) -> AnyView {
    let renew = edits.then(|| {
        view! {
            <p class="govuk-body">{t!("preview-link-renew-text")}</p>
            <form method="post" action=format!("/team/calls/{}/preview-link", call.slug)>
                <Button text=t!("preview-link-renew") class="govuk-button--secondary"/>
            </form>
        }
    });
    view! {
        <section id="preview">
            <h2 class="govuk-heading-m">{t!("preview-link-title")}</h2>
            <p class="govuk-body">{t!("preview-link-text")}</p>
            <p class="govuk-body fm-private-link"><a class="govuk-link" href=link.clone()>{link.clone()}</a></p>
            {renew}
        </section>
    }
    .into_any()
}
