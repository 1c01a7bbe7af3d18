//! What a call says, and when it runs.

use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::{CallDetails, CallKind, Schedule, WelshTexts, approval_note};
use domain::forms::{Form, Problem, Problems};
use domain::people::{Action, Resource, may};
use services::Failure;
use services::calls::approvals::{self, Done, others_who_may};
use services::calls::edit::{self, GRACE_MINUTES};
use services::calls::{self, Call, closings};

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};
use super::approvals::onward;

/// A blank form for a call.
pub async fn create_page(visit: Visit) -> Result<Response, Stop> {
    let blank = Form::from_pairs([("kind", CallKind::CallForEvidence.as_str())]);
    creating(&visit, Fields::of(blank)).await
}

/// Makes a call that only the team can see.
pub async fn create(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (services, by) = (visit.services(), visit.person.as_ref().map(|person| person.id));
    let slug = match both(CallDetails::parse(&typed, false), like(&visit, &typed).await?) {
        Err(problems) => return creating(&visit, Fields { form: typed, problems }).await,
        Ok((details, None)) => edit::create(services, details, by).await?,
        Ok((details, Some(like))) => edit::create_like(services, details, &like, by).await?,
    };
    Ok(visit.go(&format!("/team/calls/{slug}")))
}

/// The calls whose form whoever asks may read.
async fn readable(visit: &Visit) -> Result<Vec<Call>, Failure> {
    let mut all = calls::all(visit.services()).await?;
    all.retain(|call| may(visit.actor(), Action::PreviewCall, Resource::Call(call.id)));
    Ok(all)
}

/// The call that a new one is to begin as, where one was chosen.
async fn like(visit: &Visit, typed: &Form) -> Result<Result<Option<Call>, Problems>, Failure> {
    let slug = typed.value("like");
    if slug.is_empty() {
        return Ok(Ok(None));
    }
    let found = readable(visit).await?.into_iter().find(|call| call.slug == slug);
    let unknown = || Problems::from(Problem::new("like", "error-call-like"));
    Ok(found.map(Some).ok_or_else(unknown))
}

async fn creating(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let like = readable(visit).await?;
    let body = || app::calls::edit::create(&like);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("call-new-title"), body))
}

/// The texts of a call.
pub async fn texts(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let fields = Fields::of(texts_of(&call));
    Ok(changing(&visit, call, fields))
}

/// Changes the texts of a call.
pub async fn change(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    let done =
        match both(CallDetails::parse(&typed, call.times.announced.is_some()), WelshTexts::parse(&typed)) {
            Err(problems) => Err(Failure::Invalid(problems)),
            Ok((details, welsh)) => edit::change(visit.services(), &call, details, welsh).await,
        };
    match done {
        Err(Failure::Invalid(problems)) => Ok(changing(&visit, call, Fields { form: typed, problems })),
        done => {
            done?;
            Ok(visit.go(&super::team_address(&call)))
        }
    }
}

/// What two parts of one form say, or all that is wrong with either.
fn both<A, B>(first: Result<A, Problems>, second: Result<B, Problems>) -> Result<(A, B), Problems> {
    match (first, second) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        (Err(mut problems), second) => {
            if let Err(more) = second {
                more.iter().for_each(|problem| problems.add(problem.clone()));
            }
            Err(problems)
        }
        (Ok(_), Err(problems)) => Err(problems),
    }
}

fn changing(visit: &Visit, call: Call, fields: Fields) -> Response {
    let body = || app::calls::edit::change(call);
    visit.form(Area::Team, StatusCode::OK, fields, || t!("call-edit-title"), body)
}

fn texts_of(call: &Call) -> Form {
    let mut form = Form::from_pairs([
        ("kind", call.kind.as_str()),
        ("title", &call.title),
        ("summary", &call.summary),
        ("title-cy", &call.title_cy),
        ("summary-cy", &call.summary_cy),
        ("remit", &call.remit),
        ("commissioner", &call.commissioner),
        ("contact", &call.contact),
        ("publication-policy", &call.publication_policy),
    ]);
    for (part, text) in call.privacy_notice.said() {
        form.set(part.field(), text);
    }
    form
}

/// When a call opens and closes.
pub async fn times(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let fields = Fields::of(times_of(&call));
    scheduling(&visit, call, fields).await
}

/// Sets when a call opens and closes, or asks for it, and shows the times as they will be said.
pub async fn schedule(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    match reschedule(&visit, &call, &typed).await {
        Err(Failure::Invalid(problems)) => scheduling(&visit, call, Fields { form: typed, problems }).await,
        done => {
            let next = format!("{}/schedule", super::team_address(&call));
            Ok(onward(&visit, &call, done?, &next))
        }
    }
}

async fn reschedule(visit: &Visit, call: &Call, typed: &Form) -> Result<Done, Failure> {
    let (schedule, note) = both(Schedule::parse(typed), approval_note(typed))?;
    let act = edit::rescheduling(call, schedule)?;
    approvals::put(visit.services(), call.id, act, note).await
}

async fn scheduling(visit: &Visit, call: Call, fields: Fields) -> Result<Response, Stop> {
    let others = if call.two_people && call.times.announced.is_some() {
        Some(others_who_may(visit.services(), Action::RunCall, call.id).await?)
    } else {
        None
    };
    let closings = closings(visit.services(), &call).await?;
    let body = || app::calls::schedule::page(call, &closings, others);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("schedule-title"), body))
}

/// The times of a call as the form holds them; where there are none, the hours that suit most.
fn times_of(call: &Call) -> Form {
    let mut form = Form::default();
    for (name, at, hour) in [("opens", call.times.opens, "09:00"), ("closes", call.times.closes, "23:59")] {
        let local = at.map(|at| at.with_timezone(&call.zone));
        let date = local.map(|local| local.format("%Y-%m-%d").to_string()).unwrap_or_default();
        let time = local.map_or_else(|| hour.to_owned(), |local| local.format("%H:%M").to_string());
        form.set(&format!("{name}-date"), date);
        form.set(&format!("{name}-time"), time);
    }
    let grace = if call.times.closes.is_some() { call.times.grace_minutes } else { GRACE_MINUTES };
    form.set("grace-minutes", grace.to_string());
    form.set("run-reason", call.run_reason.as_str());
    form
}
