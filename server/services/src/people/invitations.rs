//! Invitations to the team, and to act for an organisation: the only way to an account for those who come by a provider.
//! Whoever holds the private link may accept. It goes by letter, or by the hand of whoever made it.

use chrono::{DateTime, TimeDelta, Utc};
use domain::Language;
use domain::audit::{Act, Subject};
use domain::forms::Problem;
use domain::mail::{Fill, LetterKind, LetterState, Value};
use domain::people::{Grant, Invitee, MemberRole, Membership, NewPassword, Role, Scope};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction,
    EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::identities::{self, Connection};
use super::members::{self, address, letters};
use super::password;
use super::providers::Proven;
use super::{Person, accounts, roles};
use crate::audit::{Entry, Recorder};
use crate::mail::{self, Letter, Recipient};
use crate::store::StoreError;
use crate::store::entities::{invitation, letter, organisation, person};
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

/// To what somebody is invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// To the team, with this trust.
    Role(Grant),
    /// To act for an organisation.
    Membership(Membership),
}

/// How the place of an invitation to act for an organisation is stored; those of the team are scopes.
const ORGANISATION: &str = "organisation";

impl Offer {
    /// It as it is stored: the role, and where.
    const fn columns(self) -> (&'static str, &'static str, Option<Uuid>) {
        match self {
            Self::Role(Grant { role, scope }) => {
                let (kind, id) = scope.columns();
                (role.as_str(), kind, id)
            }
            Self::Membership(Membership { organisation, role }) => {
                (role.as_str(), ORGANISATION, Some(organisation))
            }
        }
    }

    fn parse(row: &invitation::Model) -> Result<Self, StoreError> {
        let place = row.scope.as_deref().unwrap_or(Scope::Platform.columns().0);
        if let (ORGANISATION, Some(organisation)) = (place, row.scope_id) {
            let role = MemberRole::parse(&row.role);
            let role = role.ok_or_else(|| StoreError::corrupt("a role of a member", &row.role))?;
            return Ok(Self::Membership(Membership { organisation, role }));
        }
        let role = Role::parse(&row.role).ok_or_else(|| StoreError::corrupt("a role", &row.role))?;
        let scope = Scope::parse(place, row.scope_id);
        let scope = scope.ok_or_else(|| StoreError::corrupt("where a role holds", place))?;
        Ok(Self::Role(Grant { role, scope }))
    }
}

/// Whose invitations: whoever keeps the one kind has no business with the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    Team,
    Organisation(Uuid),
}

impl Within {
    fn condition(self) -> Condition {
        let place = invitation::Column::Scope;
        match self {
            Self::Team => Condition::any().add(place.is_null()).add(place.ne(ORGANISATION)),
            Self::Organisation(id) => {
                Condition::all().add(place.eq(ORGANISATION)).add(invitation::Column::ScopeId.eq(id))
            }
        }
    }
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

/// An invitation that is to be made.
#[derive(Clone)]
pub(super) struct New {
    pub id: Uuid,
    pub secret: String,
    pub name: String,
    pub email: String,
    pub offer: Offer,
    pub by: Option<Uuid>,
    pub language: Language,
    pub passing: Passing,
}

/// Invites a person to the team, and gives the invitation's id and the secret of its private link, which is kept nowhere.
pub async fn invite(
    services: &Services,
    invitee: Invitee,
    by: Option<Uuid>,
    passing: Passing,
) -> Result<(Uuid, String), Failure> {
    let recorder = services.recorder();
    let new = New {
        id: services.clock.id(),
        secret: services.clock.secret(),
        name: invitee.name,
        email: invitee.email,
        offer: Offer::Role(invitee.grant),
        by,
        // The team's pages are in English.
        language: Language::English,
        passing,
    };
    let made = (new.id, new.secret.clone());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                free(txn, &new.email).await?;
                roles::there(txn, invitee.grant.scope).await?;
                insert(txn, &recorder, new, None).await
            })
        })
        .await?;
    Ok(made)
}

/// Writes an invitation, posts the letter that takes its link where one does, and puts it on record.
pub(super) async fn insert(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    new: New,
    organisation: Option<&organisation::Model>,
) -> Result<(), Failure> {
    let now = recorder.clock.now();
    let within = organisation.map_or(Within::Team, |row| Within::Organisation(row.id));
    let twice = invitation::Entity::find()
        .filter(waiting(now))
        .filter(within.condition())
        .filter(invitation::Column::Email.eq(&new.email));
    if twice.one(txn).await?.is_some() {
        return Err(Problem::new("email", "error-email-invited").into());
    }
    let (role, kind, scope_id) = new.offer.columns();
    let row = invitation::ActiveModel {
        id: Set(new.id),
        name: Set(new.name),
        email: Set(new.email),
        role: Set(role.to_owned()),
        scope: Set(Some(kind.to_owned())),
        scope_id: Set(scope_id),
        token_hash: Set(secrets::hash(&new.secret)),
        invited_by: Set(new.by),
        invited_at: Set(now),
        expires_at: Set(now + TimeDelta::days(INVITATION_DAYS)),
        accepted_at: Set(None),
        withdrawn_at: Set(None),
        language: Set(Some(new.language.to_string())),
    };
    let row = row.insert(txn).await?;
    let id = row.id;
    post(txn, &recorder.clock, row, enclosed(new.passing, &new.secret)).await?;
    let entry = match new.offer {
        Offer::Role(Grant { role, scope }) => {
            Entry::new(Act::InvitationMade, scope, Subject::Invitation, id).with("role", role.as_str())
        }
        Offer::Membership(Membership { role, .. }) => {
            entry(Act::MemberInvited, id, organisation).with("standing", role.as_str())
        }
    };
    recorder.record(txn, entry).await?;
    Ok(())
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
    let language = language(&row);
    let fill = Fill::new()
        .with("name", Value::Words(row.name.clone()))
        .with("link", Value::Private(format!("/invitation/{secret}")))
        .with("until", Value::When(row.expires_at));
    let (kind, fill) = match Offer::parse(&row)? {
        Offer::Role(_) => (LetterKind::TeamInvitation, fill),
        Offer::Membership(Membership { organisation, role }) => {
            let body = organisation::Entity::find_by_id(organisation).one(txn).await?;
            let body = body.ok_or(Failure::NotFound("organisation"))?;
            let by = match row.invited_by {
                Some(id) => person::Entity::find_by_id(id).one(txn).await?,
                None => None,
            };
            let fill = fill
                .with("organisation", Value::Words(letters::name(&body, language)))
                .with("who", Value::Words(by.map(|by| by.name).unwrap_or_default()))
                .with("role", Value::Role(role));
            (LetterKind::MemberInvitation, fill)
        }
    };
    let letter = Letter {
        kind,
        stream: None,
        to: Recipient { address: row.email, name: row.name },
        language,
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

fn entry(act: Act, id: Uuid, organisation: Option<&organisation::Model>) -> Entry {
    let entry = Entry::new(act, Scope::Platform, Subject::Invitation, id);
    match organisation {
        Some(row) => entry.with("title", row.name.as_str()),
        None => entry,
    }
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

/// Gives an invitation a new private link, which lasts as long as a new invitation. The one before opens nothing.
pub async fn renew(
    services: &Services,
    id: Uuid,
    within: Within,
    passing: Passing,
) -> Result<String, Failure> {
    let (secret, now) = (services.clock.secret(), services.clock.now());
    let columns = vec![
        (invitation::Column::TokenHash, Expr::value(secrets::hash(&secret))),
        (invitation::Column::ExpiresAt, Expr::value(now + TimeDelta::days(INVITATION_DAYS))),
    ];
    let act = match within {
        Within::Team => Act::InvitationRenewed,
        Within::Organisation(_) => Act::MemberInvitationRenewed,
    };
    change(services, id, within, act, columns, enclosed(passing, &secret)).await?;
    Ok(secret)
}

/// Takes an invitation back.
pub async fn withdraw(services: &Services, id: Uuid, within: Within) -> Result<(), Failure> {
    let columns = vec![(invitation::Column::WithdrawnAt, Expr::value(services.clock.now()))];
    let act = match within {
        Within::Team => Act::InvitationWithdrawn,
        Within::Organisation(_) => Act::MemberInvitationWithdrawn,
    };
    change(services, id, within, act, columns, None).await
}

/// Takes back every invitation to act for an organisation, or every one by this member.
pub(super) async fn withdraw_all(
    txn: &impl ConnectionTrait,
    now: DateTime<Utc>,
    organisation: Uuid,
    by: Option<Uuid>,
) -> Result<(), Failure> {
    let theirs = by.map(|by| invitation::Column::InvitedBy.eq(by));
    invitation::Entity::update_many()
        .col_expr(invitation::Column::WithdrawnAt, Expr::value(now))
        .filter(waiting(now))
        .filter(Condition::all().add(Within::Organisation(organisation).condition()).add_option(theirs))
        .exec(txn)
        .await?;
    Ok(())
}

async fn change(
    services: &Services,
    id: Uuid,
    within: Within,
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
                let its = update.filter(mine).filter(waiting(now)).filter(within.condition());
                if its.exec(txn).await?.rows_affected == 0 {
                    return Err(Failure::NotFound("invitation"));
                }
                if let Some(row) = invitation::Entity::find_by_id(id).one(txn).await? {
                    post(txn, &recorder.clock, row, enclosed).await?;
                }
                let organisation = match within {
                    Within::Organisation(id) => organisation::Entity::find_by_id(id).one(txn).await?,
                    Within::Team => None,
                };
                recorder.record(txn, entry(act, id, organisation.as_ref())).await?;
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

fn language(row: &invitation::Model) -> Language {
    row.language.as_deref().and_then(Language::parse).unwrap_or(Language::English)
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
