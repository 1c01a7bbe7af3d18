//! What a response was before whoever gave it changed it: every version, and what was changed from one to the next.

use domain::responses::{About, Part, changes};
use domain::text::slice;
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::people::organisations::Organisation;
use services::responses::versions::{self, Change, Version};
use services::responses::{AnswerText, Response};
use services::review::{Code, Coding};

use crate::components::{BackLink, Row, when};
use crate::layout::{Column, Main};
use crate::responses::{about, receipt};
use crate::t;

/// What the page shows.
pub struct VersionsPage {
    pub call: Call,
    pub response: Response,
    pub form: Questionnaire,
    pub systems: Vec<Organisation>,
    /// The first version first.
    pub versions: Vec<Version>,
    /// The codings on answers that count no more.
    pub codings: Vec<Coding>,
    pub codebook: Vec<Code>,
}

/// The page, the latest version first.
pub fn page(shown: VersionsPage) -> AnyView {
    let reference = shown.response.reference.as_str();
    let to = format!("/team/calls/{}/responses/{reference}", shown.call.slug);
    let back = t!("desk-title", reference = reference);
    let before = view! { <BackLink to text=back/> }.into_any();
    let times = shown.versions.len().saturating_sub(1);
    let parts: Vec<_> = (0..shown.versions.len()).rev().filter_map(|at| version(&shown, at)).collect();
    let lead = if times == 0 { t!("versions-one") } else { t!("versions-lead", count = times) };
    let caption = shown.call.title.clone();
    let heading = t!("versions-title", reference = reference);
    let legend = (times > 0).then(|| view! { <p class="govuk-body">{legend()}</p> });
    view! {
        <Main before>
            <Column>
                <p class="govuk-caption-l">{caption}</p>
                <h1 class="govuk-heading-l">{heading}</h1>
                <p class="govuk-body">{lead}</p>
                {legend} {parts}
            </Column>
        </Main>
    }
    .into_any()
}

/// How what was changed is marked.
fn legend() -> AnyView {
    view! {
        <del class="fm-removed">{t!("versions-removed")}</del> " "
        <ins class="fm-added">{t!("versions-added")}</ins>
    }
    .into_any()
}

/// A version: when it was sent, and what was changed with it.
fn version(shown: &VersionsPage, at: usize) -> Option<AnyView> {
    let version = shown.versions.get(at)?;
    let heading = t!("versions-version", number = version.number, when = when(version.sent_at, &shown.call));
    let before = at.checked_sub(1).and_then(|at| shown.versions.get(at));
    let changed = match before {
        None => view! { <p class="govuk-body">{t!("versions-first")}</p> }.into_any(),
        Some(before) => difference(shown, before, version),
    };
    Some(view! { <section><h2 class="govuk-heading-m">{heading}</h2> {changed}</section> }.into_any())
}

fn difference(shown: &VersionsPage, before: &Version, after: &Version) -> AnyView {
    let mut parts = about_changes(&before.about, &after.about, &shown.systems);
    parts.extend(versions::changes(before, after).iter().map(|change| answer(shown, change)));
    if parts.is_empty() {
        return view! { <p class="govuk-body">{t!("versions-veiled")}</p> }.into_any();
    }
    parts.into_any()
}

/// What was said of oneself otherwise than before.
fn about_changes(before: &About, after: &About, systems: &[Organisation]) -> Vec<AnyView> {
    let rows = |about: &About| about::rows(about, systems, |_| String::new());
    let (before, after) = (rows(before), rows(after));
    let value = |rows: &[Row], key: &str| {
        rows.iter().find(|row| row.key == key).map(|row| row.value.clone()).unwrap_or_default()
    };
    let gone = before.iter().filter(|row| after.iter().all(|other| other.key != row.key));
    let mut changed = Vec::new();
    for row in after.iter().chain(gone) {
        let (old, new) = (value(&before, &row.key), value(&after, &row.key));
        if old != new {
            changed.push(passage(row.key.clone(), &old, &new, None));
        }
    }
    changed
}

/// An answer, with the codes on what it was before.
fn answer(shown: &VersionsPage, change: &Change) -> AnyView {
    // In the words in which the later of the two was answered.
    let wording = change.after.as_ref().or(change.before.as_ref()).map_or(1, |answer| answer.wording);
    let title = shown.form.as_answered(change.question, wording).map(|asked| asked.title).unwrap_or_default();
    let said =
        |answer: &Option<AnswerText>| answer.as_ref().map(|answer| text(shown, answer)).unwrap_or_default();
    let codes = change.before.as_ref().and_then(|answer| codes(shown, answer));
    passage(title, &said(&change.before), &said(&change.after), codes)
}

/// An answer in words. What a document is called says who sent it as often as not.
fn text(shown: &VersionsPage, answer: &AnswerText) -> String {
    let documents = answer.value.as_ref().is_some_and(|value| !value.documents().is_empty());
    if shown.response.veiled && documents {
        return if answer.text.is_empty() { t!("versions-documents") } else { answer.text.clone() };
    }
    receipt::said(answer, &shown.form)
}

/// The words of before and after as one text, with what was removed and what was added.
fn passage(title: String, before: &str, after: &str, codes: Option<AnyView>) -> AnyView {
    let parts: Vec<_> = changes(before, after).into_iter().map(part).collect();
    view! {
        <section class="fm-paper">
            <h3 class="govuk-heading-s">{title}</h3>
            <p class="govuk-body fm-lines fm-reading">{parts}</p>
            {codes}
        </section>
    }
    .into_any()
}

fn part(part: Part) -> AnyView {
    match part {
        Part::Kept(text) => view! { <span>{text}</span> }.into_any(),
        Part::Removed(text) => {
            let said = t!("versions-part-removed");
            view! { <del class="fm-removed"><span class="govuk-visually-hidden">{said} " "</span> {text}</del> }
                .into_any()
        }
        Part::Added(text) => {
            let said = t!("versions-part-added");
            view! { <ins class="fm-added"><span class="govuk-visually-hidden">{said} " "</span> {text}</ins> }
                .into_any()
        }
    }
}

fn codes(shown: &VersionsPage, answer: &AnswerText) -> Option<AnyView> {
    let on_it = shown.codings.iter().filter(|coding| coding.answer == answer.id);
    let items: Vec<_> = on_it
        .map(|coding| {
            let code = shown.codebook.iter().find(|code| code.id == coding.code);
            let code = code.map(|code| code.name.clone()).unwrap_or_default();
            let words = coding.span.and_then(|span| slice(&answer.text, span));
            let words = words.map_or_else(|| t!("desk-whole"), str::to_owned);
            view! { <li>{t!("versions-code", code = code, coder = &coding.coder_name, words = words)}</li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <p class="govuk-body govuk-!-margin-bottom-1">{t!("versions-codes")}</p>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
        }
        .into_any()
    })
}
