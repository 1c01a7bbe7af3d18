//! How somebody can be reached: an e-mail address, or a telephone number.

use leptos::prelude::*;

use super::Heading;
use crate::components::TextInput;

pub(super) fn email(heading: Heading) -> AnyView {
    field(heading, ("email", "email"), "")
}

pub(super) fn telephone(heading: Heading) -> AnyView {
    field(heading, ("tel", "tel"), "govuk-input--width-20")
}

fn field(
    heading: Heading,
    (kind, autocomplete): (&'static str, &'static str),
    width: &'static str,
) -> AnyView {
    view! {
        <TextInput name="answer" kind label=heading.title hint=heading.hint width autocomplete heading=true/>
    }
    .into_any()
}
