//! What a group was told, for its members: the link that they hand out, and every story in the order in which it came.

use chrono::{DateTime, Utc};
use domain::responses::STORIES_KEPT_DAYS;
use leptos::prelude::*;
use services::calls::Call;
use services::drawing::Drawing;
use services::people::organisations::Organisation;
use services::responses::gathering::Gathering;
use services::responses::gathering::stories::Story;
use uuid::Uuid;

use super::story::{excerpt, heading, tags};
use crate::calls;
use crate::components::{BackLink, Button, Tag, day, drawn, pages};
use crate::layout::{Column, Main};
use crate::people::organisations::names;
use crate::t;
use crate::words::href;

/// How many stories are on a page.
pub const PAGE: u64 = 25;

/// What the page shows.
pub struct StoriesPage {
    pub organisation: Organisation,
    pub call: Call,
    pub draft: Uuid,
    /// Whether the draft can be written to.
    pub open: bool,
    pub now: DateTime<Utc>,
    pub gathered: Option<Gathered>,
}

/// What was gathered, where anything was asked for.
pub struct Gathered {
    pub gathering: Gathering,
    /// The whole address of the link that members hand out, and the same as a drawing.
    pub link: (String, Drawing),
    pub stories: Vec<Story>,
    /// Whether only those are shown that were chosen.
    pub chosen: bool,
    pub page: u64,
    /// How many stories there are, and how many were chosen.
    pub counts: (u64, u64),
}

/// The page.
pub fn page(shown: StoriesPage) -> AnyView {
    let desk = href(&crate::responses::together::address(&shown.organisation.slug, shown.draft));
    let here = format!("{desk}/stories");
    let before = view! { <BackLink to=desk text=t!("together-desk")/> }.into_any();
    let (name, title) = (names::name(&shown.organisation), calls::title(&shown.call));
    let lead = shown.gathered.is_none().then(|| view! { <p class="govuk-body">{t!("stories-lead")}</p> });
    let body = match &shown.gathered {
        Some(gathered) => view! { {asked(&here, &shown, gathered)} {told(&here, gathered)} }.into_any(),
        None => nothing(&here, shown.open),
    };
    view! {
        <Main before>
            <Column>
                <span class="govuk-caption-l">{name} ": " {title}</span>
                <h1 class="govuk-heading-l">{t!("stories-title")}</h1>
                {lead} {body}
            </Column>
        </Main>
    }
    .into_any()
}

fn nothing(here: &str, open: bool) -> AnyView {
    let begin = open.then(|| {
        let to = format!("{here}/gathering");
        view! { <p class="govuk-body"><a class="govuk-link" href=to>{t!("stories-begin")}</a></p> }
    });
    view! { <p class="govuk-body">{t!("stories-none-yet")}</p> {begin} }.into_any()
}

/// What is asked, until when, and the link under which it is.
fn asked(here: &str, shown: &StoriesPage, gathered: &Gathered) -> AnyView {
    let Gathering { details, .. } = &gathered.gathering;
    let running = gathered.gathering.is_running(&shown.call, shown.now);
    let open = gathered.gathering.is_open(&shown.call, shown.now);
    let (state, colour) = match (open, running) {
        (true, _) => (t!("stories-state-open"), "green"),
        (false, true) => (t!("stories-state-closed"), "yellow"),
        (false, false) => (t!("stories-state-over"), "grey"),
    };
    let change = shown.open.then(|| {
        let to = format!("{here}/gathering");
        view! { <p class="govuk-body"><a class="govuk-link" href=to>{t!("stories-change")}</a></p> }
    });
    let button = (shown.open && running).then(|| {
        let (to, text) = if open { ("close", t!("stories-close")) } else { ("open", t!("stories-open")) };
        view! {
            <form method="post" action=format!("{here}/{to}")>
                <Button text class="govuk-button--secondary"/>
            </form>
        }
    });
    view! {
        <h2 class="govuk-heading-m">{details.heading.clone()}</h2>
        <p class="govuk-body"><Tag text=state colour/> " " {t!("stories-until", day = day(details.last))} " " {t!("stories-forgotten-by", days = STORIES_KEPT_DAYS)}</p>
        {change} {button}
        {(shown.open && running).then(|| hand_out(here, gathered))}
    }
    .into_any()
}

/// The link: to send, to say, and to point a camera at.
fn hand_out(here: &str, gathered: &Gathered) -> AnyView {
    let (link, drawing) = &gathered.link;
    let to = href(&format!("/gather/{}", gathered.gathering.secret));
    view! {
        <h2 class="govuk-heading-m">{t!("stories-hand-out")}</h2>
        <p class="govuk-body">{t!("stories-hand-out-text")}</p>
        <p class="govuk-body fm-public-link"><a class="govuk-link" href=to>{link.clone()}</a></p>
        {drawn(drawing, t!("stories-picture", link = link.as_str()))}
        <p class="govuk-body">{t!("stories-renew-text")}</p>
        <form method="post" action=format!("{here}/renew")>
            <Button text=t!("stories-renew") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}

/// Every story, or those that were chosen.
fn told(here: &str, gathered: &Gathered) -> AnyView {
    let (all, chosen) = gathered.counts;
    let counted =
        format!("{}, {}", t!("stories-count", count = all), t!("stories-chosen-count", count = chosen));
    let other = if gathered.chosen {
        view! { <a class="govuk-link" href=here.to_owned()>{t!("stories-all")}</a> }
    } else {
        view! { <a class="govuk-link" href=format!("{here}?chosen=1")>{t!("stories-only-chosen")}</a> }
    };
    let none = gathered.stories.is_empty().then(|| {
        let text = if gathered.chosen { t!("stories-none-chosen") } else { t!("stories-none-told") };
        view! { <p class="govuk-body">{text}</p> }
    });
    let items: Vec<_> = gathered.stories.iter().map(|story| item(here, story)).collect();
    let to = |page: u64| {
        let chosen = if gathered.chosen { "&chosen=1" } else { "" };
        format!("{here}?page={page}{chosen}")
    };
    let shown = if gathered.chosen { chosen } else { all };
    view! {
        <h2 class="govuk-heading-m">{t!("stories-told")}</h2>
        <p class="govuk-body">{counted} " " {other}</p>
        {none} {items}
        {pages(gathered.page, shown, PAGE, to)}
    }
    .into_any()
}

fn item(here: &str, story: &Story) -> AnyView {
    let to = format!("{here}/{}", story.number);
    let excerpt = excerpt(story);
    let excerpt = (!excerpt.is_empty()).then(|| view! { <p class="govuk-body">{excerpt}</p> });
    view! {
        <section class="fm-way">
            <h3 class="govuk-heading-s"><a class="govuk-link" href=to>{heading(story)}</a></h3>
            {excerpt}
            <p class="govuk-body">{tags(story)}</p>
        </section>
    }
    .into_any()
}
