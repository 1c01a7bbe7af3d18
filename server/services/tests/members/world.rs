//! What these tests have in common.

use domain::mail::{Fill, LetterKind, Value};
use domain::people::{MemberRole, OrganisationDetails, OrganisationKind};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::people::members;
use services::people::organisations::{self as bodies, Organisation, edit};
use services::people::{Person, accounts};
use services::store::entities::{letter, membership, person};
use services::{Failure, Services};
use uuid::Uuid;

/// An organisation with this domain and this address for letters.
pub async fn body(services: &Services, name: &str, domain: &str) -> Organisation {
    let details = OrganisationDetails {
        name: name.to_owned(),
        name_cy: String::new(),
        kind: OrganisationKind::Voluntary,
        sector: None,
        codes: Vec::new(),
        area: None,
        valid_from: None,
        website: String::new(),
        email_domains: Some(domain.to_owned()).filter(|domain| !domain.is_empty()).into_iter().collect(),
        contact: "office@elsewhere.test".to_owned(),
    };
    let slug = edit::add(services, details, false).await.expect("it is added");
    bodies::by_slug(services, &slug).await.expect("it is there")
}

/// Somebody of no team with this address, who has shown that it is theirs.
pub async fn proven(services: &Services, email: &str) -> Person {
    add(services, email, true).await
}

/// The same, who has not shown it.
pub async fn unproven(services: &Services, email: &str) -> Person {
    add(services, email, false).await
}

async fn add(services: &Services, email: &str, proven: bool) -> Person {
    let (id, now) = (services.clock.id(), services.clock.now());
    let row = person::ActiveModel {
        id: Set(id),
        email: Set(email.to_owned()),
        name: Set(email.split('@').next().unwrap_or_default().to_owned()),
        password_hash: Set(None),
        created_at: Set(now),
        disabled_at: Set(None),
        email_proven_at: Set(proven.then_some(now)),
    };
    services
        .db
        .write::<_, Failure, _>(move |txn| Box::pin(async move { Ok(row.insert(txn).await?) }))
        .await
        .expect("added");
    accounts::by_id(services, id).await.expect("somebody")
}

/// Makes somebody a member, as if they had been one before the test.
pub async fn member(services: &Services, of: &Organisation, email: &str, role: MemberRole) -> Person {
    let person = proven(services, email).await;
    let row = membership::ActiveModel {
        id: Set(services.clock.id()),
        organisation_id: Set(of.id),
        person_id: Set(person.id),
        role: Set(role.to_string()),
        language: Set("en".to_owned()),
        joined_at: Set(services.clock.now()),
    };
    services
        .db
        .write::<_, Failure, _>(move |txn| Box::pin(async move { Ok(row.insert(txn).await?) }))
        .await
        .expect("added");
    accounts::by_id(services, person.id).await.expect("a member")
}

/// The members of an organisation, by name, with what they are.
pub async fn members_of(services: &Services, of: &Organisation) -> Vec<(String, MemberRole)> {
    let all = members::of(services.db.read(), of.id).await.expect("the members");
    all.into_iter().map(|member| (member.name, member.role)).collect()
}

/// Such members, as they are written here.
pub fn named<const N: usize>(all: [(&str, MemberRole); N]) -> Vec<(String, MemberRole)> {
    all.map(|(name, role)| (name.to_owned(), role)).to_vec()
}

/// The key of the membership of a person.
pub async fn key(services: &Services, of: &Organisation, person: &Person) -> Uuid {
    let all = members::of(services.db.read(), of.id).await.expect("the members");
    all.iter().find(|member| member.person == person.id).expect("a member").id
}

/// The letters to an address, oldest first, with what they are filled with.
pub async fn letters(services: &Services, address: &str) -> Vec<(LetterKind, Fill)> {
    let rows = letter::Entity::find()
        .filter(letter::Column::Address.eq(address))
        .order_by_asc(letter::Column::Id)
        .all(services.db.read())
        .await
        .expect("the letters");
    let one = |row: letter::Model| {
        (LetterKind::parse(&row.kind).expect("a kind"), serde_json::from_str(&row.fill).expect("its values"))
    };
    rows.into_iter().map(one).collect()
}

/// The kinds of the letters to an address, oldest first.
pub async fn kinds(services: &Services, address: &str) -> Vec<LetterKind> {
    letters(services, address).await.into_iter().map(|(kind, _)| kind).collect()
}

/// The secret at the end of the private link of the last letter to an address.
pub async fn link(services: &Services, address: &str) -> String {
    match letters(services, address).await.last().and_then(|(_, fill)| fill.get("link").cloned()) {
        Some(Value::Private(path)) => path.rsplit('/').next().expect("a secret").to_owned(),
        other => panic!("{other:?}"),
    }
}

/// Why something was refused.
#[track_caller]
pub fn refused<T: std::fmt::Debug>(done: Result<T, Failure>) -> &'static str {
    match done {
        Err(Failure::Refused(reason)) => reason,
        Err(Failure::Invalid(problems)) => problems.iter().next().expect("a problem").message,
        Err(Failure::NotFound(_)) => "not found",
        other => panic!("{other:?}"),
    }
}
