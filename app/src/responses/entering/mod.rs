//! Entering what came on paper, by e-mail, by telephone or at an event: the list, the form that begins one, what stands on the
//! pages of the steps, the check, and what was entered.

mod begin;
mod check;
mod list;
mod one;
mod seen;

use chrono::NaiveDate;
use domain::responses::{Channel, Step};
use leptos::prelude::*;
use services::calls::Call;
use services::responses::Progress;
use services::responses::entering::{Entry, Keyed};
use uuid::Uuid;

use super::names;
use crate::components::{Inset, Warning, day};
use crate::t;

pub use begin::{begin, discard};
pub use check::{EnteredCheck, check};
pub use list::{EntriesPage, PAGE, list};
pub use one::{EntryPage, page};
pub use seen::{Entered, facts};

/// Where an entry is.
pub fn address(call: &Call, entry: Uuid) -> String {
    format!("/team/calls/{}/entering/{entry}", call.slug)
}

/// What one of the team should know on the page of a step.
#[derive(Clone, Debug)]
pub struct OnStep {
    pub channel: Channel,
    pub received: NaiveDate,
    /// Whether the answers so far do not lead to this page.
    pub astray: bool,
}

/// What one of the team should know on the page of a step: that somebody else's words are entered, and what to do where paper
/// does not follow the form.
pub fn on_step(entered: &OnStep, step: Step) -> AnyView {
    let said = t!("entering-step", channel = entered.channel.as_str(), day = day(entered.received));
    let more = match step {
        Step::Consent => Some(t!("entering-step-consent")),
        Step::About => Some(t!("entering-step-about")),
        Step::Question(_) => Some(t!("entering-step-question")),
        Step::End(_) => Some(t!("entering-step-end")),
        Step::Who | Step::Check => None,
    };
    view! {
        <Inset><p>{said}</p> {more.map(|more| view! { <p>{more}</p> })}</Inset>
        {entered.astray.then(|| view! { <Warning text=t!("entering-step-astray")/> })}
    }
    .into_any()
}

/// How far a page is to which the answers do not lead.
pub(super) fn astray(progress: Progress) -> AnyView {
    let said = match progress {
        Progress::MayBeLeft => t!("entering-not-asked"),
        Progress::Done | Progress::Needed => t!("entering-astray"),
    };
    view! { <span class="fm-secondary">{said}</span> }.into_any()
}

/// The day on which something came.
fn received(call: &Call, keyed: &Keyed) -> String {
    day(keyed.received_at.with_timezone(&call.zone).date_naive())
}

/// Who enters it.
fn by(entry: &Entry) -> String {
    entry.by.clone().unwrap_or_else(|| t!("audit-by-system"))
}

/// How an entry came and who enters it, as lines of facts.
fn lines(call: &Call, entry: &Entry) -> AnyView {
    let late = entry
        .keyed
        .late
        .then(|| view! { <p class="fm-secondary">{t!("entering-late", reason = &entry.late_reason)}</p> });
    view! {
        <div><dt>{t!("entering-channel")}</dt><dd>{names::channel(entry.keyed.channel)}</dd></div>
        <div><dt>{t!("list-received")}</dt><dd>{received(call, &entry.keyed)} {late}</dd></div>
        <div><dt>{t!("list-language")}</dt><dd>{crate::review::list::language(entry.keyed.language.as_str())}</dd></div>
        <div><dt>{t!("entering-by")}</dt><dd>{by(entry)}</dd></div>
    }
    .into_any()
}
