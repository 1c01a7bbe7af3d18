//! Invitations to the team, and to act for an organisation: the only way to an account for those who come by a provider.
//! Whoever holds the private link may accept. It goes by letter, or by the hand of whoever made it. They are made
//! ([`make`]), renewed and taken back ([`keep`]), and accepted ([`accept`]).

mod accept;
mod keep;
mod make;
mod offer;

use chrono::{DateTime, Utc};
use domain::Language;
use domain::forms::Problem;
use domain::mail::LetterState;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::mail;
use crate::store::entities::{invitation, person};
use crate::{Failure, Services, secrets};

pub(super) use accept::{Link, Way, admit_by_link, admit_once};
pub use accept::{accept, accept_as};
pub(super) use keep::withdraw_all;
pub use keep::{Keeper, renew, withdraw};
pub use make::invite;
pub(super) use make::{New, insert};
pub use offer::{Offer, Within};

/// How long an invitation can be accepted.
pub const INVITATION_DAYS: i64 = 14;

/// How a private link gets to whoever is invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// Whoever made it passes it on.
    ByHand,
    /// A letter takes it there.
    ByLetter,
}

/// An invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub offer: Offer,
    pub expires_at: DateTime<Utc>,
}

fn waiting(now: DateTime<Utc>) -> Condition {
    Condition::all()
        .add(invitation::Column::AcceptedAt.is_null())
        .add(invitation::Column::WithdrawnAt.is_null())
        .add(invitation::Column::ExpiresAt.gt(now))
}

/// Every invitation of these that can be accepted, by name.
pub async fn list(services: &Services, within: Within) -> Result<Vec<Invitation>, Failure> {
    let rows = invitation::Entity::find()
        .filter(waiting(services.clock.now()))
        .filter(within.condition())
        .order_by_asc(invitation::Column::Name)
        .all(services.db.read())
        .await?;
    rows.into_iter().map(read).collect()
}

/// An invitation of these that can be accepted.
pub async fn by_id(services: &Services, id: Uuid, within: Within) -> Result<Invitation, Failure> {
    let row = invitation::Entity::find_by_id(id)
        .filter(waiting(services.clock.now()))
        .filter(within.condition())
        .one(services.db.read())
        .await?;
    read(row.ok_or(Failure::NotFound("invitation"))?)
}

/// The invitation to the team that waits for whoever has this address.
pub(super) async fn waiting_at(
    from: &impl ConnectionTrait,
    email: &str,
    now: DateTime<Utc>,
) -> Result<Option<Invitation>, Failure> {
    let its = invitation::Column::Email.eq(email);
    let mine = invitation::Entity::find().filter(waiting(now)).filter(Within::Team.condition());
    let row = mine.filter(its).one(from).await?;
    row.map(read).transpose()
}

/// The invitation of a private link, while it can be accepted.
pub async fn by_secret(services: &Services, secret: &str) -> Result<Invitation, Failure> {
    let row = invitation::Entity::find()
        .filter(invitation::Column::TokenHash.eq(secrets::hash(secret)))
        .filter(waiting(services.clock.now()))
        .one(services.db.read())
        .await?;
    read(row.ok_or(Failure::NotFound("invitation"))?)
}

fn read(row: invitation::Model) -> Result<Invitation, Failure> {
    let offer = Offer::parse(&row)?;
    Ok(Invitation { id: row.id, name: row.name, email: row.email, offer, expires_at: row.expires_at })
}

/// The key of the letter that takes the link with this hash.
fn letter_key(hash: &str) -> String {
    format!("invitation:{hash}")
}

/// Where the letter with the link of an invitation is, if a letter takes it.
pub async fn letter(services: &Services, id: Uuid) -> Result<Option<LetterState>, Failure> {
    let row = invitation::Entity::find_by_id(id).one(services.db.read()).await?;
    let row = row.ok_or(Failure::NotFound("invitation"))?;
    mail::desk::state_of(services, &letter_key(&row.token_hash)).await
}

/// Fails at the e-mail address where someone has an account with it.
pub(super) async fn free(txn: &impl ConnectionTrait, email: &str) -> Result<(), Failure> {
    match person::Entity::find().filter(person::Column::Email.eq(email)).one(txn).await? {
        Some(_) => Err(Problem::new("email", "error-email-taken").into()),
        None => Ok(()),
    }
}

fn language(row: &invitation::Model) -> Language {
    row.language.as_deref().and_then(Language::parse).unwrap_or(Language::English)
}
