//! The sections of a call in the builder.

use app::calls::builder_forms::SectionPage;
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::{RULE_FIELDS, SectionDetails, rule_fields};
use domain::forms::Form;
use services::Failure;
use services::calls::{Call, Section, edit, questionnaire};
use uuid::Uuid;

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};
use super::Item;
use super::questions::{back_to, builder_with, closed, direction, place, taken};

/// A blank form for a section.
pub async fn add_page(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    if edit::begun(visit.services(), call.id).await? {
        return Ok(closed(&visit, call, || t!("section-new-title")));
    }
    let mut blank = Form::default();
    rule_fields(None, &mut blank);
    page(&visit, call, None, Fields::of(blank)).await
}

/// Adds a section.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    put(&visit, None, typed).await
}

/// A section as it is.
pub async fn show(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    let held = find(&visit, &call, id).await?;
    page(&visit, call, Some(id), Fields::of(fields_of(&held))).await
}

/// Changes a section.
pub async fn change(visit: Visit, Item(id): Item, Typed(typed): Typed) -> Result<Response, Stop> {
    put(&visit, Some(id), typed).await
}

async fn put(visit: &Visit, id: Option<Uuid>, mut typed: Form) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let form = questionnaire(services.db.read(), call.id).await?;
    let held = id.map(|id| form.section(id).ok_or(Failure::NotFound("section"))).transpose()?;
    // The form of a section that people have begun to answer does not hold its rule: that stays.
    if let Some(held) = held
        && !RULE_FIELDS.iter().any(|field| typed.sent(field))
        && edit::begun(services, call.id).await?
    {
        rule_fields(held.asked_if.as_ref(), &mut typed);
    }
    let earlier = held.map_or(&*form.questions, |held| form.before(held.id));
    let done = match (SectionDetails::parse(&typed, earlier), id) {
        (Err(problems), _) => Err(Failure::Invalid(problems)),
        (Ok(details), None) => edit::add_section(services, call.id, details).await,
        (Ok(details), Some(id)) => edit::change_section(services, call.id, id, details).await.map(|()| id),
    };
    match taken(done)? {
        Err(problems) => page(visit, call, id, Fields { form: typed, problems }).await,
        Ok(id) => Ok(back_to(visit, &call, Some(id))),
    }
}

fn fields_of(held: &Section) -> Form {
    let mut form = Form::from_pairs([("title", held.title.as_str()), ("intro", &held.intro)]);
    rule_fields(held.asked_if.as_ref(), &mut form);
    form
}

/// Moves a section up, down, or to the place to which it was dragged.
pub async fn shift(visit: Visit, Item(id): Item, Typed(typed): Typed) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let done = match place(&typed) {
        Some(place) => edit::place_section(services, call.id, id, place).await,
        None => edit::move_section(services, call.id, id, direction(&typed)).await,
    };
    match done {
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

async fn page(visit: &Visit, call: Call, id: Option<Uuid>, fields: Fields) -> Result<Response, Stop> {
    let begun = edit::begun(visit.services(), call.id).await?;
    let shown = SectionPage {
        form: questionnaire(visit.services().db.read(), call.id).await?,
        known: begun || call.times.announced.is_some(),
        begun,
        call,
        id,
    };
    let title = || if id.is_some() { t!("section-edit-title") } else { t!("section-new-title") };
    let body = || app::calls::builder_forms::section(shown);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, title, body))
}
