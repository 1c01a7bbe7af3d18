//! Numbers as bars, drawn by the server: no script, no style of its own.

use leptos::prelude::*;

/// How wide a bar is with the room beside it, and how high the tallest, in the units of the drawing.
const STEP: usize = 10;
const WIDTH: usize = 8;
const HEIGHT: u64 = 160;

/// Bars in their order, with all that they say for whoever does not see them.
pub fn bars(values: &[u64], label: String) -> AnyView {
    let most = values.iter().copied().max().unwrap_or_default().max(1);
    let bars: Vec<_> = values
        .iter()
        .enumerate()
        .filter(|(_, value)| **value > 0)
        .map(|(at, value)| {
            let high = (value * HEIGHT).div_ceil(most);
            view! {
                <rect
                    x=(at * STEP).to_string()
                    y=(HEIGHT - high).to_string()
                    width=WIDTH.to_string()
                    height=high.to_string()
                ></rect>
            }
        })
        .collect();
    // A few bars do not fill the page: each would be a wall.
    let width = (values.len() * STEP).max(30 * STEP);
    view! {
        <svg
            class="fm-bars"
            viewBox=format!("0 0 {width} {}", HEIGHT + 2)
            preserveAspectRatio="none"
            role="img"
            aria-label=label
        >
            {bars}
            <path class="fm-bars__floor" d=format!("M0 {}h{width}", HEIGHT + 1)></path>
        </svg>
    }
    .into_any()
}
