//! What was sent: sending it, its confirmation, its receipt.

use app::components::Fields;
use app::layout::Area;
use app::responses::base;
use app::responses::receipt::{Confirmation, ReceiptPage};
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::files::FileKind;
use domain::forms::Form;
use domain::responses::{LinkByLetter, suspicions};
use services::Failure;
use services::calls::invitees::Progress;
use services::calls::{Call, Questionnaire};
use services::handout::{Print, docx};
use services::people::organisations;
use services::responses::gathering::record;
use services::responses::{
    Draft, by_letter, change, co_signing, held as kept, read, receipt as receipts, submit,
};

use super::super::calls::blank::handed_out;
use super::super::cookies;
use super::super::typed::{Typed, query};
use super::super::visit::{Stop, Visit};
use super::{Opened, check, note, opened, together};

/// Sends the response.
pub(super) async fn send(
    visit: &Visit,
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
    typed: &Form,
) -> Result<Response, Stop> {
    if let Some(untold) = check::without(visit, call, form, draft, typed).await? {
        return Ok(untold);
    }
    let took = visit.services().clock.now() - draft.begun_at;
    let seconds_a_page = visit.portal.settings.limits.seconds_a_page;
    let signs = suspicions(typed, draft.steps(form).len(), took, seconds_a_page);
    match submit::submit(visit.services(), call, form, draft, visit.language.as_str(), signs).await {
        Err(Failure::Refused("error-draft-unfinished" | "error-quotes-withdrawn")) => {
            Ok(visit.go(&format!("/calls/{}/answer/check", call.slug)))
        }
        done => {
            done?;
            Ok(answered(visit, call).await)
        }
    }
}

/// On to the receipt. Whoever answers next in this browser is somebody else.
pub(super) async fn answered(visit: &Visit, call: &Call) -> Response {
    note(visit, call, Progress::Answered).await;
    let mut response = visit.go(&format!("/calls/{}/confirmation", call.slug));
    cookies::clear(&visit.portal.site, &mut response, &cookies::invited(&call.slug));
    response
}

/// The confirmation of a submitted response.
pub async fn confirmation(visit: Visit) -> Result<Response, Stop> {
    confirm(&visit, Fields::default()).await
}

async fn confirm(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let (call, _, draft) = opened(visit).await?;
    let receipt = receipts::of_draft(visit.services(), &draft).await?.ok_or(Failure::NotFound("receipt"))?;
    if receipt.withdrawn_at.is_some() {
        return Ok(visit.go(&withdrawn(&call)));
    }
    let keeping = together::keeping(visit, &draft).await?;
    let standing = change::standing(visit.services(), &call, &draft, &receipt);
    let by_letter = visit.portal.mail_server().then(|| query(&visit.uri).sent("sent"));
    let shown = Confirmation { until: draft.until(&call), standing, keeping, receipt, by_letter, call };
    let body = || app::responses::receipt::confirmation(shown);
    Ok(visit.form(Area::Public, StatusCode::OK, fields, || t!("confirmation-title"), body))
}

/// Sends the receipt to the address that was typed, which is forgotten with the letter.
pub async fn post_receipt(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (call, _, draft) = opened(&visit).await?;
    if !visit.portal.mail_server() {
        return Err(Failure::NotFound("letter").into());
    }
    let sent = match LinkByLetter::parse(&typed) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(to) => by_letter::send_receipt(visit.services(), &call, &draft, to.address, visit.language).await,
    };
    match sent {
        Err(Failure::Invalid(problems)) => confirm(&visit, Fields { form: typed, problems }).await,
        sent => {
            sent?;
            Ok(visit.go(&format!("/calls/{}/confirmation?sent=1", call.slug)))
        }
    }
}

/// Where whoever has withdrawn what they sent is led.
fn withdrawn(call: &Call) -> String {
    format!("/calls/{}/withdraw", call.slug)
}

/// The receipt of a submitted response, with everything that was sent.
pub async fn receipt(visit: Visit) -> Result<Response, Stop> {
    Ok(match gathered(&visit).await? {
        Ok(shown) => on_page(&visit, shown),
        Err(elsewhere) => elsewhere,
    })
}

/// The same as a document of Word's.
pub async fn receipt_document(visit: Visit) -> Result<Response, Stop> {
    match gathered(&visit).await? {
        Ok(shown) => as_document(&visit, &shown),
        Err(elsewhere) => Ok(elsewhere),
    }
}

/// A receipt as a page.
pub(super) fn on_page(visit: &Visit, shown: ReceiptPage) -> Response {
    visit.page(|| t!("receipt-title"), || app::responses::receipt::page(shown))
}

/// A receipt as a document of Word's.
pub(super) fn as_document(visit: &Visit, shown: &ReceiptPage) -> Result<Response, Stop> {
    let paper = visit.said(|| app::responses::receipt::paper(shown, visit.language));
    let bytes = docx(&paper, Print::Standard)?;
    Ok(handed_out(visit, &shown.call, "receipt.docx", FileKind::Docx.media_type(), bytes))
}

/// What the receipt of what this browser has sent says; or where whoever has withdrawn it is led.
async fn gathered(visit: &Visit) -> Result<Result<ReceiptPage, Response>, Stop> {
    let opened = opened(visit).await?;
    let receipt = receipts::of_draft(visit.services(), &opened.2).await?;
    if receipt.is_some_and(|receipt| receipt.withdrawn_at.is_some()) {
        return Ok(Err(visit.go(&withdrawn(&opened.0))));
    }
    Ok(Ok(receipt_of(visit, opened).await?))
}

/// What the receipt of a draft says that was found, sent, and not withdrawn.
pub(super) async fn receipt_of(visit: &Visit, (call, form, draft): Opened) -> Result<ReceiptPage, Stop> {
    let services = visit.services();
    let receipt = receipts::of_draft(services, &draft).await?.ok_or(Failure::NotFound("receipt"))?;
    let (about, answers) = if let Some(words) = kept::of_draft(services, &draft).await? {
        (words.about.clone(), words.texts())
    } else {
        let response = read::by_reference(services, call.id, &receipt.reference).await?;
        (response.about(), read::answers(services, response.id).await?)
    };
    Ok(ReceiptPage {
        systems: organisations::systems(services).await?,
        signatories: co_signing::signed(services, &draft.id.to_string(), &receipt.hash).await?,
        quoted: record::of_key(services, &draft.id.to_string()).await?,
        standing: change::standing(services, &call, &draft, &receipt),
        until: draft.until(&call),
        document: match draft.keyed {
            None => visit.href(&format!("{}/receipt.docx", base(&call, &draft))),
            // Of the team's pages there is one language, whatever that of the receipt is.
            Some(_) => format!("{}/receipt.docx", base(&call, &draft)),
        },
        entered: draft.keyed.as_ref().map(|keyed| keyed.channel),
        answers,
        about,
        call,
        form,
        receipt,
    })
}
