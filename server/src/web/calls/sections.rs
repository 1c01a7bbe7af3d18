//! The sections of a call in the builder.

use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::SectionDetails;
use domain::forms::{Form, Problem};
use services::Failure;
use services::calls::{Call, Section, edit, questionnaire};
use uuid::Uuid;

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};
use super::Item;
use super::questions::{back_to, builder_with, closed, direction};

/// A blank form for a section.
pub async fn add_page(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    if edit::begun(visit.services(), call.id).await? {
        return Ok(closed(&visit, call, || t!("section-new-title")));
    }
    Ok(page(&visit, call, None, Fields::default()))
}

/// Adds a section.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    match SectionDetails::parse(&typed) {
        Err(problems) => Ok(page(&visit, call, None, Fields { form: typed, problems })),
        Ok(SectionDetails { title, intro }) => {
            match edit::add_section(visit.services(), call.id, title, intro).await {
                Err(Failure::Refused(reason)) => {
                    let problems = Problem::new("title", reason).into();
                    Ok(page(&visit, call, None, Fields { form: typed, problems }))
                }
                done => Ok(back_to(&visit, &call, Some(done?))),
            }
        }
    }
}

/// The words of a section.
pub async fn show(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    let held = find(&visit, &call, id).await?;
    let form = Form::from_pairs([("title", held.title), ("intro", held.intro)]);
    Ok(page(&visit, call, Some(id), Fields::of(form)))
}

/// Changes the words of a section.
pub async fn change(visit: Visit, Item(id): Item, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    match SectionDetails::parse(&typed) {
        Err(problems) => {
            find(&visit, &call, id).await?;
            Ok(page(&visit, call, Some(id), Fields { form: typed, problems }))
        }
        Ok(SectionDetails { title, intro }) => {
            edit::change_section(visit.services(), call.id, id, title, intro).await?;
            Ok(back_to(&visit, &call, Some(id)))
        }
    }
}

/// Moves a section up or down.
pub async fn shift(visit: Visit, Item(id): Item, Typed(typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    match edit::move_section(visit.services(), call.id, id, direction(&typed)).await {
        Err(Failure::Refused(reason)) => builder_with(&visit, call, id, reason).await,
        done => {
            done?;
            Ok(back_to(&visit, &call, Some(id)))
        }
    }
}

/// Asks whether a section should go.
pub async fn remove_page(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    let held = find(&visit, &call, id).await?;
    let form = questionnaire(visit.services().db.read(), call.id).await?;
    if form.of_section(id).next().is_some() {
        return builder_with(&visit, call, id, "error-section-not-empty").await;
    }
    let body = || app::calls::builder_forms::remove(call, format!("sections/{id}"), held.title);
    Ok(visit.form(Area::Team, StatusCode::OK, Fields::default(), || t!("remove-title"), body))
}

/// Takes a section out.
pub async fn remove(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    match edit::remove_section(visit.services(), call.id, id).await {
        Err(Failure::Refused(reason)) => builder_with(&visit, call, id, reason).await,
        done => {
            done?;
            Ok(back_to(&visit, &call, None))
        }
    }
}

async fn find(visit: &Visit, call: &Call, id: Uuid) -> Result<Section, Stop> {
    let form = questionnaire(visit.services().db.read(), call.id).await?;
    let held = form.sections.into_iter().find(|held| held.id == id);
    Ok(held.ok_or(Failure::NotFound("section"))?)
}

fn page(visit: &Visit, call: Call, id: Option<Uuid>, fields: Fields) -> Response {
    let title = || if id.is_some() { t!("section-edit-title") } else { t!("section-new-title") };
    let body = || app::calls::builder_forms::section(call, id);
    visit.form(Area::Team, StatusCode::OK, fields, title, body)
}
