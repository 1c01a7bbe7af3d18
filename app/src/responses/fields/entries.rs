//! One entry after another: those that are there are listed, or one of them is open to be written.
//!
//! What is not open goes along unseen, so that every form of the page holds the whole answer. While an entry is open the page
//! has no button before the one that goes on: whoever presses Enter in a field goes on, and changes nothing else.

use domain::calls::kinds::entries::{OPEN, Shape, field as field_name, number_of, numbers};
use domain::calls::kinds::{Field, FieldKind};
use domain::calls::{Entry, Given, Question};
use leptos::prelude::*;

use super::{Heading, evidence};
use crate::components::{
    Button, DateInput, Fields, Hidden, Opt, Radios, Row, Several, SummaryList, TextArea, TextInput, day,
    month,
};
use crate::t;

/// The page of a question that is answered so. `places` are offered where a place is asked for.
pub(super) fn field(shape: &Shape, heading: Heading, places: &[String]) -> AnyView {
    let form = Fields::current().form;
    let (numbers, open) = (numbers(&form), shape.open(&form));
    let unseen: Vec<_> = form
        .pairs()
        .filter(|(name, _)| number_of(name).is_some_and(|number| !open.contains(&number)))
        .map(|(name, value)| view! { <Hidden name value/> })
        .collect();
    let shown = match open.first() {
        None => list(shape),
        Some(first) => {
            let others = numbers.len() > usize::from(numbers.contains(first));
            let opened = open.iter().map(|number| {
                let at = numbers.iter().position(|other| other == number).unwrap_or(numbers.len());
                let legend = (others || open.len() > 1).then(|| called(shape, at + 1));
                one(shape, *number, legend, places)
            });
            let first = first.to_string();
            view! { {opened.collect::<Vec<_>>()} <Hidden name=OPEN value=first/> }.into_any()
        }
    };
    view! { <Several name="answer" legend=heading.title hint=heading.hint>{shown} {unseen}</Several> }
        .into_any()
}

/// What an entry is called on the page.
fn noun(shape: &Shape) -> String {
    if shape.is_evidence { t!("evidence-noun") } else { shape.noun.clone() }
}

fn called(shape: &Shape, number: usize) -> String {
    if shape.is_evidence { t!("evidence-called", number = number) } else { shape.called(number) }
}

/// The entries that are there, each with what can be done with it.
fn list(shape: &Shape) -> AnyView {
    let form = Fields::current().form;
    let numbers = numbers(&form);
    let items: Vec<_> = numbers
        .iter()
        .zip(1..)
        .map(|(number, at)| {
            let (name, value) = (called(shape, at), number.to_string());
            let rows = shape.entry(&form, *number).map(|entry| rows(shape, &entry)).unwrap_or_default();
            view! {
                <li class="fm-entry">
                    <h2 class="govuk-heading-s">{name.clone()}</h2>
                    <SummaryList rows/>
                    <div class="govuk-button-group">
                        <Button text=t!("change") class="govuk-button--secondary fm-button--small" name="entry" value=value.clone() about=name.clone()/>
                        <Button text=t!("entries-remove") class="govuk-button--secondary fm-button--small" name="remove" value about=name/>
                    </div>
                </li>
            }
        })
        .collect();
    let more = shape.next(&form).map(|next| {
        view! {
            <Button text=t!("entries-add", noun = noun(shape)) class="govuk-button--secondary" name="entry" value=next.to_string()/>
        }
    });
    let full = more.is_none().then(|| view! { <p class="govuk-body">{t!("entries-full")}</p> });
    view! {
        <p class="govuk-body">{t!("entries-added", count = numbers.len())}</p>
        <ul class="govuk-list">{items}</ul>
        {more} {full}
    }
    .into_any()
}

fn rows(shape: &Shape, entry: &Entry) -> Vec<Row> {
    let said = said_entry(shape, entry).into_iter();
    said.map(|(key, value)| Row { key, value, change: String::new() }).collect()
}

/// The fields of an entry, with a legend where there are several entries.
fn one(shape: &Shape, number: u32, legend: Option<String>, places: &[String]) -> AnyView {
    let fields: Vec<_> = shape
        .fields
        .iter()
        .enumerate()
        .map(|(at, field)| input(shape, field, field_name(number, at), places))
        .collect();
    match legend {
        None => fields.into_any(),
        Some(legend) => view! {
            <fieldset class="govuk-fieldset fm-entry">
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
                {fields}
            </fieldset>
        }
        .into_any(),
    }
}

/// The button that takes out the entry that is open, where there is something to take out or to go back to. It stands behind
/// the one that goes on.
pub(super) fn remove(shape: &Shape) -> Option<AnyView> {
    let form = Fields::current().form;
    let open = shape.open(&form).first().copied().filter(|_| !numbers(&form).is_empty())?;
    let (text, value) = (t!("entries-remove-this", noun = noun(shape)), open.to_string());
    Some(view! { <Button text class="govuk-button--secondary" name="remove" value/> }.into_any())
}

fn input(shape: &Shape, field: &Field, name: String, places: &[String]) -> AnyView {
    let (label, hint) = (label(shape, field), hint(shape, field));
    match field.kind {
        FieldKind::Line => {
            let offers = if evidence::asks_for_place(shape, field) { places.to_vec() } else { Vec::new() };
            view! { <TextInput name label hint offers/> }.into_any()
        }
        FieldKind::Text => view! { <TextArea name label hint rows=6/> }.into_any(),
        FieldKind::Number => {
            view! { <TextInput name label hint width="govuk-input--width-10" inputmode="text"/> }.into_any()
        }
        FieldKind::Link => view! { <TextInput name label hint kind="url" inputmode="url"/> }.into_any(),
        FieldKind::Date | FieldKind::When => view! { <DateInput name legend=label hint/> }.into_any(),
        FieldKind::Choice => {
            let options = field
                .choices
                .iter()
                .map(|choice| Opt::new(choice, evidence::choice(shape, field, choice)))
                .collect();
            view! { <Radios name legend=label hint options small=true/> }.into_any()
        }
    }
}

/// What a field is called on the page, and whether it can be left out.
fn label(shape: &Shape, field: &Field) -> String {
    let name = evidence::label(shape, field);
    if field.required { name } else { t!("entries-optional", name = name) }
}

/// What is to be known before anyone writes into a field.
fn hint(shape: &Shape, field: &Field) -> String {
    let own = evidence::hint(shape, field);
    let kind = match field.kind {
        FieldKind::Line => t!("entries-line", most = domain::calls::kinds::LONGEST_LINE),
        FieldKind::Text => t!("entries-text", most = domain::calls::kinds::LONGEST_TEXT),
        FieldKind::Number => t!("rule-number"),
        FieldKind::Date => t!("rule-date"),
        FieldKind::Choice => t!("rule-one"),
        FieldKind::When => t!("entries-when"),
        FieldKind::Link => t!("entries-link"),
    };
    [own, kind].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What is asked for in each entry, a line a field.
pub(super) fn asked(shape: &Shape) -> Vec<String> {
    let line = |field: &Field| match field.kind {
        FieldKind::Choice => {
            let choices: Vec<String> =
                field.choices.iter().map(|choice| evidence::choice(shape, field, choice)).collect();
            format!("{}: {}", label(shape, field), choices.join(", "))
        }
        _ => format!("{}. {}", label(shape, field), hint(shape, field)),
    };
    shape.fields.iter().map(line).collect()
}

/// How many entries there can be.
pub(super) fn rule(shape: &Shape) -> String {
    let (least, most) = (shape.limits.least, shape.limits.most);
    match (least, most) {
        (_, 1) => t!("rule-entries-one"),
        (1, most) => t!("rule-entries", most = most),
        (least, most) if least == most => t!("rule-entries-exactly", most = most),
        (least, most) => t!("rule-entries-between", least = least, most = most),
    }
}

/// What was said in the fields of an entry, in the language of the page.
fn said_entry(shape: &Shape, entry: &Entry) -> Vec<(String, String)> {
    let said = |field: &Field| {
        let held = entry.get(&field.name)?;
        let said = match field.kind {
            FieldKind::Choice => evidence::choice(shape, field, held),
            FieldKind::Date | FieldKind::When => date(held),
            _ => held.clone(),
        };
        Some((evidence::label(shape, field), said))
    };
    shape.fields.iter().filter_map(said).collect()
}

/// A date, or as much of it as is known.
fn date(held: &str) -> String {
    match domain::calls::kinds::held_parts(held) {
        Some((year, Some(month), Some(known))) => {
            chrono::NaiveDate::from_ymd_opt(year, month, known).map_or_else(|| held.to_owned(), day)
        }
        Some((year, Some(number), None)) => format!("{} {year}", month(number)),
        _ => held.to_owned(),
    }
}

/// All entries, each under what it is called, with a line a field.
pub(super) fn said(asked: &Question, given: &Given) -> String {
    let (Given::Entries(entries), Some(shape)) = (given, asked.asks.settings().entries()) else {
        return String::new();
    };
    let one = |(entry, number)| {
        let lines = said_entry(&shape, entry).into_iter().map(|(name, said)| format!("{name}: {said}"));
        std::iter::once(called(&shape, number)).chain(lines).collect::<Vec<_>>().join("\n")
    };
    entries.iter().zip(1..).map(one).collect::<Vec<_>>().join("\n\n")
}
