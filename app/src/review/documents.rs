//! The documents of a response, beside its answers: what they are, and whether they can be opened.

use domain::files::{ScanState, TextState};
use leptos::prelude::*;
use services::responses::documents::Sent;

use crate::components::Tag;
use crate::responses::fields::documents::about;
use crate::t;

/// The list; nothing where no document came. What a document is called says who sent it as often as not, so whoever does
/// not see names sees its number.
pub fn list(address: &str, sent: &[Sent], veiled: bool) -> Option<AnyView> {
    let rows: Vec<_> = sent.iter().map(|one| row(address, one, veiled)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="fm-panel fm-sent" aria-labelledby="documents">
                <h2 class="govuk-heading-s" id="documents">{t!("documents-title", count = rows.len())}</h2>
                <ul class="govuk-list fm-documents">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn row(address: &str, one: &Sent, veiled: bool) -> AnyView {
    let number = t!("document-number", number = one.number);
    let name = if veiled { number } else { format!("{number}: {}", one.document.name) };
    let opens = one.kept.scan.opens();
    let name = if opens {
        let to = format!("{address}/documents/{}", one.document.hash);
        view! { <a class="govuk-link" href=to download="">{name}</a> }.into_any()
    } else {
        view! { <span>{name}</span> }.into_any()
    };
    let (colour, state) = state(one.kept.scan);
    let found = (!one.kept.found.is_empty()).then(|| t!("document-found", name = one.kept.found.as_str()));
    view! {
        <li class="fm-document">
            <span class="fm-document__name">{name} " " <span class="fm-secondary">{about(&one.document)}</span></span>
            <Tag text=state colour/>
            <p class="fm-secondary fm-document__note">{note(one.kept.scan)} " " {found} {opens.then(|| text_note(one.kept.text_state))}</p>
        </li>
    }
    .into_any()
}

/// The state in a word or two, and its colour.
pub fn state(scan: ScanState) -> (&'static str, String) {
    match scan {
        ScanState::NotScanned => ("yellow", t!("scan-not-scanned")),
        ScanState::Waiting => ("blue", t!("scan-waiting")),
        ScanState::Clean => ("green", t!("scan-clean")),
        ScanState::Infected => ("red", t!("scan-infected")),
    }
}

/// What the state means.
pub fn note(scan: ScanState) -> String {
    match scan {
        ScanState::NotScanned => t!("scan-not-scanned-note"),
        ScanState::Waiting => t!("scan-waiting-note"),
        ScanState::Clean => t!("scan-clean-note"),
        ScanState::Infected => t!("scan-infected-note"),
    }
}

/// What became of its text.
fn text_note(state: TextState) -> String {
    match state {
        TextState::Whole => t!("document-text-whole"),
        TextState::Cut => t!("document-text-cut"),
        TextState::Nothing => t!("document-text-nothing"),
        TextState::Failed => t!("document-text-failed"),
    }
}
