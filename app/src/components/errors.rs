//! What is wrong with a form, at the top of the page and at each field.

use domain::forms::{Form, Problems};
use leptos::prelude::*;

use crate::t;
use crate::words::say_problem;

/// The values and the problems of the form that is being shown.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    pub form: Form,
    pub problems: Problems,
}

impl Fields {
    /// A form with these values and nothing wrong.
    pub fn of(form: Form) -> Self {
        Self { form, problems: Problems::default() }
    }

    /// The fields of the form that is being rendered.
    pub fn current() -> Self {
        use_context().unwrap_or_default()
    }

    /// The message at a field, if something is wrong there.
    pub(crate) fn message(&self, field: &str) -> Option<String> {
        self.problems.at(field).map(say_problem)
    }
}

/// One form among several on a page, with its own fields.
#[component]
pub fn Scope(fields: Fields, children: ChildrenFn) -> impl IntoView {
    let owner = Owner::current().unwrap_or_default().child();
    owner.with(|| {
        provide_context(fields);
        children()
    })
}

/// What is wrong, with a link to each field. It takes the focus where script runs; without script it comes first on
/// the page, and the page's title says that there is a problem.
#[component]
pub fn ErrorSummary() -> impl IntoView {
    let fields = Fields::current();
    if fields.problems.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = fields
        .problems
        .iter()
        .map(|problem| {
            let to = format!("#{}", problem.field);
            view! { <li><a href=to>{say_problem(problem)}</a></li> }
        })
        .collect();
    view! {
        <div class="govuk-error-summary" data-module="govuk-error-summary" tabindex="-1" id="problems">
            <div role="alert">
                <h2 class="govuk-error-summary__title">{t!("problem-title")}</h2>
                <div class="govuk-error-summary__body">
                    <ul class="govuk-list govuk-error-summary__list">{items}</ul>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// The message at something that is chosen or changed without a field of ours: an excerpt, a colour, a question.
#[component]
pub fn FieldError(#[prop(into)] name: String) -> impl IntoView {
    let problem = Fields::current().message(&name);
    message(&name, problem)
}

/// The message at one field.
pub(super) fn message(id: &str, message: Option<String>) -> AnyView {
    match message {
        None => ().into_any(),
        Some(message) => view! {
            <p id=format!("{id}-error") class="govuk-error-message">
                <span class="govuk-visually-hidden">{t!("problem-prefix")} " "</span>
                {message}
            </p>
        }
        .into_any(),
    }
}

/// The ids that describe a field: its hint and its message.
pub(super) fn described_by(id: &str, hint: bool, problem: bool) -> Option<String> {
    let ids: Vec<String> = [(hint, "hint"), (problem, "error")]
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, part)| format!("{id}-{part}"))
        .collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// The class of a group of a field.
pub(super) fn group_class(problem: bool) -> &'static str {
    if problem { "govuk-form-group govuk-form-group--error" } else { "govuk-form-group" }
}
