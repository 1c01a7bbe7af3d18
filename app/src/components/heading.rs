//! The heading that a field can carry, so that a page with one question does not say it twice.

use leptos::prelude::*;

/// Given as context where a question is shown among other things: it is no heading of the page there.
#[derive(Clone, Copy)]
pub struct AsExample;

/// What a field says of itself as the heading of its page; or below the headings of a page that shows it as an example.
pub fn heading(class: &'static str, content: AnyView) -> AnyView {
    if use_context::<AsExample>().is_some() {
        view! { <h3 class=class>{content}</h3> }.into_any()
    } else {
        view! { <h1 class=class>{content}</h1> }.into_any()
    }
}
