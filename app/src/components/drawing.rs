//! A drawing that a camera reads.

use leptos::prelude::*;
use services::drawing::Drawing;

/// The quiet edge around it, in squares.
const EDGE: usize = 4;

/// A QR code, with what it leads to for whoever does not see it.
pub fn drawn(drawing: &Drawing, label: String) -> AnyView {
    let whole = drawing.size + 2 * EDGE;
    view! {
        <svg class="fm-qr" viewBox=format!("-{EDGE} -{EDGE} {whole} {whole}") role="img" aria-label=label>
            <path d=drawing.path.clone()></path>
        </svg>
    }
    .into_any()
}
