//! The mark: a ring of small discs, seats around an open middle, one of them set apart: the one who is speaking.

use leptos::prelude::*;

/// Where the discs of the ring stand, in a square of 32: eight on a circle, the ninth moved inwards to speak.
const SEATS: [(f32, f32); 8] = [
    (16.0, 4.5),
    (24.1, 7.9),
    (27.5, 16.0),
    (24.1, 24.1),
    (16.0, 27.5),
    (7.9, 24.1),
    (4.5, 16.0),
    (7.9, 7.9),
];

/// The mark as a picture that says nothing to a screen reader: the name stands beside it.
pub fn ring() -> AnyView {
    let seats: Vec<_> = SEATS
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != 1)
        .map(|(_, (x, y))| view! { <circle cx=x.to_string() cy=y.to_string() r="2.6"></circle> })
        .collect();
    view! {
        <svg class="fm-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
            {seats}
            <circle class="fm-mark__speaker" cx="19.6" cy="12.4" r="3.4"></circle>
        </svg>
    }
    .into_any()
}
