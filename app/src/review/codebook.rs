//! The codebook: a tree of codes, and the forms to keep it.

use std::collections::HashMap;

use domain::review::COLOURS;
use leptos::prelude::*;
use services::calls::Call;
use services::review::{Code, Uses};
use uuid::Uuid;

use crate::components::{
    BackLink, Button, ErrorSummary, FieldError, Fields, Hidden, Lines, Opt, Select, TextArea, TextInput,
};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// The whole codebook.
pub fn page(call: Call, codes: Vec<Code>, uses: HashMap<Uuid, Uses>, may_edit: bool) -> AnyView {
    let base = format!("/team/calls/{}/codebook", call.slug);
    let nav = team_nav(&call, "/codebook");
    let add = may_edit.then(|| {
        view! { <a class="govuk-button" role="button" href=format!("{base}/new")>{t!("codebook-add")}</a> }
    });
    let rows: Vec<_> = codes.iter().map(|code| row(&base, code, uses.get(&code.id), may_edit)).collect();
    let empty = codes.is_empty().then(|| view! { <p class="fm-empty">{t!("codebook-empty")}</p> });
    view! {
        <Main>
            {nav}
            <h1 class="govuk-heading-l">{t!("codebook-title")}</h1>
            <div class="fm-toolbar">{add} <p>{t!("codebook-count", count = codes.len())}</p></div>
            {empty}
            <ul class="fm-tree">{rows}</ul>
        </Main>
    }
    .into_any()
}

fn row(base: &str, code: &Code, uses: Option<&Uses>, may_edit: bool) -> AnyView {
    let class =
        format!("fm-code fm-code--{}{}", code.colour, if code.retired { " fm-code--retired" } else { "" });
    let address = format!("{base}/{}", code.id);
    let count = uses.map_or(0, |uses| uses.codings_with_children);
    let acts = may_edit.then(|| {
        let move_button = |way: &'static str, text: String| {
            view! {
                <form method="post" action=format!("{address}/move")>
                    <Hidden name="way" value=way/>
                    <Button text class="govuk-button--secondary fm-button--small" about=code.name.clone()/>
                </form>
            }
        };
        view! {
            <span class="fm-tree__acts">
                <a class="govuk-link" href=address.clone()>{t!("change")} <span class="govuk-visually-hidden">" " {code.name.clone()}</span></a>
                {move_button("up", t!("move-up"))} {move_button("down", t!("move-down"))}
            </span>
        }
    });
    view! {
        <li class=format!("fm-tree__item fm-tree__item--{}", code.depth.min(5))>
            <div class="fm-tree__row">
                <a href=format!("{address}/excerpts") class=class>{code.name.clone()}</a>
                <span class="fm-tree__count">{t!("codebook-uses", count = count)}</span>
                {code.retired.then(|| t!("codebook-retired"))}
                {acts}
            </div>
        </li>
    }
    .into_any()
}

/// The form of one code; `id` is none for a new one.
pub fn form(call: Call, codes: Vec<Code>, id: Option<Uuid>) -> AnyView {
    let base = format!("/team/calls/{}/codebook", call.slug);
    let before = view! { <BackLink to=base.clone() text=t!("codebook-title")/> }.into_any();
    let nav = team_nav(&call, "/codebook");
    let code = id.and_then(|id| codes.iter().find(|code| code.id == id).cloned());
    let parents = std::iter::once(Opt::new("", t!("code-top")))
        .chain(
            codes
                .iter()
                .filter(|other| Some(other.id) != id)
                .map(|other| Opt::new(other.id, format!("{}{}", "– ".repeat(other.depth), other.name))),
        )
        .collect();
    let (title, action, button) = match &code {
        None => (t!("code-new"), format!("{base}/new"), t!("codebook-add")),
        Some(code) => (t!("code-change"), format!("{base}/{}", code.id), t!("save")),
    };
    view! {
        <Main before>
            {nav}
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{title}</h1>
                <form method="post" action=action novalidate>
                    <TextInput name="name" label=t!("code-name")/>
                    <Select name="parent" label=t!("code-parent") options=parents/>
                    <TextArea name="definition" label=t!("code-definition") rows=3/>
                    <TextArea name="include" label=t!("code-include") rows=3/>
                    <TextArea name="exclude" label=t!("code-exclude") rows=3/>
                    <TextArea name="example" label=t!("code-example") rows=3/>
                    {colours()}
                    <Button text=button/>
                </form>
                {code.map(|code| standing(&base, &code))}
            </Column>
        </Main>
    }
    .into_any()
}

fn colours() -> AnyView {
    let fields = Fields::current();
    let items: Vec<_> = (0..COLOURS)
        .map(|colour| {
            let id = if colour == 0 { "colour".to_owned() } else { format!("colour-{}", colour + 1) };
            let chosen = fields.form.value("colour") == colour.to_string() || (colour == 0 && fields.form.value("colour").is_empty());
            view! {
                <li>
                    <input type="radio" name="colour" id=id.clone() value=colour.to_string() checked=chosen/>
                    <label for=id class=format!("fm-code fm-code--{colour}")>{t!("code-colour-number", number = colour + 1)}</label>
                </li>
            }
        })
        .collect();
    view! {
        <fieldset class="govuk-fieldset govuk-form-group">
            <legend class="govuk-fieldset__legend">{t!("code-colour")}</legend>
            <FieldError name="colour"/>
            <ul class="fm-colour">{items}</ul>
        </fieldset>
    }
    .into_any()
}

fn standing(base: &str, code: &Code) -> AnyView {
    let (to, text, hint) = if code.retired {
        ("restore", t!("code-restore"), t!("code-restore-hint"))
    } else {
        ("retire", t!("code-retire"), t!("code-retire-hint"))
    };
    view! {
        <h2 class="govuk-heading-m">{text.clone()}</h2>
        <Lines text=hint/>
        <form method="post" action=format!("{base}/{}/{to}", code.id)>
            <Button text class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}
