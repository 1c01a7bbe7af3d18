//! A paragraph with the number by which it is cited.

use domain::calls::Cited;
use leptos::prelude::*;

/// Words with the number of their paragraph beside them, which leads to itself, so that its address can be copied. The number is
/// drawn by the style sheet and read out, but is no text: whoever selects or copies words has the words alone. `called` is what
/// a paragraph is called in the language of the page.
pub fn numbered(cited: Cited, called: &str, words: AnyView) -> AnyView {
    let (number, anchor) = (cited.number(), cited.anchor());
    let label = format!("{called} {number}");
    view! {
        <div class="fm-cited" id=anchor.clone()>
            <a class="fm-cited__number" href=format!("#{anchor}") aria-label=label data-number=number></a>
            {words}
        </div>
    }
    .into_any()
}
