//! The question bank.

use app::calls::bank;
use app::calls::builder_preview::Preview;
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::Question;
use domain::calls::bank::{BankDetails, bank_fields, note};
use domain::forms::{Form, Problem, Problems};
use services::Failure;
use services::calls::bank as banked;
use services::calls::{Call, edit, questionnaire};
use uuid::Uuid;

use super::super::typed::{Typed, query};
use super::super::visit::{Stop, Visit};
use super::Item;
use super::questions::{back_to, closed, with_list};

/// All of it, or those with certain words.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let asked = query(&visit.uri);
    let found = banked::list(visit.services(), asked.value("words")).await?;
    Ok(visit.form(Area::Team, StatusCode::OK, Fields::of(asked), || t!("bank-title"), || bank::page(found)))
}

/// A blank form.
pub async fn new_page(visit: Visit) -> Result<Response, Stop> {
    let blank = Form::from_pairs([("required", "yes"), ("reasons", "no")]);
    Ok(page(&visit, None, Fields::of(blank), Preview::None))
}

/// Adds a question.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    put(&visit, None, typed).await
}

/// A question as it is.
pub async fn show(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let (held, note) = banked::find(visit.services(), id).await?;
    let fields = Fields::of(bank_fields(&held, &note));
    Ok(page(&visit, Some(&held), fields, Preview::Question(Box::new(held.clone()))))
}

/// Changes a question.
pub async fn change(visit: Visit, Item(id): Item, Typed(typed): Typed) -> Result<Response, Stop> {
    let (held, _) = banked::find(visit.services(), id).await?;
    put(&visit, Some(held), typed).await
}

async fn put(visit: &Visit, held: Option<Question>, typed: Form) -> Result<Response, Stop> {
    let services = visit.services();
    let typed = with_list(services, typed).await?;
    let details = BankDetails::parse(&typed);
    if typed.sent("preview") {
        let preview = match details {
            Ok(details) => {
                Preview::Question(Box::new(edit::previewed(services, held.as_ref(), details.question)))
            }
            Err(problems) => Preview::Lacking(problems),
        };
        return Ok(page(visit, held.as_ref(), Fields::of(typed), preview));
    }
    match details {
        Err(problems) => Ok(page(visit, held.as_ref(), Fields { form: typed, problems }, Preview::None)),
        Ok(details) => {
            let id = banked::put(services, held.map(|held| held.id), details).await?;
            Ok(visit.go(&format!("/team/bank#item-{id}")))
        }
    }
}

fn page(visit: &Visit, held: Option<&Question>, fields: Fields, preview: Preview) -> Response {
    let title = || if held.is_some() { t!("bank-edit-title") } else { t!("bank-new-title") };
    visit.form(Area::Team, StatusCode::OK, fields, title, || bank::form(held, preview))
}

/// Asks whether a question should go.
pub async fn remove_page(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let (held, _) = banked::find(visit.services(), id).await?;
    Ok(visit.form(
        Area::Team,
        StatusCode::OK,
        Fields::default(),
        || t!("bank-remove-title"),
        || bank::remove(&held),
    ))
}

/// Takes a question out of the bank.
pub async fn remove(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    banked::remove(visit.services(), id).await?;
    Ok(visit.go("/team/bank"))
}

/// Asks what to say of a question of a call that is to be kept.
pub async fn keep_page(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    keeping(&visit, id, Fields::default()).await
}

/// Keeps a question of a call.
pub async fn keep(visit: Visit, Item(id): Item, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    let done = match note(&typed) {
        Err(problem) => Err(Failure::Invalid(problem.into())),
        Ok(note) => banked::keep(visit.services(), call.id, id, note).await,
    };
    match done {
        Err(Failure::Invalid(problems)) => keeping(&visit, id, Fields { form: typed, problems }).await,
        Err(Failure::Refused(reason)) => {
            let problems = Problem::new("bank", reason).into();
            keeping(&visit, id, Fields { form: typed, problems }).await
        }
        done => {
            done?;
            Ok(back_to(&visit, &call, Some(id)))
        }
    }
}

async fn keeping(visit: &Visit, id: Uuid, fields: Fields) -> Result<Response, Stop> {
    let call = visit.call()?;
    let form = questionnaire(visit.services().db.read(), call.id).await?;
    let asked = form.question(id).ok_or(Failure::NotFound("question"))?;
    let body = || bank::keep(&call, asked);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("bank-keep-title"), body))
}

/// Offers what the bank has for a call.
pub async fn pick(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    if edit::begun(visit.services(), call.id).await? {
        return Ok(closed(&visit, call, || t!("bank-pick-title")));
    }
    picking(&visit, call, Fields::of(query(&visit.uri))).await
}

/// Takes questions of the bank into a call.
pub async fn take(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    let ids: Vec<Uuid> = typed.values("take").iter().filter_map(|id| id.parse().ok()).collect();
    let mut problems = Problems::default();
    if ids.is_empty() {
        problems.add(Problem::new("take", "error-bank-take"));
    }
    let section = problems.require(typed.value("section").parse().ok(), "section", "error-question-section");
    let done = match section {
        Some(section) if problems.is_empty() => banked::take(visit.services(), call.id, section, ids).await,
        _ => Err(Failure::Invalid(problems)),
    };
    match done {
        Err(Failure::Invalid(problems)) => picking(&visit, call, Fields { form: typed, problems }).await,
        Err(Failure::Refused(_)) => Ok(closed(&visit, call, || t!("bank-pick-title"))),
        done => {
            done?;
            Ok(back_to(&visit, &call, section))
        }
    }
}

async fn picking(visit: &Visit, call: Call, fields: Fields) -> Result<Response, Stop> {
    let found = banked::list(visit.services(), fields.form.value("words")).await?;
    let form = questionnaire(visit.services().db.read(), call.id).await?;
    let body = || bank::pick(&call, &form, &found);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("bank-pick-title"), body))
}
