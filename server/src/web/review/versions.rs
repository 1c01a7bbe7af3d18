//! What a response was before it was changed.

use app::review::versions::VersionsPage;
use app::t;
use axum::extract::Path;
use axum::response::Response;
use services::calls;
use services::people::organisations;
use services::responses::{personal, read, versions};
use services::review::{self, coding};

use super::super::visit::{Stop, Visit};

/// Every version of a response, with what was changed from one to the next.
pub async fn page(visit: Visit, Path((_, reference)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let response = read::by_reference(services, call.id, &reference).await?;
    let (response, _) = personal::look(services, response).await?;
    let shown = VersionsPage {
        versions: versions::of_response(services, &response).await?,
        codings: coding::on_earlier(services, response.id).await?,
        codebook: review::codebook(services, call.id).await?,
        systems: organisations::systems(services).await?,
        form: calls::form(services, &call).await?,
        response,
        call,
    };
    let title = shown.response.reference.clone();
    let title = || t!("versions-title", reference = title.as_str());
    Ok(visit.team(title, || app::review::versions::page(shown)))
}
