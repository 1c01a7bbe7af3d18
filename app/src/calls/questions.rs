//! The whole set of questions on one page that prints well, to read before starting.

use domain::calls::{Question, QuestionKind};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};

use crate::components::{BackLink, Lines};
use crate::layout::{Column, Main};
use crate::words::href;
use crate::{calls, t};

/// The page of questions. `base` is the address of the call: its own, or that of its preview.
pub fn page(call: Call, base: String, form: Questionnaire) -> AnyView {
    let before = view! { <BackLink to=href(&base)/> }.into_any();
    let sections: Vec<_> = form
        .sections
        .iter()
        .map(|section| {
            let questions: Vec<_> =
                form.of_section(section.id).map(|(number, asked)| question(&form, number, asked)).collect();
            view! {
                <section class="fm-paper">
                    <h2 class="govuk-heading-l">{section.title.clone()}</h2>
                    <Lines text=section.intro.clone()/>
                    {questions}
                </section>
            }
        })
        .collect();
    view! {
        <Main before>
            <Column>
                <span class="govuk-caption-l">{calls::title(&call)}</span>
                <h1 class="govuk-heading-xl">{t!("questions-title")}</h1>
                <p class="govuk-body-l">{t!("questions-lead")}</p>
                {sections}
            </Column>
        </Main>
    }
    .into_any()
}

fn question(form: &Questionnaire, number: usize, asked: &Question) -> AnyView {
    let choices: Vec<_> =
        asked.choices.iter().map(|choice| view! { <li>{choice.label.clone()}</li> }).collect();
    let has_choices = !choices.is_empty();
    view! {
        <article class="fm-question">
            <h3 class="govuk-heading-m">{t!("question-number", number = number, title = asked.title.as_str())}</h3>
            <Lines text=asked.help.clone() class="govuk-body fm-secondary"/>
            <p class="govuk-body">{rules(asked)}</p>
            {condition(form, asked).map(|text| view! { <p class="govuk-body fm-secondary">{text}</p> })}
            {has_choices.then(|| view! { <ul class="govuk-list govuk-list--bullet">{choices}</ul> })}
        </article>
    }
    .into_any()
}

/// What an answer must be: said before anyone begins to write.
pub fn rules(asked: &Question) -> String {
    let kind = match (asked.kind, asked.word_limit) {
        (QuestionKind::ShortText, _) => t!("rule-short"),
        (QuestionKind::LongText, None) => t!("rule-long"),
        (QuestionKind::LongText, Some(limit)) => t!("words-limit", limit = limit),
        (QuestionKind::SingleChoice, _) => t!("rule-one"),
        (QuestionKind::MultipleChoice, _) => t!("rule-any"),
    };
    let need = if asked.required { t!("rule-required") } else { t!("rule-optional") };
    format!("{kind} {need}")
}

/// When a routed question is asked, in words.
pub fn condition(form: &Questionnaire, asked: &Question) -> Option<String> {
    let condition = asked.asked_if.as_ref()?;
    let number = form.number(condition.question)?;
    let earlier = form.question(condition.question)?;
    let labels: Vec<_> = earlier
        .choices
        .iter()
        .filter(|choice| condition.any_of.contains(&choice.id))
        .map(|choice| format!("“{}”", choice.label))
        .collect();
    Some(t!("question-asked-if", number = number, choices = labels.join(", ")))
}
