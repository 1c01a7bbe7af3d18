//! The team's list of the documents beside a call, with everything that can be done to each.

use leptos::prelude::*;
use services::calls::materials::{Held, Material, Variant};
use services::calls::{Call, Questionnaire};

use super::{about, format_name};
use crate::components::{ErrorSummary, FieldError, Inset, Lines, Tag};
use crate::layout::{Column, Main, act, team_nav};
use crate::review::documents::{note, state};
use crate::t;

/// The id of the heading of a document in the list, to which changes lead back.
pub fn anchor(id: uuid::Uuid) -> String {
    format!("document-{id}")
}

/// The page. An archived call is a record, which no longer changes.
pub fn page(call: &Call, form: &Questionnaire, all: &[Material]) -> AnyView {
    let base = format!("/team/calls/{}/materials", call.slug);
    let archived = call.times.archived.is_some();
    let last = all.len().saturating_sub(1);
    let list: Vec<_> = all
        .iter()
        .enumerate()
        .map(|(at, one)| material(&base, form, one, Moves { up: at > 0, down: at < last, archived }))
        .collect();
    let none = all.is_empty().then(|| view! { <p class="fm-empty">{t!("materials-none")}</p> });
    let told = call.times.announced.map(|_| view! { <Inset><p>{t!("materials-announced")}</p></Inset> });
    view! {
        {team_nav(call, "")}
        <Main>
            <ErrorSummary/>
            <h1 class="govuk-heading-l">{t!("materials-title")}</h1>
            <Column>
                <p class="govuk-body">{t!("materials-lead")}</p>
                {told}
            </Column>
            {none} {list}
            {(!archived).then(|| view! {
                <a class="govuk-button" href=format!("{base}/new") role="button" draggable="false">{t!("material-add")}</a>
            })}
        </Main>
    }
    .into_any()
}

/// Which ways a document can go.
#[derive(Clone, Copy)]
struct Moves {
    up: bool,
    down: bool,
    archived: bool,
}

fn material(base: &str, form: &Questionnaire, one: &Material, moves: Moves) -> AnyView {
    let mine = format!("{base}/{}", one.id);
    let place = match one.question.and_then(|question| form.number(question)) {
        Some(number) => t!("material-beside", number = number),
        None => t!("material-beside-call"),
    };
    let variants: Vec<_> =
        one.variants.iter().map(|held| variant(&mine, one, held, moves.archived)).collect();
    let unseen = one.variants.is_empty();
    view! {
        <section class="fm-panel" aria-labelledby=anchor(one.id)>
            <h2 class="govuk-heading-m" id=anchor(one.id) tabindex="-1">{one.title.clone()}</h2>
            <p class="govuk-body fm-secondary">{place}</p>
            <Lines text=one.summary.clone()/>
            <FieldError name=anchor(one.id)/>
            {unseen.then(|| view! { <p class="fm-empty">{t!("material-unseen")}</p> })}
            <ul class="govuk-list fm-documents">{variants}</ul>
            {(!moves.archived).then(|| toolbar(&mine, &one.title, moves))}
        </section>
    }
    .into_any()
}

fn variant(mine: &str, of: &Material, one: &Variant, archived: bool) -> AnyView {
    let name = format_name(one.format);
    let tag = one.scan().map(|scan| {
        let (colour, text) = state(scan);
        view! { <Tag text colour/> <p class="fm-secondary fm-document__note">{note(scan)}</p> }
    });
    let link = match &one.held {
        Held::Link(link) => Some(view! { <br/> <span class="fm-secondary">{link.clone()}</span> }),
        Held::File(_) => None,
    };
    let remove = (!archived).then(|| {
        let to = format!("{mine}/variants/{}/remove", one.id);
        view! {
            <a class="govuk-link" href=to>
                {t!("remove")} <span class="govuk-visually-hidden">": " {name.clone()} ", " {of.title.clone()}</span>
            </a>
        }
    });
    view! {
        <li class="fm-document">
            <span class="fm-document__name">
                {name.clone()} " " <span class="fm-secondary">{about(one)} " " {one.note.clone()}</span> {link}
            </span>
            {remove} {tag}
        </li>
    }
    .into_any()
}

fn toolbar(mine: &str, title: &str, moves: Moves) -> AnyView {
    let about = || view! { <span class="govuk-visually-hidden">": " {title.to_owned()}</span> };
    let step = |to: &str, text: String, offered: bool| {
        offered.then(|| act(format!("{mine}/move"), text, title, Some(("to", to.to_owned()))))
    };
    view! {
        <div class="fm-toolbar">
            <a class="govuk-link" href=format!("{mine}/variants/new")>{t!("variant-add")} {about()}</a>
            <a class="govuk-link" href=mine.to_owned()>{t!("change")} {about()}</a>
            <a class="govuk-link" href=format!("{mine}/remove")>{t!("remove")} {about()}</a>
            {step("up", t!("move-up"), moves.up)} {step("down", t!("move-down"), moves.down)}
        </div>
    }
    .into_any()
}
