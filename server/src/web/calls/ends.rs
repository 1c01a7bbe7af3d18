//! The pages at which a call's form can end early, in the builder.

use app::calls::builder_skip_forms::EndPagePage;
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::{EndPage, EndPageDetails, end_page_fields};
use domain::forms::Form;
use services::Failure;
use services::calls::{Call, edit, questionnaire};
use uuid::Uuid;

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};
use super::Item;
use super::questions::{back_to, builder_with, closed, direction, taken};

/// A blank form for an end page.
pub async fn add_page(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    if edit::begun(visit.services(), call.id).await? {
        return Ok(closed(&visit, call, || t!("end-page-new-title")));
    }
    page(&visit, call, None, Fields::default()).await
}

/// Adds an end page.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    put(&visit, None, typed).await
}

/// An end page as it is.
pub async fn show(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    let held = find(&visit, &call, id).await?;
    let fields = Fields::of(end_page_fields(&held));
    page(&visit, call, Some(held), fields).await
}

/// Changes an end page.
pub async fn change(visit: Visit, Item(id): Item, Typed(typed): Typed) -> Result<Response, Stop> {
    let held = find(&visit, &visit.call()?, id).await?;
    put(&visit, Some(held), typed).await
}

async fn put(visit: &Visit, held: Option<EndPage>, mut typed: Form) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    // The form of a page to which people may have come already does not ask what can be sent from it: that stays.
    if let Some(held) = held.as_ref().filter(|_| !typed.sent("sends"))
        && edit::begun(services, call.id).await?
    {
        typed.set("sends", end_page_fields(held).value("sends"));
    }
    let done = match (EndPageDetails::parse(&typed), &held) {
        (Err(problems), _) => Err(Failure::Invalid(problems)),
        (Ok(details), None) => edit::add_end(services, call.id, details).await,
        (Ok(details), Some(held)) => {
            edit::change_end(services, call.id, held.id, details).await.map(|()| held.id)
        }
    };
    match taken(done)? {
        Err(problems) => page(visit, call, held, Fields { form: typed, problems }).await,
        Ok(id) => Ok(back_to(visit, &call, Some(id))),
    }
}

/// Moves an end page up or down.
pub async fn shift(visit: Visit, Item(id): Item, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    match edit::move_end(visit.services(), call.id, id, direction(&typed)).await {
        Err(Failure::Refused(reason)) => builder_with(&visit, call, id, reason).await,
        done => {
            done?;
            Ok(back_to(&visit, &call, Some(id)))
        }
    }
}

/// Asks whether an end page should go.
pub async fn remove_page(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    let held = find(&visit, &call, id).await?;
    if edit::begun(visit.services(), call.id).await? {
        return Ok(closed(&visit, call, || t!("remove-title")));
    }
    let body = || app::calls::builder_forms::remove(call, format!("ends/{id}"), held.title);
    Ok(visit.form(Area::Team, StatusCode::OK, Fields::default(), || t!("remove-title"), body))
}

/// Takes an end page out.
pub async fn remove(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    match edit::remove_end(visit.services(), call.id, id).await {
        Err(Failure::Refused(reason)) => builder_with(&visit, call, id, reason).await,
        done => {
            done?;
            Ok(back_to(&visit, &call, None))
        }
    }
}

async fn find(visit: &Visit, call: &Call, id: Uuid) -> Result<EndPage, Stop> {
    let form = questionnaire(visit.services().db.read(), call.id).await?;
    Ok(form.end(id).cloned().ok_or(Failure::NotFound("end page"))?)
}

async fn page(visit: &Visit, call: Call, held: Option<EndPage>, fields: Fields) -> Result<Response, Stop> {
    let begun = edit::begun(visit.services(), call.id).await?;
    let changes = held.is_some();
    let title = || if changes { t!("end-page-edit-title") } else { t!("end-page-new-title") };
    let body = || app::calls::builder_skip_forms::end(EndPagePage { call, held, begun });
    Ok(visit.form(Area::Team, StatusCode::OK, fields, title, body))
}
