//! Who has entered a response, on the page where the team reads it.

use leptos::prelude::*;
use services::calls::Call;
use services::responses::entering::Entry;

use super::{address, by};
use crate::components::when;
use crate::t;

/// Who has entered a response, and whether whoever reads it may open its entry.
pub struct Entered {
    pub entry: Entry,
    pub opens: bool,
}

/// Who has entered a response and when, what they noted, and whether somebody has compared it with the original.
pub fn facts(call: &Call, entered: Entered) -> AnyView {
    let Entered { entry, opens } = entered;
    let at = when(entry.entered_at.unwrap_or(entry.begun_at), call);
    let note = (!entry.note.is_empty()).then(|| {
        view! { <div><dt>{t!("entering-note-of")}</dt><dd class="fm-lines">{entry.note.clone()}</dd></div> }
    });
    let late = (!entry.late_reason.is_empty()).then(|| {
        view! { <div><dt>{t!("entering-late-why")}</dt><dd class="fm-lines">{entry.late_reason.clone()}</dd></div> }
    });
    let to = opens.then(|| {
        let to = address(call, entry.id);
        view! { " " <a class="govuk-link" href=to>{t!("entering-open")}</a> }
    });
    view! {
        <div>
            <dt>{t!("entering-by")}</dt>
            <dd>{t!("entering-by-at", who = by(&entry), when = at)} " " {checked(call, &entry)} {to}</dd>
        </div>
        {note} {late}
    }
    .into_any()
}

/// Whether somebody has compared it with the original.
pub(super) fn checked(call: &Call, entry: &Entry) -> String {
    match &entry.checked {
        Some((who, at)) => {
            let who = who.clone().unwrap_or_else(|| t!("audit-by-system"));
            t!("entering-checked-by", who = who, when = when(*at, call))
        }
        None => t!("entering-not-checked"),
    }
}
