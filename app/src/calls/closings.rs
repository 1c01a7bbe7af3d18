//! How the closing time of a call has moved, as the public reads it.

use leptos::prelude::*;
use services::calls::{Call, Closing};

use crate::components::{Inset, Lines, day, when};
use crate::t;

/// Every move, the first first; nothing where it never moved.
pub fn history(call: &Call, all: &[Closing]) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = all.iter().map(|one| moved(call, one)).collect();
    view! { <Inset><h2 class="govuk-heading-s">{t!("call-closing-history")}</h2> {items}</Inset> }.into_any()
}

fn moved(call: &Call, one: &Closing) -> AnyView {
    let (before, after) = (when(one.before, call), when(one.after, call));
    let on = day(one.changed_at.with_timezone(&call.zone).date_naive());
    let said = if one.reason.is_empty() {
        t!("call-closing-early", before = before, after = after)
    } else {
        t!("call-closing-moved", day = on, before = before, after = after)
    };
    view! { <p class="govuk-body">{said}</p> <Lines text=one.reason.clone()/> }.into_any()
}
