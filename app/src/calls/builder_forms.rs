//! The forms of the builder: a section, a question, and whether to take one out.

use domain::calls::Question;
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use uuid::Uuid;

use super::builder_preview::Preview;
use super::builder_rule::{self, Asking};
use super::questions::{condition, section_condition};
use super::{builder_kind, builder_preview};
use crate::components::{
    BackLink, Button, Checkboxes, ErrorSummary, Fixed, Inset, Opt, Select, TextArea, TextInput,
};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// The frame of every form of the builder: where it posts to, its heading, its fields. Without a button there is
/// nothing to send.
pub(super) fn frame(
    call: &Call,
    action: String,
    heading: String,
    fields: AnyView,
    button: Option<String>,
) -> AnyView {
    let form = match button {
        None => fields,
        Some(button) => sent(call, action, fields, view! { <Button text=button/> }.into_any()),
    };
    around(call, heading, view! { <Column>{form}</Column> }.into_any())
}

fn back(call: &Call) -> String {
    format!("/team/calls/{}/questions", call.slug)
}

/// A form that is sent with these buttons, or left.
fn sent(call: &Call, action: String, fields: AnyView, buttons: AnyView) -> AnyView {
    view! {
        <form method="post" action=action novalidate>
            {fields}
            <div class="govuk-button-group">
                {buttons}
                <a class="govuk-link" href=back(call)>{t!("cancel")}</a>
            </div>
        </form>
    }
    .into_any()
}

/// A page of the builder with this in it.
fn around(call: &Call, heading: String, content: AnyView) -> AnyView {
    let before = view! { <BackLink to=back(call) text=t!("builder-title")/> }.into_any();
    view! {
        {team_nav(call, "/questions")}
        <Main before>
            <ErrorSummary/>
            <h1 class="govuk-heading-l">{heading}</h1>
            {content}
        </Main>
    }
    .into_any()
}

pub(super) fn address(call: &Call, rest: &str) -> String {
    format!("/team/calls/{}/questions/{rest}", call.slug)
}

/// What the form of a section shows.
pub struct SectionPage {
    pub call: Call,
    pub form: Questionnaire,
    /// The section that is changed; a new one where there is none.
    pub id: Option<Uuid>,
    /// Whether people have begun to answer, and whether they know of the form at all.
    pub begun: bool,
    pub known: bool,
}

/// The form of a section.
pub fn section(shown: SectionPage) -> AnyView {
    let SectionPage { call, form, id, begun, known } = shown;
    let (place, heading) = match id {
        Some(id) => (format!("sections/{id}"), t!("section-edit-title")),
        None => ("sections/new".to_owned(), t!("section-new-title")),
    };
    let rule = match id.and_then(|id| form.section(id)) {
        Some(held) if begun => {
            let asked_if = section_condition(&form, held).unwrap_or_else(|| t!("asked-if-everyone"));
            view! { <Fixed name="asked-if" label=t!("asked-if-label") value=asked_if/> }.into_any()
        }
        Some(held) => builder_rule::rule(&form, form.before(held.id), Asking::Asked),
        None => builder_rule::rule(&form, &form.questions, Asking::Asked),
    };
    let fields = view! {
        <TextInput name="title" label=t!("section-title-label") hint=t!("section-title-hint")/>
        <TextArea name="intro" label=t!("section-intro-label") hint=t!("section-intro-hint") rows=4/>
        {rule} {(known && id.is_some()).then(note)}
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
    /// Whether people have begun to answer, and whether they know of the form at all.
    pub begun: bool,
    pub known: bool,
    pub preview: Preview,
}

/// Why words are put right that people know.
fn note() -> AnyView {
    view! { <TextArea name="correction" label=t!("correction-note-label") hint=t!("correction-note-hint") rows=3/> }
        .into_any()
}

/// The form of a question.
pub fn question(shown: QuestionPage) -> AnyView {
    let QuestionPage { call, form, id, earlier, begun, known, preview } = shown;
    let (place, heading) = match id {
        Some(id) => (id.to_string(), t!("question-edit-title")),
        None => ("new".to_owned(), t!("question-new-title")),
    };
    if let Some(held) = id.filter(|_| begun).and_then(|id| form.question(id)) {
        return with_preview(&call, address(&call, &place), heading, words(&form, held), preview);
    }
    let sections = form.sections.iter().map(|held| Opt::new(held.id, held.title.clone())).collect();
    let required = vec![Opt::new("yes", t!("question-required"))];
    let fields = view! {
        <TextInput name="title" label=t!("question-title-label") hint=t!("question-title-hint")/>
        <TextArea name="help" label=t!("question-help-label") hint=t!("question-help-hint") rows=3/>
        {builder_kind::kind()}
        <Checkboxes name="required" legend=t!("question-required-label") options=required small=true/>
        <Select name="section" label=t!("question-section-label") options=sections/>
        {builder_rule::rule(&form, &earlier, Asking::Asked)}
        {(known && id.is_some()).then(note)}
    }
    .into_any();
    if begun {
        // What was typed before people began to answer stays to be copied, but cannot be sent again.
        return frame(&call, address(&call, &place), heading, fields, None);
    }
    with_preview(&call, address(&call, &place), heading, fields, preview)
}

/// The form of a question beside what the question looks like.
fn with_preview(call: &Call, action: String, heading: String, fields: AnyView, preview: Preview) -> AnyView {
    let buttons = view! {
        <Button text=t!("save")/>
        <Button text=t!("builder-looks") class="govuk-button--secondary" name="preview" value="1"/>
    };
    let form = sent(call, action, fields, buttons.into_any());
    around(call, heading, builder_preview::beside(form, preview))
}

/// Whether a field, or what it said, is left on the form of a question that people have begun to answer.
pub fn is_left(held: &Question, field: &str) -> bool {
    match field {
        "title" | "help" | "required" | "section" | "asked-if" | "correction" => true,
        "choices" => held.kind().has_choices(),
        "word-limit" => builder_kind::has_limit(held),
        setting => builder_kind::is_fixed(held, setting),
    }
}

/// What may still be changed of a question that people have begun to answer, and what stays.
fn words(form: &Questionnaire, held: &Question) -> AnyView {
    let section = form.section(held.section).map(|section| section.title.clone()).unwrap_or_default();
    let asked_if = condition(form, held).unwrap_or_else(|| t!("asked-if-everyone"));
    let required = vec![Opt::new("yes", t!("question-required"))];
    view! {
        <Inset><p>{t!("builder-begun")}</p></Inset>
        <TextInput name="title" label=t!("question-title-label") hint=t!("question-title-hint")/>
        <TextArea name="help" label=t!("question-help-label") hint=t!("question-help-hint") rows=3/>
        {builder_kind::changeable(held)}
        <Checkboxes name="required" legend=t!("question-required-label") options=required small=true/>
        {builder_kind::fixed(held)}
        <Fixed name="section" label=t!("question-section-label") value=section/>
        <Fixed name="asked-if" label=t!("asked-if-label") value=asked_if/>
        {note()}
    }
    .into_any()
}

/// What stands where a form can no longer be used, because people have begun to answer.
pub fn closed(call: Call, heading: String) -> AnyView {
    let text = view! { <p class="govuk-body-l">{t!("error-question-answered")}</p> }.into_any();
    frame(&call, String::new(), heading, text, None)
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
