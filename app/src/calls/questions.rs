//! The whole set of questions on one page that prints well, to read before starting.

use domain::calls::{Asks, Condition, Join, Question, Rule, Test};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire, Section};
use uuid::Uuid;

use crate::components::{BackLink, Lines};
use crate::layout::{Column, Main};
use crate::responses::fields::{label, rules};
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
                    {section_condition(&form, section).map(|text| view! { <p class="govuk-body fm-secondary">{text}</p> })}
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

/// More choices than this stand in columns.
const MANY: usize = 12;

fn question(form: &Questionnaire, number: usize, asked: &Question) -> AnyView {
    let choices: Vec<_> =
        asked.choices.iter().map(|choice| view! { <li>{label(asked, choice)}</li> }).collect();
    let has_choices = !choices.is_empty();
    let class = if choices.len() > MANY {
        "govuk-list govuk-list--bullet fm-many"
    } else {
        "govuk-list govuk-list--bullet"
    };
    view! {
        <article class="fm-question">
            <h3 class="govuk-heading-m">{t!("question-number", number = number, title = asked.title.as_str())}</h3>
            <Lines text=asked.help.clone() class="govuk-body fm-secondary"/>
            <p class="govuk-body">{rules(asked)}</p>
            {condition(form, asked).map(|text| view! { <p class="govuk-body fm-secondary">{text}</p> })}
            {declared(asked).map(|words| view! { <p class="govuk-inset-text">{words}</p> })}
            {has_choices.then(|| view! { <ul class=class>{choices}</ul> })}
        </article>
    }
    .into_any()
}

/// The words that a declaration asks for.
fn declared(asked: &Question) -> Option<String> {
    match &asked.asks {
        Asks::Declaration(settings) => Some(settings.words.clone()),
        _ => None,
    }
}

/// When a routed question is asked, in words.
pub fn condition(form: &Questionnaire, asked: &Question) -> Option<String> {
    let conditions = said(form, asked.asked_if.as_ref()?);
    Some(t!("question-asked-if", conditions = conditions))
}

/// When a routed section is asked, in words.
pub fn section_condition(form: &Questionnaire, section: &Section) -> Option<String> {
    let conditions = said(form, section.asked_if.as_ref()?);
    Some(t!("section-asked-if", conditions = conditions))
}

/// The conditions of a rule, as one clause.
fn said(form: &Questionnaire, rule: &Rule) -> String {
    let clauses: Vec<String> = rule.conditions.iter().filter_map(|held| clause(form, held)).collect();
    let joined = |before: String, next: &String| match rule.join {
        _ if before.is_empty() => next.clone(),
        Join::All => t!("asked-if-and", before = before, next = next),
        Join::Any => t!("asked-if-or", before = before, next = next),
    };
    clauses.iter().fold(String::new(), joined)
}

fn clause(form: &Questionnaire, condition: &Condition) -> Option<String> {
    let (number, earlier) = (form.number(condition.question)?, form.question(condition.question)?);
    let labels = |these: &[Uuid]| {
        let chosen = earlier.choices.iter().filter(|choice| these.contains(&choice.id));
        chosen.map(|choice| format!("“{}”", label(earlier, choice))).collect::<Vec<_>>().join(", ")
    };
    Some(match &condition.is {
        Test::AnyOf(these) => t!("asked-if-is", number = number, choices = labels(these)),
        Test::NoneOf(these) => t!("asked-if-is-not", number = number, choices = labels(these)),
        Test::Between { least: Some(least), most: Some(most) } => {
            t!("asked-if-between", number = number, least = least.to_string(), most = most.to_string())
        }
        Test::Between { least: Some(least), .. } => {
            t!("asked-if-at-least", number = number, least = least.to_string())
        }
        Test::Between { most, .. } => {
            t!(
                "asked-if-at-most",
                number = number,
                most = most.map(|most| most.to_string()).unwrap_or_default()
            )
        }
        Test::Answered => t!("asked-if-answered", number = number),
        Test::NotAnswered => t!("asked-if-not-answered", number = number),
    })
}
