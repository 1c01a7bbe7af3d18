//! The question bank: looking through it, changing it, and taking questions out of it into a call.

use domain::calls::Question;
use domain::people::Action;
use leptos::prelude::*;
use services::calls::bank::Banked;
use services::calls::{Call, Questionnaire};

use super::builder::choices;
use super::builder_kind;
use super::builder_preview::{self, Preview};
use crate::components::{
    BackLink, Button, Checkboxes, ErrorSummary, FieldError, Inset, Lines, Opt, Select, TextArea, TextInput,
};
use crate::layout::{Column, FormPage, Main, allowed, call_form_page, form_page, team_nav};
use crate::responses::fields::{kind_name, rules};
use crate::t;

/// Where the bank is.
const BANK: &str = "/team/bank";

/// The bank, as far as it was looked for.
pub fn page(found: Vec<Banked>) -> AnyView {
    let before = view! { <BackLink to="/team" text=t!("team-title")/> }.into_any();
    let rows: Vec<_> = found.iter().map(row).collect();
    let none = rows.is_empty().then(|| view! { <p class="fm-empty">{t!("bank-none")}</p> });
    view! {
        <Main before>
            <h1 class="govuk-heading-l">{t!("bank-title")}</h1>
            <Column>
                <p class="govuk-body">{t!("bank-lead")}</p>
                {looking(BANK.to_owned())}
                <a class="govuk-button" href=format!("{BANK}/new") role="button" draggable="false">{t!("bank-add")}</a>
                {none}
                <ol class="fm-tree">{rows}</ol>
            </Column>
        </Main>
    }
    .into_any()
}

/// The form that looks for words.
fn looking(to: String) -> AnyView {
    view! {
        <form method="get" action=to class="fm-toolbar" novalidate>
            <TextInput name="words" label=t!("bank-words")/>
            <Button text=t!("bank-find") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}

fn row(held: &Banked) -> AnyView {
    let Banked { question, note, asked_in, .. } = held;
    let offered = choices(question);
    let asked_in: Vec<_> = asked_in.iter().map(asked).collect();
    let mine = format!("{BANK}/{}", question.id);
    let about = || view! { <span class="govuk-visually-hidden">": " {question.title.clone()}</span> };
    let acts = allowed(Action::KeepBank).then(|| {
        view! {
            <div class="fm-toolbar">
                <a class="govuk-link" href=mine.clone()>{t!("change")} {about()}</a>
                <a class="govuk-link" href=format!("{mine}/remove")>{t!("remove")} {about()}</a>
            </div>
        }
    });
    view! {
        <li class="fm-question">
            <h2 class="govuk-heading-s" id=format!("item-{}", question.id)>{question.title.clone()}</h2>
            <p class="govuk-body fm-secondary">{kind_name(question.kind())} ". " {rules(question)}</p>
            {(!offered.is_empty()).then(|| view! { <p class="govuk-body fm-secondary">{offered}</p> })}
            <Lines text=note.clone()/>
            {(!asked_in.is_empty()).then(|| view! { <p class="govuk-body">{t!("bank-asked-in")} " " {asked_in}</p> })}
            {acts}
        </li>
    }
    .into_any()
}

/// A call that asked it, and when it opened.
fn asked(call: &Call) -> AnyView {
    let year = call.times.opens.map(|opens| opens.with_timezone(&call.zone).format(" (%Y)").to_string());
    view! { <span class="fm-asked">{call.title.clone()} {year}</span> " " }.into_any()
}

/// The form of a question of the bank; a new one where there is none.
pub fn form(held: Option<&Question>, preview: Preview) -> AnyView {
    let before = view! { <BackLink to=BANK text=t!("bank-title")/> }.into_any();
    let (to, heading) = match held {
        Some(held) => (format!("{BANK}/{}", held.id), t!("bank-edit-title")),
        None => (format!("{BANK}/new"), t!("bank-new-title")),
    };
    let taken = held.is_some().then(|| view! { <Inset><p>{t!("bank-edit-text")}</p></Inset> });
    let required = vec![Opt::new("yes", t!("question-required"))];
    let form = view! {
        <form method="post" action=to novalidate>
            <TextInput name="title" label=t!("question-title-label") hint=t!("question-title-hint")/>
            <TextArea name="help" label=t!("question-help-label") hint=t!("question-help-hint") rows=3/>
            {builder_kind::kind()}
            <Checkboxes name="required" legend=t!("question-required-label") options=required small=true/>
            {note()}
            <div class="govuk-button-group">
                <Button text=t!("save")/>
                <Button text=t!("builder-looks") class="govuk-button--secondary" name="preview" value="1"/>
                <a class="govuk-link" href=BANK>{t!("cancel")}</a>
            </div>
        </form>
    };
    view! {
        <Main before>
            <ErrorSummary/>
            <h1 class="govuk-heading-l">{heading}</h1>
            <Column>{taken}</Column>
            {builder_preview::beside(form.into_any(), preview)}
        </Main>
    }
    .into_any()
}

fn note() -> AnyView {
    view! { <TextArea name="note" label=t!("bank-note-label") hint=t!("bank-note-hint") rows=3/> }.into_any()
}

/// Whether to take a question out of the bank.
pub fn remove(held: &Question) -> AnyView {
    let page = FormPage {
        back: (BANK.to_owned(), t!("bank-title")),
        heading: t!("bank-remove-title"),
        button: t!("bank-remove"),
    };
    let text = view! {
        <p class="govuk-body-l">{held.title.clone()}</p>
        <p class="govuk-body">{t!("bank-remove-text")}</p>
    };
    form_page(page, text.into_any(), None)
}

fn builder_address(call: &Call) -> (String, String) {
    (format!("/team/calls/{}/questions", call.slug), t!("builder-title"))
}

/// The form that keeps a question of a call in the bank.
pub fn keep(call: &Call, asked: &Question) -> AnyView {
    let page =
        FormPage { back: builder_address(call), heading: t!("bank-keep-title"), button: t!("bank-keep") };
    let fields = view! {
        <FieldError name="bank"/>
        <p class="govuk-body-l" id="bank" tabindex="-1">{asked.title.clone()}</p>
        <p class="govuk-body">{t!("bank-keep-text")}</p>
        {note()}
    };
    call_form_page(call, "/questions", page, fields.into_any())
}

/// Questions of the bank to take into a call, as far as they were looked for.
pub fn pick(call: &Call, form: &Questionnaire, found: &[Banked]) -> AnyView {
    let base = format!("/team/calls/{}/questions", call.slug);
    let before = view! { <BackLink to=base.clone() text=t!("builder-title")/> }.into_any();
    let sections = form.sections.iter().map(|held| Opt::new(held.id, held.title.clone())).collect();
    let options = found.iter().map(|held| {
        let asked = &held.question;
        let said = [kind_name(asked.kind()), choices(asked), held.note.clone()];
        let hint = said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
        Opt::new(asked.id, asked.title.clone()).hint(hint)
    });
    let taking = if found.is_empty() {
        view! { <p class="fm-empty">{t!("bank-none")}</p> }.into_any()
    } else {
        view! {
            <form method="post" action=format!("{base}/bank") novalidate>
                <Checkboxes name="take" legend=t!("bank-take-label") options=options.collect() small=true/>
                <Select name="section" label=t!("question-section-label") options=sections/>
                <div class="govuk-button-group">
                    <Button text=t!("bank-take")/>
                    <a class="govuk-link" href=base.clone()>{t!("cancel")}</a>
                </div>
            </form>
        }
        .into_any()
    };
    view! {
        {team_nav(call, "/questions")}
        <Main before>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("bank-pick-title")}</h1>
                <p class="govuk-body">{t!("bank-pick-lead")}</p>
                {looking(format!("{base}/bank"))}
                {taking}
            </Column>
        </Main>
    }
    .into_any()
}
