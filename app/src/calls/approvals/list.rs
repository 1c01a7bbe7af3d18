//! What was asked for: of one call, and what waits for somebody.

use domain::people::Action;
use leptos::prelude::*;
use services::calls::Call;
use services::calls::approvals::{Approval, Part};

use super::{address, heading, state};
use crate::components::{Cell, table, when};
use crate::layout::{Main, allowed, team_nav};
use crate::mail::asked_words;
use crate::t;

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
pub fn page(call: Call, all: Vec<Approval>) -> AnyView {
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
