//! One line.

use leptos::prelude::*;

use super::Heading;
use crate::components::TextInput;

pub(super) fn field(heading: Heading) -> AnyView {
    view! { <TextInput name="answer" label=heading.title hint=heading.hint heading=true/> }.into_any()
}
