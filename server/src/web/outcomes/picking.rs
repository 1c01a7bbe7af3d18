//! Picking excerpts of a code for a finding.

use app::components::Fields;
use axum::extract::Path;
use axum::response::Response;
use domain::forms::{Form, Problems};
use domain::text::Span;
use services::outcomes::findings::{self, Pick};
use services::{Failure, calls::Call};

use super::findings::{address, find};
use crate::web::review::codebook;
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// Picks the chosen excerpts for the chosen finding.
pub async fn pick(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let call = visit.call()?;
    match pick_all(&visit, &call, &typed).await {
        Err(Failure::Invalid(problems)) => {
            codebook::excerpts_page(&visit, &code, Fields { form: typed, problems }).await
        }
        done => Ok(visit.go(&done?)),
    }
}

/// Picks them all and gives the address of the finding.
async fn pick_all(visit: &Visit, call: &Call, typed: &Form) -> Result<String, Failure> {
    let mut problems = Problems::default();
    let finding = match typed.text("finding") {
        Some(number) => Some(find(visit, call, &number).await?),
        None => problems.require(None, "finding", "error-pick-finding"),
    };
    let chosen: Option<Vec<Pick>> = typed.values("excerpt").iter().map(|value| parse(value)).collect();
    let chosen = match chosen {
        Some(chosen) if chosen.is_empty() => problems.require(None, "excerpt", "error-pick-excerpts"),
        None => problems.require(None, "excerpt", "error-excerpt-span"),
        chosen => chosen,
    };
    let (Some(finding), Some(chosen)) = (finding, chosen) else { return Err(problems.into()) };
    findings::pick_all(visit.services(), &finding, chosen).await?;
    Ok(address(call, finding.number))
}

/// An excerpt as the form names it.
fn parse(value: &str) -> Option<Pick> {
    let mut parts = value.split(' ');
    let answer = parts.next()?.parse().ok()?;
    let span = Span { start: parts.next()?.parse().ok()?, end: parts.next()?.parse().ok()? };
    Some(Pick { answer, span, coding: Some(parts.next()?.parse().ok()?) })
}
