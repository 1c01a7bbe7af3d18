//! Invitations, for whoever makes them and for whoever is invited.

use domain::mail::LetterState;
use leptos::prelude::*;
use services::calls::edit::ZONE;
use services::people::invitations::{Invitation, Offer};
use services::people::organisations::Organisation;

use super::roles::Places;
use super::sign_in::{Door, doors, new_password};
use super::{held, members, organisations, role_name};
use crate::components::{
    BackLink, Button, Cell, ErrorSummary, Hidden, Inset, Row, SummaryList, Tag, table, when_in,
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

fn role_of(offer: Offer) -> String {
    match offer {
        Offer::Role(grant) => role_name(grant.role),
        Offer::Membership(held) => members::names::role(held.role),
    }
}

fn rows(invitation: &Invitation) -> Vec<Row> {
    [
        (t!("account-name"), invitation.name.clone()),
        (t!("email"), invitation.email.clone()),
        (t!("account-roles"), role_of(invitation.offer)),
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
                Cell::new(match invitation.offer {
                    Offer::Role(grant) => held(grant, places),
                    Offer::Membership(_) => role_of(invitation.offer),
                }),
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

/// What the page shows on which an invitation is accepted.
pub struct AcceptPage {
    pub invitation: Invitation,
    pub doors: Vec<Door>,
    /// The organisation, where it is to act for one.
    pub organisation: Option<Organisation>,
    /// Whoever is signed in.
    pub signed_in: Option<String>,
}

/// The page to accept an invitation.
pub fn accept(shown: AcceptPage) -> AnyView {
    let AcceptPage { invitation, doors: by_provider, organisation, signed_in } = shown;
    let Some(organisation) = organisation else { return join_the_team(invitation, by_provider) };
    let lead = t!("accept-member-lead", name = organisations::names::name(&organisation));
    let how = match signed_in {
        Some(name) => view! {
            <form method="post" action=href("/invitation")>
                <Hidden name="as" value="account"/>
                <Button text=t!("accept-member-as", name = name.as_str())/>
            </form>
            <p class="govuk-body">{t!("accept-member-other", name = name.as_str())}</p>
        }
        .into_any(),
        None => view! {
            <p class="govuk-body">
                <a class="govuk-link" href=href(&format!("/sign-in?next={}", href("/invitation")))>{t!("accept-member-sign-in")}</a>
            </p>
            <h2 class="govuk-heading-m">{t!("accept-member-new")}</h2>
            {make_account(invitation.email.clone(), by_provider)}
        }
        .into_any(),
    };
    view! {
        <Main>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("accept-title")}</h1>
                <p class="govuk-body">{lead}</p>
                <SummaryList rows=rows(&invitation)/>
                {how}
            </Column>
        </Main>
    }
    .into_any()
}

fn join_the_team(invitation: Invitation, by_provider: Vec<Door>) -> AnyView {
    view! {
        <Main>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("accept-title")}</h1>
                <p class="govuk-body">{t!("accept-lead")}</p>
                <SummaryList rows=rows(&invitation)/>
                {make_account(invitation.email.clone(), by_provider)}
            </Column>
        </Main>
    }
    .into_any()
}

/// Making an account: by a provider, or with a password.
fn make_account(email: String, by_provider: Vec<Door>) -> AnyView {
    let or = (!by_provider.is_empty()).then(|| {
        view! {
            {doors(by_provider, |provider| t!("accept-with", provider = provider))}
            <h2 class="govuk-heading-m">{t!("accept-or-password")}</h2>
        }
    });
    view! {
        {or}
        <form method="post" action=href("/invitation") novalidate>
            {new_password(t!("accept-password"), email)}
            <Button text=t!("accept-button")/>
        </form>
    }
    .into_any()
}
