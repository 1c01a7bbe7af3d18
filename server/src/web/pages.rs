//! The pages that belong to no activity.

use app::t;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::calls::CallState;
use services::{Failure, calls};

use super::Portal;
use super::visit::{Stop, Visit, begin};

/// The home page.
pub async fn home(visit: Visit) -> Result<Response, Stop> {
    let now = visit.services().clock.now();
    let open = calls::announced(visit.services())
        .await?
        .into_iter()
        .filter(|call| call.state(now) == CallState::Open)
        .collect();
    Ok(visit.page(|| t!("home-title"), || app::pages::home(open, now)))
}

/// What Folkmoot is.
pub async fn about(visit: Visit) -> Response {
    visit.page(|| t!("about-title"), app::pages::about)
}

/// The accessibility statement.
pub async fn accessibility(visit: Visit) -> Response {
    visit.page(|| t!("accessibility-title"), app::pages::accessibility)
}

/// What the site keeps of its visitors.
pub async fn privacy(visit: Visit) -> Response {
    visit.page(|| t!("privacy-title"), app::pages::privacy)
}

/// There is no such page. Who asks makes no difference, so nobody is looked up.
pub async fn not_found(State(portal): State<Portal>, request: Request) -> Response {
    begin(&portal, &request).stopped(&Failure::NotFound("page"), "")
}

/// The program runs.
pub async fn live() -> &'static str {
    "live"
}

/// The program can answer: its database does.
pub async fn ready(State(portal): State<Portal>) -> Response {
    match calls::all(&portal.services).await {
        Ok(_) => "ready".into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer").into_response(),
    }
}
