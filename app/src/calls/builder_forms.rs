//! The forms of the builder: a section, a question, and whether to take one out.

use domain::calls::{Question, QuestionKind};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use uuid::Uuid;

use super::questions::condition;
use crate::components::{
    BackLink, Button, Checkboxes, ErrorSummary, FieldError, Fields, Fixed, Inset, Opt, Radios, Select,
    TextArea, TextInput,
};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// The frame of every form of the builder: where it posts to, its heading, its fields. Without a button there is
/// nothing to send.
fn frame(call: &Call, action: String, heading: String, fields: AnyView, button: Option<String>) -> AnyView {
    let back = format!("/team/calls/{}/questions", call.slug);
    let before = view! { <BackLink to=back.clone() text=t!("builder-title")/> }.into_any();
    view! {
        {team_nav(call, "/questions")}
        <Main before>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{heading}</h1>
                {match button {
                    None => fields,
                    Some(button) => view! {
                        <form method="post" action=action novalidate>
                            {fields}
                            <div class="govuk-button-group">
                                <Button text=button/>
                                <a class="govuk-link" href=back>{t!("cancel")}</a>
                            </div>
                        </form>
                    }
                    .into_any(),
                }}
            </Column>
        </Main>
    }
    .into_any()
}

fn address(call: &Call, rest: &str) -> String {
    format!("/team/calls/{}/questions/{rest}", call.slug)
}

/// The form of a section: a new one where there is no id.
pub fn section(call: Call, id: Option<Uuid>) -> AnyView {
    let (place, heading) = match id {
        Some(id) => (format!("sections/{id}"), t!("section-edit-title")),
        None => ("sections/new".to_owned(), t!("section-new-title")),
    };
    let fields = view! {
        <TextInput name="title" label=t!("section-title-label") hint=t!("section-title-hint")/>
        <TextArea name="intro" label=t!("section-intro-label") hint=t!("section-intro-hint") rows=4/>
    }
    .into_any();
    frame(&call, address(&call, &place), heading, fields, Some(t!("save")))
}

/// What the form of a question shows.
pub struct QuestionPage {
    pub call: Call,
    pub form: Questionnaire,
    /// The question that is changed; a new one where there is none.
    pub id: Option<Uuid>,
    /// The questions that may decide whether it is asked.
    pub earlier: Vec<Question>,
    /// Whether people have begun to answer.
    pub begun: bool,
}

/// The form of a question.
pub fn question(shown: QuestionPage) -> AnyView {
    let QuestionPage { call, form, id, earlier, begun } = shown;
    let (place, heading) = match id {
        Some(id) => (id.to_string(), t!("question-edit-title")),
        None => ("new".to_owned(), t!("question-new-title")),
    };
    if let Some(held) = id.filter(|_| begun).and_then(|id| form.question(id)) {
        return frame(&call, address(&call, &place), heading, words(&form, held), Some(t!("save")));
    }
    let kinds = QuestionKind::ALL.iter().map(|kind| Opt::new(kind, kind_name(*kind))).collect();
    let sections = form.sections.iter().map(|held| Opt::new(held.id, held.title.clone())).collect();
    let required = vec![Opt::new("yes", t!("question-required"))];
    let fields = view! {
        <TextInput name="title" label=t!("question-title-label") hint=t!("question-title-hint")/>
        <TextArea name="help" label=t!("question-help-label") hint=t!("question-help-hint") rows=3/>
        <Radios name="kind" legend=t!("question-kind-label") options=kinds small=true/>
        <TextArea name="choices" label=t!("question-choices-label") hint=t!("question-choices-hint") rows=6/>
        <TextInput name="word-limit" label=t!("question-word-limit-label") hint=t!("question-word-limit-hint") width="govuk-input--width-5"/>
        <Checkboxes name="required" legend=t!("question-required-label") options=required small=true/>
        <Select name="section" label=t!("question-section-label") options=sections/>
        {conditions(&form, &earlier)}
    }
    .into_any();
    // What was typed before people began to answer stays to be copied, but cannot be sent again.
    frame(&call, address(&call, &place), heading, fields, (!begun).then(|| t!("save")))
}

/// What may still be changed of a question that people have begun to answer, and what stays.
fn words(form: &Questionnaire, held: &Question) -> AnyView {
    let section = form.sections.iter().find(|section| section.id == held.section);
    let section = section.map(|section| section.title.clone()).unwrap_or_default();
    let choices = held.choices.iter().map(|choice| choice.label.as_str()).collect::<Vec<_>>().join("\n");
    let asked_if = condition(form, held).unwrap_or_else(|| t!("asked-if-everyone"));
    let required = vec![Opt::new("yes", t!("question-required"))];
    let limit = (held.kind == QuestionKind::LongText).then(|| {
        view! { <TextInput name="word-limit" label=t!("question-word-limit-label") hint=t!("question-word-limit-hint") width="govuk-input--width-5"/> }
    });
    view! {
        <Inset><p>{t!("builder-begun")}</p></Inset>
        <TextInput name="title" label=t!("question-title-label") hint=t!("question-title-hint")/>
        <TextArea name="help" label=t!("question-help-label") hint=t!("question-help-hint") rows=3/>
        {limit}
        <Checkboxes name="required" legend=t!("question-required-label") options=required small=true/>
        <Fixed name="kind" label=t!("question-kind-label") value=kind_name(held.kind)/>
        {(!choices.is_empty()).then(|| view! { <Fixed name="choices" label=t!("question-choices-label") value=choices typed=true/> })}
        <Fixed name="section" label=t!("question-section-label") value=section/>
        <Fixed name="asked-if" label=t!("asked-if-label") value=asked_if/>
    }
    .into_any()
}

/// What stands where a form can no longer be used, because people have begun to answer.
pub fn closed(call: Call, heading: String) -> AnyView {
    let text = view! { <p class="govuk-body-l">{t!("error-question-answered")}</p> }.into_any();
    frame(&call, String::new(), heading, text, None)
}

/// The name of a kind of answer, as the team chooses it.
fn kind_name(kind: QuestionKind) -> String {
    match kind {
        QuestionKind::ShortText => t!("question-kind-short"),
        QuestionKind::LongText => t!("question-kind-long"),
        QuestionKind::SingleChoice => t!("question-kind-one"),
        QuestionKind::MultipleChoice => t!("question-kind-any"),
    }
}

/// Every choice that earlier questions offer. One that was ticked stays on the page even if it may not be taken, so
/// that nothing typed is lost.
fn conditions(form: &Questionnaire, earlier: &[Question]) -> AnyView {
    let ticked = Fields::current().form;
    let mut options = Vec::new();
    for asked in &form.questions {
        let offered = earlier.iter().any(|other| other.id == asked.id);
        let number = form.number(asked.id).unwrap_or_default();
        let mut first = true;
        for choice in &asked.choices {
            let value = format!("{}:{}", asked.id, choice.id);
            if !offered && !ticked.has("asked-if", &value) {
                continue;
            }
            let label = t!("asked-if-choice", number = number, choice = choice.label.as_str());
            let option = Opt::new(value, label);
            options.push(if first { option.hint(asked.title.clone()) } else { option });
            first = false;
        }
    }
    if options.is_empty() {
        return view! {
            <FieldError name="asked-if"/>
            <p class="govuk-body fm-secondary" id="asked-if" tabindex="-1">{t!("asked-if-none")}</p>
        }
        .into_any();
    }
    view! {
        <Checkboxes name="asked-if" legend=t!("asked-if-label") options hint=t!("asked-if-hint") small=true/>
    }
    .into_any()
}

/// Whether to take out a question or a section with this title. `place` is its address within the builder.
pub fn remove(call: Call, place: String, title: String) -> AnyView {
    let text = view! { <p class="govuk-body-l">{title}</p> <p class="govuk-body">{t!("remove-text")}</p> };
    frame(
        &call,
        address(&call, &format!("{place}/remove")),
        t!("remove-title"),
        text.into_any(),
        Some(t!("remove")),
    )
}
