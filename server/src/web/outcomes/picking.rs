//! Picking excerpts of a code for a finding.

use app::components::Fields;
use axum::extract::Path;
use axum::response::Response;
use domain::forms::{Form, Problem, Problems};
use domain::text::Span;
use services::outcomes::findings;
use services::{Failure, calls::Call};
use uuid::Uuid;

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
    let chosen: Vec<Chosen> =
        typed.values("excerpt").iter().filter_map(|value| Chosen::parse(value)).collect();
    if chosen.is_empty() {
        problems.add(Problem::new("excerpt", "error-pick-excerpts"));
    }
    let Some(finding) = finding.filter(|_| problems.is_empty()) else { return Err(problems.into()) };
    for one in chosen {
        findings::pick(visit.services(), &finding, one.answer, one.span, Some(one.coding)).await?;
    }
    Ok(address(call, finding.number))
}

/// An excerpt as the form names it.
struct Chosen {
    answer: Uuid,
    span: Span,
    coding: Uuid,
}

impl Chosen {
    fn parse(value: &str) -> Option<Self> {
        let mut parts = value.split(' ');
        let answer = parts.next()?.parse().ok()?;
        let span = Span { start: parts.next()?.parse().ok()?, end: parts.next()?.parse().ok()? };
        Some(Self { answer, span, coding: parts.next()?.parse().ok()? })
    }
}
