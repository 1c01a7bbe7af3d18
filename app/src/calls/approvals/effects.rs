//! What an act would do, in words and in figures.

use chrono::{DateTime, NaiveDate, Utc};
use domain::calls::{AskedAct, Hours, Reasons, Times};
use leptos::prelude::*;
use services::calls::Call;

use super::one::Asked;
use crate::calls::acts;
use crate::components::{Cell, Inset, Lines, day, table, when};
use crate::outcomes::names;
use crate::t;

/// A text that an act would publish, as it stands now: its title, itself, and where all of it can be read.
#[derive(Clone)]
pub struct Published {
    pub title: String,
    pub text: String,
    pub address: String,
}

/// What an act would do, before and after where there is a before.
pub(super) fn effects(shown: &Asked, open: bool) -> AnyView {
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
        AskedAct::ChangeTimes { before, after, reasons } => times(call, before, after, reasons),
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

fn times(call: &Call, before: &Times, after: &Hours, reasons: &Reasons) -> AnyView {
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
    let why = [(t!("schedule-run-reason"), &reasons.run), (t!("schedule-reason"), &reasons.moved)];
    let why: Vec<_> = why
        .into_iter()
        .filter(|(_, reason)| !reason.is_empty())
        .map(|(name, reason)| {
            view! { <h3 class="govuk-heading-s">{name}</h3> <Lines text=reason.clone()/> }
        })
        .collect();
    let columns = vec![t!("approval-column-what"), t!("approval-column-before"), t!("approval-column-after")];
    view! {
        {table(t!("approval-would"), columns, rows)}
        {paragraph(t!("schedule-zone", zone = call.zone.name()))}
        {why}
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

fn dated(status: String, words: &str, source: &str, on: NaiveDate) -> AnyView {
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
