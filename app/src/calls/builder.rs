//! The builder: the sections and questions of a call in order, with everything that can be done to each.

use domain::calls::{Clash, Never, Question, Unasked, clashes, unasked};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire, Section};

use super::builder_skips;
use super::questions::{condition, section_condition};
use crate::components::{Button, ErrorSummary, FieldError, Hidden, Inset, Lines, Warning};
use crate::layout::{Main, team_nav};
use crate::responses::fields::{label, of_each_entry, rules};
use crate::t;

/// The id of the heading of a question or a section in the builder, to which changes lead back.
pub fn anchor(id: uuid::Uuid) -> String {
    format!("item-{id}")
}

/// Whether the builder shows an item of this id: a section, a question, a skip or an end page.
pub fn shows(form: &Questionnaire, id: uuid::Uuid) -> bool {
    let sections = form.sections.iter().map(|held| held.id);
    let ways = form.skips.iter().map(|held| held.id).chain(form.ends.iter().map(|held| held.id));
    sections.chain(form.questions.iter().map(|asked| asked.id)).chain(ways).any(|held| held == id)
}

/// The page of all sections and questions. `begun` says that people have begun to answer.
pub fn page(call: Call, form: Questionnaire, begun: bool) -> AnyView {
    let base = format!("/team/calls/{}/questions", call.slug);
    let never = unasked(&form);
    let clashes = clashes(&form);
    let shown = Shown { base: &base, form: &form, never: &never, clashes: &clashes, begun };
    let sections: Vec<_> =
        form.sections.iter().enumerate().map(|(at, held)| section(shown, at, held)).collect();
    let ends = builder_skips::ends(shown);
    let routed = form.sections.iter().any(|held| held.asked_if.is_some())
        || form.questions.iter().any(|asked| asked.asked_if.is_some())
        || !form.skips.is_empty();
    let none = form.sections.is_empty().then(|| view! { <p class="fm-empty">{t!("builder-none")}</p> });
    view! {
        {team_nav(&call, "/questions")}
        <Main>
            <ErrorSummary/>
            <h1 class="govuk-heading-l">{t!("builder-title")}</h1>
            {begun.then(|| view! { <Inset><p>{t!("builder-begun")}</p></Inset> })}
            <div class="fm-toolbar">
                <a class="govuk-link" href=format!("/calls/{}/questions", call.slug)>{t!("builder-preview")}</a>
                <a class="govuk-link" href=format!("/preview/{}/answer/1", call.preview_token)>{t!("builder-try")}</a>
                {(!begun && !form.sections.is_empty()).then(|| view! {
                    <a class="govuk-link" href=format!("{base}/bank")>{t!("builder-bank")}</a>
                })}
                <a class="govuk-link" href=format!("/team/calls/{}/materials", call.slug)>{t!("materials-title")}</a>
            </div>
            {routed.then(|| view! { <p class="govuk-body fm-secondary">{t!("builder-routing")}</p> })}
            {none}
            <div data-module=(!begun).then_some("fm-builder") data-move=t!("builder-drag") data-base=base.clone()>{sections}</div>
            {(!begun).then(|| view! {
                <a class="govuk-button" href=format!("{base}/sections/new") role="button" draggable="false">
                    {t!("builder-add-section")}
                </a>
            })}
            {ends}
        </Main>
    }
    .into_any()
}

/// What every part of the page needs.
#[derive(Clone, Copy)]
pub(super) struct Shown<'f> {
    pub base: &'f str,
    pub form: &'f Questionnaire,
    pub never: &'f [Unasked],
    pub clashes: &'f [Clash],
    pub begun: bool,
}

impl Shown<'_> {
    /// Why a question or a section is never asked, where it is not.
    pub(super) fn never(&self, item: uuid::Uuid) -> Option<Never> {
        self.never.iter().find(|held| held.item == item).map(|held| held.why)
    }
}

fn section(shown: Shown<'_>, at: usize, held: &Section) -> AnyView {
    let Shown { base, form, begun, .. } = shown;
    let asked: Vec<_> = form.of_section(held.id).collect();
    let last = asked.len().saturating_sub(1);
    let questions: Vec<_> = asked
        .iter()
        .enumerate()
        .map(|(place, (number, asked))| {
            question(shown, *number, asked, Moves { up: place > 0, down: place < last, begun })
        })
        .collect();
    let empty = asked.is_empty();
    let moves = Moves { up: at > 0, down: at + 1 < form.sections.len(), begun };
    let mine = format!("{base}/sections/{}", held.id);
    view! {
        <section class="fm-panel" aria-labelledby=anchor(held.id) data-section=held.id.to_string()>
            <h2 class="govuk-heading-m" id=anchor(held.id) tabindex="-1">{held.title.clone()}</h2>
            <Lines text=held.intro.clone()/>
            {section_condition(form, held).map(|text| view! { <p class="govuk-body fm-secondary">{text}</p> })}
            {shown.never(held.id).map(|why| view! { <Warning text=never_section(why)/> })}
            <FieldError name=anchor(held.id)/>
            {toolbar(&mine, &held.title, moves, empty, None)}
            {if empty {
                view! { <p class="fm-empty">{t!("builder-section-empty")}</p> }.into_any()
            } else {
                view! { <ol class="fm-tree">{questions}</ol> }.into_any()
            }}
            {(!begun).then(|| view! {
                <p class="govuk-body">
                    <a class="govuk-link" href=format!("{base}/new?section={}", held.id)>
                        {t!("builder-add-question")}
                        <span class="govuk-visually-hidden">": " {held.title.clone()}</span>
                    </a>
                </p>
            })}
        </section>
    }
    .into_any()
}

fn never_section(why: Never) -> String {
    match why {
        Never::Skipped => t!("builder-never-skipped"),
        _ => t!("builder-never-answers"),
    }
}

/// Which ways a thing can go.
#[derive(Clone, Copy)]
pub(super) struct Moves {
    pub up: bool,
    pub down: bool,
    pub begun: bool,
}

fn question(shown: Shown<'_>, number: usize, asked: &Question, moves: Moves) -> AnyView {
    let Shown { base, form, .. } = shown;
    let never = shown.never(asked.id).map(|why| match why {
        Never::Section => t!("builder-never-section"),
        Never::Skipped => t!("builder-never-skipped"),
        _ => t!("builder-never-rule"),
    });
    let choices = choices(asked);
    let mine = format!("{base}/{}", asked.id);
    view! {
        <li class="fm-question" data-question=asked.id.to_string()>
            <h3 class="govuk-heading-s" id=anchor(asked.id) tabindex="-1">
                {t!("question-number", number = number, title = asked.title.as_str())}
            </h3>
            <p class="govuk-body fm-secondary">{rules(asked)} " " {condition(form, asked)}</p>
            {(!choices.is_empty()).then(|| view! { <p class="govuk-body fm-secondary">{choices}</p> })}
            {never.map(|text| view! { <Warning text/> })}
            <FieldError name=anchor(asked.id)/>
            {toolbar(&mine, &asked.title, moves, true, Some(t!("bank-keep-link")))}
            {builder_skips::after(shown, asked)}
        </li>
    }
    .into_any()
}

/// How many choices of a question are shown where all questions are.
const MOST_SHOWN: usize = 12;

/// The choices of a question on one line; of a long list, those that come first. Of entries it is what each asks for.
pub(super) fn choices(asked: &Question) -> String {
    let shown = asked.choices.iter().take(MOST_SHOWN).map(|choice| label(asked, choice));
    let more = asked.choices.len().saturating_sub(MOST_SHOWN);
    let more = (more > 0).then(|| t!("builder-more-choices", count = more));
    shown.chain(more).chain(of_each_entry(asked)).collect::<Vec<_>>().join(" · ")
}

/// The links and buttons of one section, question or end page; `keep` is what the link says that keeps it in the question
/// bank.
pub(super) fn toolbar(
    address: &str,
    title: &str,
    moves: Moves,
    removable: bool,
    keep: Option<String>,
) -> AnyView {
    let step = |to: &'static str, text: String, offered: bool| {
        (offered && !moves.begun).then(|| {
            view! {
                <form method="post" action=format!("{address}/move")>
                    <Hidden name="to" value=to/>
                    <Button text class="govuk-button--secondary fm-button--small" about=title/>
                </form>
            }
        })
    };
    let about = || view! { <span class="govuk-visually-hidden">": " {title.to_owned()}</span> };
    let remove = (removable && !moves.begun).then(|| {
        view! { <a class="govuk-link" href=format!("{address}/remove")>{t!("remove")} {about()}</a> }
    });
    view! {
        <div class="fm-toolbar">
            <a class="govuk-link" href=address.to_owned()>{t!("change")} {about()}</a>
            {remove}
            {keep.map(|text| view! { <a class="govuk-link" href=format!("{address}/keep")>{text} {about()}</a> })}
            {step("up", t!("move-up"), moves.up)} {step("down", t!("move-down"), moves.down)}
        </div>
    }
    .into_any()
}
