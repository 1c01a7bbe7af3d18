//! Search: words, themes and who said it, in any combination.

use std::collections::HashMap;

use domain::responses::{RespondentKind, Sector};
use domain::search::{PAGE, Query};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::people::organisations::Organisation;
use services::review::Code;
use services::search::{Facet, Hit, Results};
use uuid::Uuid;

use crate::components::{Button, Fields, Scope, TextInput, pages};
use crate::layout::{Main, team_nav};
use crate::responses::names;
use crate::t;

/// How many values of a facet are listed.
const LISTED: usize = 15;

/// What the page shows.
pub struct SearchPage {
    pub call: Call,
    pub form: Questionnaire,
    pub codes: Vec<Code>,
    pub systems: Vec<Organisation>,
    pub query: Query,
    pub results: Results,
    /// When the index was last written, in the words of the call's zone; empty while there is none.
    pub indexed: String,
}

/// One thing to narrow by: its field, its value, its name, how many answers it has.
struct Choice {
    field: &'static str,
    value: String,
    name: String,
    answers: u64,
}

/// The page.
pub fn page(shown: SearchPage) -> AnyView {
    let base = format!("/team/calls/{}", shown.call.slug);
    let nav = team_nav(&shown.call, "/search");
    let fields = Fields::of(shown.query.form());
    let hidden = shown.query.form();
    let kept: Vec<_> = hidden
        .pairs()
        .filter(|(name, _)| !matches!(*name, "words" | "page"))
        .map(|(name, value)| view! { <input type="hidden" name=name.to_owned() value=value.to_owned()/> })
        .collect();
    let facets = facets(&base, &shown);
    let chosen = chosen(&base, &shown);
    let titles: HashMap<Uuid, String> =
        shown.form.questions.iter().map(|q| (q.id, q.title.clone())).collect();
    let hits: Vec<_> = shown.results.hits.iter().map(|hit| hit_view(&base, hit, &titles)).collect();
    let respondents: Vec<_> = shown
        .results
        .respondents
        .first
        .iter()
        .map(|found| {
            let to = format!("{base}/responses/{}", found.reference);
            view! { <li><a class="govuk-link" href=to>{found.reference.clone()}</a> " " {found.name.clone()}</li> }
        })
        .collect();
    let some_named = !respondents.is_empty();
    view! {
        <Main>
            {nav}
            <h1 class="govuk-heading-l">{t!("search-title")}</h1>
            <form method="get" action=format!("{base}/search") class="fm-search">
                <Scope fields>
                    <TextInput name="words" label=t!("search-words") hint=t!("search-words-hint") kind="search"/>
                </Scope>
                {kept}
                <Button text=t!("search-button")/>
            </form>
            {chosen}
            <div class="fm-columns">
                <div class="fm-columns__side">{facets}</div>
                <div class="fm-columns__main">
                    <p class="govuk-body" role="status">{t!("search-count", answers = shown.results.total, responses = shown.results.responses)}</p>
                    <p class="govuk-body fm-secondary">{freshness(&shown)}</p>
                    {some_named.then(|| view! {
                        <h2 class="govuk-heading-s">{t!("search-respondents")}</h2>
                        <ul class="govuk-list">{respondents}</ul>
                    })}
                    <ol class="fm-hits">{hits}</ol>
                    {pages(shown.query.page as u64, shown.results.total, PAGE as u64, |page| {
                        address(&base, &Query { page: page as usize, ..shown.query.clone() })
                    })}
                </div>
            </div>
        </Main>
    }
    .into_any()
}

fn freshness(shown: &SearchPage) -> String {
    let behind = shown.results.freshness.behind;
    if shown.indexed.is_empty() {
        t!("search-no-index")
    } else if behind == 0 {
        t!("search-fresh", when = &shown.indexed)
    } else {
        t!("search-behind", count = behind)
    }
}

fn hit_view(base: &str, hit: &Hit, titles: &HashMap<Uuid, String>) -> AnyView {
    let pieces: Vec<_> = hit
        .snippet
        .iter()
        .map(|piece| {
            let text = piece.text.clone();
            if piece.is_match { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
        })
        .collect();
    let place = hit
        .span
        .map(|span| format!("?answer={}&at={}-{}", hit.answer, span.start, span.end))
        .unwrap_or_default();
    let to = format!("{base}/responses/{}{place}#answer-{}", hit.reference, hit.answer);
    view! {
        <li class="fm-hit">
            <h2 class="fm-hit__title"><a class="govuk-link" href=to>{hit.reference.clone()}</a></h2>
            <p class="fm-hit__facts">{titles.get(&hit.question).cloned()}</p>
            <p class="fm-hit__snippet">{pieces}</p>
        </li>
    }
    .into_any()
}

fn address(base: &str, query: &Query) -> String {
    let pairs: Vec<String> =
        query.form().pairs().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    format!("{base}/search?{}", pairs.join("&"))
}

/// A value as it stands in an address.
fn encoded(value: &str) -> String {
    value
        .bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

fn with(query: &Query, field: &str, value: &str) -> Query {
    let mut form = query.form();
    form.set(field, value);
    form.set("page", "1");
    Query::parse(&form)
}

fn facets(base: &str, shown: &SearchPage) -> AnyView {
    let facets = &shown.results.facets;
    let code = |id: Uuid| shown.codes.iter().find(|code| code.id == id).map(|code| code.name.clone());
    let system =
        |id: Uuid| shown.systems.iter().find(|system| system.id == id).map(|system| system.name.clone());
    let question = |id: Uuid| shown.form.question(id).map(|asked| asked.title.clone());
    let groups = [
        (t!("search-theme"), choices("code", &facets.codes, Uuid::to_string, |id| code(*id))),
        (
            t!("list-kind"),
            choices("kind", &facets.kinds, RespondentKind::to_string, |kind| Some(names::kind(*kind))),
        ),
        (
            t!("list-sector"),
            choices("sector", &facets.sectors, Sector::to_string, |sector| Some(names::sector(*sector))),
        ),
        (t!("desk-system"), choices("system", &facets.systems, Uuid::to_string, |id| system(*id))),
        (t!("search-question"), choices("question", &facets.questions, Uuid::to_string, |id| question(*id))),
    ];
    groups
        .into_iter()
        .filter(|(_, choices)| !choices.is_empty())
        .map(|(title, choices)| {
            let rows: Vec<_> = choices
                .into_iter()
                .map(|choice| {
                    let to = address(base, &with(&shown.query, choice.field, &choice.value));
                    let here = (shown.query.form().value(choice.field) == choice.value).then_some("true");
                    view! {
                        <li><a href=to aria-current=here>{choice.name} " " <span class="fm-facet__count">{choice.answers}</span></a></li>
                    }
                })
                .collect();
            view! { <details class="fm-facet" open><summary>{title}</summary><ul>{rows}</ul></details> }
        })
        .collect_view()
        .into_any()
}

fn choices<T>(
    field: &'static str,
    facet: &[Facet<T>],
    value: impl Fn(&T) -> String,
    name: impl Fn(&T) -> Option<String>,
) -> Vec<Choice> {
    facet
        .iter()
        .take(LISTED)
        .filter_map(|counted| {
            let name = name(&counted.value)?;
            Some(Choice { field, value: value(&counted.value), name, answers: counted.answers })
        })
        .collect()
}

/// What the search is narrowed by, each with a way to take it away.
fn chosen(base: &str, shown: &SearchPage) -> AnyView {
    let query = &shown.query;
    let name_of = |id: Uuid| shown.codes.iter().find(|code| code.id == id).map(|code| code.name.clone());
    let system =
        |id: Uuid| shown.systems.iter().find(|system| system.id == id).map(|system| system.name.clone());
    let held = [
        ("code", query.code.and_then(name_of)),
        ("kind", query.kind.map(names::kind)),
        ("sector", query.sector.map(names::sector)),
        ("system", query.system.and_then(system)),
        ("question", query.question.and_then(|id| shown.form.question(id).map(|asked| asked.title.clone()))),
    ];
    let rows: Vec<_> = held
        .into_iter()
        .filter_map(|(field, name)| Some((field, name?)))
        .map(|(field, name)| {
            let to = address(base, &with(query, field, ""));
            view! { <li>{name.clone()} " " <a class="govuk-link" href=to>{t!("search-remove")} <span class="govuk-visually-hidden">" " {name}</span></a></li> }
        })
        .collect();
    let any = !rows.is_empty();
    any.then(|| view! { <ul class="fm-toolbar fm-chosen-filters">{rows}</ul> }).into_any()
}
