//! Invitations, for whoever makes them and for whoever is invited.

use domain::mail::LetterState;
use leptos::prelude::*;
use services::calls::edit::ZONE;
use services::people::invitations::Invitation;

use super::roles::Places;
use super::sign_in::{Door, doors};
use super::{held, role_name};
use crate::components::{
    BackLink, Button, Cell, ErrorSummary, Hidden, Inset, Row, SummaryList, Tag, TextInput, table, when_in,
};
use crate::layout::{Column, Main};
use crate::words::href;
use crate::{mail, t};

/// What the page of an invitation shows.
pub struct Shown {
    pub invitation: Invitation,
    /// The private link, where it was made just now to be passed on by hand.
    pub link: Option<String>,
    /// Where the letter is that takes the link.
    pub letter: Option<LetterState>,
    /// Whether letters leave at all.
    pub mail_server: bool,
}

/// The page of an invitation. A letter takes its private link, or it is shown once, after it was made.
pub fn invitation(shown: Shown) -> AnyView {
    let Shown { invitation, link, letter, mail_server } = shown;
    let base = format!("/team/people/invitations/{}", invitation.id);
    let shown = match (link, letter) {
        (Some(link), _) => by_hand(&invitation, link, mail_server),
        (None, Some(state)) => by_letter(&invitation, state),
        (None, None) => view! { <p class="govuk-body">{t!("invitation-link-gone")}</p> }.into_any(),
    };
    let renew = format!("{base}/renew");
    let before = view! { <BackLink to="/team/people" text=t!("people-title")/> }.into_any();
    view! {
        <Main before>
            <Column>
                <h1 class="govuk-heading-l">{t!("invitation-title")}</h1>
                <SummaryList rows=rows(&invitation)/>
                {shown}
                {mail_server.then(|| view! {
                    <form method="post" action=renew.clone()>
                        <Button text=t!("invitation-letter-again") class="govuk-button--secondary"/>
                    </form>
                })}
                <form method="post" action=renew.clone()>
                    <Hidden name="by" value="hand"/>
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

/// The private link, to be passed on by whoever made it.
fn by_hand(invitation: &Invitation, link: String, mail_server: bool) -> AnyView {
    view! {
        <h2 class="govuk-heading-m">{t!("invitation-link")}</h2>
        {(!mail_server).then(|| view! { <p class="govuk-body">{t!("invitation-no-letter")}</p> })}
        <p class="govuk-body">{t!("invitation-link-text", name = invitation.name.as_str())}</p>
        <Inset><p class="govuk-body fm-private-link">{link}</p></Inset>
    }
    .into_any()
}

/// Where the letter is that takes the private link.
fn by_letter(invitation: &Invitation, state: LetterState) -> AnyView {
    view! {
        <h2 class="govuk-heading-m">{t!("invitation-letter")}</h2>
        <p class="govuk-body">{t!("invitation-letter-text", name = invitation.name.as_str())}</p>
        <p class="govuk-body">
            <Tag text=mail::names::state(state) colour=mail::names::colour(state)/> " " {mail::names::meaning(state)}
        </p>
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
