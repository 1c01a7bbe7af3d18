//! Coding one answer by sentence: plain forms, for whoever has no script or prefers it.

use domain::calls::Cited;
use domain::text::{Span, paragraphs, sentences, slice};
use leptos::prelude::*;
use services::review::WorkbenchAnswer;

use super::workbench::{DeskCode, DeskCoding, numbered};
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
    let boxes = boxes(&answer);
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

/// The sentences, each of which can be chosen, under the numbers of their paragraphs where these have any.
fn boxes(answer: &WorkbenchAnswer) -> Vec<AnyView> {
    let fields = Fields::current();
    let mut boxes = sentences(&answer.text).into_iter().enumerate().peekable();
    let mut shown = Vec::new();
    for (paragraph, number) in paragraphs(&answer.text).into_iter().zip(1..) {
        let mut within = Vec::new();
        while let Some((at, span)) = boxes.next_if(|(_, span)| span.start < paragraph.end) {
            within.push(sentence(&fields, &answer.text, at, span));
        }
        shown.push(match answer.cited {
            Some(question) => {
                let within = view! { <div>{within}</div> }.into_any();
                numbered(Cited::one(question, number), &t!("paragraph"), within)
            }
            None => within.into_any(),
        });
    }
    shown
}

fn sentence(fields: &Fields, text: &str, at: usize, span: Span) -> AnyView {
    let words = slice(text, span).unwrap_or_default().to_owned();
    let id = if at == 0 { "sentence".to_owned() } else { format!("sentence-{}", at + 1) };
    let value = format!("{}-{}", span.start, span.end);
    let chosen = fields.form.has("sentence", &value);
    view! {
        <div class="govuk-checkboxes__item">
            <input class="govuk-checkboxes__input" type="checkbox" name="sentence" id=id.clone() value=value checked=chosen/>
            <label class="govuk-label govuk-checkboxes__label fm-sentence" for=id>{words}</label>
        </div>
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
    let memo = coding.span.zip(address.split_once("/responses/")).map(|(span, (call, _))| {
        let to = format!("{call}/memos/new?answer={}&at={}-{}", answer.id, span.start, span.end);
        view! {
            <p class="govuk-body-s">
                <a class="govuk-link" href=to>
                    {t!("memo-write-words")} <span class="govuk-visually-hidden">": " {coding.name.clone()}</span>
                </a>
            </p>
        }
    });
    view! {
        <li>
            <span class=format!("fm-code fm-code--{}", coding.colour)>{coding.name.clone()}</span>
            <Lines text=words class="fm-secondary"/>
            <p class="fm-secondary">{coding.coder.clone()}</p>
            {memo}
            {remove}
        </li>
    }
    .into_any()
}
