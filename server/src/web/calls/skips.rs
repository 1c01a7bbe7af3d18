//! The skips of a call in the builder.

use app::calls::builder_skip_forms::SkipPage;
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::{Skip, SkipDetails, rule_fields, skip_fields};
use domain::forms::{Form, Problem};
use services::Failure;
use services::calls::{Call, edit, questionnaire};
use uuid::Uuid;

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};
use super::Item;
use super::questions::{back_to, builder_with, closed, direction};

/// A blank form for a skip after the question in the address.
pub async fn add_page(visit: Visit, Item(after): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    let mut blank = Form::default();
    rule_fields(None, &mut blank);
    page(&visit, call, after, None, Fields::of(blank)).await
}

/// Adds a skip after the question in the address.
pub async fn add(visit: Visit, Item(after): Item, Typed(typed): Typed) -> Result<Response, Stop> {
    put(&visit, after, None, typed).await
}

/// A skip as it is.
pub async fn show(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    let held = find(&visit, &call, id).await?;
    page(&visit, call, held.after, Some(id), Fields::of(skip_fields(&held))).await
}

/// Changes a skip.
pub async fn change(visit: Visit, Item(id): Item, Typed(typed): Typed) -> Result<Response, Stop> {
    let held = find(&visit, &visit.call()?, id).await?;
    put(&visit, held.after, Some(id), typed).await
}

async fn put(visit: &Visit, after: Uuid, id: Option<Uuid>, typed: Form) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let form = questionnaire(services.db.read(), call.id).await?;
    if form.question(after).is_none() {
        return Err(Failure::NotFound("question").into());
    }
    let done = match (SkipDetails::parse(&typed, &form, after), id) {
        (Err(problems), _) => Err(Failure::Invalid(problems)),
        (Ok(details), None) => edit::add_skip(services, call.id, after, details).await,
        (Ok(details), Some(id)) => edit::change_skip(services, call.id, id, details).await.map(|()| id),
    };
    let problems = match done {
        Err(Failure::Invalid(problems)) => problems,
        // Someone began to answer while it was written.
        Err(Failure::Refused(reason)) => Problem::new("to", reason).into(),
        done => return Ok(back_to(visit, &call, Some(done?))),
    };
    shown(visit, call, after, id, Fields { form: typed, problems }).await
}

/// Moves a skip up or down among those after its question.
pub async fn shift(visit: Visit, Item(id): Item, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    match edit::move_skip(visit.services(), call.id, id, direction(&typed)).await {
        Err(Failure::Refused(reason)) => builder_with(&visit, call, id, reason).await,
        done => {
            done?;
            Ok(back_to(&visit, &call, Some(id)))
        }
    }
}

/// Asks whether a skip should go.
pub async fn remove_page(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    find(&visit, &call, id).await?;
    if edit::begun(visit.services(), call.id).await? {
        return Ok(closed(&visit, call, || t!("remove-title")));
    }
    let form = questionnaire(visit.services().db.read(), call.id).await?;
    let body = || {
        let title = form.skip(id).map(|skip| app::calls::skips::sentence(&form, skip)).unwrap_or_default();
        app::calls::builder_forms::remove(call, format!("skips/{id}"), title)
    };
    Ok(visit.form(Area::Team, StatusCode::OK, Fields::default(), || t!("remove-title"), body))
}

/// Takes a skip out.
pub async fn remove(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    let held = find(&visit, &call, id).await?;
    match edit::remove_skip(visit.services(), call.id, id).await {
        Err(Failure::Refused(reason)) => builder_with(&visit, call, id, reason).await,
        done => {
            done?;
            Ok(back_to(&visit, &call, Some(held.after)))
        }
    }
}

async fn find(visit: &Visit, call: &Call, id: Uuid) -> Result<Skip, Stop> {
    let form = questionnaire(visit.services().db.read(), call.id).await?;
    Ok(form.skip(id).cloned().ok_or(Failure::NotFound("skip"))?)
}

async fn page(
    visit: &Visit,
    call: Call,
    after: Uuid,
    id: Option<Uuid>,
    fields: Fields,
) -> Result<Response, Stop> {
    if edit::begun(visit.services(), call.id).await? {
        return Ok(closed(visit, call, || t!("skip-edit-title")));
    }
    shown(visit, call, after, id, fields).await
}

async fn shown(
    visit: &Visit,
    call: Call,
    after: Uuid,
    id: Option<Uuid>,
    fields: Fields,
) -> Result<Response, Stop> {
    let form = questionnaire(visit.services().db.read(), call.id).await?;
    if form.question(after).is_none() {
        return Err(Failure::NotFound("question").into());
    }
    let title = || if id.is_some() { t!("skip-edit-title") } else { t!("skip-new-title") };
    let body = || app::calls::builder_skip_forms::skip(SkipPage { call, form, after, id });
    Ok(visit.form(Area::Team, StatusCode::OK, fields, title, body))
}
