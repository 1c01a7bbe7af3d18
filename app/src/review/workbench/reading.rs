//! The answers: paragraphs cut where excerpts begin and end, each excerpt with its stripe.

use domain::calls::Cited;
use domain::review::{lanes, segments};
use domain::text::{Span, paragraphs, slice};
use leptos::prelude::*;
use uuid::Uuid;

use super::desk::{Chosen, State};
use super::marks;
use super::model::DeskCoding;
use super::numbered;

/// A run of words that the same excerpts cover.
#[derive(Clone, Debug, PartialEq)]
struct Run {
    text: String,
    /// Lane and colour of each stripe, as the style sheet reads them: `a3 b7`.
    stripes: String,
    names: String,
    chosen: bool,
}

/// Every answer with its question.
pub fn answers(state: State) -> AnyView {
    let count = state.desk.with_value(|desk| desk.answers.len());
    (0..count).map(|at| answer(state, at)).collect_view().into_any()
}

fn answer(state: State, at: usize) -> AnyView {
    let (id, title, text, cited, called) = state.desk.with_value(|desk| {
        let answer = &desk.answers[at];
        let called = desk.labels.paragraph.clone();
        (format!("answer-{}", answer.id), answer.title.clone(), answer.text.clone(), answer.cited, called)
    });
    let laid = Memo::new(move |_| laid_out(&state.of(at).get()));
    let body: Vec<_> = paragraphs(&text)
        .into_iter()
        .zip(1..)
        .map(|(within, number)| {
            let words = slice(&text, within).unwrap_or_default().to_owned();
            let words = paragraph(state, at, within, words, laid);
            match cited {
                Some(question) => numbered(Cited::one(question, number), &called, words),
                None => words,
            }
        })
        .collect();
    let heading = id.clone();
    view! {
        <section class="fm-answer" aria-labelledby=heading>
            <h2 class="govuk-heading-s" id=id>{title}</h2>
            {body}
            {marks::marks(state, at)}
            {codings(state, at)}
        </section>
    }
    .into_any()
}

/// An excerpt as it is drawn.
#[derive(Clone, Debug, PartialEq)]
struct Drawn {
    span: Span,
    lane: usize,
    colour: u8,
    name: String,
}

fn laid_out(codings: &[DeskCoding]) -> Vec<Drawn> {
    let excerpts: Vec<&DeskCoding> = codings.iter().filter(|coding| coding.span.is_some()).collect();
    let spans: Vec<Span> = excerpts.iter().filter_map(|coding| coding.span).collect();
    let lanes = lanes(&spans);
    let draw = |((coding, span), lane): ((&&DeskCoding, Span), usize)| Drawn {
        span,
        lane,
        colour: coding.colour,
        name: coding.name.clone(),
    };
    excerpts.iter().zip(spans).zip(lanes).map(draw).collect()
}

fn paragraph(state: State, at: usize, within: Span, words: String, laid: Memo<Vec<Drawn>>) -> AnyView {
    let runs = Memo::new(move |_| {
        let chosen = state.chosen.get().and_then(|chosen| chosen_in(chosen, at, within));
        laid.with(|laid| runs(laid, within, &words, chosen))
    });
    view! {
        <p class="fm-reading" data-answer=at.to_string() data-start=within.start.to_string()>
            {move || runs.get().into_iter().map(run).collect_view()}
        </p>
    }
    .into_any()
}

fn chosen_in(chosen: Chosen, at: usize, within: Span) -> Option<Span> {
    if chosen.answer != at {
        return None;
    }
    chosen.span.map_or(Some(within), |span| span.overlaps(within).then_some(span))
}

fn runs(laid: &[Drawn], within: Span, words: &str, chosen: Option<Span>) -> Vec<Run> {
    let mine: Vec<(Option<usize>, Span)> = laid
        .iter()
        .enumerate()
        .filter(|(_, drawn)| drawn.span.overlaps(within))
        .map(|(number, drawn)| (Some(number), drawn.span))
        .chain(chosen.map(|span| (None, span)))
        .collect();
    let text = |span: Span| {
        slice(words, Span { start: span.start - within.start, end: span.end - within.start })
            .unwrap_or_default()
            .to_owned()
    };
    segments(within, &mine)
        .into_iter()
        .map(|segment| {
            let covering: Vec<&Drawn> =
                segment.covered_by.iter().flatten().map(|number| &laid[*number]).collect();
            Run {
                text: text(segment.span),
                stripes: covering.iter().map(|drawn| stripe(drawn)).collect::<Vec<_>>().join(" "),
                names: covering.iter().map(|drawn| drawn.name.as_str()).collect::<Vec<_>>().join(" · "),
                chosen: segment.covered_by.contains(&None),
            }
        })
        .collect()
}

fn stripe(drawn: &Drawn) -> String {
    let lane = ["a", "b", "c", "d"][drawn.lane.min(3)];
    format!("{lane}{}", drawn.colour)
}

fn run(run: Run) -> AnyView {
    let class = match (run.stripes.is_empty(), run.chosen) {
        (true, false) => return run.text.into_any(),
        (true, true) => "fm-excerpt--selection",
        (false, true) => "fm-excerpt fm-excerpt--selection",
        (false, false) => "fm-excerpt",
    };
    let stripes = (!run.stripes.is_empty()).then_some(run.stripes);
    let names = (!run.names.is_empty()).then_some(run.names);
    view! { <mark class=class data-colours=stripes title=names>{run.text}</mark> }.into_any()
}

/// The codes of an answer as a list, for those who do not see stripes and to take one away.
fn codings(state: State, at: usize) -> AnyView {
    let here = state.of(at);
    let (label, remove) =
        state.desk.with_value(|desk| (desk.labels.codes_here.clone(), desk.labels.remove.clone()));
    view! {
        <details class="fm-codings" open=move || here.with(|all| !all.is_empty() && all.len() <= 12)>
            <summary>{label} " (" {move || here.with(Vec::len)} ")"</summary>
            <ul>
                <For each=move || here.get() key=|coding: &DeskCoding| coding.id let:coding>
                    {coding_row(state, at, coding, remove.clone())}
                </For>
            </ul>
        </details>
    }
    .into_any()
}

fn coding_row(state: State, at: usize, coding: DeskCoding, remove: String) -> AnyView {
    let words = state.desk.with_value(|desk| {
        let text = coding.span.and_then(|span| slice(&desk.answers[at].text, span)).map(shortened);
        text.unwrap_or_else(|| desk.labels.whole.clone())
    });
    let id: Uuid = coding.id;
    let button = coding.removable.then(|| {
        view! {
            <button type="button" class="fm-button--link" on:click=move |_| super::keys::remove(state, id)>
                {remove} <span class="govuk-visually-hidden">" " {coding.name.clone()}</span>
            </button>
        }
    });
    view! {
        <li>
            <span class=format!("fm-code fm-code--{}", coding.colour)>{coding.name.clone()}</span>
            " " <span class="fm-secondary">{words} " · " {coding.coder.clone()}</span> " " {button}
        </li>
    }
    .into_any()
}

fn shortened(text: &str) -> String {
    let short: String = text.chars().take(80).collect();
    if short.len() < text.len() { format!("“{short}…”") } else { format!("“{short}”") }
}
