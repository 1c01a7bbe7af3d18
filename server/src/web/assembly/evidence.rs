//! The evidence packs of agenda items.

use app::assembly::team::evidence::{EvidencePage, page as shown};
use app::t;
use axum::response::Response;
use domain::outcomes::Seen;
use domain::text::Span;
use services::Failure;
use services::assembly::candidates;
use services::assembly::meetings::MeetingPage;
use services::assembly::meetings::evidence::{self, Piece};
use services::outcomes::{Excerpt, findings};
use uuid::Uuid;

use super::place::{At, item_at, key, meeting_home, way};
use crate::web::typed::{Typed, query};
use crate::web::visit::{Stop, Visit};

/// The pack of an item, and what can be put in.
pub async fn page(visit: Visit, at: At) -> Result<Response, Stop> {
    let (meeting, item) = item_at(&visit, &at).await?;
    let known = candidates(visit.services(), visit.actor()).await?;
    let words = words(&visit, &known).await?;
    let found = EvidencePage { meeting, item, findings: known.findings, words };
    Ok(visit.team(|| t!("evidence-title"), || shown(found)))
}

/// The words of the finding that the address names, where this reader may choose from it.
async fn words(visit: &Visit, known: &services::assembly::Candidates) -> Result<Vec<Seen<Excerpt>>, Failure> {
    let asked = query(&visit.uri);
    let number = asked.value("number").parse().ok();
    let open = known.findings.iter().find(|one| one.number == number && one.call.slug == asked.value("call"));
    let (Some(open), Some(number)) = (open, number) else { return Ok(Vec::new()) };
    let finding = findings::by_number(visit.services(), open.call.id, number).await?;
    findings::excerpts(visit.services(), &finding, visit.actor()).await
}

/// Puts a piece in.
pub async fn add(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let (page, item) = item_at(&visit, &at).await?;
    let piece = allowed(&visit, typed.value("piece")).await?;
    evidence::add(visit.services(), &page.meeting, item.id, piece).await?;
    Ok(visit.go(&pack_home(&page, item.id)))
}

/// The piece that the form names, where whoever sent it may choose it.
async fn allowed(visit: &Visit, typed: &str) -> Result<Piece, Failure> {
    let missing = || Failure::NotFound("evidence");
    let piece = parse(typed).ok_or_else(missing)?;
    let known = candidates(visit.services(), visit.actor()).await?;
    match piece {
        Piece::Finding(id) => {
            known.findings.iter().find(|one| one.id == id).map(|_| piece).ok_or_else(missing)
        }
        // Whoever keeps the record of assemblies has a role on the whole portal, and reads all its responses.
        Piece::Words { .. } => Ok(piece),
    }
}

fn parse(typed: &str) -> Option<Piece> {
    let mut parts = typed.split(' ');
    match parts.next()? {
        "finding" => Some(Piece::Finding(parts.next()?.parse().ok()?)),
        "words" => {
            let answer = parts.next()?.parse().ok()?;
            let span = Span { start: parts.next()?.parse().ok()?, end: parts.next()?.parse().ok()? };
            Some(Piece::Words { answer, span })
        }
        _ => None,
    }
}

/// Moves a piece a place earlier or later.
pub async fn shift(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let (page, item) = item_at(&visit, &at).await?;
    evidence::move_by(visit.services(), &page.meeting, key(&at, "piece")?, way(&typed)).await?;
    Ok(visit.go(&pack_home(&page, item.id)))
}

/// Takes a piece out.
pub async fn remove(visit: Visit, at: At) -> Result<Response, Stop> {
    let (page, item) = item_at(&visit, &at).await?;
    evidence::remove(visit.services(), &page.meeting, key(&at, "piece")?).await?;
    Ok(visit.go(&pack_home(&page, item.id)))
}

fn pack_home(page: &MeetingPage, item: Uuid) -> String {
    format!("{}/items/{item}/evidence", meeting_home(&page.assembly, &page.meeting))
}
