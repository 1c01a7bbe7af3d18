//! What stands between what was typed and what is kept, said above the question.

use domain::calls::{Answer, Question};
use leptos::prelude::*;

use super::fields;
use crate::components::{Inset, Lines, Warning};
use crate::t;

/// What is to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Between {
    /// It is kept, and is no answer yet: what is wrong with it.
    Unfinished(Vec<String>),
    /// Another window has kept something meanwhile: what, in words.
    Overtaken(String),
    /// Nothing can be kept: why.
    ShutOut(String),
}

/// It, as the reader meets it. `here` is the address of the question.
pub fn said(between: Between, here: String) -> AnyView {
    match between {
        Between::Unfinished(problems) => {
            let problems: Vec<_> = problems.into_iter().map(|text| view! { <li>{text}</li> }).collect();
            view! {
                <Inset>
                    <p>{t!("between-unfinished")}</p>
                    <ul class="govuk-list govuk-list--bullet">{problems}</ul>
                </Inset>
            }
            .into_any()
        }
        Between::Overtaken(other) => view! {
            <div role="alert">
                <Warning text=t!("between-overtaken")/>
                <Inset><h2 class="govuk-heading-s">{t!("between-other")}</h2> <Lines text=other/></Inset>
                <p class="govuk-body">
                    {t!("between-choose")} " " <a class="govuk-link" href=here>{t!("between-keep-other")}</a>
                </p>
            </div>
        }
        .into_any(),
        Between::ShutOut(why) => view! {
            <div role="alert">
                <Warning text=t!("between-shut-out")/>
                <p class="govuk-body">{why}</p>
                <p class="govuk-body">{t!("between-shut-out-do")}</p>
            </div>
        }
        .into_any(),
    }
}

/// What is held in answer to a question, in words: an answer, or what was typed and is none, field by field.
pub fn held(asked: &Question, other: Option<&Answer>) -> String {
    match other {
        None => t!("not-answered"),
        Some(other) if other.is_typed() => {
            let form = asked.fields(other);
            // What was chosen is sent as a key, which says nothing to anyone.
            let said = |value: &str| {
                let chosen = asked.choices.iter().find(|choice| choice.id.to_string() == value);
                chosen.map_or_else(|| value.to_owned(), |choice| fields::label(asked, choice))
            };
            let typed = form.pairs().map(|(_, value)| value).filter(|value| !value.trim().is_empty());
            typed.map(said).collect::<Vec<_>>().join("\n\n")
        }
        Some(other) => fields::said(asked, other),
    }
}
