//! Skips and end pages in the builder: in words, with what is wrong with them and all that can be done to each.

use domain::calls::{Clash, EndPage, Never, Question, Skip};
use leptos::prelude::*;

use super::builder::{Moves, Shown, anchor, toolbar};
use super::skips::{meaning, sentence};
use crate::components::{FieldError, Inset, Lines, Warning};
use crate::t;

/// The skips after a question, and the way to another.
pub fn after(shown: Shown<'_>, asked: &Question) -> AnyView {
    let Shown { base, form, begun, .. } = shown;
    let all: Vec<&Skip> = form.skips_after(asked.id).collect();
    let last = all.len().saturating_sub(1);
    let moves = |at: usize| Moves { up: at > 0, down: at < last, begun };
    let items: Vec<_> = all.iter().enumerate().map(|(at, held)| skip(shown, held, moves(at))).collect();
    let add = (!begun && !form.places_after(asked.id).is_empty()).then(|| {
        view! {
            <p class="govuk-body">
                <a class="govuk-link" href=format!("{base}/{}/skips/new", asked.id)>
                    {t!("builder-add-skip")}
                    <span class="govuk-visually-hidden">": " {asked.title.clone()}</span>
                </a>
            </p>
        }
    });
    view! {
        {(!items.is_empty()).then(|| view! { <ol class="fm-skips">{items}</ol> })}
        {add}
    }
    .into_any()
}

fn skip(shown: Shown<'_>, held: &Skip, moves: Moves) -> AnyView {
    let text = sentence(shown.form, held);
    let never = shown.never(held.id).map(|why| match why {
        Never::Unasked => t!("builder-skip-unasked"),
        Never::Earlier => t!("builder-skip-earlier"),
        _ => t!("builder-skip-never"),
    });
    let clashes: Vec<_> = shown
        .clashes
        .iter()
        .filter(|clash| clash.skip() == held.id)
        .filter_map(|clash| said(shown, *clash))
        .map(|text| view! { <Inset><p>{text}</p></Inset> })
        .collect();
    let mine = format!("{}/skips/{}", shown.base, held.id);
    view! {
        <li>
            <p class="govuk-body" id=anchor(held.id) tabindex="-1">{text.clone()}</p>
            {never.map(|text| view! { <Warning text/> })}
            {clashes}
            <FieldError name=anchor(held.id)/>
            {(!moves.begun).then(|| toolbar(&mine, &text, moves, true, None))}
        </li>
    }
    .into_any()
}

/// What clashes with a skip, and that the skip counts.
fn said(shown: Shown<'_>, clash: Clash) -> Option<String> {
    Some(match clash {
        Clash::Skips { second, .. } => {
            t!("builder-skip-both", other = sentence(shown.form, shown.form.skip(second)?))
        }
        Clash::Demanded { question, .. } => {
            let title = shown.form.question(question)?.title.clone();
            t!("builder-skip-demanded", number = shown.form.number(question)?, title = title)
        }
    })
}

/// The end pages, and the way to another.
pub fn ends(shown: Shown<'_>) -> AnyView {
    let Shown { base, form, begun, .. } = shown;
    let last = form.ends.len().saturating_sub(1);
    let moves = |at: usize| Moves { up: at > 0, down: at < last, begun };
    let pages: Vec<_> = form.ends.iter().enumerate().map(|(at, held)| end(shown, held, moves(at))).collect();
    let add = (!begun && !form.questions.is_empty()).then(|| {
        view! {
            <p class="govuk-body">
                <a class="govuk-link" href=format!("{base}/ends/new")>{t!("builder-add-end")}</a>
            </p>
        }
    });
    if pages.is_empty() {
        return add.into_any();
    }
    view! {
        <section class="fm-panel" aria-labelledby="end-pages">
            <h2 class="govuk-heading-m" id="end-pages">{t!("end-pages-title")}</h2>
            <p class="govuk-body fm-secondary">{t!("builder-ends")}</p>
            <ol class="fm-tree">{pages}</ol>
            {add}
        </section>
    }
    .into_any()
}

fn end(shown: Shown<'_>, held: &EndPage, moves: Moves) -> AnyView {
    let mine = format!("{}/ends/{}", shown.base, held.id);
    view! {
        <li class="fm-question">
            <h3 class="govuk-heading-s" id=anchor(held.id) tabindex="-1">{held.title.clone()}</h3>
            <Lines text=held.text.clone()/>
            <p class="govuk-body fm-secondary">{meaning(held)}</p>
            {shown.never(held.id).map(|_| view! { <Warning text=t!("builder-never-end")/> })}
            <FieldError name=anchor(held.id)/>
            {toolbar(&mine, &held.title, moves, true, None)}
        </li>
    }
    .into_any()
}
