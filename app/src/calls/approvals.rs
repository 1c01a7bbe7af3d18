//! Acts that take two people: what was asked for of a call, one of them with the form that decides it, and the setting.

use chrono::{DateTime, Utc};
use domain::calls::{ApprovalState, AskedAct, AskedKind, Hours, Times};
use domain::people::Action;
use leptos::prelude::*;
use services::calls::Call;
use services::calls::approvals::{Approval, Part};

use super::acts;
use crate::components::{
    BackLink, Button, Cell, ErrorSummary, Inset, Lines, Opt, Radios, Tag, TextArea, Warning, day, table, when,
};
use crate::layout::{Column, Main, allowed, team_nav};
use crate::mail::asked_words;
use crate::outcomes::names;
use crate::t;

/// The address of what was asked for.
pub fn address(call: &Call, approval: &Approval) -> String {
    format!("/team/calls/{}/approvals/{}", call.slug, approval.id)
}

/// The name of a kind of act.
fn heading(kind: AskedKind) -> String {
    match kind {
        AskedKind::Announce => t!("approval-heading-announce"),
        AskedKind::OpenNow => t!("approval-heading-open-now"),
        AskedKind::CloseNow => t!("approval-heading-close-now"),
        AskedKind::PublishOutcome => t!("approval-heading-publish-outcome"),
        AskedKind::Delete => t!("approval-heading-delete"),
        AskedKind::ChangeTimes => t!("approval-heading-change-times"),
        AskedKind::OnePerson => t!("approval-heading-one-person"),
        AskedKind::PublishFinding => t!("approval-heading-publish-finding"),
        AskedKind::PublishRecommendation => t!("approval-heading-publish-recommendation"),
        AskedKind::AddReply => t!("approval-heading-add-reply"),
        AskedKind::AddProgress => t!("approval-heading-add-progress"),
    }
}

fn state(state: ApprovalState) -> AnyView {
    let (text, colour) = match state {
        ApprovalState::Asked => (t!("approval-state-asked"), "yellow"),
        ApprovalState::Approved => (t!("approval-state-approved"), "green"),
        ApprovalState::Refused => (t!("approval-state-refused"), "red"),
        ApprovalState::Withdrawn => (t!("approval-state-withdrawn"), "grey"),
        ApprovalState::Lapsed => (t!("approval-state-lapsed"), "grey"),
    };
    view! { <Tag text colour/> }.into_any()
}

/// What waits for somebody, as links, with the call of each. Nothing where nothing waits.
pub fn waiting(items: &[(Call, Approval)]) -> AnyView {
    if items.is_empty() {
        return ().into_any();
    }
    let links: Vec<_> = items
        .iter()
        .map(|(call, one)| {
            let what = asked_words(one.act.kind());
            let text = if one.part == Part::Asker {
                t!("approvals-home-mine", what = what)
            } else {
                t!("approvals-home-yours", asker = one.asker.as_str(), what = what)
            };
            view! {
                <li class="fm-card">
                    <h3 class="fm-card__title"><a class="govuk-link" href=address(call, one)>{text}</a></h3>
                    <p class="fm-card__facts"><span>{call.title.clone()}</span> <span>{when(one.asked_at, call)}</span></p>
                </li>
            }
        })
        .collect();
    view! {
        <h2 class="govuk-heading-m">{t!("approvals-home")}</h2>
        <ul class="fm-cards">{links}</ul>
    }
    .into_any()
}

/// What was asked for of a call.
pub fn list(call: Call, all: Vec<Approval>) -> AnyView {
    let columns = [
        t!("approvals-what"),
        t!("approvals-asked-by"),
        t!("approvals-asked-at"),
        t!("approvals-state"),
        t!("approvals-decided-by"),
    ];
    let rows = all.iter().map(|one| row(&call, one)).collect();
    let body = if all.is_empty() {
        view! { <p class="fm-empty">{t!("approvals-none")}</p> }.into_any()
    } else {
        table(t!("approvals-number"), columns.to_vec(), rows)
    };
    view! {
        {team_nav(&call, "/approvals")}
        <Main>
            <h1 class="govuk-heading-l">{t!("approvals-title")}</h1>
            <p class="govuk-body">{t!("approvals-lead")}</p>
            {setting_line(&call)}
            {body}
        </Main>
    }
    .into_any()
}

fn row(call: &Call, one: &Approval) -> Vec<Cell> {
    let to = address(call, one);
    let link = view! { <a class="govuk-link" href=to>{heading(one.act.kind())}</a> };
    vec![
        Cell::heading(link),
        Cell::new(one.asker.clone()),
        Cell::new(when(one.asked_at, call)),
        Cell::new(state(one.state)),
        Cell::new(one.decider.clone().unwrap_or_default()),
    ]
}

/// How many people the call takes, with the way to change it for those who may.
fn setting_line(call: &Call) -> AnyView {
    let text = if call.two_people { t!("two-people-now-two") } else { t!("two-people-now-one") };
    let change = allowed(Action::RunCall).then(|| {
        let to = format!("/team/calls/{}/two-people", call.slug);
        view! { " " <a class="govuk-link" href=to>{t!("two-people-change")}</a> }
    });
    view! { <p class="govuk-body">{text} {change}</p> }.into_any()
}

/// A text that an act would publish, as it stands now: its title, itself, and where all of it can be read.
#[derive(Clone)]
pub struct Published {
    pub title: String,
    pub text: String,
    pub address: String,
}

/// One of what was asked for.
pub struct Asked {
    pub call: Call,
    pub approval: Approval,
    /// Whether what it is about has changed since.
    pub changed: bool,
    pub questions: usize,
    pub published: Option<Published>,
    pub now: DateTime<Utc>,
}

/// The page of what was asked for: exactly what it would do, and the form that decides it.
pub fn page(shown: Asked) -> AnyView {
    let Asked { call, approval, changed, .. } = &shown;
    let open = approval.state == ApprovalState::Asked;
    let before =
        view! { <BackLink to=format!("/team/calls/{}/approvals", call.slug) text=t!("approvals-title")/> }
            .into_any();
    let note = (!approval.note.is_empty()).then(|| {
        view! { <h2 class="govuk-heading-m">{t!("approvals-note")}</h2> <Lines text=approval.note.clone()/> }
    });
    let below = match (open, approval.part) {
        (false, _) => outcome(approval),
        (true, Part::Asker) => asker(call, approval),
        (true, Part::Decider) => decision(call, approval),
        (true, Part::TooNew) => view! { <Inset>{t!("approval-new")}</Inset> }.into_any(),
    };
    let would = if open { t!("approval-would") } else { t!("approval-did") };
    let nav = team_nav(call, "/approvals");
    let state = state(approval.state);
    let heading = heading(approval.act.kind());
    let changed = changed.then(|| view! { <Warning text=t!("approval-changed")/> });
    let (facts, effects) = (facts(call, approval), effects(&shown, open));
    view! {
        {nav}
        <Main before>
            <Column>
                <ErrorSummary/>
                <p class="govuk-caption-l">{t!("approvals-title")} " " {state}</p>
                <h1 class="govuk-heading-l">{heading}</h1>
                {changed} {facts} {note}
                <h2 class="govuk-heading-m">{would}</h2>
                {effects} {below}
            </Column>
        </Main>
    }
    .into_any()
}

fn facts(call: &Call, one: &Approval) -> AnyView {
    let decided = one.decided_at.map(|at| {
        let who = one.decider.clone().map(|name| format!("{name}, ")).unwrap_or_default();
        view! { <div><dt>{state(one.state)}</dt><dd>{who} {when(at, call)}</dd></div> }
    });
    view! {
        <dl class="fm-facts">
            <div><dt>{t!("approvals-asked-by")}</dt><dd>{one.asker.clone()}</dd></div>
            <div><dt>{t!("approvals-asked-at")}</dt><dd>{when(one.asked_at, call)}</dd></div>
            {decided}
        </dl>
    }
    .into_any()
}

/// What an act would do, before and after where there is a before.
fn effects(shown: &Asked, open: bool) -> AnyView {
    let Asked { call, approval, questions, published, now, .. } = shown;
    match &approval.act {
        AskedAct::OnCall { act, times } => {
            // What was decided is told of the call as it was then.
            let then = Call { times: *times, ..call.clone() };
            let at = if open { *now } else { approval.asked_at };
            let items: Vec<_> = acts::effects(*act, &then, *questions, at)
                .into_iter()
                .map(|text| view! { <li>{text}</li> })
                .collect();
            let to = format!("/calls/{}", call.slug);
            view! {
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
                <p class="govuk-body"><a class="govuk-link" href=to>{t!("approval-read-call")}</a></p>
            }
            .into_any()
        }
        AskedAct::ChangeTimes { before, after } => times(call, before, after),
        AskedAct::OnePerson => paragraph(t!("approval-effect-one-person")),
        AskedAct::PublishFinding { title, .. } => {
            let read = t!("approval-read-finding");
            text(t!("approval-effect-finding"), title, published.as_ref(), read)
        }
        AskedAct::PublishRecommendation { title, .. } => {
            let read = t!("approval-read-recommendation");
            text(t!("approval-effect-recommendation"), title, published.as_ref(), read)
        }
        AskedAct::AddReply { title, reply, .. } => {
            let status = names::reply(reply.status);
            let head = text(
                t!("approval-effect-reply"),
                title,
                published.as_ref(),
                t!("approval-read-recommendation"),
            );
            view! { {head} {dated(status, &reply.words, &reply.source, reply.on)} }.into_any()
        }
        AskedAct::AddProgress { title, note, .. } => {
            let status = names::progress(note.status);
            let head = text(
                t!("approval-effect-progress"),
                title,
                published.as_ref(),
                t!("approval-read-recommendation"),
            );
            view! { {head} {dated(status, &note.words, &note.source, note.on)} }.into_any()
        }
    }
}

fn paragraph(text: String) -> AnyView {
    view! { <p class="govuk-body">{text}</p> }.into_any()
}

fn times(call: &Call, before: &Times, after: &Hours) -> AnyView {
    let said = |at: Option<DateTime<Utc>>| at.map_or_else(|| t!("team-no-times"), |at| when(at, call));
    let row = |name: String, old: String, new: String| {
        let new = if old == new { t!("approval-same", time = new) } else { new };
        vec![Cell::heading(name), Cell::new(old), Cell::new(new)]
    };
    let minutes = |count: u32| t!("minutes", count = count);
    let rows = vec![
        row(t!("call-opens-label"), said(before.opens), said(Some(after.opens))),
        row(t!("call-closes-label"), said(before.closes), said(Some(after.closes))),
        row(t!("schedule-grace-label"), minutes(before.grace_minutes), minutes(after.grace_minutes)),
    ];
    let columns = vec![t!("approval-column-what"), t!("approval-column-before"), t!("approval-column-after")];
    view! {
        {table(t!("approval-would"), columns, rows)}
        {paragraph(t!("schedule-zone", zone = call.zone.name()))}
    }
    .into_any()
}

/// A text that would be published, as it stands now; where it is gone, its title alone.
fn text(effect: String, title: &str, published: Option<&Published>, read: String) -> AnyView {
    let body = match published {
        None => paragraph(title.to_owned()),
        Some(published) => {
            let Published { title, text, address } = published.clone();
            view! {
                <Inset>
                    <p class="govuk-body govuk-!-font-weight-bold">{title}</p>
                    <Lines text/>
                </Inset>
                <p class="govuk-body"><a class="govuk-link" href=address>{read}</a></p>
            }
            .into_any()
        }
    };
    view! { {paragraph(effect)} {body} }.into_any()
}

fn dated(status: String, words: &str, source: &str, on: chrono::NaiveDate) -> AnyView {
    let (words, source) = (words.to_owned(), t!("source-line", source = source));
    view! {
        <Inset>
            <p class="govuk-body govuk-!-font-weight-bold">{status} ", " {day(on)}</p>
            <Lines text=words/>
            <p class="govuk-body fm-secondary">{source}</p>
        </Inset>
    }
    .into_any()
}

fn outcome(one: &Approval) -> AnyView {
    if one.reason.is_empty() {
        return ().into_any();
    }
    view! {
        <h2 class="govuk-heading-m">{t!("approvals-reason")}</h2>
        <Lines text=one.reason.clone()/>
    }
    .into_any()
}

/// What whoever asked sees: what happens next, and the way back.
fn asker(call: &Call, one: &Approval) -> AnyView {
    let next = if one.deciders.is_empty() {
        view! { <Warning text=t!("approval-nobody")/> }.into_any()
    } else {
        let who = t!("approval-who", who = one.deciders.join(", "));
        view! {
            <Inset>
                <p class="govuk-body">{who}</p>
                <p class="govuk-body">{t!("approval-next")}</p>
            </Inset>
        }
        .into_any()
    };
    view! {
        {next}
        <form method="post" action=format!("{}/withdraw", address(call, one))>
            <Button text=t!("approval-withdraw") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}

fn decision(call: &Call, one: &Approval) -> AnyView {
    let options =
        vec![Opt::new("approve", t!("approval-approve")), Opt::new("refuse", t!("approval-refuse"))];
    view! {
        <h2 class="govuk-heading-m">{t!("approval-decide")}</h2>
        <form method="post" action=address(call, one) novalidate>
            <Radios name="decision" legend=t!("approval-decide-legend") options small=true/>
            <TextArea
                name="reason"
                label=t!("approval-reason-label")
                hint=t!("approval-reason-hint", asker = one.asker.as_str())
                rows=3
            />
            <Button text=t!("approval-button")/>
        </form>
    }
    .into_any()
}

/// What a form says where it asks and does not do: that it takes two people, who else can, and the field for the reason.
pub fn asking(others: &[String]) -> AnyView {
    let who = if others.is_empty() {
        t!("approval-others-none")
    } else {
        t!("approval-others", who = others.join(", "))
    };
    view! {
        <Inset>{t!("approval-takes-two")} " " {who}</Inset>
        {note()}
    }
    .into_any()
}

/// The field in which whoever asks says why.
pub fn note() -> AnyView {
    view! { <TextArea name="note" label=t!("approval-note-label") hint=t!("approval-note-hint") rows=3/> }
        .into_any()
}

/// What stands in place of a button where the same is asked for already.
pub fn pending(call: &Call, one: &Approval) -> AnyView {
    let (text, to) = (t!("approval-pending", asker = one.asker.as_str()), address(call, one));
    view! { <Inset>{text} " " <a class="govuk-link" href=to>{t!("approval-see")}</a></Inset> }.into_any()
}

/// The page that sets how many people a call takes.
pub fn setting(call: Call, others: Vec<String>) -> AnyView {
    let before =
        view! { <BackLink to=format!("/team/calls/{}/approvals", call.slug) text=t!("approvals-title")/> }
            .into_any();
    let options = vec![
        Opt::new("two", t!("two-people-two")).hint(t!("two-people-two-hint")),
        Opt::new("one", t!("two-people-one")).hint(t!("two-people-one-hint")),
    ];
    let who = if others.is_empty() {
        t!("approval-others-none")
    } else {
        t!("approval-others", who = others.join(", "))
    };
    let back = call.two_people.then(|| view! { <p class="govuk-body">{t!("two-people-back")}</p> {note()} });
    view! {
        {team_nav(&call, "/approvals")}
        <Main before>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("two-people-title")}</h1>
                <p class="govuk-body">{t!("two-people-lead")}</p>
                <form method="post" action=format!("/team/calls/{}/two-people", call.slug) novalidate>
                    <Radios name="people" legend=t!("two-people-title") options/>
                    <Inset>{who}</Inset>
                    {back}
                    <Button text=t!("save")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}
