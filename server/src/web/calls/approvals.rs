//! Acts that take two people: what was asked for, deciding it, and how many people a call takes.

use app::calls::approvals::{self as pages, Asked, Published};
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::{AskedAct, Verdict, approval_note, two_people};
use domain::forms::{Form, Problems};
use domain::people::Action;
use services::Failure;
use services::calls::approvals::{self, Approval, Done, others_who_may};
use services::calls::{Call, questionnaire};
use services::outcomes::{findings, recommendations};
use uuid::Uuid;

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};
use super::{Item, team_address};

/// What was asked for of a call.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let all = approvals::of_call(visit.services(), &call).await?;
    Ok(visit.team(|| t!("approvals-title"), || pages::list(call, all)))
}

/// One of them, with exactly what it would do.
pub async fn page(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    show(&visit, call, id, Fields::default()).await
}

/// Decides it.
pub async fn decide(visit: Visit, Item(id): Item, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    match Verdict::parse(&typed) {
        Err(problems) => show(&visit, call, id, Fields { form: typed, problems }).await,
        Ok(verdict) => {
            approvals::decide(visit.services(), call.id, id, verdict).await?;
            // A call that was deleted has no pages.
            let there = services::calls::by_id(visit.services(), call.id).await.is_ok();
            let next = if there { address(&call, id) } else { "/team".to_owned() };
            Ok(visit.go(&next))
        }
    }
}

/// Takes back what the same person asked for. The id is in the middle of the address.
pub async fn withdraw(
    visit: Visit,
    axum::extract::Path((_, id)): axum::extract::Path<(String, String)>,
) -> Result<Response, Stop> {
    let call = visit.call()?;
    let id = id.parse().map_err(|_| Failure::NotFound("approval"))?;
    approvals::withdraw(visit.services(), call.id, id).await?;
    Ok(visit.go(&address(&call, id)))
}

fn address(call: &Call, id: Uuid) -> String {
    format!("{}/approvals/{id}", team_address(call))
}

async fn show(visit: &Visit, call: Call, id: Uuid, fields: Fields) -> Result<Response, Stop> {
    let services = visit.services();
    let (approval, changed) = approvals::one(services, &call, id).await?;
    let published = published(visit, &call, &approval).await?;
    let questions = questionnaire(services.db.read(), call.id).await?.questions.len();
    let shown = Asked { call, approval, changed, questions, published, now: services.clock.now() };
    let body = || pages::page(shown);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("approvals-title"), body))
}

/// What an act would publish, as it stands now.
async fn published(visit: &Visit, call: &Call, one: &Approval) -> Result<Option<Published>, Failure> {
    let (services, base) = (visit.services(), team_address(call));
    let found = match &one.act {
        AskedAct::PublishFinding { number, .. } => {
            let held = findings::by_number(services, call.id, *number).await;
            held.map(|held| Published {
                address: format!("{base}/findings/{number}"),
                title: held.title,
                text: held.text,
            })
        }
        AskedAct::PublishRecommendation { slug, .. }
        | AskedAct::AddReply { slug, .. }
        | AskedAct::AddProgress { slug, .. } => {
            let held = recommendations::by_slug(services, slug).await;
            held.map(|held| Published {
                address: format!("{base}/recommendations/{slug}"),
                title: held.title,
                text: held.text,
            })
        }
        _ => return Ok(None),
    };
    match found {
        Err(Failure::NotFound(_)) => Ok(None),
        found => found.map(Some),
    }
}

/// How many people a call takes.
pub async fn setting(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let now = Form::from_pairs([("people", if call.two_people { "two" } else { "one" })]);
    setting_page(&visit, call, Fields::of(now)).await
}

/// Sets it, or asks for it.
pub async fn set(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    let (services, list) = (visit.services(), format!("{}/approvals", team_address(&call)));
    let wished = match (two_people(&typed), approval_note(&typed)) {
        (Ok(two), Ok(note)) => Ok((two, note)),
        (two, note) => Err(all_of(two.err(), note.err())),
    };
    match wished {
        Err(problems) => setting_page(&visit, call, Fields { form: typed, problems }).await,
        Ok((true, _)) => {
            approvals::require_two(services, call.id).await?;
            Ok(visit.go(&list))
        }
        Ok((false, _)) if !call.two_people => Ok(visit.go(&list)),
        Ok((false, note)) => {
            let done = approvals::put(services, call.id, AskedAct::OnePerson, note).await?;
            Ok(onward(&visit, &call, done, &list))
        }
    }
}

async fn setting_page(visit: &Visit, call: Call, fields: Fields) -> Result<Response, Stop> {
    let others = others_who_may(visit.services(), Action::RunCall, call.id).await?;
    let body = || pages::setting(call, others);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("two-people-title"), body))
}

/// All that is wrong with two parts of one form.
pub fn all_of(first: Option<Problems>, second: Option<Problems>) -> Problems {
    let mut all = Problems::default();
    for problems in [first, second].into_iter().flatten() {
        problems.iter().for_each(|problem| all.add(problem.clone()));
    }
    all
}

/// On to where an act that was done leads, or to what waits for somebody else.
pub fn onward(visit: &Visit, call: &Call, done: Done, otherwise: &str) -> Response {
    visit.go(&led(call, done, otherwise))
}

/// The address to which an act leads.
pub fn led(call: &Call, done: Done, otherwise: &str) -> String {
    match done {
        Done::Now => otherwise.to_owned(),
        Done::Asked(id) => address(call, id),
    }
}

/// What waits of a call under this name, where something does.
pub async fn waiting(visit: &Visit, call: &Call, act: &AskedAct) -> Result<Option<Approval>, Failure> {
    if !call.two_people {
        return Ok(None);
    }
    let all = approvals::of_call(visit.services(), call).await?;
    let open = domain::calls::ApprovalState::Asked;
    Ok(all.into_iter().find(|one| one.state == open && one.act.slot() == act.slot()))
}
