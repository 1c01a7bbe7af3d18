//! How the words of a form were put right, for everyone to read: when, why, and what they were before.

use chrono::{DateTime, Utc};
use domain::calls::{Correction, Question, Wording};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire, Section};
use uuid::Uuid;

use crate::components::{Inset, Lines, when};
use crate::t;

/// Every correction of a question, the first first.
pub fn of_question(call: &Call, form: &Questionnaire, asked: &Question) -> Vec<String> {
    let now = Wording::of(asked);
    form.corrections.of(asked.id).map(|made| one(call, form, made, &now)).collect()
}

/// Every correction of a section, the first first.
pub fn of_section(call: &Call, form: &Questionnaire, section: &Section) -> Vec<String> {
    let now = Wording::of_section(section);
    form.corrections.of(section.id).map(|made| one(call, form, made, &now)).collect()
}

fn one(call: &Call, form: &Questionnaire, made: &Correction, now: &Wording) -> String {
    let (before, after) = form.corrections.change(made, now);
    let title =
        (before.title != after.title).then(|| t!("correction-before", before = before.title.as_str()));
    let help = (before.help != after.help && !before.help.is_empty())
        .then(|| t!("correction-help-before", before = before.help.as_str()));
    let called = |(id, label): &(Uuid, String)| {
        let (_, other) = after.choices.iter().find(|(other, _)| other == id)?;
        (other != label).then(|| t!("correction-choice", before = label.as_str(), after = other.as_str()))
    };
    let choices = before.choices.iter().filter_map(called);
    let said = std::iter::once(why(call, made)).chain(title).chain(help).chain(choices);
    said.collect::<Vec<_>>().join("\n")
}

/// When and why.
fn why(call: &Call, made: &Correction) -> String {
    t!("correction", when = when(made.at, call), note = made.note.as_str())
}

/// What stands beside an answer that was given to an earlier wording of its question.
pub fn since(call: &Call, form: &Questionnaire, question: Uuid, wording: u32) -> Option<String> {
    let now = form.question(question)?;
    let mut said: Vec<String> =
        form.corrections.since(question, wording).map(|made| why(call, made)).collect();
    if said.is_empty() {
        return None;
    }
    said.push(t!("correction-now", now = now.title.as_str()));
    Some(said.join("\n"))
}

/// What whoever had begun before is told on the page of a question: how it and its section were put right since.
pub fn told(call: &Call, form: &Questionnaire, asked: &Question, begun: DateTime<Utc>) -> Option<AnyView> {
    let now = Wording::of(asked);
    let own = form.corrections.after(asked.id, begun).map(|made| one(call, form, made, &now));
    let section = form.section(asked.section).map(|section| (section.id, Wording::of_section(section)));
    let sections = section
        .iter()
        .flat_map(|(id, now)| form.corrections.after(*id, begun).map(move |made| one(call, form, made, now)));
    let lines: Vec<_> = sections.chain(own).map(|text| view! { <Lines text/> }).collect();
    (!lines.is_empty()).then(|| view! { <Inset>{lines}</Inset> }.into_any())
}

/// All corrections, section by section and question by question; nothing where no words were ever put right.
pub fn all(call: &Call, form: &Questionnaire) -> AnyView {
    let mut items = Vec::new();
    for section in &form.sections {
        let name = t!("correction-section", title = section.title.as_str());
        items.extend(of_section(call, form, section).into_iter().map(|said| (name.clone(), said)));
        for (number, asked) in form.of_section(section.id) {
            let name = t!("question-number", number = number, title = asked.title.as_str());
            items.extend(of_question(call, form, asked).into_iter().map(|said| (name.clone(), said)));
        }
    }
    if items.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = items
        .into_iter()
        .map(|(name, text)| view! { <li><strong>{name}</strong> <Lines text/></li> })
        .collect();
    view! {
        <details class="govuk-details">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{t!("corrections-title")}</span>
            </summary>
            <div class="govuk-details__text"><ul class="govuk-list">{items}</ul></div>
        </details>
    }
    .into_any()
}
