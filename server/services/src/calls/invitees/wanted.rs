//! Whether there is still a reason for a letter of these when its turn comes.

use domain::calls::CallState;
use domain::mail::LetterKind;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::calls::by_id;
use crate::store::entities::call_invitee;
use crate::{Failure, Services};

/// Whether the letter with this key is to go. One that invites or reminds is not where whoever it is for has answered or was
/// taken off the list, where they were written to again, and where the call can no longer be answered.
pub(crate) async fn is_wanted(services: &Services, kind: LetterKind, key: &str) -> Result<bool, Failure> {
    if !matches!(kind, LetterKind::CallInvitation | LetterKind::CallReminder) {
        return Ok(true);
    }
    let row = call_invitee::Entity::find().filter(call_invitee::Column::LetterKey.eq(key));
    match row.one(services.db.read()).await? {
        Some(row) if !row.answered => {
            let call = by_id(services, row.call_id).await?;
            Ok(matches!(call.state(services.clock.now()), CallState::Unopened | CallState::Open))
        }
        _ => Ok(false),
    }
}
