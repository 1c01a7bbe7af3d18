//! Having the good rows of a file brought in, discarding it, and forgetting what is old.

use domain::audit::Act;
use domain::responses::columns::ImportState;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Batch, KEPT, check_open};
use crate::audit::Entry;
use crate::calls::Call;
use crate::store::entities::{import_batch, import_row};
use crate::{Failure, Services};

/// Has the good rows of a checked file brought in; the worker does it.
pub async fn begin(services: &Services, call: &Call, batch: &Batch) -> Result<(), Failure> {
    check_open(services, call)?;
    if batch.counts.good == 0 {
        return Err(Failure::Refused("error-import-nothing"));
    }
    let (id, recorder) = (batch.id, services.recorder());
    let entry = Entry::of_call(Act::ImportBegun, call).with("count", batch.counts.good);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let begun = import_batch::Entity::update_many()
                    .col_expr(import_batch::Column::State, Expr::value(ImportState::Importing.as_str()))
                    .col_expr(import_batch::Column::Seen, Expr::value(0))
                    .filter(import_batch::Column::Id.eq(id))
                    .filter(import_batch::Column::State.eq(ImportState::Checked.as_str()))
                    .exec(txn)
                    .await?;
                if begun.rows_affected == 0 {
                    return Err(Failure::Refused("error-import-state"));
                }
                recorder.record(txn, entry).await?;
                Ok(())
            })
        })
        .await
}

/// Discards a file that is not brought in: its rows go at once.
pub async fn discard(services: &Services, call: &Call, batch: &Batch) -> Result<(), Failure> {
    let (id, recorder) = (batch.id, services.recorder());
    let entry = Entry::of_call(Act::ImportDiscarded, call);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let states = [ImportState::Uploaded, ImportState::Checking, ImportState::Checked];
                let gone = import_batch::Entity::update_many()
                    .col_expr(import_batch::Column::State, Expr::value(ImportState::Discarded.as_str()))
                    .filter(import_batch::Column::Id.eq(id))
                    .filter(import_batch::Column::State.is_in(states.map(ImportState::as_str)))
                    .exec(txn)
                    .await?;
                if gone.rows_affected == 0 {
                    return Err(Failure::Refused("error-import-state"));
                }
                import_row::Entity::delete_many()
                    .filter(import_row::Column::BatchId.eq(id))
                    .exec(txn)
                    .await?;
                recorder.record(txn, entry).await?;
                Ok(())
            })
        })
        .await
}

/// Forgets the rows of every file that was uploaded long ago, whatever became of it. One that is being brought in at this moment
/// is left until it is done.
pub async fn forget(services: &Services) -> Result<(), Failure> {
    let before = services.clock.now() - KEPT;
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let old = Query::select()
                    .column(import_batch::Column::Id)
                    .from(import_batch::Entity)
                    .and_where(import_batch::Column::UploadedAt.lt(before))
                    .and_where(import_batch::Column::State.ne(ImportState::Importing.as_str()))
                    .to_owned();
                import_row::Entity::delete_many()
                    .filter(import_row::Column::BatchId.in_subquery(old))
                    .exec(txn)
                    .await?;
                import_batch::Entity::update_many()
                    .col_expr(import_batch::Column::State, Expr::value(ImportState::Discarded.as_str()))
                    .filter(import_batch::Column::UploadedAt.lt(before))
                    .filter(
                        import_batch::Column::State
                            .is_not_in([ImportState::Importing, ImportState::Done].map(ImportState::as_str)),
                    )
                    .exec(txn)
                    .await?;
                Ok(())
            })
        })
        .await
}
