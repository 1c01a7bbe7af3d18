//! The sign-off: asking for it, and giving it.

use app::components::Fields;
use app::layout::Area;
use app::responses::together::sign_off::{self as pages, SignOffPage};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use services::Failure;
use services::people::organisations;
use services::responses::co_signing;
use services::responses::gathering::quotes;
use services::responses::together::sign_off;

use super::Desk;
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

type At = Path<(String, String)>;

/// What would be sent, to be signed off.
pub async fn page(visit: Visit, Path((_, id)): At) -> Result<Response, Stop> {
    show(&visit, &id, StatusCode::OK).await
}

async fn show(visit: &Visit, id: &str, status: StatusCode) -> Result<Response, Stop> {
    let services = visit.services();
    let desk = Desk::of(visit, id).await?;
    if desk.draft.submitted_at.is_some() {
        return Ok(visit.go(&desk.address()));
    }
    let Desk { organisation, call, form, draft } = desk;
    let shown = SignOffPage {
        systems: organisations::systems(services).await?,
        signatories: co_signing::list(services, &call, &form, &draft).await?,
        standing: sign_off::standing(services, &call, &form, &draft).await?,
        quotes: quotes::list(services, &form, &draft).await?,
        changed: status == StatusCode::CONFLICT,
        organisation,
        call,
        form,
        draft,
    };
    let body = || pages::page(shown);
    Ok(visit.form(Area::Public, status, Fields::default(), || t!("together-sign-page"), body))
}

/// Signs it off, unless something was changed since it was read.
pub async fn sign(visit: Visit, Path((_, id)): At, Typed(typed): Typed) -> Result<Response, Stop> {
    let desk = Desk::of(&visit, &id).await?;
    let seen = typed.value("content");
    match sign_off::sign(visit.services(), &desk.call, &desk.form, &desk.draft, seen).await {
        Err(Failure::Refused("error-sign-changed")) => show(&visit, &id, StatusCode::CONFLICT).await,
        signed => {
            signed?;
            Ok(visit.go(&desk.address()))
        }
    }
}

/// Asks those who may to sign it off.
pub async fn ask(visit: Visit, Path((_, id)): At) -> Result<Response, Stop> {
    let desk = Desk::of(&visit, &id).await?;
    sign_off::ask(visit.services(), &desk.call, &desk.form, &desk.draft).await?;
    Ok(visit.go(&format!("{}?asked=1", desk.address())))
}
