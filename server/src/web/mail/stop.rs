//! The page to which each letter of a stream leads, and the button of mail programs (RFC 8058). A letter of what someone
//! follows leads to all that they follow.

use app::mail::stop as pages;
use axum::extract::Path;
use axum::response::Response;
use domain::mail::Stream;
use services::mail::stops;

use super::follow;
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// Asks whether to stop; asking changes nothing, because programs that look for bad links open them all.
pub async fn page(visit: Visit, Path(token): Path<String>) -> Result<Response, Stop> {
    let way = stops::way(visit.services(), &token).await?;
    if way.stream == Stream::Following {
        return follow::mine(visit, &token).await;
    }
    Ok(visit.page(|| pages::title(way), || pages::page(way)))
}

/// Stops such letters, or takes that back.
pub async fn act(visit: Visit, Path(token): Path<String>, Typed(typed): Typed) -> Result<Response, Stop> {
    if stops::way(visit.services(), &token).await?.stream == Stream::Following {
        return follow::change(visit, &token, &typed).await;
    }
    if typed.value("act") == "go-on" {
        stops::go_on(visit.services(), &token).await?;
    } else {
        stops::stop(visit.services(), &token).await?;
    }
    // A mail program that clicks for someone follows no redirects (RFC 8058 §3.1).
    if typed.sent("List-Unsubscribe") {
        return page(visit, Path(token)).await;
    }
    Ok(visit.go(&format!("/letters/stop/{token}")))
}
