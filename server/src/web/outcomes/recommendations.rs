//! The team's recommendations, the replies to them, and their progress.

use app::components::Fields;
use app::layout::Area;
use app::outcomes::team::recommendations as pages;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::approval_note;
use domain::forms::{Form, Problems};
use domain::outcomes::{Dated, ProgressStatus, RecommendationDetails, ReplyStatus};
use services::calls::approvals;
use services::outcomes::{Finding, Recommendation, findings, recommendations, replies, trace};
use services::{Failure, calls::Call};
use uuid::Uuid;

use crate::web::calls::approvals::{all_of, led, onward, waiting};
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

type At = Path<(String, String)>;

/// The recommendations of a call.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let all = recommendations::list(visit.services(), call.id).await?;
    Ok(visit.team(|| t!("register-title"), || pages::list(call, all)))
}

/// One recommendation.
pub async fn page(visit: Visit, Path((_, slug)): At) -> Result<Response, Stop> {
    let call = visit.call()?;
    let one = find(&visit, &call, &slug).await?;
    show(&visit, call, one, Fields::default()).await
}

async fn show(visit: &Visit, call: Call, one: Recommendation, fields: Fields) -> Result<Response, Stop> {
    let services = visit.services();
    let known = findings::list(services, call.id).await?;
    let came = trace::down(services, &one.slug, visit.actor()).await?;
    let waits = waiting(visit, &call, &recommendations::publishing(&one)).await?;
    let title = one.title.clone();
    let body = || pages::page(call, one, known, came, waits);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || title, body))
}

/// The form of a new recommendation.
pub async fn new_page(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let known = findings::list(visit.services(), call.id).await?;
    Ok(form(&visit, call, None, known, Fields::default()))
}

/// Adds a recommendation.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    let known = findings::list(visit.services(), call.id).await?;
    let done = async {
        let details = RecommendationDetails::parse(&typed, &ids(&known))?;
        let slug = recommendations::add(visit.services(), call.id, details).await?;
        Ok(address(&call, &slug))
    };
    let done = done.await;
    visit.done(done, typed, |fields| form(&visit, call, None, known, fields))
}

/// The form of a recommendation that is there.
pub async fn edit_page(visit: Visit, Path((_, slug)): At) -> Result<Response, Stop> {
    let call = visit.call()?;
    let one = find(&visit, &call, &slug).await?;
    let known = findings::list(visit.services(), call.id).await?;
    let fields = Fields::of(one.details().form());
    Ok(form(&visit, call, Some(one), known, fields))
}

/// Changes a recommendation.
pub async fn change(visit: Visit, Path((_, slug)): At, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    let one = find(&visit, &call, &slug).await?;
    let known = findings::list(visit.services(), call.id).await?;
    let done = async {
        let details = RecommendationDetails::parse(&typed, &ids(&known))?;
        recommendations::change(visit.services(), &one, details).await?;
        Ok(address(&call, &one.slug))
    };
    let done = done.await;
    visit.done(done, typed, |fields| form(&visit, call, Some(one), known, fields))
}

/// Publishes a recommendation, or asks for it where that takes two people.
pub async fn publish(visit: Visit, Path((_, slug)): At, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    let one = find(&visit, &call, &slug).await?;
    match approval_note(&typed) {
        Err(problems) => show(&visit, call, one, Fields { form: typed, problems }).await,
        Ok(note) => {
            let act = recommendations::publishing(&one);
            let done = approvals::put(visit.services(), call.id, act, note).await?;
            Ok(onward(&visit, &call, done, &address(&call, &slug)))
        }
    }
}

/// Withdraws a recommendation.
pub async fn withdraw(visit: Visit, Path((_, slug)): At) -> Result<Response, Stop> {
    let call = visit.call()?;
    let one = find(&visit, &call, &slug).await?;
    recommendations::unpublish(visit.services(), &one).await?;
    Ok(visit.go(&address(&call, &slug)))
}

/// The form of a reply.
pub async fn reply_page(visit: Visit, Path((_, slug)): At) -> Result<Response, Stop> {
    let call = visit.call()?;
    let one = find(&visit, &call, &slug).await?;
    Ok(reply_form(&visit, &call, &one, Fields::default()))
}

/// Adds a reply.
pub async fn reply(visit: Visit, Path((_, slug)): At, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    let one = find(&visit, &call, &slug).await?;
    let done = async {
        let (reply, note) = with_note(Dated::parse(&typed, ReplyStatus::parse), &typed)?;
        let act = replies::replying(&one, reply);
        let done = approvals::put(visit.services(), call.id, act, note).await?;
        Ok(led(&call, done, &address(&call, &one.slug)))
    };
    let done = done.await;
    visit.done(done, typed, |fields| reply_form(&visit, &call, &one, fields))
}

/// The form of a note of progress.
pub async fn progress_page(visit: Visit, Path((_, slug)): At) -> Result<Response, Stop> {
    let call = visit.call()?;
    let one = find(&visit, &call, &slug).await?;
    Ok(progress_form(&visit, &call, &one, Fields::default()))
}

/// Adds a note of progress.
pub async fn progress(visit: Visit, Path((_, slug)): At, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    let one = find(&visit, &call, &slug).await?;
    let done = async {
        let (progress, note) = with_note(Dated::parse(&typed, ProgressStatus::parse), &typed)?;
        let act = replies::progressing(&one, progress);
        let done = approvals::put(visit.services(), call.id, act, note).await?;
        Ok(led(&call, done, &address(&call, &one.slug)))
    };
    let done = done.await;
    visit.done(done, typed, |fields| progress_form(&visit, &call, &one, fields))
}

/// What was typed, with what is said to whoever is to approve it.
fn with_note<T>(typed: Result<T, Problems>, form: &Form) -> Result<(T, String), Problems> {
    match (typed, approval_note(form)) {
        (Ok(typed), Ok(note)) => Ok((typed, note)),
        (typed, note) => Err(all_of(typed.err(), note.err())),
    }
}

fn address(call: &Call, slug: &str) -> String {
    format!("/team/calls/{}/recommendations/{slug}", call.slug)
}

fn ids(findings: &[Finding]) -> Vec<Uuid> {
    findings.iter().map(|finding| finding.id).collect()
}

/// The recommendation of this call with this slug: a right to one call is none to another.
async fn find(visit: &Visit, call: &Call, slug: &str) -> Result<Recommendation, Failure> {
    let one = recommendations::by_slug(visit.services(), slug).await?;
    if one.call == call.id { Ok(one) } else { Err(Failure::NotFound("recommendation")) }
}

fn form(
    visit: &Visit,
    call: Call,
    one: Option<Recommendation>,
    known: Vec<Finding>,
    fields: Fields,
) -> Response {
    let title = if one.is_some() { || t!("recommendation-change") } else { || t!("recommendations-add") };
    visit.form(Area::Team, StatusCode::OK, fields, title, || pages::form(call, one, known))
}

fn reply_form(visit: &Visit, call: &Call, one: &Recommendation, fields: Fields) -> Response {
    let body = || pages::reply_form(call, one);
    visit.form(Area::Team, StatusCode::OK, fields, || t!("reply-add"), body)
}

fn progress_form(visit: &Visit, call: &Call, one: &Recommendation, fields: Fields) -> Response {
    let body = || pages::progress_form(call, one);
    visit.form(Area::Team, StatusCode::OK, fields, || t!("progress-add"), body)
}
