//! Showing that the address of one's account is one's own: a letter takes a private link there, and whoever is signed in
//! opens it and says yes.

use chrono::{DateTime, TimeDelta, Utc};
use domain::Language;
use domain::audit::Act;
use domain::mail::{Fill, LetterKind, Value};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::audit::Entry;
use crate::mail::{self, Letter, Recipient};
use crate::people::Person;
use crate::store::entities::{address_proof, person};
use crate::{Clock, Failure, Services, secrets};

/// For how many hours the link of the letter works.
pub const PROOF_HOURS: i64 = 24;

/// For how many days a proof counts: whoever leaves an organisation loses its mailbox, and not their account.
pub const PROOF_DAYS: i64 = 90;

/// For how many minutes nobody has a second letter sent to the same address.
const MINUTES_BETWEEN: i64 = 5;

/// Has a letter sent to the address of a person's account. The link of one before works no more.
pub async fn ask(services: &Services, person: &Person, language: Language) -> Result<(), Failure> {
    let (clock, secret) = (services.clock.clone(), services.clock.secret());
    let (id, to) = (person.id, Recipient { address: person.email.clone(), name: person.name.clone() });
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let until = clock.now() + TimeDelta::hours(PROOF_HOURS);
                let mine = address_proof::Column::PersonId.eq(id);
                let sent = address_proof::Entity::find().filter(mine.clone()).one(txn).await?;
                if sent.is_some_and(|sent| until - sent.expires_at < TimeDelta::minutes(MINUTES_BETWEEN)) {
                    return Err(Failure::Refused("error-address-soon"));
                }
                address_proof::Entity::delete_many().filter(mine).exec(txn).await?;
                let row = address_proof::ActiveModel {
                    id: Set(clock.id()),
                    person_id: Set(id),
                    token_hash: Set(secrets::hash(&secret)),
                    expires_at: Set(until),
                };
                row.insert(txn).await?;
                let fill = Fill::new()
                    .with("name", Value::Words(to.name.clone()))
                    .with("link", Value::Private(format!("/account/address/{secret}")))
                    .with("until", Value::When(until));
                let key = format!("address:{}", secrets::hash(&secret));
                let kind = LetterKind::ProveAddress;
                mail::post(txn, &clock, Letter { kind, stream: None, to, language, fill, key }).await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}

/// Whether this link was sent to the address of this person's account, and still works.
pub async fn check(services: &Services, person: Uuid, secret: &str) -> Result<(), Failure> {
    find(services.db.read(), &services.clock, person, secret).await.map(drop)
}

async fn find(
    read: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    secret: &str,
) -> Result<address_proof::Model, Failure> {
    let row = address_proof::Entity::find()
        .filter(address_proof::Column::PersonId.eq(person))
        .filter(address_proof::Column::TokenHash.eq(secrets::hash(secret)))
        .filter(address_proof::Column::ExpiresAt.gt(clock.now()));
    row.one(read).await?.ok_or(Failure::NotFound("proof"))
}

/// Notes that the address is the person's own.
pub async fn prove(services: &Services, person: Uuid, secret: String) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let row = find(txn, &recorder.clock, person, &secret).await?;
                if address_proof::Entity::delete_by_id(row.id).exec(txn).await?.rows_affected == 0 {
                    return Err(Failure::NotFound("proof"));
                }
                proven(txn, &recorder.clock, person).await?;
                recorder.record(txn, Entry::of_person(Act::AddressProved, person)).await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}

/// Whether a proof of this instant counts now.
pub fn counts(proven_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    proven_at.is_some_and(|at| now - at < TimeDelta::days(PROOF_DAYS))
}

/// Writes that the address of an account is its owner's.
pub(in crate::people) async fn proven(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
) -> Result<(), Failure> {
    person::Entity::update_many()
        .col_expr(person::Column::EmailProvenAt, Expr::value(clock.now()))
        .filter(person::Column::Id.eq(person))
        .exec(txn)
        .await?;
    Ok(())
}
