//! Taking back what was sent, and bringing it back.

use app::responses::withdraw::WithdrawPage;
use app::t;
use axum::response::Response;
use services::Failure;
use services::responses::{change, co_signing, receipt as receipts, withdraw as away};

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};
use super::opened;

/// Asks whether what was sent is to be taken back; or says that it was.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let (call, _, draft) = opened(&visit).await?;
    let receipt = receipts::of_draft(visit.services(), &draft).await?.ok_or(Failure::NotFound("receipt"))?;
    let standing = change::standing(visit.services(), &call, &draft, &receipt);
    let signed = co_signing::signed(visit.services(), &draft.id.to_string(), &receipt.hash).await?;
    let shown =
        WithdrawPage { until: draft.until(&call), signatories: signed.len(), standing, receipt, call };
    Ok(visit.page(|| t!("withdraw-title"), || app::responses::withdraw::page(shown)))
}

/// Takes it back, or brings it back.
pub async fn decide(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (call, _, draft) = opened(&visit).await?;
    let base = format!("/calls/{}", call.slug);
    if typed.value("withdraw") == "back" {
        away::bring_back(visit.services(), &call, &draft).await?;
        return Ok(visit.go(&format!("{base}/confirmation")));
    }
    away::withdraw(visit.services(), &call, &draft).await?;
    Ok(visit.go(&format!("{base}/withdraw")))
}
