//! The texts of letters, which a team can write in its own words.

use domain::Language;
use domain::mail::LetterKind;
use leptos::prelude::*;
use services::mail::Written;
use services::mail::texts::Own;

use super::names;
use crate::components::{BackLink, Button, Cell, ErrorSummary, Lines, Tag, TextArea, TextInput, table};
use crate::layout::{Column, Main};
use crate::t;

/// Every kind of letter in every language, and which of them the team has written.
pub fn list(own: Vec<Own>) -> AnyView {
    let rows = LetterKind::ALL
        .iter()
        .map(|kind| {
            let heading =
                view! { {names::kind(*kind)} <br/> <span class="govuk-hint">{names::about(*kind)}</span> };
            let cells = Language::ALL.iter().map(|language| cell(*kind, *language, &own));
            std::iter::once(Cell::heading(heading)).chain(cells).collect()
        })
        .collect();
    let languages = Language::ALL.iter().map(|it| names::language(*it));
    let columns = std::iter::once(t!("letter-kind")).chain(languages).collect();
    let before = view! { <BackLink to="/team/letters" text=t!("letters-title")/> }.into_any();
    view! {
        <Main before>
            <h1 class="govuk-heading-l">{t!("letters-texts-title")}</h1>
            <p class="govuk-body">{t!("letters-texts-lead")}</p>
            {table(t!("letters-texts-title"), columns, rows)}
        </Main>
    }
    .into_any()
}

fn cell(kind: LetterKind, language: Language, own: &[Own]) -> Cell {
    let written = own.iter().any(|text| text.kind == kind && text.language == language);
    let tag = written.then(|| view! { " " <Tag text=t!("letter-text-own") colour="blue"/> });
    let about = t!("letter-text-about", kind = names::kind(kind), language = names::language(language));
    let to = format!("/team/letters/texts/{kind}/{language}");
    Cell::new(view! {
        <a class="govuk-link" href=to>{t!("change")} <span class="govuk-visually-hidden">" " {about}</span></a>
        {tag}
    })
}

/// What the page of one text shows.
pub struct TextPage {
    pub kind: LetterKind,
    pub language: Language,
    /// Whether the team has written it.
    pub own: bool,
    /// How a letter with this text would look.
    pub preview: Option<Written>,
}

/// The form of one text.
pub fn edit(shown: TextPage) -> AnyView {
    let TextPage { kind, language, own, preview } = shown;
    let at = format!("/team/letters/texts/{kind}/{language}");
    let reset = own.then(|| {
        view! {
            <h2 class="govuk-heading-m">{t!("letter-text-reset-title")}</h2>
            <form method="post" action=format!("{at}/reset")>
                <Button text=t!("letter-text-reset") class="govuk-button--secondary"/>
            </form>
        }
    });
    let before = view! { <BackLink to="/team/letters/texts" text=t!("letters-texts-title")/> }.into_any();
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <span class="govuk-caption-l">{names::language(language)}</span>
                <h1 class="govuk-heading-l">{names::kind(kind)}</h1>
                {preview.map(look)}
                <p class="govuk-body">{names::about(kind)}</p>
                <form method="post" action=at novalidate>
                    <TextInput name="subject" label=t!("letter-subject")/>
                    <TextArea name="body" label=t!("letter-body") hint=t!("letter-body-hint", places = places(kind)) rows=14/>
                    <div class="govuk-button-group">
                        <Button text=t!("letter-text-save")/>
                        <Button text=t!("letter-text-preview") class="govuk-button--secondary" name="preview" value="yes"/>
                    </div>
                </form>
                {reset}
            </Column>
        </Main>
    }
    .into_any()
}

/// What a text of this kind may name, with a star at what it must.
fn places(kind: LetterKind) -> String {
    let shown = |place: &domain::mail::Place| {
        let star = if place.needed { "*" } else { "" };
        format!("{{{}}}{star}", place.name)
    };
    kind.places().iter().map(shown).collect::<Vec<_>>().join(", ")
}

fn look(written: Written) -> AnyView {
    view! {
        <section class="fm-paper" aria-labelledby="preview">
            <h2 class="govuk-heading-m" id="preview">{t!("letter-text-preview-title")}</h2>
            <p class="govuk-body"><strong>{written.subject}</strong></p>
            <Lines text=written.plain/>
        </section>
    }
    .into_any()
}
