//! The letters about who acts for an organisation.

use chrono::{DateTime, Utc};
use domain::Language;
use domain::mail::{Fill, LetterKind, Value};
use domain::people::{MemberRole, RecoveryCode};
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use super::Member;
use crate::mail::{self, Letter, Recipient};
use crate::people::Person;
use crate::store::entities::{organisation, person};
use crate::{Clock, Failure};

/// The name of an organisation in a language.
pub(in crate::people) fn name(row: &organisation::Model, language: Language) -> String {
    let welsh = language == Language::Welsh && !row.name_cy.is_empty();
    if welsh { &row.name_cy } else { &row.name }.clone()
}

/// The address of the members' pages.
pub(super) fn page(row: &organisation::Model) -> String {
    format!("/account/organisations/{}", row.slug)
}

/// A letter about an organisation, filled with its name.
fn about(
    row: &organisation::Model,
    kind: LetterKind,
    to: Recipient,
    language: Language,
    fill: Fill,
) -> Letter {
    let fill = fill.with("organisation", Value::Words(name(row, language)));
    Letter { kind, stream: None, to, language, fill, key: String::new() }
}

/// Posts a letter of its own: none is the same as another.
async fn post(txn: &impl ConnectionTrait, clock: &Clock, letter: Letter) -> Result<(), Failure> {
    let key = format!("member:{}", clock.id());
    mail::post(txn, clock, Letter { key, ..letter }).await?;
    Ok(())
}

async fn one(txn: &impl ConnectionTrait, id: Uuid) -> Result<person::Model, Failure> {
    person::Entity::find_by_id(id).one(txn).await?.ok_or(Failure::NotFound("person"))
}

async fn recipient(txn: &impl ConnectionTrait, id: Uuid) -> Result<Recipient, Failure> {
    let row = one(txn, id).await?;
    Ok(Recipient { address: row.email, name: row.name })
}

/// To every owner of an organisation but this person.
async fn owners(txn: &impl ConnectionTrait, organisation: Uuid, but: Uuid) -> Result<Vec<Member>, Failure> {
    let mut members = super::of(txn, organisation).await?;
    members.retain(|member| member.role == MemberRole::Owner && member.person != but);
    Ok(members)
}

fn to(member: &Member) -> Recipient {
    Recipient { address: member.email.clone(), name: member.name.clone() }
}

/// The code, to the organisation's own address.
pub(super) async fn code(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: &organisation::Model,
    id: Uuid,
    code: RecoveryCode,
    until: DateTime<Utc>,
) -> Result<(), Failure> {
    let to = Recipient { address: row.contact.clone(), name: String::new() };
    let fill = Fill::new()
        .with("code", Value::Secret(code.as_str().to_owned()))
        .with("page", Value::Page(format!("{}/join", page(row))))
        .with("until", Value::When(until));
    // The team writes it, and the team's pages are in English.
    let letter = about(row, LetterKind::OrganisationCode, to, Language::English, fill);
    mail::post(txn, clock, Letter { key: format!("organisation-code:{id}"), ..letter }).await?;
    Ok(())
}

/// To the organisation's own address: somebody acts for it as an owner. Who, it is not told: anyone may read there.
pub(super) async fn claimed(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: &organisation::Model,
) -> Result<(), Failure> {
    if row.contact.is_empty() {
        return Ok(());
    }
    let to = Recipient { address: row.contact.clone(), name: String::new() };
    let fill = Fill::new().with("page", Value::Page(format!("/organisations/{}", row.slug)));
    post(txn, clock, about(row, LetterKind::OrganisationClaimed, to, Language::English, fill)).await
}

/// To the other owners: somebody has joined.
pub(super) async fn joined(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: &organisation::Model,
    who: Uuid,
) -> Result<(), Failure> {
    let name = one(txn, who).await?.name;
    for owner in owners(txn, row.id, who).await? {
        let fill = Fill::new().with("who", Value::Words(name.clone())).with("page", Value::Page(page(row)));
        let language = owner.language;
        post(txn, clock, about(row, LetterKind::MemberJoined, to(&owner), language, fill)).await?;
    }
    Ok(())
}

/// To the owners, or where there is none to the administrators: somebody asks.
pub(super) async fn asked(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: &organisation::Model,
    who: Uuid,
    administrators: Vec<Person>,
) -> Result<(), Failure> {
    let name = Value::Words(one(txn, who).await?.name);
    let fill = |page: String| Fill::new().with("who", name.clone()).with("page", Value::Page(page));
    let owners = owners(txn, row.id, Uuid::nil()).await?;
    let to_owners = owners.iter().map(|owner| (to(owner), owner.language, page(row)));
    let mut all: Vec<_> = to_owners.collect();
    if all.is_empty() {
        let there = format!("/team/organisations/{}/members", row.slug);
        // The team's pages are in English.
        let to = |person: Person| Recipient { address: person.email, name: person.name };
        all.extend(administrators.into_iter().map(|one| (to(one), Language::English, there.clone())));
    }
    for (to, language, page) in all {
        // Whoever takes back what they asked and asks again writes once a day.
        let (today, mailbox) = (clock.now().date_naive(), mail::address_hash(&to.address));
        let key = format!("asked:{}:{who}:{today}:{mailbox}", row.id);
        let letter = about(row, LetterKind::MembershipAsked, to, language, fill(page));
        mail::post(txn, clock, Letter { key, ..letter }).await?;
    }
    Ok(())
}

/// To somebody who has this role from now on.
pub(super) async fn given(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: &organisation::Model,
    person: Uuid,
    language: Language,
    role: MemberRole,
) -> Result<(), Failure> {
    let fill = Fill::new().with("role", Value::Role(role)).with("page", Value::Page(page(row)));
    let to = recipient(txn, person).await?;
    post(txn, clock, about(row, LetterKind::MembershipGiven, to, language, fill)).await
}

/// To somebody who was not let in.
pub(super) async fn refused(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: &organisation::Model,
    person: Uuid,
    language: Language,
    reason: String,
) -> Result<(), Failure> {
    let fill = Fill::new().with("reason", Value::Words(reason));
    let to = recipient(txn, person).await?;
    post(txn, clock, about(row, LetterKind::MembershipRefused, to, language, fill)).await
}

/// To somebody who was removed.
pub(super) async fn ended(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: &organisation::Model,
    member: &Member,
) -> Result<(), Failure> {
    let (to, language) = (to(member), member.language);
    post(txn, clock, about(row, LetterKind::MembershipEnded, to, language, Fill::new())).await
}
