//! Putting documents beside a call, saying what they are, ordering and removing them.

use domain::audit::{Act, Subject};
use domain::calls::{MOST_MATERIALS, MaterialChange, MaterialDetails};
use domain::people::Scope;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::change::note;
use super::{Held, Material, Variant, of_call};
use crate::audit::Entry;
use crate::calls::{Call, edit};
use crate::store::entities::{material, material_variant};
use crate::{Clock, Failure, Services};

/// The call, held for this transaction, with its documents.
pub(super) async fn held(txn: &DatabaseTransaction, call: Uuid) -> Result<(Call, Vec<Material>), Failure> {
    let call: Call = edit::hold(txn, call).await?.try_into()?;
    let all = of_call(txn, call.id).await?;
    Ok((call, all))
}

/// An act on a document on its way into the audit.
pub(super) fn entry(act: Act, call: Uuid, material: &Material) -> Entry {
    Entry::new(act, Scope::Call(call), Subject::Material, material.id).with("title", material.title.as_str())
}

/// Adds a document, after the others. It is shown once it has a variant, so nobody hears of it yet.
pub async fn add(services: &Services, call: Uuid, details: MaterialDetails) -> Result<Uuid, Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let (call, all) = held(txn, call).await?;
                if all.len() >= MOST_MATERIALS {
                    return Err(Failure::Refused("error-material-too-many"));
                }
                let material = Material {
                    id: recorder.clock.id(),
                    question: details.question,
                    title: details.title,
                    title_cy: details.title_cy,
                    summary: details.summary,
                    summary_cy: details.summary_cy,
                    variants: Vec::new(),
                };
                write(txn, call.id, all.len(), &material).await?;
                recorder.record(txn, entry(Act::MaterialAdded, call.id, &material)).await?;
                Ok(material.id)
            })
        })
        .await
}

/// Writes a document to its place, counted from 0, without its variants.
async fn write(
    txn: &DatabaseTransaction,
    call: Uuid,
    position: usize,
    new: &Material,
) -> Result<(), Failure> {
    let row = material::ActiveModel {
        id: Set(new.id),
        call_id: Set(call),
        question_id: Set(new.question),
        position: Set(position as i32),
        title: Set(new.title.clone()),
        title_cy: Set(new.title_cy.clone()),
        summary: Set(new.summary.clone()),
        summary_cy: Set(new.summary_cy.clone()),
    };
    material::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}

/// Writes a variant to its place, counted from 0.
pub(super) async fn write_variant(
    txn: &DatabaseTransaction,
    material: Uuid,
    position: usize,
    new: &Variant,
) -> Result<(), Failure> {
    let (link, file) = match &new.held {
        Held::Link(link) => (Some(link.clone()), None),
        Held::File(held) => (None, Some(held.file)),
    };
    let row = material_variant::ActiveModel {
        id: Set(new.id),
        material_id: Set(material),
        position: Set(position as i32),
        format: Set(new.format.to_string()),
        language: Set(new.language.to_string()),
        note: Set(new.note.clone()),
        link: Set(link),
        file_id: Set(file),
    };
    material_variant::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}

/// Writes the documents of another call to a new one. Their files are kept once, and needed by both.
pub async fn write_copied(
    txn: &DatabaseTransaction,
    clock: &Clock,
    call: Uuid,
    all: &[Material],
) -> Result<(), Failure> {
    for (position, other) in all.iter().enumerate() {
        let material = Material { id: clock.id(), ..other.clone() };
        write(txn, call, position, &material).await?;
        for (position, other) in other.variants.iter().enumerate() {
            let variant = Variant { id: clock.id(), ..other.clone() };
            write_variant(txn, material.id, position, &variant).await?;
        }
    }
    Ok(())
}

/// Says something else of a document.
pub async fn change(
    services: &Services,
    call: Uuid,
    id: Uuid,
    details: MaterialDetails,
) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let (call, all) = held(txn, call).await?;
                let before = find(&all, id)?;
                let MaterialDetails { title, title_cy, summary, summary_cy, question } = details;
                let after = Material { question, title, title_cy, summary, summary_cy, ..before.clone() };
                if *before == after {
                    return Ok(());
                }
                let row = material::Entity::update_many()
                    .col_expr(material::Column::Title, Expr::value(&*after.title))
                    .col_expr(material::Column::TitleCy, Expr::value(&*after.title_cy))
                    .col_expr(material::Column::Summary, Expr::value(&*after.summary))
                    .col_expr(material::Column::SummaryCy, Expr::value(&*after.summary_cy))
                    .col_expr(material::Column::QuestionId, Expr::value(after.question))
                    .filter(material::Column::Id.eq(id));
                row.exec(txn).await?;
                if !after.variants.is_empty() {
                    let titles = (after.title.as_str(), after.title_cy.as_str());
                    note(txn, &recorder, &call, MaterialChange::Changed, titles, None).await?;
                }
                recorder.record(txn, entry(Act::MaterialChanged, call.id, &after)).await?;
                Ok(())
            })
        })
        .await
}

/// The document with this id among those of a call.
pub(super) fn find(all: &[Material], id: Uuid) -> Result<&Material, Failure> {
    all.iter().find(|material| material.id == id).ok_or(Failure::NotFound("document"))
}

/// Moves a document one place up (`-1`) or down (`1`).
pub async fn move_material(services: &Services, call: Uuid, id: Uuid, by: i32) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let (call, mut all) = held(txn, call).await?;
                let at = all.iter().position(|material| material.id == id);
                let at = at.ok_or(Failure::NotFound("document"))?;
                let entry = entry(Act::MaterialMoved, call.id, &all[at]);
                if edit::swap(&mut all, at, by) {
                    for (position, material) in all.iter().enumerate() {
                        place(txn, material.id, position).await?;
                    }
                    recorder.record(txn, entry).await?;
                }
                Ok(())
            })
        })
        .await
}

async fn place(txn: &DatabaseTransaction, id: Uuid, position: usize) -> Result<(), Failure> {
    let row = material::Entity::update_many()
        .col_expr(material::Column::Position, Expr::value(position as i32))
        .filter(material::Column::Id.eq(id));
    row.exec(txn).await?;
    Ok(())
}

/// Removes a document with all its variants. Files that nobody else needs go with the next sweep.
pub async fn remove(services: &Services, call: Uuid, id: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let (call, all) = held(txn, call).await?;
                let gone = find(&all, id)?;
                material::Entity::delete_by_id(id).exec(txn).await?;
                if !gone.variants.is_empty() {
                    let titles = (gone.title.as_str(), gone.title_cy.as_str());
                    note(txn, &recorder, &call, MaterialChange::Removed, titles, None).await?;
                }
                recorder.record(txn, entry(Act::MaterialRemoved, call.id, gone)).await?;
                Ok(())
            })
        })
        .await
}
