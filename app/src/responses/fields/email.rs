//! An e-mail address.

use leptos::prelude::*;

use super::Heading;
use crate::components::TextInput;

pub(super) fn field(heading: Heading) -> AnyView {
    view! {
        <TextInput
            name="answer"
            kind="email"
            label=heading.title
            hint=heading.hint
            autocomplete="email"
            heading=true
        />
    }
    .into_any()
}
