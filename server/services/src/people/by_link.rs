//! Signing in by a link that a letter takes to a mailbox. Whoever reads the mailbox is the person whose address it is:
//! with an account they are signed in, and without one they make it there and then. Asking is answered alike for every
//! address, so nobody learns who has an account.

use chrono::{DateTime, TimeDelta, Utc};
use domain::Language;
use domain::audit::Act;
use domain::forms::Problem;
use domain::mail::{Fill, LetterKind, Value};
use domain::people::{LinkForm, OwnName};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait,
    PaginatorTrait, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use super::invitations::{self, Invitation};
use super::members::address;
use super::sessions::{Begun, Opened, Opening};
use super::{accounts, factors, pace};
use crate::audit::{Entry, Recorder};
use crate::mail::{self, Letter, Recipient};
use crate::store::entities::{identity, person, role_grant, session, sign_in_link as link};
use crate::{Failure, Services, secrets};

/// How long a link can be used: time for a slow letter to arrive, and not so long that it lies about.
pub const LINK_MINUTES: i64 = 30;

/// The most links that lie in one mailbox and can be used: a form that anyone can fill must not flood a stranger's. Whoever
/// asks for more has some to use, and using one makes room, so nobody can keep another person out.
const MOST_USABLE: u64 = 5;

/// Posts a letter with a link to an address.
pub async fn ask(
    services: &Services,
    typed: LinkForm,
    place: Option<String>,
    language: Language,
) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| Box::pin(async move { post(txn, &recorder, typed.email, place, language).await }))
        .await
}

async fn post(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    address: String,
    place: Option<String>,
    language: Language,
) -> Result<(), Failure> {
    let clock = &recorder.clock;
    let (now, secret) = (clock.now(), clock.secret());
    let (address_hash, token_hash) = (mail::address_hash(&address), secrets::hash(&secret));
    link::Entity::delete_many().filter(link::Column::ExpiresAt.lte(now)).exec(txn).await?;
    let usable = link::Entity::find().filter(link::Column::AddressHash.eq(&address_hash)).filter(usable(now));
    if usable.count(txn).await? >= MOST_USABLE {
        return Ok(());
    }
    let known = holder(txn, &address).await?.map(|row| row.id);
    let expires_at = now + TimeDelta::minutes(LINK_MINUTES);
    let row = link::ActiveModel {
        id: Set(clock.id()),
        address: Set(address.clone()),
        address_hash: Set(address_hash),
        token_hash: Set(token_hash.clone()),
        place: Set(place),
        asked_at: Set(now),
        expires_at: Set(expires_at),
        used_at: Set(None),
    };
    link::Entity::insert(row).exec_without_returning(txn).await?;
    let fill = Fill::new()
        .with("link", Value::Private(format!("/sign-in/by-link/{secret}")))
        .with("until", Value::When(expires_at));
    let letter = Letter {
        kind: LetterKind::SignInLink,
        stream: None,
        to: Recipient { address, name: String::new() },
        language,
        fill,
        key: format!("sign-in-link:{token_hash}"),
    };
    mail::post(txn, clock, letter).await?;
    let asked = known
        .map_or_else(|| Entry::of_portal(Act::LinkAsked), |person| Entry::of_person(Act::LinkAsked, person));
    recorder.record(txn, asked).await?;
    Ok(())
}

async fn holder(read: &impl ConnectionTrait, address: &str) -> Result<Option<person::Model>, Failure> {
    Ok(person::Entity::find().filter(person::Column::Email.eq(address)).one(read).await?)
}

/// A link that can be used.
#[derive(Clone, Debug)]
pub struct Link {
    id: Uuid,
    /// The address to which it was sent.
    pub address: String,
    /// Where to go afterwards, if anywhere in particular.
    pub place: Option<String>,
    pub leads_to: LeadsTo,
}

/// What a link opens.
#[derive(Clone, Debug)]
pub enum LeadsTo {
    /// The account of the person with this name.
    Account(String),
    /// The account that an invitation makes, which waits for this address.
    Invitation(Box<Invitation>),
    /// An account that is not there yet.
    NewAccount,
}

fn usable(now: DateTime<Utc>) -> Condition {
    Condition::all().add(link::Column::ExpiresAt.gt(now)).add(link::Column::UsedAt.is_null())
}

/// The link of a letter, while it can be used. Nothing changes by looking: programs that look for bad links open them all.
pub async fn by_secret(services: &Services, secret: &str) -> Result<Link, Failure> {
    let read = services.db.read();
    let row = link::Entity::find()
        .filter(link::Column::TokenHash.eq(secrets::hash(secret)))
        .filter(usable(services.clock.now()))
        .one(read)
        .await?;
    let row = row.ok_or(Failure::NotFound("link"))?;
    let leads_to = match holder(read, &row.address).await? {
        Some(person) => LeadsTo::Account(person.name),
        None => match invitations::waiting_at(read, &row.address, services.clock.now()).await? {
            Some(invitation) => LeadsTo::Invitation(Box::new(invitation)),
            None => LeadsTo::NewAccount,
        },
    };
    Ok(Link { id: row.id, address: row.address, place: row.place, leads_to })
}

/// Signs in whoever holds a link. It and every other link to the same mailbox is used up, and whatever slowed down the
/// tries at the password is forgotten. Whoever makes an account with it gives their name.
pub async fn sign_in(
    services: &Services,
    held: Link,
    name: Option<OwnName>,
    before: Option<String>,
) -> Result<Opened, Failure> {
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let person = use_up(txn, &recorder, held, name, before.as_deref()).await?;
                let confirmed_at = Some(recorder.clock.now());
                let opening = Opening { person, before, confirmed_at, by_link: true, ..Opening::default() };
                Ok::<_, Failure>(Begun::new(&recorder, opening).write(txn).await?)
            })
        })
        .await
}

async fn use_up(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    held: Link,
    name: Option<OwnName>,
    before: Option<&str>,
) -> Result<Uuid, Failure> {
    let now = recorder.clock.now();
    let mine = link::Entity::update_many().col_expr(link::Column::UsedAt, Expr::value(now));
    let used = mine.filter(link::Column::Id.eq(held.id)).filter(usable(now)).exec(txn).await?;
    if used.rows_affected == 0 {
        return Err(Failure::NotFound("link"));
    }
    let others = link::Column::AddressHash.eq(mail::address_hash(&held.address));
    let others = link::Entity::update_many().filter(others).filter(usable(now));
    others.col_expr(link::Column::UsedAt, Expr::value(now)).exec(txn).await?;
    pace::forget(txn, &secrets::hash(&held.address)).await?;
    let its = person::Entity::find().filter(person::Column::Email.eq(&held.address));
    match its.lock_exclusive().one(txn).await? {
        Some(row) if row.disabled_at.is_some() => Err(Failure::Refused("error-account-closed")),
        Some(row) => {
            if row.email_proven_at.is_some() || take_back(txn, recorder, &row, before).await? {
                address::proven(txn, &recorder.clock, row.id).await?;
            }
            Ok(row.id)
        }
        None => match invitations::waiting_at(txn, &held.address, now).await? {
            Some(invitation) => invitations::admit_by_link(txn, recorder, &invitation).await,
            None => make_account(txn, recorder, held.address, name).await,
        },
    }
}

/// The first who reads the mailbox of an account's address. Where nobody of the team has made that account, somebody else may
/// have, with an invitation that was passed on by hand: whatever opens it from before is taken away. A second step is not,
/// because a mailbox alone must never get past one: then it is not known yet whose the account is. Whoever asks for the link
/// while they are signed in to the account has both. Gives whether the account now is whoever's the mailbox is.
async fn take_back(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    row: &person::Model,
    before: Option<&str>,
) -> Result<bool, Failure> {
    if factors::any(txn, row.id).await? {
        return Ok(false);
    }
    let trusted = role_grant::Entity::find().filter(role_grant::Column::PersonId.eq(row.id));
    let here = session::Entity::find()
        .filter(session::Column::PersonId.eq(row.id))
        .filter(session::Column::TokenHash.eq(secrets::hash(before.unwrap_or_default())))
        .filter(session::Column::ExpiresAt.gt(recorder.clock.now()));
    if trusted.one(txn).await?.is_some() || here.one(txn).await?.is_some() {
        return Ok(true);
    }
    let known =
        identity::Entity::delete_many().filter(identity::Column::PersonId.eq(row.id)).exec(txn).await?;
    session::Entity::delete_many().filter(session::Column::PersonId.eq(row.id)).exec(txn).await?;
    if known.rows_affected == 0 && row.password_hash.is_none() {
        return Ok(true);
    }
    person::Entity::update_many()
        .col_expr(person::Column::PasswordHash, Expr::value(Option::<String>::None))
        .filter(person::Column::Id.eq(row.id))
        .exec(txn)
        .await?;
    recorder.for_person(row.id).record(txn, Entry::of_person(Act::AccountTakenBack, row.id)).await?;
    Ok(true)
}

async fn make_account(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    address: String,
    name: Option<OwnName>,
) -> Result<Uuid, Failure> {
    let OwnName(name) = name.ok_or_else(|| Problem::new("name", "error-own-name"))?;
    let person = accounts::insert_person(txn, &recorder.clock, name, address, None).await?;
    address::proven(txn, &recorder.clock, person).await?;
    recorder.for_person(person).record(txn, Entry::of_person(Act::AccountMade, person)).await?;
    Ok(person)
}
