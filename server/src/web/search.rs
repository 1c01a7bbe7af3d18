//! Search over everything the team may see.

use app::search::SearchPage;
use app::t;
use axum::response::Response;
use domain::search::Query;
use services::calls::questionnaire;
use services::people::organisations;
use services::{review, search};

use super::typed::query;
use super::visit::{Stop, Visit};

/// The page to search, with what was found.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let asked = Query::parse(&query(&visit.uri));
    let results = search::search(services, call.id, &asked).await?;
    let shown = SearchPage {
        form: questionnaire(services.db.read(), call.id).await?,
        codes: review::codebook(services, call.id).await?,
        systems: organisations::systems(services).await?,
        indexed: results
            .freshness
            .indexed_at
            .map(|at| visit.said(|| app::components::when(at, &call)))
            .unwrap_or_default(),
        query: asked,
        results,
        call,
    };
    Ok(visit.team(|| t!("search-title"), || app::search::page(shown)))
}
