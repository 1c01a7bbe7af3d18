//! The page on which people tell a group what happened to them.

use domain::responses::{STORIES_KEPT_DAYS, STORY_WORDS};
use leptos::prelude::*;
use services::responses::gathering::told::Asking;

use super::uses;
use crate::calls;
use crate::components::{Button, ErrorSummary, Hidden, Inset, Lines, Radios, TextArea, TextInput, when};
use crate::layout::{Column, Main};
use crate::people::organisations::names;
use crate::t;
use crate::words::href;

/// The page, for whoever may tell something. `once` is what makes one story of a form that is sent twice.
pub fn page(asking: &Asking, once: String) -> AnyView {
    let name = names::name(&asking.organisation);
    let details = &asking.gathering.details;
    let named = details.named.then(|| {
        view! { <TextInput name="name" label=t!("story-name") hint=t!("story-name-hint") width="govuk-input--width-20" autocomplete="name"/> }
    });
    let here = href(&format!("/gather/{}", asking.gathering.secret));
    let (heading, asks, options) = (details.heading.clone(), details.asks.clone(), uses(details.named));
    let (by, becomes) = (t!("story-asked-by", name = name.as_str()), becomes(asking, &name));
    view! {
        <Main>
            <Column>
                <ErrorSummary/>
                <span class="govuk-caption-l">{by}</span>
                <h1 class="govuk-heading-l">{heading}</h1>
                <Lines text=asks/>
                {becomes}
                <form method="post" action=here novalidate>
                    <Hidden name="once" value=once/>
                    <TextArea name="story" label=t!("story-label") rows=12 limit=Some(STORY_WORDS)/>
                    {named}
                    <Radios name="use" legend=t!("story-use") options/>
                    <Button text=t!("story-send")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// What becomes of a story: who reads it, and until when.
fn becomes(asking: &Asking, name: &str) -> AnyView {
    let (call, title) = (&asking.call, calls::title(&asking.call));
    let ends =
        asking.gathering.ends(call).map(|at| view! { <li>{t!("story-ends", when = when(at, call))}</li> });
    let kept = asking.kept_until().map(|at| {
        view! { <li>{t!("story-kept", days = STORIES_KEPT_DAYS, when = when(at, call))}</li> }
    });
    let to = href(&format!("/calls/{}", call.slug));
    view! {
        <h2 class="govuk-heading-m">{t!("story-becomes")}</h2>
        <ul class="govuk-list govuk-list--bullet">
            {ends}
            <li>{t!("story-readers", name = name, title = title)}</li>
            <li>{t!("story-quoted-where", name = name)}</li>
            {kept}
            <li>{t!("story-own-link")}</li>
            <li>{t!("story-others")}</li>
        </ul>
        <p class="govuk-body"><a class="govuk-link" href=to>{t!("story-call")}</a></p>
    }
    .into_any()
}

/// That nothing can be told here any more. What somebody has written all the same is handed back to them.
pub fn over(asking: Option<&Asking>, written: Option<String>) -> AnyView {
    let why = match asking {
        None => t!("story-no-link"),
        Some(asking) => {
            let (name, title) = (names::name(&asking.organisation), calls::title(&asking.call));
            t!("story-over", name = name, title = title)
        }
    };
    let written = written.map(|text| {
        view! {
            <p class="govuk-body">{t!("story-handed-back")}</p>
            <Inset><Lines text/></Inset>
        }
    });
    view! {
        <Main>
            <Column>
                <h1 class="govuk-heading-l">{t!("story-over-title")}</h1>
                <p class="govuk-body">{why}</p>
                {written}
            </Column>
        </Main>
    }
    .into_any()
}
