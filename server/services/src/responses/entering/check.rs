//! Checking what was entered against the original.

use domain::audit::{Act, Subject};
use domain::people::Scope;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::Entry;
use crate::audit::Entry as Record;
use crate::responses::Response;
use crate::store::entities::entry;
use crate::{Failure, Services};

/// Notes that whoever asks has compared a response with the original. Two pairs of eyes see more than one: nobody checks what
/// they have entered themselves.
pub async fn check(services: &Services, held: &Entry, response: &Response) -> Result<(), Failure> {
    let me = services.by.person();
    if me == held.keyed.by {
        return Err(Failure::Refused("error-entering-check-own"));
    }
    let (id, recorder, now) = (held.id, services.recorder(), services.clock.now());
    let record = Record::new(Act::EntryChecked, Scope::Call(held.call), Subject::Response, response.id)
        .with("reference", response.reference.as_str());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let checked = entry::Entity::update_many()
                    .col_expr(entry::Column::CheckedBy, Expr::value(me))
                    .col_expr(entry::Column::CheckedAt, Expr::value(now))
                    .filter(entry::Column::Id.eq(id))
                    .filter(entry::Column::EnteredAt.is_not_null())
                    .filter(entry::Column::CheckedAt.is_null())
                    .exec(txn)
                    .await?;
                // Somebody was faster: it is checked.
                if checked.rows_affected > 0 {
                    recorder.record(txn, record).await?;
                }
                Ok(())
            })
        })
        .await
}
