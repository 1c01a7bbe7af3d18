//! Drafts and responses in one's account: taken in by proof, gone on with on any device, let go of.

use app::components::Fields;
use app::layout::Area;
use app::responses::keeping as pages;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::outcomes::ReceiptDetails;
use services::Failure;
use services::outcomes::trace;
use services::responses::kept::{self, KeptState};
use uuid::Uuid;

use super::{kept_already, opened};
use crate::web::cookies;
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// What a browser holds in place of a draft's secret, where its owner has opened it from their account. It opens nothing
/// by itself: whoever sends it must be signed in as the owner.
pub(super) const KEPT: &str = "kept:";

/// Asks whether the draft that this browser holds is to be kept; whoever is not signed in is told how.
pub async fn ask(visit: Visit) -> Result<Response, Stop> {
    let (call, _, draft) = opened(&visit).await?;
    if draft.organisation.is_some() || kept_already(&visit, &draft).await? {
        return Ok(visit.go(&format!("/calls/{}/answer", call.slug)));
    }
    let body = || pages::ask(&call, visit.person.is_some());
    Ok(visit.form(Area::Answering, StatusCode::OK, Fields::default(), || t!("keep-title"), body))
}

/// Keeps the draft that this browser holds, or goes on without.
pub async fn decide(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (call, _, draft) = opened(&visit).await?;
    let base = format!("/calls/{}", call.slug);
    if typed.value("keep") == "yes" {
        let Some(person) = &visit.person else { return Ok(visit.go(&format!("{base}/keep"))) };
        kept::keep_draft(visit.services(), person.id, &draft).await?;
    }
    Ok(visit.go(&format!("{base}/answer")))
}

fn me(visit: &Visit) -> Result<Uuid, Failure> {
    visit.person.as_ref().map(|person| person.id).ok_or(Failure::NotFound("account"))
}

/// The form that takes a response in.
pub async fn take_in_page(visit: Visit) -> Response {
    take_in_form(&visit, Fields::default())
}

/// Takes a response in by its receipt.
pub async fn take_in(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let done = async {
        let receipt = ReceiptDetails::parse(&typed)?;
        kept::keep_by_receipt(visit.services(), me(&visit)?, &receipt).await?;
        Ok::<_, Failure>("/account#kept".to_owned())
    };
    let done = done.await;
    visit.done(done, typed, |fields| take_in_form(&visit, fields))
}

fn take_in_form(visit: &Visit, fields: Fields) -> Response {
    visit.form(Area::Public, StatusCode::OK, fields, || t!("kept-take-in"), pages::take_in)
}

fn key(id: &str) -> Result<Uuid, Failure> {
    id.parse().map_err(|_| Failure::NotFound("response"))
}

/// One draft or response: how it stands, and what became of it.
pub async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Stop> {
    let held = kept::find(visit.services(), me(&visit)?, key(&id)?).await?;
    let journey = match held.state {
        KeptState::Sent { response: Some(response), .. } => {
            Some(trace::own(visit.services(), response).await?)
        }
        _ => None,
    };
    let title = app::calls::title(&held.call);
    let body = || match journey {
        Some(journey) => pages::journey(&held, journey),
        None => pages::page(&held),
    };
    Ok(visit.page(|| title, body))
}

/// Goes on with a draft, or to the receipt of what was sent, in this browser.
pub async fn open(visit: Visit, Path(id): Path<String>) -> Result<Response, Stop> {
    let held = kept::find(visit.services(), me(&visit)?, key(&id)?).await?;
    let step = match held.state {
        KeptState::Draft { .. } => "answer",
        KeptState::Sent { changing: true, .. } => "change",
        KeptState::Sent { .. } => "receipt",
    };
    let mut response = visit.go(&format!("/calls/{}/{step}", held.call.slug));
    let value = format!("{KEPT}{}", held.id);
    cookies::set(&visit.portal.site, &mut response, &cookies::draft(&held.call.slug), &value);
    Ok(response)
}

/// Lets go of a draft or a response. A browser that had opened it from the account opens it no more.
pub async fn let_go(visit: Visit, Path(id): Path<String>) -> Result<Response, Stop> {
    kept::let_go(visit.services(), me(&visit)?, key(&id)?).await?;
    Ok(visit.go("/account"))
}
