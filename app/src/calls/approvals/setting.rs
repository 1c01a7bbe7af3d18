//! How many people a call takes.

use leptos::prelude::*;
use services::calls::Call;

use super::asking::{note, who_else};
use super::back as way_back;
use crate::components::{Button, ErrorSummary, Inset, Opt, Radios};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// The page that sets how many people a call takes.
pub fn page(call: Call, others: Vec<String>) -> AnyView {
    let before = way_back(&call);
    let options = vec![
        Opt::new("two", t!("two-people-two")).hint(t!("two-people-two-hint")),
        Opt::new("one", t!("two-people-one")).hint(t!("two-people-one-hint")),
    ];
    let who = who_else(&others);
    let back = call.two_people.then(|| view! { <p class="govuk-body">{t!("two-people-back")}</p> {note()} });
    view! {
        {team_nav(&call, "/approvals")}
        <Main before>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("two-people-title")}</h1>
                <p class="govuk-body">{t!("two-people-lead")}</p>
                <form method="post" action=format!("/team/calls/{}/two-people", call.slug) novalidate>
                    <Radios name="people" legend=t!("two-people-legend") options/>
                    <Inset>{who}</Inset>
                    {back}
                    <Button text=t!("save")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}
