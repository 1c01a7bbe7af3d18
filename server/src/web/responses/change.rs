//! Changing what was sent: the page that says how it stands, opening the draft again, and dropping the change.

use app::responses::change::ChangePage;
use app::t;
use axum::response::Response;
use domain::responses::Step;
use services::Failure;
use services::responses::{change as changes, receipt as receipts};

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};
use super::opened;

/// How what was sent stands, and what can be done with it.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let (call, _, draft) = opened(&visit).await?;
    let receipt = receipts::of_draft(visit.services(), &draft).await?.ok_or(Failure::NotFound("receipt"))?;
    if receipt.withdrawn_at.is_some() {
        return Ok(visit.go(&format!("/calls/{}/withdraw", call.slug)));
    }
    let standing = changes::standing(visit.services(), &call, &draft, &receipt);
    let shown = ChangePage { until: draft.until(&call), standing, receipt, call };
    Ok(visit.page(|| t!("change-title"), || app::responses::change::page(shown)))
}

/// Opens the draft again, or drops what was changed.
pub async fn decide(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (call, _, draft) = opened(&visit).await?;
    let base = format!("/calls/{}", call.slug);
    if typed.value("change") == "drop" {
        changes::give_up(visit.services(), &draft).await?;
        return Ok(visit.go(&format!("{base}/confirmation")));
    }
    changes::begin(visit.services(), &call, &draft).await?;
    Ok(visit.go(&format!("{base}/answer/{}", Step::Check)))
}
