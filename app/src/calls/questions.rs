//! The whole set of questions: as a page that prints well, and as what every copy of it says ([`blank`]), to read and to
//! prepare answers before starting.

use chrono::{DateTime, Utc};
use domain::calls::{Asks, CallState, Condition, Join, Question, QuestionKind, Rule, Test};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire, Section};
use services::handout::{self, Handout, Part};
use uuid::Uuid;

use super::materials::shown::{Beside, of_call, of_question};
use super::page::privacy_part;
use super::{corrected, skips};
use crate::components::{BackLink, Lines, when};
use crate::layout::{Column, Main};
use crate::responses::fields::{label, of_each_entry, rules};
use crate::words::{href, language};
use crate::{calls, t};

/// The page of questions, with what stands beside them at the address of the call: its own, or that of its preview, of
/// which there are no copies.
pub fn page(blank: Handout, form: &Questionnaire, beside: &Beside, copies: bool) -> AnyView {
    let before = view! { <BackLink to=href(&beside.base)/> }.into_any();
    let copies = copies.then(|| self::copies(&beside.base));
    let whole = of_call(beside);
    // The questions of a form are in the order of its sections.
    let mut asked = form.questions.iter().map(|asked| of_question(beside, asked.id));
    let sections: Vec<_> =
        blank.sections.into_iter().map(|section| asked_section(section, &mut asked)).collect();
    let notes: Vec<_> = blank.notes.into_iter().map(note).collect();
    view! {
        <Main before>
            <Column>
                <span class="govuk-caption-l">{blank.caption}</span>
                <h1 class="govuk-heading-xl">{blank.title}</h1>
                {parts(blank.lead)}
                {copies}
                {whole}
                {sections}
                {notes}
            </Column>
        </Main>
    }
    .into_any()
}

/// More choices than this stand in columns.
const MANY: usize = 12;

/// The ways to copies of the questions that can be kept.
pub fn copies(base: &str) -> AnyView {
    let copy = |ending: &str, text: String| {
        let to = href(&format!("{base}/{ending}"));
        view! { <li><a class="govuk-link" href=to download="">{text}</a></li> }
    };
    view! {
        <p class="govuk-body fm-copies">{t!("questions-take")}</p>
        <ul class="govuk-list fm-copies">
            {copy("questions.docx", t!("questions-docx"))}
            {copy("questions-large-print.docx", t!("questions-large-print"))}
            {copy("questions.txt", t!("questions-text"))}
        </ul>
    }
    .into_any()
}

/// A section, with the next of what stands beside questions below each of its own.
fn asked_section(section: handout::Section, beside: &mut impl Iterator<Item = AnyView>) -> AnyView {
    let questions: Vec<_> = section
        .within
        .into_iter()
        .map(|question| {
            let beside = beside.next();
            view! {
                <article class="fm-question">
                    <h3 class="govuk-heading-m">{question.heading}</h3>
                    {parts(question.parts)}
                    {beside}
                </article>
            }
        })
        .collect();
    view! {
        <section class="fm-paper">
            <h2 class="govuk-heading-l">{section.heading}</h2>
            {parts(section.parts)}
            {questions}
        </section>
    }
    .into_any()
}

fn note(section: handout::Section) -> AnyView {
    let within: Vec<_> = section
        .within
        .into_iter()
        .map(|part| view! { <h3 class="govuk-heading-s">{part.heading}</h3> {parts(part.parts)} })
        .collect();
    view! {
        <section class="fm-paper">
            <h2 class="govuk-heading-l">{section.heading}</h2>
            {parts(section.parts)}
            {within}
        </section>
    }
    .into_any()
}

fn parts(parts: Vec<Part>) -> Vec<AnyView> {
    parts
        .into_iter()
        .map(|part| match part {
            Part::Text(text) => view! { <Lines text/> }.into_any(),
            Part::Aside(text) => view! { <Lines text class="govuk-body fm-secondary"/> }.into_any(),
            Part::Declared(words) => view! { <p class="govuk-inset-text">{words}</p> }.into_any(),
            Part::Room(says) => view! { <p class="govuk-body fm-room">{says}</p> }.into_any(),
            Part::List(items) => {
                let items: Vec<_> = items.into_iter().map(|item| view! { <li>{item}</li> }).collect();
                let many = if items.len() > MANY { "fm-many" } else { "" };
                view! { <ul class=format!("govuk-list govuk-list--bullet {many}")>{items}</ul> }.into_any()
            }
        })
        .collect()
}

/// What every copy of the questions says, in the language of the page. `address` is where people answer, in full.
pub fn blank(call: &Call, form: &Questionnaire, address: &str, now: DateTime<Utc>) -> Handout {
    Handout {
        language: language(),
        caption: calls::title(call),
        title: t!("questions-title"),
        lead: lead(call, now),
        sections: form
            .sections
            .iter()
            .map(|section| section_of(call, form, section))
            .chain(skips::ends(form))
            .collect(),
        notes: notes(call, address, now),
    }
}

/// What they are, and from when and until when they can be answered.
fn lead(call: &Call, now: DateTime<Utc>) -> Vec<Part> {
    let mut said = vec![t!("questions-lead")];
    let closes = call.times.closes.map(|at| when(at, call));
    if call.state(now) > CallState::Open {
        said.extend(closes.map(|closes| t!("call-now-closed", when = closes)));
    } else {
        said.extend(call.times.opens.map(|at| t!("questions-opens", when = when(at, call))));
        said.extend(closes.map(|closes| t!("questions-closes", when = closes)));
    }
    said.into_iter().map(Part::Text).collect()
}

/// How to answer, as long as anyone can; and what becomes of answers.
fn notes(call: &Call, address: &str, now: DateTime<Utc>) -> Vec<handout::Section> {
    let ways = [t!("questions-online", address = address), t!("call-way-other"), call.contact.clone()];
    let ways = handout::Section::new(t!("call-ways"), ways.join("\n"));
    let open = call.state(now) <= CallState::Open;
    let policy = handout::Section::new(t!("call-publication"), call.publication_policy.clone());
    let privacy = handout::Section {
        heading: t!("call-privacy"),
        parts: Vec::new(),
        within: call
            .privacy_notice
            .said()
            .map(|(part, text)| handout::Section::new(privacy_part(part), text))
            .collect(),
    };
    open.then_some(ways).into_iter().chain([policy, privacy]).collect()
}

fn section_of(call: &Call, form: &Questionnaire, section: &Section) -> handout::Section {
    let mut parts = vec![Part::Text(section.intro.clone())];
    parts.extend(corrected::of_section(call, form, section).into_iter().map(Part::Aside));
    parts.extend(section_condition(form, section).map(Part::Aside));
    let within = form.of_section(section.id);
    let within = within.map(|(number, asked)| question(call, form, number, asked)).collect();
    handout::Section { heading: section.title.clone(), parts, within }
}

fn question(call: &Call, form: &Questionnaire, number: usize, asked: &Question) -> handout::Section {
    let mut parts = vec![Part::Aside(asked.help.clone()), Part::Text(rules(asked))];
    parts.extend(condition(form, asked).map(Part::Aside));
    parts.extend(declared(asked).map(Part::Declared));
    if !asked.choices.is_empty() {
        parts.push(Part::List(asked.choices.iter().map(|choice| label(asked, choice)).collect()));
    }
    let each = of_each_entry(asked);
    if !each.is_empty() {
        parts.push(Part::List(each));
    }
    parts.extend(room(asked).map(Part::Room));
    parts.extend(skips::after(form, asked.id).into_iter().map(Part::Aside));
    parts.extend(corrected::of_question(call, form, asked).into_iter().map(Part::Aside));
    let heading = t!("question-number", number = number, title = asked.title.as_str());
    handout::Section { heading, parts, within: Vec::new() }
}

/// What is written by hand under a question, where something is.
fn room(asked: &Question) -> Option<String> {
    match (asked.asks.why(), asked.kind()) {
        (Some(why), _) if why.required => Some(t!("why-label")),
        (Some(_), _) => Some(t!("why-label-optional")),
        (None, QuestionKind::Declaration | QuestionKind::Documents) => None,
        (None, _) => asked.choices.is_empty().then(|| t!("questions-answer")),
    }
}

/// The words that a declaration asks for.
fn declared(asked: &Question) -> Option<String> {
    match &asked.asks {
        Asks::Declaration(settings) => Some(settings.words.clone()),
        _ => None,
    }
}

/// When a routed question is asked, in words.
pub fn condition(form: &Questionnaire, asked: &Question) -> Option<String> {
    let conditions = said(form, asked.asked_if.as_ref()?);
    Some(t!("question-asked-if", conditions = conditions))
}

/// When a routed section is asked, in words.
pub fn section_condition(form: &Questionnaire, section: &Section) -> Option<String> {
    let conditions = said(form, section.asked_if.as_ref()?);
    Some(t!("section-asked-if", conditions = conditions))
}

/// The conditions of a rule, as one clause.
pub(super) fn said(form: &Questionnaire, rule: &Rule) -> String {
    let clauses: Vec<String> = rule.conditions.iter().filter_map(|held| clause(form, held)).collect();
    let joined = |before: String, next: &String| match rule.join {
        _ if before.is_empty() => next.clone(),
        Join::All => t!("asked-if-and", before = before, next = next),
        Join::Any => t!("asked-if-or", before = before, next = next),
    };
    clauses.iter().fold(String::new(), joined)
}

fn clause(form: &Questionnaire, condition: &Condition) -> Option<String> {
    let (number, earlier) = (form.number(condition.question)?, form.question(condition.question)?);
    let labels = |these: &[Uuid]| {
        let chosen = earlier.choices.iter().filter(|choice| these.contains(&choice.id));
        chosen.map(|choice| format!("“{}”", label(earlier, choice))).collect::<Vec<_>>().join(", ")
    };
    Some(match &condition.is {
        Test::AnyOf(these) => t!("asked-if-is", number = number, choices = labels(these)),
        Test::NoneOf(these) => t!("asked-if-is-not", number = number, choices = labels(these)),
        Test::Between { least: Some(least), most: Some(most) } => {
            t!("asked-if-between", number = number, least = least.to_string(), most = most.to_string())
        }
        Test::Between { least: Some(least), .. } => {
            t!("asked-if-at-least", number = number, least = least.to_string())
        }
        Test::Between { most, .. } => {
            t!(
                "asked-if-at-most",
                number = number,
                most = most.map(|most| most.to_string()).unwrap_or_default()
            )
        }
        Test::Answered => t!("asked-if-answered", number = number),
        Test::NotAnswered => t!("asked-if-not-answered", number = number),
    })
}
