//! Quoting a story in an answer.

use domain::calls::Question;
use leptos::prelude::*;
use services::people::organisations::Organisation;
use services::responses::gathering::stories::Story;
use uuid::Uuid;

use super::story::heading;
use crate::components::{BackLink, Button, ErrorSummary, Inset, Lines, Opt, Radios, TextArea};
use crate::layout::{Column, Main};
use crate::t;
use crate::words::href;

/// The page. The questions are those in answer to which something can be quoted.
pub fn page(organisation: &Organisation, draft: Uuid, story: &Story, questions: &[&Question]) -> AnyView {
    let here = href(&format!("{}/{}", super::address(&organisation.slug, draft), story.number));
    let before = view! { <BackLink to=here.clone()/> }.into_any();
    let options: Vec<Opt> = questions.iter().map(|asked| Opt::new(asked.id, asked.title.clone())).collect();
    let form = if options.is_empty() {
        view! { <p class="govuk-body">{t!("story-quote-nowhere")}</p> }.into_any()
    } else {
        view! {
            <form method="post" action=format!("{here}/quote") novalidate>
                <Radios name="question" legend=t!("story-quote-question") options/>
                <TextArea name="words" label=t!("story-quote-words") hint=t!("story-quote-words-hint") rows=8/>
                <Button text=t!("story-quote-add")/>
            </form>
        }
        .into_any()
    };
    let (caption, text) = (heading(story), story.text.clone());
    let title = t!("story-quote-title", number = story.number);
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <span class="govuk-caption-l">{caption}</span>
                <h1 class="govuk-heading-l">{title}</h1>
                <p class="govuk-body">{t!("story-quote-lead")}</p>
                <Inset><Lines text/></Inset>
                {form}
            </Column>
        </Main>
    }
    .into_any()
}
