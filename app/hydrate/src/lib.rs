//! The browser's entry point. It wakes the islands of `app`; each finds its place in the page by name.

// Only this reference keeps the islands in the WASM file: nothing calls them by name from Rust.
use app as _;

/// Called by the script of the page when the WASM file has loaded.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
