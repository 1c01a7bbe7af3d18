//! The team's forms about a document beside a call: what it is, a variant of it, and whether to remove either.

use domain::calls::{Format, Tongue};
use leptos::prelude::*;
use services::calls::materials::{Material, Variant};
use services::calls::{Call, Questionnaire};

use super::{about, format_name, tongue_name};
use crate::components::{
    BackLink, Button, ErrorSummary, FileInput, Opt, Radios, Select, TextArea, TextInput,
};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// What the browser offers to choose from; anything can be chosen.
const OFFERED: &str = ".pdf,.docx,.odt,.rtf,.txt,.csv,.png,.jpg,.jpeg,.mp3,.ogg,.oga,.opus";

/// The frame of every form: what it is about, its heading, its fields, its button, and whether it carries a file.
fn frame(call: &Call, heading: (String, String), fields: AnyView, button: String, file: bool) -> AnyView {
    let back = format!("/team/calls/{}/materials", call.slug);
    let before = view! { <BackLink to=back.clone() text=t!("materials-title")/> }.into_any();
    let encoding = file.then_some("multipart/form-data");
    let (caption, heading) = heading;
    view! {
        {team_nav(call, "")}
        <Main before>
            <Column>
                <ErrorSummary/>
                <span class="govuk-caption-l">{caption}</span>
                <h1 class="govuk-heading-l">{heading}</h1>
                <form method="post" enctype=encoding novalidate>
                    {fields}
                    <div class="govuk-button-group">
                        <Button text=button/>
                        <a class="govuk-link" href=back>{t!("cancel")}</a>
                    </div>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// The form of a document: one that is there, or a new one.
pub fn material(call: &Call, form: &Questionnaire, held: Option<&Material>) -> AnyView {
    let whole = Opt::new("", t!("material-beside-call"));
    let number = |at: usize, title: &str| t!("question-number", number = at + 1, title = title);
    let asked = form.questions.iter().enumerate();
    let asked = asked.map(|(at, asked)| Opt::new(asked.id, number(at, &asked.title)));
    let places = [whole].into_iter().chain(asked).collect();
    let (heading, button) = match held {
        Some(_) => (t!("material-edit"), t!("save")),
        None => (t!("material-add"), t!("material-add-button")),
    };
    let fields = view! {
        <TextInput name="title" label=t!("material-title-label") hint=t!("material-title-hint")/>
        <TextArea name="summary" label=t!("material-summary-label") hint=t!("material-summary-hint") rows=3/>
        <Select name="question" label=t!("material-question-label") options=places/>
        <TextInput name="title-cy" label=t!("material-title-cy-label") hint=t!("material-cy-hint")/>
        <TextArea name="summary-cy" label=t!("material-summary-cy-label") rows=3/>
    };
    let caption = held.map_or_else(|| call.title.clone(), |held| held.title.clone());
    frame(call, (caption, heading), fields.into_any(), button, false)
}

/// The form of a new variant of a document. A file can have so many megabytes.
pub fn variant(call: &Call, of: &Material, megabytes: u64) -> AnyView {
    let hint = |format: Format| match format {
        Format::Main => t!("format-main-hint"),
        Format::Bsl | Format::WebPage => t!("format-link-hint"),
        Format::Audio => t!("format-audio-hint"),
        Format::EasyRead | Format::LargePrint | Format::PlainText => String::new(),
    };
    let formats = Format::ALL.iter().map(|one| Opt::new(one, format_name(*one)).hint(hint(*one))).collect();
    let languages = Tongue::ALL.iter().map(|one| Opt::new(one, tongue_name(*one))).collect();
    let fields = view! {
        <Radios name="format" legend=t!("variant-format-label") options=formats/>
        <Select name="language" label=t!("variant-language-label") options=languages/>
        <FileInput
            name="file"
            label=t!("variant-file-label")
            hint=t!("variant-file-hint", megabytes = megabytes)
            accept=OFFERED
        />
        <TextInput name="link" label=t!("variant-link-label") hint=t!("variant-link-hint") inputmode="url"/>
        <TextInput name="note" label=t!("variant-note-label") hint=t!("variant-note-hint")/>
    };
    let heading = (of.title.clone(), t!("variant-add"));
    frame(call, heading, fields.into_any(), t!("variant-add-button"), true)
}

/// Whether to remove a document, or only a variant of it.
pub fn remove(call: &Call, of: &Material, variant: Option<&Variant>) -> AnyView {
    let (heading, text) = match variant {
        Some(_) => (t!("variant-remove"), t!("variant-remove-text")),
        None => (t!("material-remove"), t!("material-remove-text", count = of.variants.len())),
    };
    let what =
        variant.map(|one| view! { <p class="govuk-body-l">{format_name(one.format)} " " {about(one)}</p> });
    let told = call.times.announced.map(|_| view! { <p class="govuk-body">{t!("materials-announced")}</p> });
    let fields = view! { {what} <p class="govuk-body">{text}</p> {told} };
    frame(call, (of.title.clone(), heading), fields.into_any(), t!("remove"), false)
}
