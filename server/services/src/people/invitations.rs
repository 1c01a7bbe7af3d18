//! Invitations: the only way to an account for those who come by a provider. Whoever holds the private link may accept.
//! It goes by letter, or by the hand of whoever made it.

use chrono::{DateTime, TimeDelta, Utc};
use domain::Language;
use domain::audit::{Act, Subject};
use domain::forms::Problem;
use domain::mail::{Fill, LetterKind, LetterState, Value};
use domain::people::{Grant, Invitee, NewPassword, Role, Scope};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction,
    EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::identities::{self, Connection};
use super::password;
use super::providers::Proven;
use super::{accounts, roles};
use crate::audit::{Entry, Recorder};
use crate::mail::{self, Letter, Recipient};
use crate::store::StoreError;
use crate::store::entities::{invitation, person};
use crate::{Clock, Failure, Services, secrets};

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
    /// What they will be trusted with, and where.
    pub grant: Grant,
    pub expires_at: DateTime<Utc>,
}

/// Invites a person, and gives the invitation's id and the secret of its private link, which is kept nowhere.
pub async fn invite(
    services: &Services,
    invitee: Invitee,
    by: Option<Uuid>,
    passing: Passing,
) -> Result<(Uuid, String), Failure> {
    let (id, secret, now) = (services.clock.id(), services.clock.secret(), services.clock.now());
    let (hash, recorder) = (secrets::hash(&secret), services.recorder());
    let enclosed = enclosed(passing, &secret);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                free(txn, &invitee.email).await?;
                let waiting = invitation::Entity::find()
                    .filter(waiting(now))
                    .filter(invitation::Column::Email.eq(&invitee.email))
                    .one(txn)
                    .await?;
                if waiting.is_some() {
                    return Err(Problem::new("email", "error-email-invited").into());
                }
                let Grant { role, scope } = invitee.grant;
                let (kind, scope_id) = scope.columns();
                roles::there(txn, scope).await?;
                let entry = Entry::new(Act::InvitationMade, scope, Subject::Invitation, id);
                let entry = entry.with("role", role.as_str());
                let row = invitation::ActiveModel {
                    id: Set(id),
                    name: Set(invitee.name),
                    email: Set(invitee.email),
                    role: Set(role.to_string()),
                    scope: Set(Some(kind.to_owned())),
                    scope_id: Set(scope_id),
                    token_hash: Set(hash),
                    invited_by: Set(by),
                    invited_at: Set(now),
                    expires_at: Set(now + TimeDelta::days(INVITATION_DAYS)),
                    accepted_at: Set(None),
                    withdrawn_at: Set(None),
                };
                let row = row.insert(txn).await?;
                post(txn, &recorder.clock, row, enclosed).await?;
                recorder.record(txn, entry).await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    Ok((id, secret))
}

/// The secret, where a letter takes it.
fn enclosed(passing: Passing, secret: &str) -> Option<String> {
    (passing == Passing::ByLetter).then(|| secret.to_owned())
}

/// Posts the letter that takes a private link to whoever is invited.
async fn post(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: invitation::Model,
    enclosed: Option<String>,
) -> Result<(), Failure> {
    let Some(secret) = enclosed else { return Ok(()) };
    let fill = Fill::new()
        .with("name", Value::Words(row.name.clone()))
        .with("link", Value::Private(format!("/invitation/{secret}")))
        .with("until", Value::When(row.expires_at));
    let letter = Letter {
        kind: LetterKind::TeamInvitation,
        stream: None,
        to: Recipient { address: row.email, name: row.name },
        // The team's pages are in English.
        language: Language::English,
        fill,
        key: letter_key(&row.token_hash),
    };
    mail::post(txn, clock, letter).await?;
    Ok(())
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

fn entry(act: Act, id: Uuid) -> Entry {
    Entry::new(act, Scope::Platform, Subject::Invitation, id)
}

/// Fails at the e-mail address where someone has an account with it.
pub(super) async fn free(txn: &impl ConnectionTrait, email: &str) -> Result<(), Failure> {
    match person::Entity::find().filter(person::Column::Email.eq(email)).one(txn).await? {
        Some(_) => Err(Problem::new("email", "error-email-taken").into()),
        None => Ok(()),
    }
}

fn waiting(now: DateTime<Utc>) -> Condition {
    Condition::all()
        .add(invitation::Column::AcceptedAt.is_null())
        .add(invitation::Column::WithdrawnAt.is_null())
        .add(invitation::Column::ExpiresAt.gt(now))
}

/// Every invitation that can be accepted, by name.
pub async fn list(services: &Services) -> Result<Vec<Invitation>, Failure> {
    let rows = invitation::Entity::find()
        .filter(waiting(services.clock.now()))
        .order_by_asc(invitation::Column::Name)
        .all(services.db.read())
        .await?;
    rows.into_iter().map(read).collect()
}

/// An invitation that can be accepted.
pub async fn by_id(services: &Services, id: Uuid) -> Result<Invitation, Failure> {
    let row = invitation::Entity::find_by_id(id)
        .filter(waiting(services.clock.now()))
        .one(services.db.read())
        .await?;
    read(row.ok_or(Failure::NotFound("invitation"))?)
}

/// The invitation that waits for whoever has this address.
pub(super) async fn waiting_at(
    from: &impl ConnectionTrait,
    email: &str,
    now: DateTime<Utc>,
) -> Result<Option<Invitation>, Failure> {
    let its = invitation::Column::Email.eq(email);
    let row = invitation::Entity::find().filter(waiting(now)).filter(its).one(from).await?;
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
    let role = Role::parse(&row.role).ok_or_else(|| StoreError::corrupt("a role", &row.role))?;
    let place = row.scope.as_deref().unwrap_or(Scope::Platform.columns().0);
    let scope = Scope::parse(place, row.scope_id);
    let scope = scope.ok_or_else(|| StoreError::corrupt("where a role holds", place))?;
    let grant = Grant { role, scope };
    Ok(Invitation { id: row.id, name: row.name, email: row.email, grant, expires_at: row.expires_at })
}

/// Gives an invitation a new private link, which lasts as long as a new invitation. The one before opens nothing.
pub async fn renew(services: &Services, id: Uuid, passing: Passing) -> Result<String, Failure> {
    let (secret, now) = (services.clock.secret(), services.clock.now());
    let columns = vec![
        (invitation::Column::TokenHash, Expr::value(secrets::hash(&secret))),
        (invitation::Column::ExpiresAt, Expr::value(now + TimeDelta::days(INVITATION_DAYS))),
    ];
    change(services, id, Act::InvitationRenewed, columns, enclosed(passing, &secret)).await?;
    Ok(secret)
}

/// Takes an invitation back.
pub async fn withdraw(services: &Services, id: Uuid) -> Result<(), Failure> {
    let columns = vec![(invitation::Column::WithdrawnAt, Expr::value(services.clock.now()))];
    change(services, id, Act::InvitationWithdrawn, columns, None).await
}

async fn change(
    services: &Services,
    id: Uuid,
    act: Act,
    columns: Vec<(invitation::Column, Expr)>,
    enclosed: Option<String>,
) -> Result<(), Failure> {
    let (now, recorder) = (services.clock.now(), services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut update = invitation::Entity::update_many();
                for (column, value) in columns {
                    update = update.col_expr(column, value);
                }
                let mine = invitation::Column::Id.eq(id);
                let done = update.filter(mine).filter(waiting(now)).exec(txn).await?;
                if done.rows_affected == 0 {
                    return Err(Failure::NotFound("invitation"));
                }
                if let Some(row) = invitation::Entity::find_by_id(id).one(txn).await? {
                    post(txn, &recorder.clock, row, enclosed).await?;
                }
                recorder.record(txn, entry(act, id)).await?;
                Ok(())
            })
        })
        .await
}

/// How someone who was invited will sign in.
#[derive(Clone)]
pub(super) enum Way {
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
pub(super) struct Link {
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
pub(super) async fn admit_once(services: &Services, link: Link, way: Way) -> Result<Uuid, Failure> {
    let recorder = services.recorder();
    services.db.write_again(move |txn| Box::pin(async move { admit(txn, &recorder, link, way).await })).await
}

/// Makes the account of an invitation for whoever has shown that they read the mailbox of its address.
pub(super) async fn admit_by_link(
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
    let now = clock.now();
    let made_before = invitation::Column::ExpiresAt.lte(link.opened_at + TimeDelta::days(INVITATION_DAYS));
    let open = Condition::all().add(waiting(now)).add(made_before);
    let row = invitation::Entity::find_by_id(link.invitation).filter(open.clone()).one(txn).await?;
    let invited = read(row.ok_or(Failure::NotFound("invitation"))?)?;
    let accepted = invitation::Entity::update_many()
        .col_expr(invitation::Column::AcceptedAt, Expr::value(now))
        .filter(invitation::Column::Id.eq(link.invitation))
        .filter(open)
        .exec(txn)
        .await?;
    if accepted.rows_affected == 0 {
        return Err(Failure::NotFound("invitation"));
    }
    match free(txn, &invited.email).await {
        Err(Failure::Invalid(_)) => return Err(Failure::Refused("error-invitation-taken")),
        free => free?,
    }
    let grant = invited.grant;
    let invitee = Invitee { name: invited.name, email: invited.email, grant };
    let hash = match &way {
        Way::Password { hash } => Some(hash.clone()),
        Way::Provider { .. } | Way::Letter => None,
    };
    let person = accounts::insert(txn, clock, invitee, hash).await?;
    if let Way::Provider { id, proven } = &way
        && identities::connect(txn, clock, person, id, proven).await? == Connection::Elsewhere
    {
        return Err(Failure::Refused("error-identity-elsewhere"));
    }
    // Whoever accepts was nobody a moment ago. The person is the subject, so that the account's beginning is found by them.
    let recorder = recorder.for_person(person);
    let accepted = Entry::new(Act::InvitationAccepted, grant.scope, Subject::Person, person)
        .with("invitation", link.invitation.to_string());
    recorder.record(txn, accepted.with("role", grant.role.as_str())).await?;
    if let Way::Provider { id, .. } = &way {
        recorder.record(txn, identities::connected(person, id)).await?;
    }
    Ok(person)
}
