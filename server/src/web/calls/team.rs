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
use services::calls::approvals::{self, Approval, Part};
use services::calls::{self, Call, edit};
use services::drawing;
use services::follow::{Subject, followers};
use services::{Failure, Services};

use super::super::visit::{Stop, Visit};

/// The calls that this person's roles reach.
pub async fn home(visit: Visit) -> Result<Response, Stop> {
    let counts = calls::counts(visit.services()).await?;
    let all = calls::all(visit.services()).await?;
    let waiting = waiting(visit.services(), &all).await?;
    let reached = all
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
        || app::calls::team::home(reached, waiting, assemblies, now),
    ))
}

/// What waits on these calls and is whoever asks to decide, or was asked by them.
async fn waiting(services: &Services, calls: &[Call]) -> Result<Vec<(Call, Approval)>, Failure> {
    let all = approvals::waiting(services).await?;
    let theirs = all.into_iter().filter(|one| one.part != Part::TooNew);
    let call = |id| calls.iter().find(|call| call.id == id).cloned();
    Ok(theirs.filter_map(|one| Some((call(one.call)?, one))).collect())
}

/// Where a call stands, what it lacks, and what can be done with it.
pub async fn overview(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let services = visit.services();
    let now = services.clock.now();
    let form = calls::questionnaire(services.db.read(), call.id).await?;
    let begun = edit::begun(services, call.id).await?;
    let can = |act: &CallAct| edit::refusal(*act, &call, &form, begun, now).is_none();
    let short = format!("{}/c/{}", visit.portal.site.public_address, call.short());
    let drawing = drawing::draw(&short)?;
    let shown = Overview {
        short: (short, drawing),
        counts: calls::counts(services).await?.get(&call.id).copied().unwrap_or_default(),
        followers: followers(services, &Subject::row(Followed::Call, call.id)).await?,
        waiting: waiting(services, std::slice::from_ref(&call)).await?,
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
