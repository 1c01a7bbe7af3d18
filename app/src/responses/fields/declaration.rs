//! A box to tick beside words that are then declared.

use domain::calls::kinds::Declaration;
use leptos::prelude::*;

use super::Heading;
use crate::components::{Checkboxes, Opt};

pub(super) fn field(heading: Heading, settings: &Declaration) -> AnyView {
    let options = vec![Opt::new("yes", settings.words.clone())];
    view! { <Checkboxes name="answer" legend=heading.title options hint=heading.hint heading=true/> }
        .into_any()
}
