//! The sections of a call's form.

use domain::audit::{Act, Subject};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::super::questionnaire;
use super::order;
use crate::audit::Entry;
use crate::store::entities::section;
use crate::{Failure, Services};

/// Adds a section at the end. Once people have begun to answer there is nothing that it could hold.
pub async fn add_section(
    services: &Services,
    call: Uuid,
    title: String,
    intro: String,
) -> Result<Uuid, Failure> {
    let (id, recorder) = (services.clock.id(), services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let last = super::open_form(txn, call).await?.sections.len();
                let row = section::ActiveModel {
                    id: Set(id),
                    call_id: Set(call),
                    position: Set(last as i32),
                    title: Set(title),
                    intro: Set(intro),
                };
                let row = row.insert(txn).await?;
                recorder.record(txn, entry(Act::SectionAdded, call, id, &row.title)).await?;
                Ok(id)
            })
        })
        .await
}

/// Changes a section's words.
pub async fn change_section(
    services: &Services,
    call: Uuid,
    id: Uuid,
    title: String,
    intro: String,
) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                super::hold(txn, call).await?;
                let row =
                    section::Entity::find_by_id(id).filter(section::Column::CallId.eq(call)).one(txn).await?;
                let mut row = row.ok_or(Failure::NotFound("section"))?.into_active_model();
                row.title = Set(title);
                row.intro = Set(intro);
                let row = row.update(txn).await?;
                recorder.record(txn, entry(Act::SectionChanged, call, id, &row.title)).await?;
                Ok(())
            })
        })
        .await
}

/// Moves a section with its questions one place up (`-1`) or down (`1`). A move that would put a question before the
/// one that decides whether it is asked is refused, and so is any once people have begun to answer.
pub async fn move_section(services: &Services, call: Uuid, id: Uuid, by: i32) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut form = super::open_form(txn, call).await?;
                let at = form.sections.iter().position(|held| held.id == id);
                let at = at.ok_or(Failure::NotFound("section"))?;
                let entry = entry(Act::SectionMoved, call, id, &form.sections[at].title);
                if order::swap(&mut form.sections, at, by) {
                    order::by_section(&mut form);
                    order::check_order(&form)?;
                    order::save(txn, &form).await?;
                    recorder.record(txn, entry).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Takes out a section that holds no questions.
pub async fn remove_section(services: &Services, call: Uuid, id: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                super::hold(txn, call).await?;
                let mut form = questionnaire(txn, call).await?;
                let at = form.sections.iter().position(|held| held.id == id);
                let at = at.ok_or(Failure::NotFound("section"))?;
                if form.of_section(id).next().is_some() {
                    return Err(Failure::Refused("error-section-not-empty"));
                }
                section::Entity::delete_by_id(id).exec(txn).await?;
                let gone = form.sections.remove(at);
                order::save(txn, &form).await?;
                recorder.record(txn, entry(Act::SectionRemoved, call, id, &gone.title)).await?;
                Ok(())
            })
        })
        .await
}

fn entry(act: Act, call: Uuid, section: Uuid, title: &str) -> Entry {
    super::part(act, call, Subject::Section, section, title)
}
