//! The team's findings, and the words picked for them.

use app::components::Fields;
use app::layout::Area;
use app::outcomes::team::findings as pages;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::approval_note;
use domain::outcomes::FindingDetails;
use services::calls::approvals;
use services::outcomes::{Finding, findings};
use services::{Failure, calls::Call};

use crate::web::calls::approvals::{onward, waiting};
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

type At = Path<(String, String)>;

/// The findings of a call.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let all = findings::list(visit.services(), call.id).await?;
    Ok(visit.team(|| t!("findings-title"), || pages::list(call, all)))
}

/// One finding.
pub async fn page(visit: Visit, Path((_, number)): At) -> Result<Response, Stop> {
    let call = visit.call()?;
    let finding = find(&visit, &call, &number).await?;
    show(&visit, call, finding, Fields::default()).await
}

async fn show(visit: &Visit, call: Call, finding: Finding, fields: Fields) -> Result<Response, Stop> {
    let excerpts = findings::excerpts(visit.services(), &finding, visit.actor()).await?;
    let waits = waiting(visit, &call, &findings::publishing(&finding)).await?;
    let title = finding.title.clone();
    let withdrawn = findings::withdrawn(visit.services(), &finding).await?;
    let body = || pages::page(call, finding, excerpts, withdrawn, waits);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || title, body))
}

/// The form of a new finding.
pub async fn new_page(visit: Visit) -> Result<Response, Stop> {
    Ok(form(&visit, visit.call()?, None, Fields::default()))
}

/// Adds a finding.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    let by = visit.person.as_ref().map(|person| person.id);
    let done = async {
        let details = FindingDetails::parse(&typed)?;
        let finding = findings::add(visit.services(), call.id, details, by).await?;
        Ok(address(&call, finding.number))
    };
    let done = done.await;
    visit.done(done, typed, |fields| form(&visit, call, None, fields))
}

/// The form of a finding that is there.
pub async fn edit_page(visit: Visit, Path((_, number)): At) -> Result<Response, Stop> {
    let call = visit.call()?;
    let finding = find(&visit, &call, &number).await?;
    Ok(form(&visit, call, Some(finding.number), Fields::of(finding.details().form())))
}

/// Changes a finding.
pub async fn change(visit: Visit, Path((_, number)): At, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    let finding = find(&visit, &call, &number).await?;
    let done = async {
        findings::change(visit.services(), &finding, FindingDetails::parse(&typed)?).await?;
        Ok(address(&call, finding.number))
    };
    let done = done.await;
    visit.done(done, typed, |fields| form(&visit, call, Some(finding.number), fields))
}

/// Publishes a finding, or asks for it where that takes two people.
pub async fn publish(visit: Visit, Path((_, number)): At, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    let finding = find(&visit, &call, &number).await?;
    match approval_note(&typed) {
        Err(problems) => show(&visit, call, finding, Fields { form: typed, problems }).await,
        Ok(note) => {
            let act = findings::publishing(&finding);
            let done = approvals::put(visit.services(), call.id, act, note).await?;
            Ok(onward(&visit, &call, done, &address(&call, finding.number)))
        }
    }
}

/// Withdraws a finding.
pub async fn withdraw(visit: Visit, Path((_, number)): At) -> Result<Response, Stop> {
    let call = visit.call()?;
    let finding = find(&visit, &call, &number).await?;
    findings::unpublish(visit.services(), &finding).await?;
    Ok(visit.go(&address(&call, finding.number)))
}

/// Takes picked words out again.
pub async fn unpick(visit: Visit, Path((_, number)): At, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    let finding = find(&visit, &call, &number).await?;
    let picked = typed.value("excerpt").parse().map_err(|_| Failure::NotFound("excerpt"))?;
    findings::unpick(visit.services(), &finding, picked).await?;
    Ok(visit.go(&address(&call, finding.number)))
}

/// The address of a finding's page.
pub(super) fn address(call: &Call, number: u32) -> String {
    format!("/team/calls/{}/findings/{number}", call.slug)
}

/// The finding with this number as it stands in an address or a form.
pub(super) async fn find(visit: &Visit, call: &Call, number: &str) -> Result<Finding, Failure> {
    let number = number.parse().map_err(|_| Failure::NotFound("finding"))?;
    findings::by_number(visit.services(), call.id, number).await
}

fn form(visit: &Visit, call: Call, number: Option<u32>, fields: Fields) -> Response {
    let title = if number.is_some() { || t!("finding-change") } else { || t!("findings-add") };
    visit.form(Area::Team, StatusCode::OK, fields, title, || pages::form(call, number))
}
