//! The page of one assembly: remit, seats, meetings, decisions.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use services::assembly::Assembly;
use services::assembly::decisions::Decision;
use services::assembly::meetings::Meeting;
use services::assembly::seats::{Constituency, Seat};

use super::{decision, names};
use crate::components::{BackLink, Lines, Tag, day, when_in};
use crate::layout::{Column, Main};
use crate::mail::follow;
use crate::t;
use crate::words::href;

/// What the page shows.
pub struct AssemblyPage {
    pub assembly: Assembly,
    /// The seats as they are held today.
    pub seats: Vec<Constituency>,
    /// The latest first.
    pub meetings: Vec<Meeting>,
    /// The latest first.
    pub decisions: Vec<Decision>,
    pub now: DateTime<Utc>,
    /// The form to get letters about it.
    pub follow: Option<follow::Offer>,
}

/// The page.
pub fn page(shown: AssemblyPage) -> AnyView {
    let AssemblyPage { assembly, seats, meetings, decisions, now, follow } = shown;
    let before = view! { <BackLink to=href("/assemblies") text=t!("assemblies-title")/> }.into_any();
    let (target, filled) = seats.iter().fold((0, 0), |(t, f), one| (t + one.target, f + one.filled));
    let vacant = target - filled;
    let parts: Vec<_> = seats.iter().map(constituency).collect();
    let (to_come, held): (Vec<_>, Vec<_>) = meetings.into_iter().partition(|meeting| meeting.ends_at > now);
    let register: Vec<_> = decisions.iter().map(|one| decision::article(one, &assembly.slug, true)).collect();
    let none = register.is_empty().then(|| view! { <p class="govuk-body">{t!("decisions-none")}</p> });
    let to_come = list(&assembly, t!("meetings-to-come"), &to_come, t!("meetings-none-to-come"));
    let held = list(&assembly, t!("meetings-held"), &held, t!("meetings-none-held"));
    view! {
        <Main before>
            <span class="govuk-caption-l">{names::kind(assembly.kind)}</span>
            <h1 class="govuk-heading-xl">{assembly.name}</h1>
            <dl class="fm-facts">
                <div><dt>{t!("seats-title")}</dt><dd>{target}</dd></div>
                <div><dt>{t!("seats-filled")}</dt><dd>{filled}</dd></div>
                <div><dt>{t!("seats-vacant")}</dt><dd>{vacant}</dd></div>
                <div><dt>{t!("decisions-title")}</dt><dd>{decisions.len()}</dd></div>
            </dl>
            <Column>
                <h2 class="govuk-heading-l" id="remit">{t!("assembly-remit")}</h2>
                <Lines text=assembly.remit/>
                <h2 class="govuk-heading-l" id="meetings">{t!("meetings-title")}</h2>
                {to_come} {held}
                <h2 class="govuk-heading-l" id="decisions">{t!("decisions-title")}</h2>
                {none} {register}
                {follow::offer(follow)}
            </Column>
            <h2 class="govuk-heading-l" id="seats">{t!("seats-title")}</h2>
            <p class="govuk-body">{t!("seats-lead")}</p>
            {parts}
        </Main>
    }
    .into_any()
}

fn list(assembly: &Assembly, heading: String, meetings: &[Meeting], none: String) -> AnyView {
    let items: Vec<_> = meetings
        .iter()
        .map(|meeting| {
            let to = href(&format!("/assemblies/{}/meetings/{}", assembly.slug, meeting.number));
            let draft = meeting.published_at.is_none().then(|| {
                view! { " " <Tag text=t!("not-published") colour="yellow"/> }
            });
            view! {
                <li>
                    <a class="govuk-link" href=to>{t!("meeting-name", number = meeting.number, title = &meeting.title)}</a>
                    {draft} <br/>
                    <span class="fm-secondary">{when_in(meeting.starts_at, meeting.zone)} ", " {meeting.place.clone()}</span>
                </li>
            }
        })
        .collect();
    let body = if items.is_empty() {
        view! { <p class="govuk-body">{none}</p> }.into_any()
    } else {
        view! { <ul class="govuk-list govuk-list--spaced">{items}</ul> }.into_any()
    };
    view! { <h3 class="govuk-heading-m">{heading}</h3> {body} }.into_any()
}

fn constituency(one: &Constituency) -> AnyView {
    let seats: Vec<_> = one.seats.iter().map(seat).collect();
    view! {
        <section>
            <h3 class="govuk-heading-m">{one.name.clone()}</h3>
            <p class="govuk-body">{t!("seats-count", filled = one.filled, target = one.target)}</p>
            <ul class="fm-seats">{seats}</ul>
        </section>
    }
    .into_any()
}

fn seat(seat: &Seat) -> AnyView {
    let label = t!("seat-label", label = &seat.label);
    match &seat.holder {
        None => {
            let next = seat
                .coming
                .first()
                .map(|holder| t!("seat-coming", name = &holder.name, when = day(holder.term.starts)));
            view! {
                <li class="fm-seat fm-seat--vacant">
                    {t!("seat-vacant")} <span class="fm-seat__facts">{label} {next.map(|next| format!(". {next}"))}</span>
                </li>
            }
            .into_any()
        }
        Some(holder) => {
            let since = day(holder.term.starts);
            let time = match holder.term.ends {
                None => t!("seat-since", when = since),
                Some(ends) => t!("seat-until", from = since, until = day(ends)),
            };
            view! {
                <li class="fm-seat">
                    <span class="fm-seat__holder">{holder.name.clone()}</span>
                    <span class="fm-seat__facts">{label} ". " {names::capacity(holder.capacity)} ", " {time}</span>
                </li>
            }
            .into_any()
        }
    }
}
