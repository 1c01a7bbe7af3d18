//! Inviting somebody to act for an organisation, and what became of it.

use domain::mail::LetterState;
use leptos::prelude::*;
use services::calls::edit::ZONE;
use services::people::invitations::Invitation;
use services::people::organisations::Organisation;

use super::{address, names};
use crate::components::{BackLink, Button, ErrorSummary, Hidden, Inset, TextInput, when_in};
use crate::layout::{Column, Main};
use crate::people::organisations::names as organisations;
use crate::t;
use crate::words::href;

fn back(organisation: &Organisation) -> AnyView {
    let text = t!("members-title", name = organisations::name(organisation));
    view! { <BackLink to=href(&address(organisation)) text/> }.into_any()
}

/// The form.
pub fn form(organisation: &Organisation) -> AnyView {
    let to = href(&format!("{}/invite", address(organisation)));
    view! {
        <Main before=back(organisation)>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("members-invite")}</h1>
                <p class="govuk-body">{t!("members-invite-lead")}</p>
                <form method="post" action=to novalidate>
                    <TextInput name="name" label=t!("member-name") autocomplete="off"/>
                    <TextInput name="email" label=t!("email") kind="email" autocomplete="off"/>
                    {names::role_field(t!("members-role"))}
                    <Button text=t!("members-invite-button")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

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

/// The page of an invitation.
pub fn page(organisation: &Organisation, shown: Shown) -> AnyView {
    let Shown { invitation, link, letter, mail_server } = shown;
    let here = href(&format!("{}/invitations/{}", address(organisation), invitation.id));
    let email = invitation.email.as_str();
    let way = match (link, letter) {
        (Some(link), _) => view! {
            <p class="govuk-body">{t!("member-invited-hand")}</p>
            <Inset><p class="govuk-body fm-private-link">{link}</p></Inset>
        }
        .into_any(),
        (None, Some(_)) => {
            view! { <p class="govuk-body">{t!("member-invited-letter", email = email)}</p> }.into_any()
        }
        (None, None) => view! { <p class="govuk-body">{t!("member-invited-gone")}</p> }.into_any(),
    };
    let again = if mail_server { t!("member-invited-again") } else { t!("member-invited-renew") };
    view! {
        <Main before=back(organisation)>
            <Column>
                <span class="govuk-caption-l">{invitation.email.clone()}</span>
                <h1 class="govuk-heading-l">{invitation.name.clone()}</h1>
                {way}
                <p class="govuk-body">{t!("member-invited-lasts", when = when_in(invitation.expires_at, ZONE))}</p>
                <form method="post" action=format!("{here}/renew")>
                    <Button text=again class="govuk-button--secondary"/>
                </form>
                <form method="post" action=format!("{here}/withdraw")>
                    <Hidden name="act" value="withdraw"/>
                    <Button text=t!("member-invited-withdraw") class="govuk-button--warning"/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}
