//! The number by which a request is found in the log.

use std::time::Instant;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use crate::web::Portal;

/// The number of a request, by which its line in the log is found.
#[derive(Clone)]
pub(in crate::web) struct Number(pub String);

/// Gives each request a number and notes it with how long it took. Addresses of drafts are secrets, so only the
/// pattern of an address is noted.
pub(in crate::web) async fn number(
    State(portal): State<Portal>,
    mut request: Request,
    next: Next,
) -> Response {
    let number = portal.services.clock.reference().to_string();
    request.extensions_mut().insert(Number(number.clone()));
    let method = request.method().clone();
    let began = Instant::now();
    let response = next.run(request).await;
    let pattern = response.extensions().get::<Pattern>().map_or("", |pattern| pattern.0);
    let millis = began.elapsed().as_millis() as u64;
    tracing::info!(number, %method, pattern, status = response.status().as_u16(), millis, "answered");
    response
}

/// The pattern of the address that was asked for.
#[derive(Clone, Copy)]
pub(in crate::web) struct Pattern(pub &'static str);
