//! Coding one answer by sentence: plain forms, for whoever has no script or prefers it.

use domain::text::{sentences, slice};
use leptos::prelude::*;
use services::review::WorkbenchAnswer;

use super::workbench::{DeskCode, DeskCoding};
use crate::components::{BackLink, Button, ErrorSummary, FieldError, Fields, Hidden, Lines, Opt, Select};
use crate::layout::Main;
use crate::t;

/// What the page shows.
pub struct SentencesPage {
    /// The address of the response.
    pub address: String,
    pub answer: WorkbenchAnswer,
    pub codings: Vec<DeskCoding>,
    pub codes: Vec<DeskCode>,
}

/// The page.
pub fn page(shown: SentencesPage) -> AnyView {
    let SentencesPage { address, answer, codings, codes } = shown;
    let before = view! { <BackLink to=address.clone()/> }.into_any();
    let fields = Fields::current();
    let boxes: Vec<_> = sentences(&answer.text)
        .into_iter()
        .enumerate()
        .filter_map(|(at, span)| {
            let words = slice(&answer.text, span)?.to_owned();
            let id = if at == 0 { "sentence".to_owned() } else { format!("sentence-{}", at + 1) };
            let value = format!("{}-{}", span.start, span.end);
            let chosen = fields.form.has("sentence", &value);
            Some(view! {
                <div class="govuk-checkboxes__item">
                    <input class="govuk-checkboxes__input" type="checkbox" name="sentence" id=id.clone() value=value checked=chosen/>
                    <label class="govuk-label govuk-checkboxes__label fm-sentence" for=id>{words}</label>
                </div>
            })
        })
        .collect();
    let options = std::iter::once(Opt::new("", t!("sentences-choose")))
        .chain(
            codes
                .into_iter()
                .map(|code| Opt::new(code.id, format!("{}{}", "– ".repeat(code.depth), code.name))),
        )
        .collect();
    let given: Vec<_> = codings.into_iter().map(|coding| row(&address, &answer, coding)).collect();
    view! {
        <Main before>
            <ErrorSummary/>
            <h1 class="govuk-heading-l">{answer.title.clone()}</h1>
            <div class="fm-columns fm-columns--far">
                <div class="fm-columns__main">
                    <form method="post" action=format!("{address}/codings")>
                        <Hidden name="answer" value=answer.id.to_string()/>
                        <Select name="code" label=t!("sentences-code") options/>
                        <fieldset class="govuk-fieldset fm-answer">
                            <legend class="govuk-fieldset__legend">{t!("sentences-words")}</legend>
                            <p class="govuk-hint">{t!("sentences-hint")}</p>
                            <FieldError name="sentence"/>
                            <div class="govuk-checkboxes govuk-checkboxes--small">{boxes}</div>
                        </fieldset>
                        <Button text=t!("sentences-apply")/>
                    </form>
                </div>
                <div class="fm-columns__far">
                    <h2 class="govuk-heading-s">{t!("desk-codes-here")}</h2>
                    <ul class="govuk-list fm-given">{given}</ul>
                </div>
            </div>
        </Main>
    }
    .into_any()
}

fn row(address: &str, answer: &WorkbenchAnswer, coding: DeskCoding) -> AnyView {
    let words = coding
        .span
        .and_then(|span| slice(&answer.text, span))
        .map_or_else(|| t!("desk-whole"), str::to_owned);
    let remove = coding.removable.then(|| {
        view! {
            <form method="post" action=format!("{address}/codings/remove")>
                <Hidden name="coding" value=coding.id.to_string()/>
                <Hidden name="answer" value=answer.id.to_string()/>
                <Button text=t!("desk-remove") class="govuk-button--secondary fm-button--small" about=coding.name.clone()/>
            </form>
        }
    });
    view! {
        <li>
            <span class=format!("fm-code fm-code--{}", coding.colour)>{coding.name.clone()}</span>
            <Lines text=words class="fm-secondary"/>
            <p class="fm-secondary">{coding.coder.clone()}</p>
            {remove}
        </li>
    }
    .into_any()
}
