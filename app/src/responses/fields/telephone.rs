//! A telephone number.

use leptos::prelude::*;

use super::Heading;
use crate::components::TextInput;

pub(super) fn field(heading: Heading) -> AnyView {
    view! {
        <TextInput
            name="answer"
            kind="tel"
            label=heading.title
            hint=heading.hint
            width="govuk-input--width-20"
            autocomplete="tel"
            heading=true
        />
    }
    .into_any()
}
