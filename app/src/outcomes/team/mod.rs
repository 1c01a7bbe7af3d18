//! The team's pages for findings and recommendations.

pub mod findings;
pub mod picking;
pub mod recommendations;

use leptos::prelude::*;

use crate::components::Tag;
use crate::layout::act;
use crate::t;

/// Whether something is published, as a tag.
pub fn state(published: bool) -> AnyView {
    let (text, colour) = if published { (t!("published"), "green") } else { (t!("not-published"), "yellow") };
    view! { <Tag text colour/> }.into_any()
}

/// The button that publishes what stands at this address, or withdraws it.
pub fn publishing(address: &str, published: bool, about: &str) -> AnyView {
    if published {
        act(format!("{address}/withdraw"), t!("withdraw"), about, None)
    } else {
        act(format!("{address}/publish"), t!("publish"), about, None)
    }
}
