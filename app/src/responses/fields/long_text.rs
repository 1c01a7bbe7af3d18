//! Many lines.

use domain::calls::kinds::LongText;
use leptos::prelude::*;

use super::Heading;
use crate::components::TextArea;
use crate::t;

pub(super) fn field(heading: Heading, settings: LongText) -> AnyView {
    let limit = settings.word_limit;
    let rows = if limit.is_some_and(|limit| limit <= 100) { 6 } else { 14 };
    view! { <TextArea name="answer" label=heading.title hint=heading.hint rows limit heading=true/> }
        .into_any()
}

pub(super) fn rule(settings: LongText) -> String {
    settings.word_limit.map_or_else(|| t!("rule-long"), |limit| t!("words-limit", limit = limit))
}
