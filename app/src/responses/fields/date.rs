//! A day.

use domain::calls::{Answer, Given};
use leptos::prelude::*;

use super::Heading;
use crate::components::{DateInput, day};

pub(super) fn field(heading: Heading) -> AnyView {
    view! { <DateInput legend=heading.title hint=heading.hint heading=true/> }.into_any()
}

pub(super) fn said(answer: &Answer) -> String {
    match answer.given {
        Given::Date(date) => day(date),
        _ => String::new(),
    }
}
