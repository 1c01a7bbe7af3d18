//! Whether there is still a reason for a letter of these when its turn comes.

use domain::calls::CallState;
use domain::mail::LetterKind;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::calls::by_id;
use crate::store::entities::call_invitee;
use crate::{Failure, Services, StoreError};

/// Whether the letter with this key is to go. One that invites or reminds is not where whoever it is for has answered or was
/// taken off the list, where they were written to again, and where the call can no longer be answered.
pub(crate) async fn is_wanted(services: &Services, kind: LetterKind, key: &str) -> Result<bool, Failure> {
    if !matches!(kind, LetterKind::CallInvitation | LetterKind::CallReminder) {
        return Ok(true);
    }
    let row = call_invitee::Entity::find().filter(call_invitee::Column::LetterKey.eq(key));
    match row.one(services.db.read()).await? {
        Some(row) if !row.answered => {
            let call = match by_id(services, row.call_id).await {
                // A call that cannot be read cannot be answered, and must not hold up all other letters.
                Err(Failure::NotFound(_) | Failure::Store(StoreError::Corrupt { .. })) => return Ok(false),
                call => call?,
            };
            let state = call.state(services.clock.now());
            Ok(state == CallState::Open || state == CallState::Unopened && kind == LetterKind::CallInvitation)
        }
        _ => Ok(false),
    }
}
