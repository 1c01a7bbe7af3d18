//! Documents beside a call, as everyone sees them: on its page, with all its questions, and with each of them.

use domain::calls::MaterialChange;
use leptos::prelude::*;
use services::calls::materials::{Change, Held, Material, Variant};
use services::calls::{Call, Questionnaire};
use services::handout::{Part, Section};
use uuid::Uuid;

use super::{about, format_name, tongue_name};
use crate::components::{Lines, day};
use crate::t;
use crate::words::{href, language};

/// What stands beside a call and its questions.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// The address of the call: its own, or that of its preview.
    pub base: String,
    pub materials: Vec<Material>,
}

impl Beside {
    /// What stands beside a question; with none, beside the whole call.
    fn of(&self, question: Option<Uuid>) -> impl Iterator<Item = &Material> {
        self.materials.iter().filter(move |material| material.question == question)
    }
}

/// The part of the page of a call: every document, how they have changed, and how to ask for another format.
pub fn section(beside: &Beside, call: &Call, form: &Questionnaire, changes: &[Change]) -> AnyView {
    if beside.materials.is_empty() && changes.is_empty() {
        return ().into_any();
    }
    let all: Vec<_> =
        beside.materials.iter().map(|one| document(beside, one, place(one, form), true)).collect();
    view! {
        <h2 class="govuk-heading-l" id="documents">{t!("materials-heading")}</h2>
        {all}
        {history(call, changes)}
        <h3 class="govuk-heading-s">{t!("material-other-format")}</h3>
        <p class="govuk-body">{t!("material-other-format-text")}</p>
        <p class="govuk-body fm-lines">{call.contact.clone()}</p>
    }
    .into_any()
}

/// What stands beside the whole call, where all its questions are shown.
pub fn of_call(beside: &Beside) -> AnyView {
    let all: Vec<_> = beside.of(None).map(|one| document(beside, one, None, true)).collect();
    if all.is_empty() {
        return ().into_any();
    }
    view! {
        <section>
            <h2 class="govuk-heading-m">{t!("materials-heading")}</h2>
            {all}
        </section>
    }
    .into_any()
}

/// What stands beside a question. The heading of the question stands elsewhere, so none of these is one.
pub fn of_question(beside: &Beside, question: Uuid) -> AnyView {
    let all: Vec<_> = beside.of(Some(question)).map(|one| document(beside, one, None, false)).collect();
    if all.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="fm-beside" aria-label=t!("materials-question")>
            <p class="fm-secondary fm-beside__title">{t!("materials-question")}</p>
            {all}
        </section>
    }
    .into_any()
}

/// The documents as a copy on paper names them, each with its versions and the address of each; nothing where there are none.
/// `site` is the address of the portal.
pub fn listed(beside: &Beside, form: &Questionnaire, site: &str) -> Option<Section> {
    let all: Vec<Section> = beside.materials.iter().map(|one| on_paper(beside, form, site, one)).collect();
    (!all.is_empty()).then(|| Section { heading: t!("materials-heading"), parts: Vec::new(), within: all })
}

fn on_paper(beside: &Beside, form: &Questionnaire, site: &str, material: &Material) -> Section {
    let place = place(material, form).map(Part::Aside);
    let summary = Part::Text(material.summary_in(language()).to_owned());
    let address = |one: &Variant| match &one.held {
        Held::Link(link) => link.clone(),
        Held::File(_) => format!("{site}{}", handed_out_at(beside, one)),
    };
    let variant = |one: &Variant| {
        let said = [format_name(one.format), about(one), one.note.clone(), address(one)];
        said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let variants = Part::List(material.variants.iter().map(variant).collect());
    let parts = place.into_iter().chain([summary, variants]).collect();
    Section { heading: material.title_in(language()).to_owned(), parts, within: Vec::new() }
}

/// Which question a document stands beside, where it is one.
fn place(material: &Material, form: &Questionnaire) -> Option<String> {
    let number = material.question.and_then(|question| form.number(question));
    number.map(|number| t!("material-beside", number = number))
}

/// Where a variant that is a file is handed out.
fn handed_out_at(beside: &Beside, variant: &Variant) -> String {
    href(&format!("{}/materials/{}", beside.base, variant.id))
}

fn document(beside: &Beside, material: &Material, place: Option<String>, heads: bool) -> AnyView {
    let title = material.title_in(language()).to_owned();
    let variants: Vec<_> = material.variants.iter().map(|one| variant(beside, one, &title)).collect();
    let heading = if heads {
        view! { <h3 class="govuk-heading-s fm-material__title">{title}</h3> }.into_any()
    } else {
        view! { <p class="govuk-body fm-material__title"><strong>{title}</strong></p> }.into_any()
    };
    view! {
        <div class="fm-material">
            {heading}
            {place.map(|place| view! { <p class="govuk-body fm-secondary">{place}</p> })}
            <Lines text=material.summary_in(language()).to_owned()/>
            <ul class="govuk-list">{variants}</ul>
        </div>
    }
    .into_any()
}

/// A variant with what it is. One that waits for the scanner is no link yet.
fn variant(beside: &Beside, one: &Variant, title: &str) -> AnyView {
    let of = view! { <span class="govuk-visually-hidden">": " {title.to_owned()}</span> };
    let (name, tag) = (format_name(one.format), one.language.as_str());
    let name = match &one.held {
        Held::Link(link) => {
            view! { <a class="govuk-link" href=link.clone() rel="external noreferrer" hreflang=tag>{name} {of}</a> }
                .into_any()
        }
        Held::File(file) if file.scan.opens() => {
            let to = handed_out_at(beside, one);
            view! { <a class="govuk-link" href=to download="" hreflang=tag>{name} {of}</a> }.into_any()
        }
        Held::File(_) => view! { <span>{name} {of}</span> }.into_any(),
    };
    let waits = one.scan().is_some_and(|scan| !scan.opens()).then(|| t!("material-waiting"));
    view! {
        <li>
            {name} " " <span class="fm-secondary">{about(one)} " " {one.note.clone()} " " {waits}</span>
        </li>
    }
    .into_any()
}

/// How the documents have changed since people were told of the call.
fn history(call: &Call, changes: &[Change]) -> AnyView {
    if changes.is_empty() {
        return ().into_any();
    }
    let lines: Vec<_> = changes.iter().map(|change| view! { <li>{line(call, change)}</li> }).collect();
    view! {
        <details class="govuk-details">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{t!("material-changes")}</span>
            </summary>
            <div class="govuk-details__text"><ul class="govuk-list">{lines}</ul></div>
        </details>
    }
    .into_any()
}

fn line(call: &Call, change: &Change) -> String {
    let on = day(change.at.with_timezone(&call.zone).date_naive());
    let title = change.title_in(language());
    let variant = change.variant.map(|(format, tongue)| {
        t!("material-variant", format = format_name(format), language = tongue_name(tongue))
    });
    let variant = variant.unwrap_or_default();
    match change.kind {
        MaterialChange::Added => t!("material-change-added", day = on, title = title),
        MaterialChange::Changed => t!("material-change-changed", day = on, title = title),
        MaterialChange::Removed => t!("material-change-removed", day = on, title = title),
        MaterialChange::VariantAdded => {
            t!("material-change-variant-added", day = on, title = title, variant = variant)
        }
        MaterialChange::VariantRemoved => {
            t!("material-change-variant-removed", day = on, title = title, variant = variant)
        }
    }
}
