//! Which responses are an organisation's. One whose respondent typed the name of exactly one body of the day is linked to
//! it by the program; all others the team may link.

use chrono::{DateTime, Utc};
use domain::audit::{Act, Subject};
use domain::people::Scope;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Organisation, by_id, directory};
use crate::assembly::ZONE;
use crate::audit::Entry;
use crate::store::entities::response;
use crate::{Failure, Services};

/// The one organisation that held on the day of this instant and is called exactly this.
pub(crate) async fn meant(
    read: &impl ConnectionTrait,
    name: &str,
    at: DateTime<Utc>,
) -> Result<Option<Uuid>, Failure> {
    if name.is_empty() {
        return Ok(None);
    }
    let called = directory::exactly(read, name, Some(at.with_timezone(&ZONE).date_naive())).await?;
    Ok(if let [one] = called.as_slice() { Some(one.id) } else { None })
}

/// The organisation that a response is linked to.
pub async fn of_response(services: &Services, response: Uuid) -> Result<Option<Organisation>, Failure> {
    let read = services.db.read();
    let row = response::Entity::find_by_id(response).one(read).await?.ok_or(Failure::NotFound("response"))?;
    match row.organisation_id {
        None => Ok(None),
        Some(id) => by_id(read, id).await.map(Some),
    }
}

/// Links a response of a call to an organisation, or to none.
pub async fn link(
    services: &Services,
    call: Uuid,
    response: Uuid,
    organisation: Option<Uuid>,
) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = response::Entity::find_by_id(response)
                    .filter(response::Column::CallId.eq(call))
                    .filter(response::Column::WithdrawnAt.is_null())
                    .one(txn)
                    .await?;
                let row = row.ok_or(Failure::NotFound("response"))?;
                let (act, other) = match (organisation, row.organisation_id) {
                    (None, None) => return Ok(()),
                    (None, Some(before)) => (Act::ResponseUnlinked, before),
                    (Some(wanted), _) => (Act::ResponseLinked, wanted),
                };
                let other = by_id(txn, other).await?;
                response::Entity::update_many()
                    .col_expr(response::Column::OrganisationId, Expr::value(organisation))
                    .filter(response::Column::Id.eq(response))
                    .exec(txn)
                    .await?;
                let entry = Entry::new(act, Scope::Call(call), Subject::Organisation, other.id);
                // Nobody's name goes into the audit beside what they sent.
                recorder.record(txn, entry.with("reference", row.reference)).await?;
                Ok(())
            })
        })
        .await
}
