//! Everything that was coded with one code, to be read together.

use leptos::prelude::*;
use services::calls::Call;
use services::review::{Code, Excerpt, Excerpts};

use super::list::pages;
use crate::components::{BackLink, Lines};
use crate::layout::Main;
use crate::t;

/// The page.
pub fn page(call: Call, code: Code, found: Excerpts, page: u64) -> AnyView {
    let base = format!("/team/calls/{}", call.slug);
    let before = view! { <BackLink to=format!("{base}/codebook") text=t!("codebook-title")/> }.into_any();
    let part = |label: String, text: &str| {
        (!text.is_empty())
            .then(|| view! { <div><dt>{label}</dt><dd class="fm-lines">{text.to_owned()}</dd></div> })
    };
    let rows: Vec<_> = found.page.into_iter().map(|excerpt| quote(&base, excerpt)).collect();
    let empty = (found.codings == 0).then(|| view! { <p class="fm-empty">{t!("excerpts-none")}</p> });
    view! {
        <Main before>
            <h1 class="govuk-heading-l"><span class=format!("fm-code fm-code--{}", code.colour)>{code.name.clone()}</span></h1>
            <dl class="fm-facts">
                {part(t!("code-definition"), &code.definition)} {part(t!("code-include"), &code.include)}
                {part(t!("code-exclude"), &code.exclude)} {part(t!("code-example"), &code.example)}
            </dl>
            <p class="govuk-body">{t!("excerpts-count", codings = found.codings, responses = found.responses)}</p>
            {empty} {rows}
            {pages(&format!("{base}/codebook/{}/excerpts", code.id), page, found.codings)}
        </Main>
    }
    .into_any()
}

fn quote(base: &str, excerpt: Excerpt) -> AnyView {
    let whole = excerpt.span.is_none().then(|| format!(" · {}", t!("desk-whole")));
    view! {
        <figure class="fm-quote">
            <blockquote><Lines text=excerpt.text class="govuk-body fm-reading"/></blockquote>
            <figcaption>
                <a class="govuk-link" href=format!("{base}/responses/{}", excerpt.response)>{excerpt.response.clone()}</a>
                " · " {excerpt.question} " · " {excerpt.coder_name} {whole}
            </figcaption>
        </figure>
    }
    .into_any()
}
