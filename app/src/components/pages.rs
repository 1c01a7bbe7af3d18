//! The pages of a long list.

use leptos::prelude::*;

use crate::t;

/// Links to the pages of a list of so many, this many on each. `page` counts from 1, and `to` gives its address.
pub fn pages(page: u64, of: u64, each: u64, to: impl Fn(u64) -> String) -> AnyView {
    let last = of.div_ceil(each).max(1);
    if last == 1 {
        return ().into_any();
    }
    let link = |page: u64, text: String| view! { <li><a class="govuk-link" href=to(page)>{text}</a></li> };
    view! {
        <nav aria-label=t!("pages-label")>
            <ul class="fm-toolbar fm-pages">
                {(page > 1).then(|| link(page - 1, t!("pages-previous")))}
                <li>{t!("pages-place", page = page, of = last)}</li>
                {(page < last).then(|| link(page + 1, t!("pages-next")))}
            </ul>
        </nav>
    }
    .into_any()
}
