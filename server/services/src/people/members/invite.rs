//! Invitations to act for an organisation. They are made, passed on, renewed and taken back as those to the team are.

use domain::Language;
use domain::forms::Problem;
use domain::people::{MemberInvitee, Membership};
use uuid::Uuid;

use super::{Member, held_by_owner, held_open, of};
use crate::people::Person;
use crate::people::invitations::{self, New, Offer, Passing};
use crate::{Failure, Services};

/// Invites somebody, and gives the invitation's id and the secret of its private link. It is not said whether they have an
/// account: whoever holds the link makes one or uses theirs.
pub async fn invite(
    services: &Services,
    organisation: Uuid,
    invitee: MemberInvitee,
    by: &Person,
    passing: Passing,
    language: Language,
) -> Result<(Uuid, String), Failure> {
    let recorder = services.recorder();
    let offer = Offer::Membership(Membership { organisation, role: invitee.role });
    let new = New {
        name: invitee.name,
        email: invitee.email,
        offer,
        by: Some(by.id),
        language,
        passing,
        id: services.clock.id(),
        secret: services.clock.secret(),
    };
    let (owner, made) = (by.id, (new.id, new.secret.clone()));
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let row = held_by_owner(txn, organisation, owner).await?;
                held_open(txn, &recorder.clock, organisation).await?;
                let members = of(txn, organisation).await?;
                if members.iter().any(|member: &Member| member.email == new.email) {
                    return Err(Problem::new("email", "error-member-there").into());
                }
                invitations::insert(txn, &recorder, new, Some(&row)).await
            })
        })
        .await?;
    Ok(made)
}
