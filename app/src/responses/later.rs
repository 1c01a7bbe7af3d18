//! The page for those who go on later: the private link, to copy or by letter, and until when it works.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use services::calls::Call;
use services::responses::together::Offered;

use super::change;
use super::keeping::{self, Keeping};
use super::together::begin;
use crate::components::{Button, Checkboxes, ErrorSummary, Inset, Notice, Opt, TextInput, Warning, when};
use crate::layout::{Column, Main};
use crate::t;
use crate::words::href;

/// What the page shows.
pub struct LaterPage {
    pub call: Call,
    /// The private link. Whoever opened the draft from their account may not have it.
    pub link: Option<String>,
    /// Until when the draft can be gone on with.
    pub until: Option<DateTime<Utc>>,
    /// When what counts was sent, where it is being changed.
    pub counts_since: Option<DateTime<Utc>>,
    /// In whose account the draft is.
    pub keeping: Keeping,
    /// The organisations for which whoever reads could answer.
    pub together: Vec<Offered>,
    /// What there is to say of letters; nothing where none can be sent.
    pub by_letter: Option<ByLetter>,
}

/// The link by letter, and the reminder with it.
pub struct ByLetter {
    /// Whether the link was just sent.
    pub sent: bool,
    /// When a reminder goes, where one was asked for, and whether there is time for one.
    pub reminder: Option<DateTime<Utc>>,
    pub can_remind: bool,
}

/// The page.
pub fn page(page: LaterPage) -> AnyView {
    let until = page.until.map(|until| when(until, &page.call)).unwrap_or_default();
    let private = page.link.clone().map(|link| {
        view! {
            <p class="govuk-body">{t!("later-link")}</p>
            <Inset><p class="fm-private-link"><a class="govuk-link" href=link.clone()>{link.clone()}</a></p></Inset>
            <Warning text=t!("later-secret")/>
        }
    });
    let sent = page.by_letter.as_ref().is_some_and(|letter| letter.sent);
    let by_letter = page.by_letter.as_ref().map(|letter| by_letter(&page.call, letter));
    let go_on = href(&format!("/calls/{}/answer", page.call.slug));
    view! {
        <Main>
            <Column>
                <ErrorSummary/>
                {sent.then(|| view! {
                    <Notice title=t!("later-sent-title")>
                        <p class="govuk-notification-banner__heading">{t!("later-sent")}</p>
                    </Notice>
                })}
                <h1 class="govuk-heading-l">{t!("later-title")}</h1>
                <p class="govuk-body">{t!("later-text", when = until)}</p>
                {change::notice(&page.call, page.counts_since)}
                {private} {by_letter}
                {keeping::offer(&page.call, &page.keeping)}
                {begin::ways(&page.call, &page.together)}
                <p class="govuk-body"><a class="govuk-link" href=go_on>{t!("call-continue")}</a></p>
            </Column>
        </Main>
    }
    .into_any()
}

fn by_letter(call: &Call, letter: &ByLetter) -> AnyView {
    let action = href(&format!("/calls/{}/later", call.slug));
    let remind = (letter.can_remind && letter.reminder.is_none()).then(|| {
        let options = vec![Opt::new("yes", t!("later-remind")).hint(t!("later-remind-hint"))];
        view! { <Checkboxes name="remind" legend=t!("later-remind-legend") options/> }
    });
    let reminded = letter.reminder.map(|at| {
        view! {
            <form method="post" action=action.clone()>
                <p class="govuk-body">{t!("later-reminded", when = when(at, call))}</p>
                <Button text=t!("later-remind-stop") class="govuk-button--secondary" name="stop" value="1"/>
            </form>
        }
    });
    view! {
        <h2 class="govuk-heading-m">{t!("later-letter")}</h2>
        {reminded}
        <form method="post" action=action.clone() novalidate>
            <TextInput
                name="email"
                label=t!("later-email")
                hint=t!("later-letter-text")
                kind="email"
                width="govuk-input--width-20"
                autocomplete="email"
            />
            {remind}
            <Button text=t!("later-send") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}
