//! Changing what was sent: how it stands, the way to it, and what the pages say while it is being changed.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use services::calls::Call;
use services::responses::Receipt;
use services::responses::change::Standing;

use crate::components::{BackLink, Button, Inset, Warning, when};
use crate::layout::{Column, Main};
use crate::words::href;
use crate::{calls, t};

/// What the page shows.
pub struct ChangePage {
    pub call: Call,
    pub receipt: Receipt,
    pub standing: Standing,
    /// Until when it can be changed; nothing where the call has no end yet.
    pub until: Option<DateTime<Utc>>,
}

fn address(call: &Call) -> String {
    href(&format!("/calls/{}/change", call.slug))
}

/// The page on which a change is begun, gone on with, or dropped.
pub fn page(shown: ChangePage) -> AnyView {
    let ChangePage { call, receipt, standing, until } = shown;
    let before = view! { <BackLink to=href(&format!("/calls/{}/confirmation", call.slug))/> }.into_any();
    let sent = when(receipt.submitted_at, &call);
    let until = until.map(|until| {
        view! { <p class="govuk-body">{t!("change-until", when = when(until, &call))}</p> }
    });
    let body = match standing {
        Standing::MayChange => view! {
            <p class="govuk-body">{t!("change-text")}</p>
            <p class="govuk-body">{t!("change-counts", when = sent)}</p>
            {until}
            {form(&call, "begin", t!("change-begin"), "")}
        }
        .into_any(),
        Standing::Changing => view! {
            <p class="govuk-body">{t!("change-counts", when = sent)}</p>
            {until}
            <p class="govuk-body">
                <a class="govuk-button" role="button" draggable="false" href=href(&format!("/calls/{}/answer", call.slug))>
                    {t!("change-go-on")}
                </a>
            </p>
            <h2 class="govuk-heading-m">{t!("change-drop-title")}</h2>
            <p class="govuk-body">{t!("change-drop-text")}</p>
            {form(&call, "drop", t!("change-drop"), "govuk-button--secondary")}
        }
        .into_any(),
        Standing::TooLate => view! {
            <Warning text=t!("change-too-late")/>
            <p class="govuk-body">{t!("change-stands", when = sent)}</p>
            {form(&call, "drop", t!("change-drop"), "govuk-button--secondary")}
        }
        .into_any(),
        Standing::Shared => view! { <p class="govuk-body">{t!("error-shared-stays")}</p> }.into_any(),
        Standing::Closed | Standing::Withdrawn | Standing::Gone => view! {
            <p class="govuk-body">{t!("error-change-closed")}</p>
            <p class="govuk-body">{t!("change-stands", when = sent)}</p>
        }
        .into_any(),
    };
    view! {
        <Main before>
            <Column>
                <p class="govuk-caption-l">{calls::title(&call)}</p>
                <h1 class="govuk-heading-l">{t!("change-title")}</h1>
                {body}
            </Column>
        </Main>
    }
    .into_any()
}

fn form(call: &Call, what: &'static str, text: String, class: &'static str) -> AnyView {
    view! {
        <form method="post" action=address(call)><Button text class name="change" value=what/></form>
    }
    .into_any()
}

/// The way to change what was sent, on the pages that show that it was received.
pub fn offer(call: &Call, standing: Standing, until: Option<DateTime<Utc>>) -> Option<AnyView> {
    let link = |text: String| view! { <a class="govuk-link" href=address(call)>{text}</a> };
    let (said, link) = match standing {
        Standing::MayChange => {
            let said = until.map_or_else(
                || t!("change-offer"),
                |until| t!("change-offer-until", when = when(until, call)),
            );
            (said, link(t!("change-title")))
        }
        Standing::Changing => (t!("change-begun"), link(t!("change-go-on-or-drop"))),
        Standing::TooLate => (t!("change-too-late"), link(t!("change-see"))),
        Standing::Shared => {
            let stays = t!("error-shared-stays");
            return Some(view! { <p class="govuk-body govuk-!-display-none-print">{stays}</p> }.into_any());
        }
        Standing::Closed | Standing::Withdrawn | Standing::Gone => return None,
    };
    let away = href(&format!("/calls/{}/withdraw", call.slug));
    let away = matches!(standing, Standing::MayChange | Standing::Changing)
        .then(|| view! { <br/> <a class="govuk-link" href=away>{t!("withdraw-title")}</a> });
    Some(view! { <p class="govuk-body govuk-!-display-none-print">{said} " " {link} {away}</p> }.into_any())
}

/// What counts while it is being changed, on the pages where it is. `counts_since` is when that was sent; nothing where
/// nothing was.
pub fn notice(call: &Call, counts_since: Option<DateTime<Utc>>) -> Option<AnyView> {
    let (said, to) = (t!("change-counts", when = when(counts_since?, call)), address(call));
    Some(
        view! {
            <Inset>
                {said} " " <a class="govuk-link" href=to>{t!("change-drop")}</a>
            </Inset>
        }
        .into_any(),
    )
}
