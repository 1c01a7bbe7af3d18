//! Taking somebody off the list of those who were invited, because they ask for it or were put there by mistake.

use domain::audit::Act;
use domain::mail::Stream;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::Called;
use crate::audit::Entry;
use crate::calls::{Call, held};
use crate::mail::stop_in;
use crate::store::entities::call_invitee;
use crate::{Failure, Services};

async fn listed(
    read: &impl ConnectionTrait,
    call: Uuid,
    invitee: Uuid,
) -> Result<call_invitee::Model, Failure> {
    let row = call_invitee::Entity::find_by_id(invitee).filter(call_invitee::Column::CallId.eq(call));
    row.one(read).await?.ok_or(Failure::NotFound("invitation"))
}

/// What somebody on the list of a call is called there.
pub async fn one(services: &Services, call: &Call, invitee: Uuid) -> Result<Called, Failure> {
    let row = listed(services.db.read(), call.id, invitee).await?;
    Ok(Called { name: row.name, address: row.address })
}

/// Takes somebody off the list. Their links lead nowhere from then on, and what waits in the outbox for them does not leave.
/// Whoever `refuses` is not invited again, by whatever list: of their address a hash is kept for that.
pub async fn remove(services: &Services, call: &Call, invitee: Uuid, refuses: bool) -> Result<(), Failure> {
    let (call, recorder) = (call.clone(), services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                // Whoever reminds holds the call too, and has read the list.
                let call = held(txn, call.id).await?;
                let row = listed(txn, call.id, invitee).await?;
                if refuses {
                    stop_in(txn, &recorder.clock, row.address_hash, Stream::Invitations).await?;
                }
                call_invitee::Entity::delete_by_id(invitee).exec(txn).await?;
                recorder.record(txn, Entry::of_call(Act::InviteeRemoved, &call)).await?;
                Ok(())
            })
        })
        .await
}
