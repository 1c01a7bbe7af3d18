//! The page to which each letter of a stream leads, where such letters are stopped. It asks first: programs that look
//! for bad links open every link of a letter.

use domain::mail::Stream;
use leptos::prelude::*;
use services::mail::stops::Way;

use crate::components::{Button, Hidden};
use crate::layout::{Column, Main};
use crate::t;

fn stream(stream: Stream) -> String {
    match stream {
        Stream::Following => t!("stop-following"),
        Stream::Invitations => t!("stop-invitations"),
        Stream::Together => t!("stop-together"),
        Stream::Tests => t!("stop-tests"),
    }
}

/// The title of the page.
pub fn title(way: Way) -> String {
    if way.stopped { t!("stop-done-title") } else { t!("stop-title") }
}

/// The page.
pub fn page(way: Way) -> AnyView {
    let content = if way.stopped { done() } else { ask(way.stream) };
    view! {
        <Main>
            <Column>
                <h1 class="govuk-heading-l">{title(way)}</h1>
                {content}
            </Column>
        </Main>
    }
    .into_any()
}

fn ask(letters: Stream) -> AnyView {
    view! {
        <p class="govuk-body">{stream(letters)}</p>
        <form method="post"><Button text=t!("stop-button")/></form>
    }
    .into_any()
}

fn done() -> AnyView {
    view! {
        <p class="govuk-body">{t!("stop-done")}</p>
        <form method="post">
            <Hidden name="act" value="go-on"/>
            <Button text=t!("stop-go-on") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}
