//! Beginning to enter a response, and dropping what was begun.

use domain::audit::Act;
use domain::forms::Problem;
use domain::people::{Action, Resource, may};
use domain::responses::{EntryDetails, is_late, received_at};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{check_open, record};
use crate::calls::Call;
use crate::responses::{Draft, draft};
use crate::store::entities::{draft as drafts, entry};
use crate::{Failure, Services};

/// Begins to enter a response, and gives the key of the entry. What came late is taken by those alone who could have given
/// leave for it.
pub async fn begin(services: &Services, call: &Call, details: EntryDetails) -> Result<Uuid, Failure> {
    check_open(services, call)?;
    let late = is_late(details.received, call.times.closes, call.zone);
    if late && !may(&services.by, Action::RunCall, Resource::Call(call.id)) {
        return Err(Problem::new("received", "error-entering-late").into());
    }
    let (row, _) = draft::new_row(services, call, details.language.as_str(), None)?;
    let Set(id) = row.id else { return Err(Failure::NotFound("draft")) };
    let (recorder, now) = (services.recorder(), services.clock.now());
    let entered = entry::ActiveModel {
        id: Set(id),
        call_id: Set(call.id),
        channel: Set(details.channel.to_string()),
        received_at: Set(received_at(details.received, call.zone, now)),
        late: Set(late),
        late_reason: Set(details.late_reason),
        language: Set(details.language.to_string()),
        note: Set(String::new()),
        entered_by: Set(services.by.person()),
        begun_at: Set(now),
        entered_at: Set(None),
        checked_by: Set(None),
        checked_at: Set(None),
    };
    let begun = record(Act::EntryBegun, call.id, id).with("channel", details.channel.as_str());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                drafts::Entity::insert(row).exec_without_returning(txn).await?;
                entry::Entity::insert(entered).exec_without_returning(txn).await?;
                recorder.record(txn, begun).await?;
                Ok(id)
            })
        })
        .await
}

/// Drops what was begun, with all that was written and its scans. A response is never dropped.
pub async fn discard(services: &Services, held: &Draft) -> Result<(), Failure> {
    let (id, call, recorder) = (held.id, held.call, services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let gone = drafts::Entity::delete_many()
                    .filter(drafts::Column::Id.eq(id))
                    .filter(drafts::Column::SubmittedAt.is_null())
                    .exec(txn)
                    .await?;
                if gone.rows_affected == 0 {
                    return Err(Failure::Refused("error-draft-submitted"));
                }
                recorder.record(txn, record(Act::EntryDropped, call, id)).await?;
                Ok(())
            })
        })
        .await
}
