//! The team's home, and the overview of one call.

use app::calls::team::{Overview, Reached};
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::CallAct;
use domain::mail::Followed;
use domain::people::{Action, Resource, may_somewhere};
use services::calls::{self, edit};
use services::follow::{Subject, followers};

use super::super::visit::{Stop, Visit};

/// The calls that this person's roles reach.
pub async fn home(visit: Visit) -> Result<Response, Stop> {
    let counts = calls::counts(visit.services()).await?;
    let reached = calls::all(visit.services())
        .await?
        .into_iter()
        .map(|call| Reached {
            counts: counts.get(&call.id).copied().unwrap_or_default(),
            allowed: visit.allowed_on(Resource::Call(call.id)),
            call,
        })
        .filter(|reached| reached.allowed.has(Action::PreviewCall))
        .collect();
    let assemblies = may_somewhere(visit.actor(), Action::ReadAssembly);
    let now = visit.services().clock.now();
    Ok(visit.form(
        Area::Team,
        StatusCode::OK,
        Fields::default(),
        || t!("team-title"),
        || app::calls::team::home(reached, assemblies, now),
    ))
}

/// Where a call stands, what it lacks, and what can be done with it.
pub async fn overview(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let services = visit.services();
    let now = services.clock.now();
    let form = calls::questionnaire(services.db.read(), call.id).await?;
    let can = |act: &CallAct| edit::refusal(*act, &call, &form, now).is_none();
    let shown = Overview {
        counts: calls::counts(services).await?.get(&call.id).copied().unwrap_or_default(),
        followers: followers(services, &Subject::row(Followed::Call, call.id)).await?,
        needs: edit::needs(&call, &form, now),
        acts: CallAct::ALL.iter().copied().filter(can).collect(),
        preview: format!("{}/preview/{}", visit.portal.site.public_address, call.preview_token),
        now,
        call: call.clone(),
        form,
    };
    Ok(visit.form(
        Area::Team,
        StatusCode::OK,
        Fields::default(),
        || call.title.clone(),
        || app::calls::team::overview(shown),
    ))
}

/// Makes a new private link to the preview.
pub async fn new_preview_link(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    edit::new_preview_link(visit.services(), call.id).await?;
    Ok(visit.go(&format!("{}#preview", super::team_address(&call))))
}
