//! Accepting an invitation: with a new account, or with one that is there.

use chrono::{DateTime, TimeDelta, Utc};
use domain::audit::{Act, Subject};
use domain::people::NewPassword;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{INVITATION_DAYS, Invitation, Offer, free, language, letter_key, read, waiting};
use crate::audit::{Entry, Recorder};
use crate::people::identities::{self, Connection};
use crate::people::members::{self, address};
use crate::people::providers::Proven;
use crate::people::{Person, accounts, password, roles};
use crate::store::entities::{invitation, letter};
use crate::{Clock, Failure, Services};

/// How someone who was invited will sign in.
#[derive(Clone)]
pub(in crate::people) enum Way {
    Password {
        hash: String,
    },
    Provider {
        id: String,
        proven: Proven,
    },
    /// By the links of letters.
    Letter,
}

/// The private link of an invitation, in the hand of someone who opened it at an instant. One that was made since has put
/// it out of use.
#[derive(Clone, Copy)]
pub(in crate::people) struct Link {
    pub invitation: Uuid,
    pub opened_at: DateTime<Utc>,
}

/// Makes the account of an invitation whose private link has just been opened, with a password to sign in by. Gives the
/// person.
pub async fn accept(services: &Services, invitation: Uuid, password: NewPassword) -> Result<Uuid, Failure> {
    let link = Link { invitation, opened_at: services.clock.now() };
    let hash = password::hash(services, password.0).await?;
    admit_once(services, link, Way::Password { hash }).await
}

/// Makes the account of an invitation. Who comes second to the same is told so, and not that the database refused.
pub(in crate::people) async fn admit_once(
    services: &Services,
    link: Link,
    way: Way,
) -> Result<Uuid, Failure> {
    let recorder = services.recorder();
    services.db.write_again(move |txn| Box::pin(async move { admit(txn, &recorder, link, way).await })).await
}

/// Makes the account of an invitation for whoever has shown that they read the mailbox of its address.
pub(in crate::people) async fn admit_by_link(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    invitation: &Invitation,
) -> Result<Uuid, Failure> {
    let link = Link { invitation: invitation.id, opened_at: recorder.clock.now() };
    admit(txn, recorder, link, Way::Letter).await
}

async fn admit(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    link: Link,
    way: Way,
) -> Result<Uuid, Failure> {
    let clock = &recorder.clock;
    let (invited, row) = take_up(txn, clock, link).await?;
    match free(txn, &invited.email).await {
        Err(Failure::Invalid(_)) => return Err(Failure::Refused("error-invitation-taken")),
        free => free?,
    }
    let hash = match &way {
        Way::Password { hash } => Some(hash.clone()),
        Way::Provider { .. } | Way::Letter => None,
    };
    let person = accounts::insert_person(txn, clock, invited.name, invited.email, hash).await?;
    if let Way::Provider { id, proven } = &way
        && identities::connect(txn, clock, person, id, proven).await? == Connection::Elsewhere
    {
        return Err(Failure::Refused("error-identity-elsewhere"));
    }
    // Whoever accepts was nobody a moment ago. The person is the subject, so that the account's beginning is found by them.
    let recorder = recorder.for_person(person);
    let accepted = match invited.offer {
        Offer::Role(grant) => {
            roles::insert(txn, clock, person, grant).await?;
            Entry::new(Act::InvitationAccepted, grant.scope, Subject::Person, person)
                .with("invitation", link.invitation.to_string())
                .with("role", grant.role.as_str())
        }
        Offer::Membership(offered) => members::accept(txn, clock, offered, person, language(&row)).await?,
    };
    match way {
        Way::Letter => address::proven(txn, clock, person).await?,
        Way::Password { .. } | Way::Provider { .. } => note_proof(txn, clock, &row, person).await?,
    }
    recorder.record(txn, accepted).await?;
    if let Way::Provider { id, .. } = &way {
        recorder.record(txn, identities::connected(person, id)).await?;
    }
    Ok(person)
}

/// Accepts an invitation to act for an organisation with an account that is there. One to the team makes its account.
pub async fn accept_as(services: &Services, invitation: Uuid, person: &Person) -> Result<(), Failure> {
    let link = Link { invitation, opened_at: services.clock.now() };
    let (recorder, person, email) = (services.recorder(), person.id, person.email.clone());
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let clock = &recorder.clock;
                let (invited, row) = take_up(txn, clock, link).await?;
                let Offer::Membership(offered) = invited.offer else {
                    return Err(Failure::NotFound("invitation"));
                };
                let entry = members::accept(txn, clock, offered, person, language(&row)).await?;
                if invited.email == email {
                    note_proof(txn, clock, &row, person).await?;
                }
                recorder.record(txn, entry).await?;
                Ok(())
            })
        })
        .await
}

/// Notes that an invitation was accepted, once.
async fn take_up(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    link: Link,
) -> Result<(Invitation, invitation::Model), Failure> {
    let now = clock.now();
    let made_before = invitation::Column::ExpiresAt.lte(link.opened_at + TimeDelta::days(INVITATION_DAYS));
    let open = Condition::all().add(waiting(now)).add(made_before);
    let row = invitation::Entity::find_by_id(link.invitation).filter(open.clone()).one(txn).await?;
    let row = row.ok_or(Failure::NotFound("invitation"))?;
    let invited = read(row.clone())?;
    // Whoever changes the members of an organisation holds it first, and its invitations then.
    if let Offer::Membership(offered) = invited.offer {
        members::held_open(txn, clock, offered.organisation).await?;
    }
    let accepted = invitation::Entity::update_many()
        .col_expr(invitation::Column::AcceptedAt, Expr::value(now))
        .filter(invitation::Column::Id.eq(link.invitation))
        .filter(open)
        .exec(txn)
        .await?;
    if accepted.rows_affected == 0 {
        return Err(Failure::NotFound("invitation"));
    }
    Ok((invited, row))
}

/// Notes that the address is the person's own, where the link came to it by letter: nobody else has seen it.
async fn note_proof(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: &invitation::Model,
    person: Uuid,
) -> Result<(), Failure> {
    let key = letter_key(&row.token_hash);
    let by_letter = letter::Entity::find().filter(letter::Column::Key.eq(key)).one(txn).await?;
    if by_letter.is_some() { address::proven(txn, clock, person).await } else { Ok(()) }
}
