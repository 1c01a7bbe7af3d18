//! The reasons for what is chosen, beside it.

use domain::calls::kinds::Why;
use leptos::prelude::*;

use crate::components::TextArea;
use crate::t;

pub(super) fn field(why: Why) -> AnyView {
    let label = if why.required { t!("why-label") } else { t!("why-label-optional") };
    view! { <TextArea name="why" label rows=6 limit=why.word_limit/> }.into_any()
}

/// Said before anyone chooses, because it takes longer than choosing.
pub(super) fn rule(why: Why) -> String {
    match (why.required, why.word_limit) {
        (true, Some(limit)) => t!("rule-why-limit", limit = limit),
        (true, None) => t!("rule-why"),
        (false, Some(limit)) => t!("rule-why-optional-limit", limit = limit),
        (false, None) => t!("rule-why-optional"),
    }
}
