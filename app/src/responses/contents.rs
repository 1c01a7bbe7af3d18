//! Everything that is asked, with what is done: for whoever answers in an order of their own.

use std::collections::BTreeSet;

use domain::calls::Answer;
use domain::responses::Step;
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::responses::{Draft, Progress};

use super::fields::documents;
use super::{base, change, entering, step};
use crate::components::Tag;
use crate::layout::{Column, Main};
use crate::words::href;
use crate::{calls, t};

/// The page.
/// `infected` are the hashes of documents in which the scanner has found something.
pub fn page(call: &Call, form: &Questionnaire, draft: &Draft, infected: &BTreeSet<String>) -> AnyView {
    let groups = groups(call, form, draft, &draft.steps(form), infected);
    let (title, notice) = (calls::title(call), change::notice(call, draft.counts_since()));
    view! {
        <Main>
            <Column>
                <p class="govuk-caption-l">{title}</p>
                <h1 class="govuk-heading-l">{t!("contents-title")}</h1>
                {notice}
                <p class="govuk-body">{t!("contents-lead")}</p>
                {groups}
            </Column>
        </Main>
    }
    .into_any()
}

/// These pages in groups, with how far each is.
pub(super) fn groups(
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
    steps: &[Step],
    infected: &BTreeSet<String>,
) -> Vec<AnyView> {
    let of = |wanted: &dyn Fn(&Step) -> bool| {
        let found: Vec<_> = steps
            .iter()
            .filter(|step| wanted(step))
            .map(|step| item(call, form, draft, *step, infected))
            .collect();
        found
    };
    let asked = |step: &Step| match *step {
        Step::Question(number) => form.questions.get(number - 1),
        _ => None,
    };
    let mut groups =
        vec![group(t!("step-section-about"), of(&|step| matches!(step, Step::Who | Step::About)))];
    for section in &form.sections {
        let items = of(&|step| asked(step).is_some_and(|asked| asked.section == section.id));
        if !items.is_empty() {
            groups.push(group(section.title.clone(), items));
        }
    }
    let last = |step: &Step| matches!(step, Step::End(_) | Step::Consent | Step::Check);
    groups.push(group(t!("contents-end"), of(&last)));
    groups
}

fn group(title: String, items: Vec<AnyView>) -> AnyView {
    view! {
        <h2 class="govuk-heading-m">{title}</h2>
        <ul class="govuk-task-list">{items}</ul>
    }
    .into_any()
}

fn item(call: &Call, form: &Questionnaire, draft: &Draft, at: Step, infected: &BTreeSet<String>) -> AnyView {
    let to = href(&format!("{}/answer/{at}", base(call, draft)));
    let status = match draft.progress(form, at) {
        progress if !draft.leads_to(form, at) => entering::astray(progress),
        // There is nothing to be done on it.
        _ if matches!(at, Step::End(_)) => ().into_any(),
        Progress::Done => t!("contents-done").into_any(),
        Progress::Needed => view! { <Tag text=t!("contents-needed") colour="blue"/> }.into_any(),
        Progress::MayBeLeft => {
            view! { <span class="fm-secondary">{t!("contents-optional")}</span> }.into_any()
        }
    };
    let asked = match at {
        Step::Question(number) => form.questions.get(number - 1),
        _ => None,
    };
    let sent = asked.and_then(|asked| draft.answer_to(asked)).map(Answer::documents).unwrap_or_default();
    let warning = documents::warning(sent, infected)
        .map(|text| view! { <div class="govuk-task-list__hint">{text}</div> });
    view! {
        <li class="govuk-task-list__item govuk-task-list__item--with-link">
            <div class="govuk-task-list__name-and-hint">
                <a class="govuk-link govuk-task-list__link" href=to>{step::title(at, form)}</a>
                {warning}
            </div>
            <div class="govuk-task-list__status">{status}</div>
        </li>
    }
    .into_any()
}
