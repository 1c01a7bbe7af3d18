//! Everything that is asked, before anyone answers: on one page, and in copies to keep.

use app::calls::materials::shown::{self, Beside};
use app::calls::questions;
use app::t;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::Language;
use domain::files::FileKind;
use services::calls::{self, Call, Questionnaire};
use services::handout::{Handout, Print, docx, text};

use super::super::visit::{Stop, Visit};
use super::address;
use super::materials::beside;

/// Every question on one page.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let form = calls::form(visit.services(), &call).await?;
    let beside = beside(&visit, &call, address(&call)).await?;
    Ok(shown(&visit, &call, &form, &beside, true))
}

/// The page, with what stands beside the questions at the address of the call or that of its preview.
pub(super) fn shown(
    visit: &Visit,
    call: &Call,
    form: &Questionnaire,
    beside: &Beside,
    copies: bool,
) -> Response {
    let body = || questions::page(blank(visit, call, form, &beside.base), form, beside, copies);
    visit.page(|| t!("questions-title"), body)
}

/// A document of Word's.
pub async fn document(visit: Visit) -> Result<Response, Stop> {
    written(&visit, Print::Standard, "questions").await
}

/// The same in large print.
pub async fn large_print(visit: Visit) -> Result<Response, Stop> {
    written(&visit, Print::Large, "questions-large-print").await
}

async fn written(visit: &Visit, print: Print, name: &str) -> Result<Response, Stop> {
    let call = visit.call()?;
    let bytes = docx(&said(visit, &call).await?, print)?;
    Ok(handed_out(visit, &call, &format!("{name}.docx"), FileKind::Docx.media_type(), bytes))
}

/// Plain text.
pub async fn plain(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let written = text(&said(&visit, &call).await?);
    Ok(handed_out(&visit, &call, "questions.txt", "text/plain; charset=utf-8", written.into_bytes()))
}

/// What a copy says. It has no documents beside it, as the page has, so it names them.
async fn said(visit: &Visit, call: &Call) -> Result<Handout, Stop> {
    let form = calls::form(visit.services(), call).await?;
    let beside = beside(visit, call, address(call)).await?;
    let site = &visit.portal.site.public_address;
    Ok(visit.said(|| {
        let mut said = blank(visit, call, &form, &beside.base);
        said.sections.extend(shown::listed(&beside, &form, site));
        said
    }))
}

/// What every copy says, in the language of the request; to be called where words have one.
fn blank(visit: &Visit, call: &Call, form: &Questionnaire, base: &str) -> Handout {
    let online = format!("{}{}", visit.portal.site.public_address, visit.href(base));
    questions::blank(call, form, &online, visit.services().clock.now())
}

/// A file to be saved, under a name that says which call and which language it is of.
pub(in crate::web) fn handed_out(
    visit: &Visit,
    call: &Call,
    name: &str,
    kind: &'static str,
    bytes: Vec<u8>,
) -> Response {
    let language = if visit.language == Language::Welsh { "cy-" } else { "" };
    let disposition = format!("attachment; filename=\"{}-{language}{name}\"", call.slug);
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response()
}
