//! Noting that an invitation was taken up. It is a write of its own with no time in it, so that nothing says which response
//! belongs to it.

use chrono::TimeDelta;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::calls::{Call, by_id};
use crate::store::entities::{call, call_invitee, invitee_link};
use crate::{Failure, Services, secrets};

/// How far someone has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    Begun,
    Answered,
}

async fn invitee(services: &Services, secret: &str) -> Result<call_invitee::Model, Failure> {
    let read = services.db.read();
    let link = invitee_link::Entity::find().filter(invitee_link::Column::TokenHash.eq(secrets::hash(secret)));
    let link = link.one(read).await?.ok_or(Failure::NotFound("invitation"))?;
    let row = call_invitee::Entity::find_by_id(link.invitee_id).one(read).await?;
    row.ok_or(Failure::NotFound("invitation"))
}

/// The call to which this personal link invites.
pub async fn call_of(services: &Services, secret: &str) -> Result<Call, Failure> {
    by_id(services, invitee(services, secret).await?.call_id).await
}

/// Notes how far whoever holds this personal link to a call has come. A link to another call says nothing.
pub async fn note(services: &Services, call: Uuid, secret: &str, progress: Progress) -> Result<(), Failure> {
    let row = match invitee(services, secret).await {
        Err(Failure::NotFound(_)) => return Ok(()),
        row => row?,
    };
    let known = row.answered || (row.begun && progress == Progress::Begun);
    if row.call_id != call || known {
        return Ok(());
    }
    let mut noted = call_invitee::Entity::update_many()
        .col_expr(call_invitee::Column::Begun, Expr::value(true))
        .filter(call_invitee::Column::Id.eq(row.id));
    if progress == Progress::Answered {
        noted = noted.col_expr(call_invitee::Column::Answered, Expr::value(true));
    }
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                noted.exec(txn).await?;
                Ok(())
            })
        })
        .await
}

/// How long it is known who was invited, in days after the call has closed.
pub const KEPT_DAYS: i64 = 180;

/// Forgets who was invited to calls that closed long ago.
pub(crate) async fn forget(services: &Services) -> Result<(), Failure> {
    let before = services.clock.now() - TimeDelta::days(KEPT_DAYS);
    let mut old = Query::select();
    old.column(call::Column::Id).from(call::Entity).and_where(call::Column::ClosesAt.lt(before));
    let those = call_invitee::Column::CallId.in_subquery(old);
    if call_invitee::Entity::find().filter(those.clone()).one(services.db.read()).await?.is_none() {
        return Ok(());
    }
    let gone = call_invitee::Entity::delete_many().filter(those);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                gone.exec(txn).await?;
                Ok(())
            })
        })
        .await
}
