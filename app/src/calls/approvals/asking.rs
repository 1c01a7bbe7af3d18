//! What forms say that ask, and do not do.

use leptos::prelude::*;
use services::calls::Call;
use services::calls::approvals::Approval;

use super::address;
use crate::components::{Inset, TextArea};
use crate::t;

/// What a form says where it asks and does not do: that it takes two people, who else can, and the field for the reason.
pub fn asking(others: &[String]) -> AnyView {
    let who = who_else(others);
    view! {
        <Inset>{t!("approval-takes-two")} " " {who}</Inset>
        {note()}
    }
    .into_any()
}

/// The field in which whoever asks says why.
pub fn note() -> AnyView {
    view! { <TextArea name="note" label=t!("approval-note-label") hint=t!("approval-note-hint") rows=3/> }
        .into_any()
}

/// What stands in place of a button where the same is asked for already.
pub fn pending(call: &Call, one: &Approval) -> AnyView {
    let (text, to) = (t!("approval-pending", asker = one.asker.as_str()), address(call, one));
    view! { <Inset>{text} " " <a class="govuk-link" href=to>{t!("approval-see")}</a></Inset> }.into_any()
}

/// Who else can decide.
pub(super) fn who_else(others: &[String]) -> String {
    if others.is_empty() {
        t!("approval-others-none")
    } else {
        t!("approval-others", who = others.join(", "))
    }
}
