//! Check your answers, and submit.

use domain::calls::Answer;
use domain::responses::{Step, TRAP};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::people::organisations::Organisation;
use services::responses::Draft;
use uuid::Uuid;

use super::{about, fields};
use crate::components::{BackLink, Button, ErrorSummary, Row, SummaryList, Warning};
use crate::layout::Main;
use crate::words::href;
use crate::{calls, t};

/// The page on which everything is checked before it is sent.
pub fn page(call: Call, form: Questionnaire, draft: Draft, systems: Vec<Organisation>) -> AnyView {
    let base = format!("/calls/{}/answer", call.slug);
    let before = view! { <BackLink to=href(&format!("{base}/consent"))/> }.into_any();
    let about = about::rows(&draft.about, &systems, |step| href(&format!("{base}/{step}?change=1")));
    let sections = sections(&base, &form, &draft);
    let unfinished = draft.unfinished(&form);
    let missing = links(&base, &form, &unfinished);
    let ready = unfinished.is_empty();
    view! {
        <Main before>
            <ErrorSummary/>
            <p class="govuk-caption-l">{calls::title(&call)}</p>
            <h1 class="govuk-heading-l">{t!("step-check")}</h1>
            {(!ready).then(|| view! {
                <Warning text=t!("check-missing")/> {missing}
            })}
            <h2 class="govuk-heading-m">{t!("step-section-about")}</h2>
            <SummaryList rows=about/>
            {sections}
            {ready.then(|| view! {
                <h2 class="govuk-heading-m">{t!("check-send-title")}</h2>
                <p class="govuk-body">{t!("check-send-text")}</p>
            })}
            <form method="post" action=href(&format!("{base}/check"))>
                {trap()}
                <div class="govuk-button-group">
                    {ready.then(|| view! { <Button text=t!("submit-response")/> })}
                    <Button text=t!("save-for-later") class="govuk-button--secondary" name="later" value="1"/>
                </div>
            </form>
        </Main>
    }
    .into_any()
}

/// What was answered, section by section. `base` is where the pages of the steps are.
pub(super) fn sections(base: &str, form: &Questionnaire, draft: &Draft) -> Vec<Option<AnyView>> {
    let one = |title: String, section: Uuid| {
        let rows = answer_rows(base, form, draft, section);
        let shown = !rows.is_empty();
        shown.then(|| view! { <h2 class="govuk-heading-m">{title}</h2> <SummaryList rows/> }.into_any())
    };
    form.sections.iter().map(|section| one(section.title.clone(), section.id)).collect()
}

/// Pages as a list of links.
pub(super) fn links(base: &str, form: &Questionnaire, steps: &[Step]) -> AnyView {
    let link = |step: &Step| {
        let to = href(&format!("{base}/{step}?change=1"));
        view! { <li><a class="govuk-link" href=to>{super::step::title(*step, form)}</a></li> }
    };
    let links: Vec<_> = steps.iter().map(link).collect();
    view! { <ul class="govuk-list govuk-list--bullet">{links}</ul> }.into_any()
}

/// The field that people neither see nor reach, and that says what it is to whoever meets it all the same.
fn trap() -> AnyView {
    view! {
        <div class="fm-trap" aria-hidden="true">
            <label for=TRAP>{t!("trap-label")}</label>
            <input id=TRAP name=TRAP type="text" tabindex="-1" autocomplete="off"/>
        </div>
    }
    .into_any()
}

fn answer_rows(base: &str, form: &Questionnaire, draft: &Draft, section: Uuid) -> Vec<Row> {
    let route: Vec<Uuid> = draft.route(form).into_iter().map(|asked| asked.id).collect();
    form.of_section(section)
        .filter(|(_, asked)| route.contains(&asked.id))
        .map(|(number, asked)| {
            let given = draft.answer_to(asked).map(|answer| fields::said(asked, answer)).unwrap_or_default();
            let typed = draft.answers.get(&asked.id).is_some_and(Answer::is_typed);
            Row {
                key: asked.title.clone(),
                value: match given.is_empty() {
                    true if typed => t!("check-typed"),
                    true => t!("not-answered"),
                    false => given,
                },
                change: href(&format!("{base}/{number}?change=1")),
            }
        })
        .collect()
}
