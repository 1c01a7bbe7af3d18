//! Documents that are sent along: a field that takes them, one or more at a time, and the list of those that are there.

use std::collections::BTreeSet;

use domain::calls::kinds::Documents;
use domain::files::{Document, FileKind};
use leptos::prelude::*;

use super::Heading;
use crate::components::{self, Button, FileInput, Lines, Warning};
use crate::t;
use crate::words::href;

/// What the browser offers to choose from; anything can be chosen.
const OFFERED: &str = ".pdf,.docx,.odt,.rtf,.txt,.csv,.png,.jpg,.jpeg";

/// The documents that an answer holds so far.
#[derive(Clone, Debug, Default)]
pub struct Attached {
    pub sent: Vec<Document>,
    /// The most megabytes of one.
    pub megabytes: u64,
    /// Where they can be opened again, without the language; their hash follows. Nowhere where somebody only tries the form.
    pub address: String,
    /// The hashes of those in which the scanner has found something.
    pub infected: BTreeSet<String>,
}

/// What is said of documents in which the scanner has found something; nothing where there are none.
pub fn warning(sent: &[Document], infected: &BTreeSet<String>) -> Option<String> {
    let found = sent.iter().filter(|document| infected.contains(&document.hash));
    let names: Vec<String> = found.map(|document| format!("“{}”", document.name)).collect();
    (!names.is_empty()).then(|| t!("documents-infected", count = names.len(), names = names.join(", ")))
}

pub(super) fn field(heading: Heading, attached: &Attached) -> AnyView {
    let hint = match attached.megabytes {
        0 => String::new(),
        megabytes => t!("documents-largest", megabytes = megabytes),
    };
    view! {
        {components::heading("govuk-heading-l", heading.title.into_any())}
        <Lines text=heading.hint class="govuk-body fm-secondary"/>
        {warning(&attached.sent, &attached.infected).map(|text| view! { <Warning text/> })}
        {list(attached)}
        <FileInput name="answer" label=t!("documents-choose") hint accept=OFFERED multiple=true/>
        {(!attached.address.is_empty()).then(|| view! {
            <Button text=t!("documents-attach") class="govuk-button--secondary" name="attach" value="1"/>
        })}
    }
    .into_any()
}

/// The documents that are there, each with a way to open it and one to take it out.
fn list(attached: &Attached) -> Option<AnyView> {
    let row = |document: &Document| {
        let to = href(&format!("{}/{}", attached.address, document.hash));
        view! {
            <li class="fm-document">
                <span class="fm-document__name">
                    <a class="govuk-link" href=to download="">{document.name.clone()}</a>
                    " " <span class="fm-secondary">{about(document)}</span>
                </span>
                <Button
                    text=t!("documents-remove")
                    class="govuk-button--secondary fm-button--small"
                    name="remove"
                    value=document.hash.clone()
                    about=document.name.clone()
                />
            </li>
        }
    };
    let rows: Vec<_> = attached.sent.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-s">{t!("documents-attached", count = rows.len())}</h2>
            <ul class="govuk-list fm-documents">{rows}</ul>
        }
        .into_any()
    })
}

/// How many there may be, and of which kinds.
pub(super) fn rule(settings: Documents) -> String {
    t!("rule-documents", most = settings.most)
}

/// Documents with their kinds and sizes, one a line.
pub(super) fn said(sent: &[Document]) -> String {
    sent.iter()
        .map(|document| format!("{} {}", document.name, about(document)))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The kind and the size of a document, in brackets.
pub fn about(document: &Document) -> String {
    t!("document-about", kind = kind_name(document.kind), size = size(document.size))
}

/// What a kind of document is called.
pub fn kind_name(kind: FileKind) -> String {
    match kind {
        FileKind::Pdf => t!("file-kind-pdf"),
        FileKind::Docx => t!("file-kind-docx"),
        FileKind::Odt => t!("file-kind-odt"),
        FileKind::Rtf => t!("file-kind-rtf"),
        FileKind::Text => t!("file-kind-text"),
        FileKind::Png | FileKind::Jpeg => t!("file-kind-picture"),
        FileKind::Mp3 | FileKind::Ogg => t!("file-kind-sound"),
    }
}

/// A size as people say it.
pub fn size(bytes: u64) -> String {
    const MEGABYTE: u64 = 1024 * 1024;
    match bytes {
        0..1024 => t!("size-bytes", count = bytes),
        1024..MEGABYTE => t!("size-kilobytes", count = bytes.div_ceil(1024)),
        _ => {
            let tenths = (bytes * 10).div_ceil(MEGABYTE);
            t!("size-megabytes", count = format!("{}.{}", tenths / 10, tenths % 10))
        }
    }
}
