//! Deciding about somebody who asks to be let in: an owner does, or the team.

use leptos::prelude::*;
use services::calls::edit::ZONE;
use services::people::members::ask::{By, Request};

use super::names;
use crate::components::{BackLink, Button, ErrorSummary, Opt, Radios, Row, SummaryList, TextInput, when_in};
use crate::layout::{Column, Main};
use crate::t;

/// The page. `back` is where it came from and what that is called; the form goes to the address of the page.
pub fn page(request: Request, by: By, organisation: String, back: (String, String)) -> AnyView {
    let (to, text) = back;
    let before = view! { <BackLink to text/> }.into_any();
    let email = request.email.as_str();
    let address = request.proven_at.map_or_else(
        || t!("request-unproven", email = email),
        |at| t!("request-proven", email = email, when = when_in(at, ZONE)),
    );
    let row = |key: String, value: String| Row { key, value, change: String::new() };
    let rows = vec![row(t!("request-address"), address), row(t!("request-note"), request.note.clone())];
    let accept = match by {
        By::Owner(_) => t!("request-accept"),
        By::Team => t!("request-accept-owner"),
    };
    let options = vec![Opt::new("accept", accept), Opt::new("refuse", t!("request-refuse"))];
    // Whom the team lets in is the owner.
    let role = (by != By::Team).then(|| names::role_field(t!("request-role")));
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <span class="govuk-caption-l">{organisation}</span>
                <h1 class="govuk-heading-l">{t!("request-title", name = request.name.as_str())}</h1>
                <SummaryList rows/>
                <form method="post" novalidate>
                    <Radios name="decision" legend=t!("request-decision") options/>
                    {role}
                    <TextInput name="reason" label=t!("request-reason") hint=t!("request-reason-hint")/>
                    <Button text=t!("request-button")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}
