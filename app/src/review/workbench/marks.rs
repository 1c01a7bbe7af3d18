//! Where an answer stands and whether it is rich in evidence: who said so, and the buttons that say it. Each button sends a
//! form, so that it works without script too.

use domain::review::{Mark, Wish};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::desk::{Chosen, State};
use super::keys;
use super::model::DeskMark;

/// The key of each mark. Pressed again it takes the mark away.
pub const KEYS: [(&str, Mark); 5] = [
    ("a", Mark::Agree),
    ("x", Mark::Disagree),
    ("i", Mark::Mixed),
    ("u", Mark::Unclear),
    ("e", Mark::EvidenceRich),
];

/// The mark of a key.
#[cfg(feature = "hydrate")]
pub fn of_key(key: &str) -> Option<Mark> {
    KEYS.iter().find(|(held, _)| *held == key).map(|(_, mark)| *mark)
}

/// Whether whoever is at the desk has set this mark.
pub fn is_mine(marks: &[DeskMark], mark: Mark) -> bool {
    marks.iter().any(|held| held.mine && held.mark == mark)
}

/// The marks of an answer, and the buttons for whoever may set them.
pub fn marks(state: State, at: usize) -> AnyView {
    let (answer, title, address, may_code, labels) = state.desk.with_value(|desk| {
        let answer = &desk.answers[at];
        (answer.id, answer.title.clone(), desk.address.clone(), desk.may_code, desk.labels.clone())
    });
    let here = state.marked(at);
    let names = labels.marks.clone();
    let rows = move || here.get().into_iter().map(|held| row(held, &names)).collect_view();
    let buttons = may_code.then(|| {
        let buttons = labels.marks.iter().map(|(mark, name)| button(state, at, *mark, name.clone()));
        view! {
            <form method="post" action=format!("{address}/marks")>
                <input type="hidden" name="answer" value=answer.to_string()/>
                <div class="fm-marks__buttons" role="group" aria-label=format!("{}: {title}", labels.marks_here)>
                    {buttons.collect_view()}
                </div>
            </form>
        }
    });
    let links = may_code.then(|| {
        let chosen = Chosen { answer: at, span: None };
        let about = || view! { <span class="govuk-visually-hidden">": " {title.clone()}</span> };
        view! {
            <p class="fm-marks__links">
                <a class="govuk-link" href=state.memo_at(Some(chosen))>{labels.memo.clone()} {about()}</a>
                <a class="govuk-link" href=state.ask_at(Some(at))>{labels.ask.clone()} {about()}</a>
            </p>
        }
    });
    view! { <div class="fm-marks">{buttons} <ul class="fm-marks__set">{rows}</ul> {links}</div> }.into_any()
}

fn button(state: State, at: usize, mark: Mark, name: String) -> AnyView {
    let here = state.marked(at);
    let pressed = move || here.with(|all| is_mine(all, mark));
    let wish = move || if pressed() { Wish::Clear(mark.kind()) } else { Wish::Set(mark) };
    view! {
        <button
            type="submit"
            name="mark"
            class="fm-mark"
            value=move || wish().as_str()
            aria-pressed=move || pressed().to_string()
            on:click=move |event: MouseEvent| {
                event.prevent_default();
                keys::mark(state, at, mark);
            }
        >
            {name}
        </button>
    }
    .into_any()
}

fn row(held: DeskMark, names: &[(Mark, String)]) -> AnyView {
    let name = names.iter().find(|(mark, _)| *mark == held.mark).map(|(_, name)| name.clone());
    view! {
        <li>
            <strong>{name.unwrap_or_default()}</strong>
            " " <span class="fm-secondary">{held.who} " · " {held.when}</span>
        </li>
    }
    .into_any()
}
