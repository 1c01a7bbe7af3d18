//! One story, for the members of the group that was told it: choosing it, a note to each other, and what they quote of it.

use domain::responses::StoryUse;
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::people::organisations::Organisation;
use services::responses::gathering::quotes::Cited;
use services::responses::gathering::stories::{Story, StoryState};
use uuid::Uuid;

use crate::calls;
use crate::components::{
    BackLink, Button, ErrorSummary, Hidden, Inset, Lines, Row, SummaryList, Tag, TextArea, when,
};
use crate::layout::{Column, Main};
use crate::t;
use crate::words::href;

/// How many words of a story a list shows.
const EXCERPT: usize = 30;

/// What the page shows.
pub struct StoryPage {
    pub organisation: Organisation,
    pub call: Call,
    pub form: Questionnaire,
    pub draft: Uuid,
    pub story: Story,
    /// What stands of it in the answers.
    pub quotes: Vec<Cited>,
    /// Whether the draft can be written to.
    pub open: bool,
}

/// What a story is called: its number, and the name where one was given.
pub(super) fn heading(story: &Story) -> String {
    let number = t!("story-number", number = story.number);
    if story.name.is_empty() { number } else { format!("{number}, {}", story.name) }
}

/// The first words of a story.
pub(super) fn excerpt(story: &Story) -> String {
    let mut words = story.text.split_whitespace();
    let first = words.by_ref().take(EXCERPT).collect::<Vec<_>>().join(" ");
    if words.next().is_some() { format!("{first} …") } else { first }
}

/// How a story may be used, in a word or two.
pub(super) fn used(uses: StoryUse) -> String {
    match uses {
        StoryUse::Named => t!("story-is-named"),
        StoryUse::Unnamed => t!("story-is-unnamed"),
        StoryUse::ReadOnly => t!("story-is-read-only"),
    }
}

/// What can be done with it, and whether it was chosen.
pub(super) fn tags(story: &Story) -> AnyView {
    let (text, colour) = match (story.state, story.uses) {
        (StoryState::TakenBack(_), _) => (t!("story-is-taken-back"), "grey"),
        (StoryState::Forgotten, _) => (t!("story-is-forgotten"), "grey"),
        (StoryState::Told, StoryUse::ReadOnly) => (used(story.uses), "orange"),
        (StoryState::Told, uses) => (used(uses), "blue"),
    };
    let chosen = story.chosen.then(|| view! { " " <Tag text=t!("story-chosen") colour="green"/> });
    view! { <Tag text colour/> {chosen} }.into_any()
}

/// The page.
pub fn page(shown: &StoryPage) -> AnyView {
    let stories = href(&super::address(&shown.organisation.slug, shown.draft));
    let before = view! { <BackLink to=stories.clone() text=t!("stories-title")/> }.into_any();
    let here = format!("{stories}/{}", shown.story.number);
    let body = match shown.story.state {
        StoryState::Told => told(&here, shown),
        StoryState::TakenBack(at) => {
            let text = t!("story-was-taken-back", when = when(at, &shown.call));
            view! { <p class="govuk-body">{text}</p> }.into_any()
        }
        StoryState::Forgotten => view! { <p class="govuk-body">{t!("story-was-forgotten")}</p> }.into_any(),
    };
    let (title, number) = (calls::title(&shown.call), t!("story-number", number = shown.story.number));
    let quotes = quotes(shown);
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <span class="govuk-caption-l">{title}</span>
                <h1 class="govuk-heading-l">{number}</h1>
                {body} {quotes}
            </Column>
        </Main>
    }
    .into_any()
}

fn told(here: &str, shown: &StoryPage) -> AnyView {
    let story = &shown.story;
    let name = if story.name.is_empty() { t!("story-facts-no-name") } else { story.name.clone() };
    let uses = match story.changed_at {
        Some(at) => t!("story-use-changed", how = used(story.uses), when = when(at, &shown.call)),
        None => used(story.uses),
    };
    let row = |key: String, value: String| Row { key, value, change: String::new() };
    let facts = vec![
        row(t!("story-facts-told"), when(story.told_at, &shown.call)),
        row(t!("story-facts-name"), name),
        row(t!("story-facts-use"), uses),
    ];
    let (text, value) = if story.chosen { (t!("story-unchoose"), "") } else { (t!("story-choose"), "1") };
    let acts = shown.open.then(|| {
        view! {
            <form method="post" action=format!("{here}/choose")>
                <Hidden name="chosen" value=value/>
                <Button text class="govuk-button--secondary"/>
            </form>
        }
    });
    let quote = (shown.open && story.quotable()).then(|| {
        let to = format!("{here}/quote");
        view! { <p class="govuk-body"><a class="govuk-link" href=to>{t!("story-quote")}</a></p> }
    });
    let note = if shown.open {
        view! {
            <form method="post" action=here.to_owned() novalidate>
                <TextArea name="note" label=t!("story-note") hint=t!("story-note-hint") rows=3/>
                <Button text=t!("story-note-save") class="govuk-button--secondary"/>
            </form>
        }
        .into_any()
    } else {
        view! { <Lines text=story.note.clone()/> }.into_any()
    };
    let written = story.text.clone();
    view! {
        <SummaryList rows=facts/>
        <Inset><Lines text=written/></Inset>
        {quote} {acts} {note}
    }
    .into_any()
}

/// What stands of it in the answers.
fn quotes(shown: &StoryPage) -> Option<AnyView> {
    let desk = href(&crate::responses::together::address(&shown.organisation.slug, shown.draft));
    let one = |cited: &Cited| {
        let question = shown.form.question(cited.question)?.title.clone();
        let to = format!("{desk}/questions/{}", cited.question);
        Some(view! {
            <section class="fm-way">
                <p class="govuk-body">"“" {cited.quote.words.clone()} "”"</p>
                <p class="govuk-body"><a class="govuk-link" href=to>{t!("story-quotes-in", question = question)}</a></p>
            </section>
        })
    };
    let all: Vec<_> = shown.quotes.iter().filter_map(one).collect();
    (!all.is_empty())
        .then(|| view! { <h2 class="govuk-heading-m">{t!("story-quotes")}</h2> {all} }.into_any())
}
