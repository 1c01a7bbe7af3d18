//! Answers of earlier responses, to be used again.

use domain::calls::Question;
use domain::responses::Step;
use leptos::prelude::*;
use services::calls::Call;
use services::responses::together::reuse::{Earlier, EarlierResponse};

use crate::components::{BackLink, Inset, Lines, when};
use crate::layout::{Column, Main};
use crate::words::href;
use crate::{calls, t};

/// The answers that could be used for a question. Each leads to the question with its text in the field.
pub fn page(call: &Call, asked: &Question, step: Step, earlier: Vec<EarlierResponse>) -> AnyView {
    let here = href(&format!("/calls/{}/answer/{step}", call.slug));
    let before = view! { <BackLink to=here.clone()/> }.into_any();
    let title = asked.title.clone();
    let none = earlier.is_empty().then(|| view! { <p class="govuk-body">{t!("reuse-none")}</p> });
    let all: Vec<_> = earlier.into_iter().map(|one| response(&here, one)).collect();
    view! {
        <Main before>
            <Column>
                <p class="govuk-caption-l">{title}</p>
                <h1 class="govuk-heading-l">{t!("reuse-title")}</h1>
                <p class="govuk-body">{t!("reuse-lead")}</p>
                {none} {all}
            </Column>
        </Main>
    }
    .into_any()
}

fn response(here: &str, one: EarlierResponse) -> AnyView {
    let sent = t!("kept-sent-on", when = when(one.sent_at, &one.call));
    let answer = |answer: Earlier| {
        let to = format!("{here}?use={}", answer.id);
        view! {
            <h3 class="govuk-heading-s">{answer.question.clone()}</h3>
            <Inset><Lines text=answer.text/></Inset>
            <p class="govuk-body">
                <a class="govuk-link" href=to>
                    {t!("reuse-this")} <span class="govuk-visually-hidden">": " {answer.question}</span>
                </a>
            </p>
        }
    };
    let answers: Vec<_> = one.answers.into_iter().map(answer).collect();
    view! {
        <h2 class="govuk-heading-m">{calls::title(&one.call)}</h2>
        <p class="govuk-body fm-secondary">{sent}</p>
        {answers}
    }
    .into_any()
}
