//! Invitations, for whoever makes them and for whoever is invited.

use leptos::prelude::*;
use services::calls::edit::ZONE;
use services::people::invitations::Invitation;

use super::roles::Places;
use super::sign_in::{Door, doors};
use super::{held, role_name};
use crate::components::{
    BackLink, Button, Cell, ErrorSummary, Inset, Row, SummaryList, TextInput, table, when_in,
};
use crate::layout::{Column, Main};
use crate::t;
use crate::words::href;

/// The page of an invitation. Its private link is shown once, after it was made.
pub fn invitation(invitation: Invitation, link: Option<String>) -> AnyView {
    let base = format!("/team/people/invitations/{}", invitation.id);
    let shown = match link {
        Some(link) => view! {
            <h2 class="govuk-heading-m">{t!("invitation-link")}</h2>
            <p class="govuk-body">{t!("invitation-link-text", name = invitation.name.as_str())}</p>
            <Inset><p class="govuk-body fm-private-link">{link}</p></Inset>
        }
        .into_any(),
        None => view! { <p class="govuk-body">{t!("invitation-link-gone")}</p> }.into_any(),
    };
    let before = view! { <BackLink to="/team/people" text=t!("people-title")/> }.into_any();
    view! {
        <Main before>
            <Column>
                <h1 class="govuk-heading-l">{t!("invitation-title")}</h1>
                <SummaryList rows=rows(&invitation)/>
                {shown}
                <form method="post" action=format!("{base}/renew")>
                    <Button text=t!("invitation-renew") class="govuk-button--secondary"/>
                </form>
                <form method="post" action=format!("{base}/withdraw")>
                    <Button text=t!("invitation-withdraw") class="govuk-button--warning"/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

fn rows(invitation: &Invitation) -> Vec<Row> {
    [
        (t!("account-name"), invitation.name.clone()),
        (t!("email"), invitation.email.clone()),
        (t!("account-roles"), role_name(invitation.grant.role)),
        (t!("invitation-lasts"), when_in(invitation.expires_at, ZONE)),
    ]
    .into_iter()
    .map(|(key, value)| Row { key, value, change: String::new() })
    .collect()
}

/// Those who were invited and have not accepted yet, for the page of people.
pub(super) fn waiting(all: Vec<Invitation>, places: &Places) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let rows = all
        .into_iter()
        .map(|invitation| {
            let to = format!("/team/people/invitations/{}", invitation.id);
            vec![
                Cell::heading(view! { <a class="govuk-link" href=to>{invitation.name}</a> }),
                Cell::new(invitation.email),
                Cell::new(held(invitation.grant, places)),
                Cell::new(when_in(invitation.expires_at, ZONE)).short(),
            ]
        })
        .collect();
    let columns = vec![t!("person-name"), t!("email"), t!("person-role"), t!("invitation-lasts")];
    let table = view! {
        <h2 class="govuk-heading-m" id="invited">{t!("people-invited")}</h2>
        {table(t!("people-invited"), columns, rows)}
    };
    Some(table.into_any())
}

/// The page to accept an invitation.
pub fn accept(invitation: Invitation, by_provider: Vec<Door>) -> AnyView {
    let or = (!by_provider.is_empty()).then(|| {
        view! {
            {doors(by_provider, |provider| t!("accept-with", provider = provider))}
            <h2 class="govuk-heading-m">{t!("accept-or-password")}</h2>
        }
    });
    view! {
        <Main>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("accept-title")}</h1>
                <p class="govuk-body">{t!("accept-lead")}</p>
                <SummaryList rows=rows(&invitation)/>
                {or}
                <form method="post" action=href("/invitation") novalidate>
                    // A password manager keeps the password under this name.
                    <input type="hidden" name="username" value=invitation.email autocomplete="username"/>
                    <TextInput
                        name="password"
                        label=t!("accept-password")
                        hint=t!("accept-password-hint")
                        kind="password"
                        width="govuk-input--width-20"
                        autocomplete="new-password"
                    />
                    <Button text=t!("accept-button")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}
