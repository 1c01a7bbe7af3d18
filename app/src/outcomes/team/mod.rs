//! The team's pages for findings and recommendations.

pub mod findings;
pub mod picking;
pub mod recommendations;

use domain::people::Action;
use leptos::prelude::*;

use crate::components::Tag;
use crate::layout::{act, allowed};
use crate::t;

/// Whether something is published, as a tag.
pub fn state(published: bool) -> AnyView {
    let (text, colour) = if published { (t!("published"), "green") } else { (t!("not-published"), "yellow") };
    view! { <Tag text colour/> }.into_any()
}

/// The button that publishes what stands at this address, or withdraws it; nothing for those who may not.
pub fn publishing(by: Action, address: &str, published: bool, about: &str) -> AnyView {
    if !allowed(by) {
        ().into_any()
    } else if published {
        act(format!("{address}/withdraw"), t!("withdraw"), about, None)
    } else {
        act(format!("{address}/publish"), t!("publish"), about, None)
    }
}
