//! The pages at which a call's form can end early. Once people have begun to answer, only their words can change.

use domain::audit::{Act, Subject};
use domain::calls::{EndPage, EndPageDetails, SkipTo};
use domain::forms::Problem;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
};
use uuid::Uuid;

use super::super::Questionnaire;
use super::super::questionnaire::questionnaire;
use super::order;
use crate::audit::Entry;
use crate::store::entities::end_page;
use crate::{Failure, Services};

/// Adds an end page after the others. Nobody comes to it before a skip leads there.
pub async fn add_end(services: &Services, call: Uuid, details: EndPageDetails) -> Result<Uuid, Failure> {
    let (id, recorder) = (services.clock.id(), services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut form = super::open_form(txn, call).await?;
                let added = page(id, details);
                insert(txn, call, form.ends.len(), &added).await?;
                form.ends.push(added.clone());
                save_order(txn, &form).await?;
                recorder.record(txn, entry(Act::EndPageAdded, call, &added)).await?;
                Ok(id)
            })
        })
        .await
}

/// Changes an end page.
pub async fn change_end(
    services: &Services,
    call: Uuid,
    id: Uuid,
    details: EndPageDetails,
) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                super::hold(txn, call).await?;
                let form = questionnaire(txn, call).await?;
                let at = place(&form, id)?;
                let changed = page(id, details);
                if changed.sends != form.ends[at].sends && super::begun_in(txn, call).await? {
                    return Err(Problem::new("sends", "error-question-answered").into());
                }
                end_page::ActiveModel { position: NotSet, ..row(call, at, &changed) }.update(txn).await?;
                recorder.record(txn, entry(Act::EndPageChanged, call, &changed)).await?;
                Ok(())
            })
        })
        .await
}

/// Moves an end page one place up (`-1`) or down (`1`).
pub async fn move_end(services: &Services, call: Uuid, id: Uuid, by: i32) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut form = super::open_form(txn, call).await?;
                let at = place(&form, id)?;
                let entry = entry(Act::EndPageMoved, call, &form.ends[at]);
                if order::swap(&mut form.ends, at, by) {
                    save_order(txn, &form).await?;
                    recorder.record(txn, entry).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Takes out an end page to which no skip leads.
pub async fn remove_end(services: &Services, call: Uuid, id: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let form = super::open_form(txn, call).await?;
                let gone = &form.ends[place(&form, id)?];
                if form.skips.iter().any(|skip| skip.to == SkipTo::End(id)) {
                    return Err(Failure::Refused("error-end-page-led-to"));
                }
                end_page::Entity::delete_by_id(id).exec(txn).await?;
                recorder.record(txn, entry(Act::EndPageRemoved, call, gone)).await?;
                Ok(())
            })
        })
        .await
}

/// Writes an end page to its place, counted from 0.
pub(super) async fn insert(
    txn: &DatabaseTransaction,
    call: Uuid,
    position: usize,
    added: &EndPage,
) -> Result<(), Failure> {
    row(call, position, added).insert(txn).await?;
    Ok(())
}

/// Stores the places of all end pages.
async fn save_order(txn: &DatabaseTransaction, form: &Questionnaire) -> Result<(), Failure> {
    for (position, held) in form.ends.iter().enumerate() {
        let rows = end_page::Entity::update_many()
            .col_expr(end_page::Column::Position, Expr::value(position as i32))
            .filter(end_page::Column::Id.eq(held.id));
        rows.exec(txn).await?;
    }
    Ok(())
}

fn page(id: Uuid, EndPageDetails { title, text, sends }: EndPageDetails) -> EndPage {
    EndPage { id, title, text, sends }
}

fn row(call: Uuid, position: usize, held: &EndPage) -> end_page::ActiveModel {
    end_page::ActiveModel {
        id: Set(held.id),
        call_id: Set(call),
        position: Set(position as i32),
        title: Set(held.title.clone()),
        text: Set(held.text.clone()),
        sends: Set(held.sends),
    }
}

fn place(form: &Questionnaire, id: Uuid) -> Result<usize, Failure> {
    form.ends.iter().position(|held| held.id == id).ok_or(Failure::NotFound("end page"))
}

fn entry(act: Act, call: Uuid, held: &EndPage) -> Entry {
    super::part(act, call, Subject::EndPage, held.id, &held.title)
}
