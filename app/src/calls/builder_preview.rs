//! A question as respondents will meet it, beside the form that changes it: shown on asking, and where script runs while
//! one types.

use domain::calls::Question;
use domain::forms::Problems;
use leptos::prelude::*;

use crate::components::{AsExample, Fields, Scope};
use crate::responses::fields::{Attached, field};
use crate::t;
use crate::words::say_problem;

/// What there is to show of a question.
#[derive(Clone, Debug, Default)]
pub enum Preview {
    /// Nothing was typed yet.
    #[default]
    None,
    Question(Box<Question>),
    /// What was typed is no question yet.
    Lacking(Problems),
}

/// The form of a question, and what the question looks like. Where script runs it is shown anew while one types.
pub fn beside(form: AnyView, shown: Preview) -> AnyView {
    view! { <div class="fm-looking" data-module="fm-builder">{form} {preview(shown)}</div> }.into_any()
}

/// The place of the preview on the page of a question.
fn preview(shown: Preview) -> AnyView {
    let inside = match shown {
        Preview::None => view! { <p class="fm-empty">{t!("builder-looks-empty")}</p> }.into_any(),
        Preview::Question(asked) => example(*asked),
        Preview::Lacking(problems) => lacking(&problems),
    };
    view! {
        <section id="preview" class="fm-looks" aria-labelledby="preview-title">
            <h2 class="govuk-heading-m" id="preview-title">{t!("builder-looks-title")}</h2>
            {inside}
        </section>
    }
    .into_any()
}

/// The question on a narrow page. What is tried here is sent nowhere.
fn example(asked: Question) -> AnyView {
    view! {
        <Scope fields=Fields::default()>
            {
                provide_context(AsExample);
                view! { <div class="fm-looks__page">{field(&asked, &Attached::default(), &[])}</div> }
            }
        </Scope>
    }
    .into_any()
}

fn lacking(problems: &Problems) -> AnyView {
    let items: Vec<_> = problems.iter().map(|problem| view! { <li>{say_problem(problem)}</li> }).collect();
    view! {
        <p class="govuk-body">{t!("builder-looks-lacking")}</p>
        <ul class="govuk-list govuk-list--bullet">{items}</ul>
    }
    .into_any()
}
