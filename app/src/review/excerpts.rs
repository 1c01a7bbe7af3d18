//! Everything that was coded with one code, to be read together.

use domain::text::Span;
use leptos::prelude::*;
use services::calls::Call;
use services::outcomes::Finding;
use services::review::memos::Memo;
use services::review::{Code, Excerpt, Excerpts};

use super::list::PAGE;
use crate::components::{BackLink, ErrorSummary, Lines, pages};
use crate::layout::{Main, team_nav};
use crate::outcomes::team::picking;
use crate::t;

/// The page, with the memos on the code. Excerpts can be picked for one of these findings; none are given where nobody may.
pub fn page(
    call: Call,
    code: Code,
    found: Excerpts,
    page: u64,
    (findings, memos): (Vec<Finding>, Vec<Memo>),
) -> AnyView {
    let base = format!("/team/calls/{}", call.slug);
    let before = view! { <BackLink to=format!("{base}/codebook") text=t!("codebook-title")/> }.into_any();
    let nav = team_nav(&call, "/codebook");
    let memos = super::memos::section(&call, &memos, &format!("code={}", code.id));
    let part = |label: String, text: &str| {
        (!text.is_empty())
            .then(|| view! { <div><dt>{label}</dt><dd class="fm-lines">{text.to_owned()}</dd></div> })
    };
    let picks = !findings.is_empty() && !found.page.is_empty();
    let choice = |excerpt: &Excerpt, at| picks.then(|| picking::choice(excerpt, at));
    let rows: Vec<_> = found
        .page
        .into_iter()
        .enumerate()
        .map(|(at, excerpt)| (choice(&excerpt, at), quote(&base, excerpt)))
        .map(|(choice, quote)| view! { <div class="fm-picked">{quote} {choice}</div> })
        .collect();
    let rows = if picks {
        view! { <form method="post">{picking::bar(&findings)} {rows}</form> }.into_any()
    } else {
        rows.into_any()
    };
    let empty = (found.codings == 0).then(|| view! { <p class="fm-empty">{t!("excerpts-none")}</p> });
    view! {
        <Main before>
            {nav}
            <ErrorSummary/>
            <h1 class="govuk-heading-l"><span class=format!("fm-code fm-code--{}", code.colour)>{code.name.clone()}</span></h1>
            <dl class="fm-facts fm-facts--texts">
                {part(t!("code-definition"), &code.definition)} {part(t!("code-include"), &code.include)}
                {part(t!("code-exclude"), &code.exclude)} {part(t!("code-example"), &code.example)}
            </dl>
            <p class="govuk-body">{t!("excerpts-count", codings = found.codings, responses = found.responses)}</p>
            {empty} {rows}
            {pages(page, found.codings, PAGE, |page| format!("{base}/codebook/{}/excerpts?page={page}", code.id))}
            {memos}
        </Main>
    }
    .into_any()
}

fn quote(base: &str, excerpt: Excerpt) -> AnyView {
    let whole = excerpt.span.is_none().then(|| format!(" · {}", t!("desk-whole")));
    let response = format!("{base}/responses/{}", excerpt.response);
    let rest = excerpt.clipped().then(|| {
        let Span { start, end } = excerpt.place();
        let to = format!("{response}?answer={}&at={start}-{end}", excerpt.answer);
        view! {
            <p class="govuk-body">
                "… " <a class="govuk-link" href=to>{t!("excerpts-clipped", length = excerpt.length)}</a>
            </p>
        }
    });
    view! {
        <figure class="fm-quote">
            <blockquote><Lines text=excerpt.text class="govuk-body fm-reading"/> {rest}</blockquote>
            <figcaption>
                <a class="govuk-link" href=response>{excerpt.response.clone()}</a>
                " · " {excerpt.question} " · " {excerpt.coder_name} {whole}
            </figcaption>
        </figure>
    }
    .into_any()
}
