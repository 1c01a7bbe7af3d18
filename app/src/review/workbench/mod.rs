//! The coding workbench: the one island of the review. Rendered on the server it is a page to read; in the browser
//! words are selected by mouse or by keyboard, and codes applied with one or two keys.

#[cfg(feature = "hydrate")]
mod browser;
mod codes;
mod desk;
mod keys;
mod marks;
mod model;
#[cfg(any(feature = "hydrate", test))]
mod moves;
mod numbered;
mod reading;

use leptos::prelude::*;

pub use marks::KEYS;
pub use model::{Desk, DeskAnswer, DeskCode, DeskCoding, DeskMark, Labels, Outcome};
pub use numbered::numbered;

use desk::State;

/// The workbench of one response.
#[island]
pub fn Workbench(desk: Desk) -> impl IntoView {
    let state = State::new(desk);
    #[cfg(feature = "hydrate")]
    browser::listen(state);
    view! {
        <div class="fm-columns fm-columns--far">
            <div class="fm-columns__main">{reading::answers(state)}</div>
            <div class="fm-columns__far">{codes::panel(state)}</div>
        </div>
    }
    .into_any()
}
