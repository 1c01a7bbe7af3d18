//! Which organisation of the directory a response is from.

use leptos::prelude::*;
use services::calls::Call;
use services::people::organisations::Organisation;
use services::people::organisations::directory::Found;
use services::responses::Response;

use super::names;
use crate::components::{BackLink, Button, TextInput};
use crate::layout::{Column, Main, act, team_nav};
use crate::t;

/// What the page shows.
pub struct LinkPage {
    pub call: Call,
    pub response: Response,
    pub linked: Option<Organisation>,
    pub found: Found,
}

/// The page.
pub fn page(shown: LinkPage) -> AnyView {
    let LinkPage { call, response, linked, found } = shown;
    let desk = format!("/team/calls/{}/responses/{}", call.slug, response.reference);
    let here = format!("{desk}/organisation");
    let back = t!("desk-title", reference = &response.reference);
    let before = view! { <BackLink to=desk text=back/> }.into_any();
    let now = linked.map(|held| {
        let to = format!("/organisations/{}", held.slug);
        view! {
            <p class="govuk-body">{t!("link-now")} " " <a class="govuk-link" href=to>{held.name.clone()}</a></p>
            {act(here.clone(), t!("link-remove"), &held.name, None)}
        }
    });
    let more = found.total > found.organisations.len() as u64;
    let more = more.then(|| view! { <p class="govuk-body">{t!("link-more")}</p> });
    let rows: Vec<_> = found
        .organisations
        .into_iter()
        .map(|one| {
            let sends = Some(("organisation", one.id.to_string()));
            view! {
                <li>
                    {one.name.clone()} <br/> <span class="fm-secondary">{names::kind(one.kind)}</span>
                    {act(here.clone(), t!("link-choose"), &one.name, sends)}
                </li>
            }
        })
        .collect();
    let none = rows.is_empty().then(|| view! { <p class="govuk-body">{t!("organisations-none")}</p> });
    view! {
        <Main before>
            {team_nav(&call, "/responses")}
            <Column>
                <h1 class="govuk-heading-l">{t!("link-title")}</h1>
                <p class="govuk-body">{t!("link-typed", name = &response.organisation)}</p>
                {now}
                <form method="get" action=here.clone() novalidate>
                    <TextInput name="name" label=t!("organisations-name")/>
                    <Button text=t!("organisations-find") class="govuk-button--secondary"/>
                </form>
                {none} {more}
                <ul class="govuk-list govuk-list--spaced">{rows}</ul>
            </Column>
        </Main>
    }
    .into_any()
}
