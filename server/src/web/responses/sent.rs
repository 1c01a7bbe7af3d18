//! What was sent: sending it, its confirmation, its receipt.

use app::responses::receipt::{Confirmation, ReceiptPage};
use app::t;
use axum::response::Response;
use domain::forms::Form;
use domain::responses::suspicions;
use services::Failure;
use services::calls::invitees::Progress;
use services::calls::{Call, Questionnaire};
use services::people::organisations;
use services::responses::gathering::record;
use services::responses::{Draft, change, co_signing, held as kept, read, receipt as receipts, submit};

use super::super::cookies;
use super::super::visit::{Stop, Visit};
use super::{check, note, opened, together};

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
    let (call, _, draft) = opened(&visit).await?;
    let receipt = receipts::of_draft(visit.services(), &draft).await?.ok_or(Failure::NotFound("receipt"))?;
    let keeping = together::keeping(&visit, &draft).await?;
    let standing = change::standing(visit.services(), &call, &draft);
    let shown = Confirmation { until: draft.until(&call), standing, keeping, receipt, call };
    let body = || app::responses::receipt::confirmation(shown);
    Ok(visit.page(|| t!("confirmation-title"), body))
}

/// The receipt of a submitted response, with everything that was sent.
pub async fn receipt(visit: Visit) -> Result<Response, Stop> {
    let (call, form, draft) = opened(&visit).await?;
    let services = visit.services();
    let receipt = receipts::of_draft(services, &draft).await?.ok_or(Failure::NotFound("receipt"))?;
    let (about, answers) = if let Some(words) = kept::of_draft(services, &draft).await? {
        (words.about.clone(), words.texts())
    } else {
        let response = read::by_reference(services, call.id, &receipt.reference).await?;
        (response.about(), read::answers(services, response.id).await?)
    };
    let shown = ReceiptPage {
        systems: organisations::systems(services).await?,
        signatories: co_signing::signed(services, &draft.id.to_string(), &receipt.hash).await?,
        quoted: record::of_key(services, &draft.id.to_string()).await?,
        standing: change::standing(services, &call, &draft),
        until: draft.until(&call),
        answers,
        about,
        call,
        form,
        receipt,
    };
    Ok(visit.page(|| t!("receipt-title"), || app::responses::receipt::page(shown)))
}
