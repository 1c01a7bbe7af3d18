//! Outcomes: the register, the trace of a recommendation, and where someone's words went.

pub mod findings;
pub mod picking;
pub mod recommendations;

use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::Form;
use domain::mail::Followed;
use domain::outcomes::{ReceiptDetails, RegisterFilter};
use services::calls;
use services::follow::theme_slug;
use services::outcomes::{register as records, trace as traces};
use services::responses::read;
use services::{Failure, Services};

use super::typed::{Typed, query};
use super::visit::{Stop, Visit};

/// The register of recommendations.
pub async fn register(visit: Visit) -> Result<Response, Stop> {
    let asked = query(&visit.uri);
    let filter = RegisterFilter::parse(&asked);
    let found = records::register(visit.services(), &filter).await?;
    let (title, fields) = (|| t!("register-title"), Fields::of(asked));
    let theme = filter.theme.as_deref().filter(|theme| found.themes.iter().any(|(one, _)| one == theme));
    let offer = theme.and_then(|theme| visit.offer(Followed::Theme, &theme_slug(theme)));
    let body = || app::outcomes::register::page(found, filter, offer);
    Ok(visit.form(Area::Public, StatusCode::OK, fields, title, body))
}

/// One recommendation, followed both ways.
pub async fn trace(visit: Visit, Path(slug): Path<String>) -> Result<Response, Stop> {
    let found = traces::down(visit.services(), &slug, visit.actor()).await?;
    let title = found.title.clone();
    let offer = visit.offer(Followed::Recommendation, &slug).filter(|_| found.published);
    Ok(visit.page(|| title, || app::outcomes::trace::page(found, offer)))
}

/// The findings of a call that are published.
pub async fn findings_of(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let found = traces::published(visit.services(), call.id).await?;
    Ok(visit.page(|| t!("published-findings"), || app::outcomes::finding::list(&call, found)))
}

/// One finding, followed both ways.
pub async fn finding(visit: Visit, Path((_, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let call = visit.call()?;
    let number = number.parse().map_err(|_| Failure::NotFound("finding"))?;
    let found = traces::of_finding(visit.services(), call.id, number, visit.actor()).await?;
    let title = found.finding.title.clone();
    Ok(visit.page(|| title, || app::outcomes::finding::page(&call, found)))
}

/// The form that asks for a receipt.
pub async fn ask(visit: Visit) -> Response {
    asking(&visit, Fields::default())
}

/// Where the words went, for whoever has the receipt. The answer is a page, and no address that could be passed on.
pub async fn own_words(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    match own(visit.services(), &typed).await {
        Err(Failure::Invalid(problems)) => Ok(asking(&visit, Fields { form: typed, problems })),
        done => {
            let journey = done?;
            let call = calls::by_id(visit.services(), journey.call.id).await?;
            Ok(visit.page(|| t!("journey-title"), || app::outcomes::journey::own(journey, &call)))
        }
    }
}

async fn own(services: &Services, typed: &Form) -> Result<traces::Journey, Failure> {
    let receipt = ReceiptDetails::parse(typed)?;
    let response = traces::by_receipt(services, &receipt).await?;
    traces::own_by(services, response, &receipt.code).await
}

fn asking(visit: &Visit, fields: Fields) -> Response {
    visit.form(Area::Public, StatusCode::OK, fields, || t!("journey-title"), app::outcomes::journey::ask)
}

/// Where the words of one response went, for the team of its call.
pub async fn words(visit: Visit, Path((_, reference)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let response = read::by_reference(services, call.id, &reference).await?;
    let journey = traces::up(services, response.id, visit.actor()).await?;
    Ok(visit.team(|| t!("desk-trace"), || app::outcomes::journey::for_the_team(journey, &call)))
}
