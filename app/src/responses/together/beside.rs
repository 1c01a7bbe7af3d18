//! What stands below a question where members answer together: who wrote it, and what they say about it.

use leptos::prelude::*;
use services::calls::Call;
use services::responses::together::comments::Comment;
use services::responses::together::history::Last;

use crate::components::{Lines, when};
use crate::t;
use crate::words::href;

/// What there is to say.
#[derive(Clone)]
pub struct Beside {
    /// What the organisation is called.
    pub organisation: String,
    /// The page of the draft, in no language, and of the answer, where a question is asked.
    pub desk: String,
    pub question: Option<String>,
    pub last: Option<Last>,
    /// The comments about it that nobody has settled.
    pub comments: Vec<Comment>,
}

/// It, below the form of a step.
pub fn below(beside: Beside, call: &Call) -> AnyView {
    let last = beside.last.map(|last| {
        let by = t!("together-by", who = last.by.as_str(), when = when(last.at, call));
        view! { <p class="govuk-body fm-secondary">{t!("together-last")} ": " {by}</p> }
    });
    let comment = |one: Comment| {
        let by = t!("together-by", who = one.by.as_str(), when = when(one.at, call));
        view! {
            <section class="fm-way">
                <p class="govuk-body fm-secondary">{by}</p>
                <Lines text=one.text/>
            </section>
        }
    };
    let comments: Vec<_> = beside.comments.into_iter().map(comment).collect();
    let titled =
        (!comments.is_empty()).then(|| view! { <h2 class="govuk-heading-s">{t!("together-comments")}</h2> });
    let (to, text) = match beside.question {
        Some(question) => (question, t!("together-beside-question")),
        None => (beside.desk, t!("together-desk")),
    };
    view! {
        <aside class="fm-panel" aria-label=t!("together-beside", name = beside.organisation)>
            {last} {titled} {comments}
            <p class="govuk-body"><a class="govuk-link" href=href(&to)>{text}</a></p>
        </aside>
    }
    .into_any()
}
