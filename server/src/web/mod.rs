//! HTTP: one table of routes, one guard before each, and the frame around each page.

mod assembly;
mod audit;
mod caller;
mod calls;
mod cookies;
mod files;
mod guard;
mod headers;
mod limits;
mod mail;
mod outcomes;
mod pages;
mod people;
mod responses;
mod review;
pub mod routes;
mod search;
mod typed;
mod visit;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use ipnet::IpNet;
use services::Services;
use services::people::Providers;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;

pub use limits::Limits;
pub use routes::Route;

use crate::settings::Settings;

/// The most bytes of a form: the longest answer, in an encoding that triples it, and something over.
const LARGEST_FORM: usize = 4 * 1024 * 1024;

/// What every handler works with.
#[derive(Clone)]
pub struct Portal {
    pub services: Services,
    pub settings: Arc<Settings>,
    pub site: Arc<Site>,
    pub providers: Providers,
    /// The proxies that are believed when they say whom they answer.
    pub proxies: Arc<[IpNet]>,
    pub limits: Arc<Limits>,
}

impl Portal {
    /// Whether letters leave at all.
    pub fn mail_server(&self) -> bool {
        self.settings.smtp.is_some()
    }
}

/// How this portal is reached, and what it is.
#[derive(Clone, Debug)]
pub struct Site {
    /// The address under which people reach it, without a slash at the end. Cookies are secure where it is `https`.
    pub public_address: String,
    /// Whether it holds a demonstration.
    pub demonstration: bool,
}

impl Site {
    /// Whether people reach the portal by `https`.
    pub fn secure(&self) -> bool {
        self.public_address.starts_with("https://")
    }
}

/// The whole portal as a service.
pub fn router(portal: Portal) -> Router {
    // The team area has one language; everything that the public sees has two.
    Router::new()
        .nest("/cy", routed(&portal, routes::public()))
        .merge(routed(&portal, routes::all()))
        .route("/cy/", get(pages::welsh_home))
        .route("/assets/{name}", get(crate::assets::serve))
        .route("/.well-known/security.txt", get(pages::security_txt))
        .route("/health/live", get(pages::live))
        .route("/health/ready", get(pages::ready))
        .fallback(pages::not_found)
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(portal.clone(), pages::explain))
        .layer(from_fn(headers::secure))
        .layer(CompressionLayer::new())
        .layer(from_fn(in_time))
        .layer(from_fn_with_state(portal.clone(), visit::number))
        .with_state(portal)
}

/// Ends what takes too long. Documents may take their time: a telephone sends some megabytes in minutes.
async fn in_time(request: Request, next: Next) -> Response {
    let longest = if typed::has_files(&request) { Duration::from_mins(10) } else { Duration::from_mins(1) };
    let answered = tokio::time::timeout(longest, next.run(request)).await;
    answered.unwrap_or_else(|_| StatusCode::REQUEST_TIMEOUT.into_response())
}

fn routed(portal: &Portal, routes: Vec<Route>) -> Router<Portal> {
    routes.into_iter().fold(Router::new(), |router, route| {
        let guarded =
            route.handler.layer(from_fn_with_state((portal.clone(), route.action, route.path), guard::guard));
        router.route(route.path, guarded)
    })
}
