//! Who can take part in a call: the team's form, and what whoever was invited is told.

use leptos::prelude::*;
use services::calls::Call;

use crate::components::{Button, ErrorSummary, Inset, Opt, Radios};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// The team's form. Once the call is announced it says how it is, and nothing can be sent.
pub fn page(call: &Call) -> AnyView {
    let lines = [
        t!("private-means-lists"),
        t!("private-means-invited"),
        t!("private-means-others"),
        t!("private-means-team"),
        t!("private-means-published"),
        t!("private-means-law"),
    ];
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    let announced = call.times.announced.is_some();
    let form = if announced { fixed(call) } else { form(call) };
    let caption = call.title.clone();
    view! {
        {team_nav(call, "")}
        <Main>
            <Column>
                <ErrorSummary/>
                <span class="govuk-caption-l">{caption}</span>
                <h1 class="govuk-heading-l">{t!("private-title")}</h1>
                <p class="govuk-body">{t!("private-lead")}</p>
                <ul class="govuk-list govuk-list--bullet">{lines}</ul>
                {form}
            </Column>
        </Main>
    }
    .into_any()
}

fn fixed(call: &Call) -> AnyView {
    let now = if call.private { t!("private-is") } else { t!("private-is-not") };
    view! { <Inset><p>{now} " " {t!("private-fixed")}</p></Inset> }.into_any()
}

fn form(call: &Call) -> AnyView {
    let options = vec![
        Opt::new("public", t!("private-anyone")).hint(t!("private-anyone-hint")),
        Opt::new("invited", t!("private-invited")).hint(t!("private-invited-hint")),
    ];
    view! {
        <form method="post" action=format!("/team/calls/{}/private", call.slug) novalidate>
            <Radios name="reach" legend=t!("private-legend") options/>
            <Button text=t!("save")/>
        </form>
    }
    .into_any()
}

/// What whoever may see a private call should know.
pub fn notice() -> AnyView {
    view! { <Inset><p>{t!("private-notice")}</p></Inset> }.into_any()
}
