//! The pages that belong to no activity.

use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::extract::{RawQuery, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::TimeDelta;
use domain::calls::CallState;
use services::{Failure, calls};
use tower_http::csrf::ProtectionError;

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

/// On to the Welsh home page from its address with a slash at the end, as people type it.
pub async fn welsh_home(RawQuery(query): RawQuery) -> Redirect {
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    Redirect::permanent(&format!("/cy{query}"))
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

/// How to report a weakness, and what the site does against misuse.
pub async fn security(visit: Visit) -> Response {
    visit.page(|| t!("security-title"), app::pages::security)
}

/// For how many days `security.txt` says that it holds. RFC 9116 asks for less than a year.
const HOLDS_DAYS: i64 = 180;

/// Where to report a weakness, for programs to read (RFC 9116).
pub async fn security_txt(State(portal): State<Portal>) -> String {
    let site = &portal.site.public_address;
    let contact = portal.settings.security_contact.clone().unwrap_or_else(|| format!("{site}/security"));
    let expires = (portal.services.clock.now() + TimeDelta::days(HOLDS_DAYS)).format("%Y-%m-%dT00:00:00Z");
    format!(
        "Contact: {contact}\nExpires: {expires}\nPreferred-Languages: en, cy\n\
         Canonical: {site}/.well-known/security.txt\nPolicy: {site}/security\n"
    )
}

/// There is no such page. Who asks makes no difference, so nobody is looked up.
pub async fn not_found(State(portal): State<Portal>, request: Request) -> Response {
    begin(&portal, &request).stopped(&Failure::NotFound("page"), "")
}

/// Says on a page why a request was refused before any handler saw it: a form came from another site, an address has
/// no such method, or it is not one at all.
pub async fn explain(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let visit = begin(&portal, &request);
    let response = next.run(request).await;
    if response.extensions().get::<ProtectionError>().is_some() {
        let body = || app::pages::refused(t!("error-other-site"));
        return visit.form(
            Area::Public,
            StatusCode::FORBIDDEN,
            Fields::default(),
            || t!("refused-title"),
            body,
        );
    }
    let said = response.headers().contains_key(header::CONTENT_TYPE);
    let plain = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"));
    let status = response.status();
    match status {
        StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED
            if plain || !said =>
        {
            let body = app::pages::not_found;
            visit.form(Area::Public, status, Fields::default(), || t!("not-found-title"), body)
        }
        _ => response,
    }
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
