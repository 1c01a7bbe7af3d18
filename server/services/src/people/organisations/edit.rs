//! Keeping the directory: organisations added, changed and ended. None is ever removed, because responses name them.

use chrono::NaiveDate;
use domain::audit::{Act, Subject};
use domain::forms::{Problem, Problems};
use domain::people::{
    CheckKind, Code, CodeScheme, OrganisationDetails, OrganisationEnding, Scope, leads_back,
};
use domain::text;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait,
    IntoActiveModel, PaginatorTrait, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use super::{Organisation, directory, whole};
use crate::audit::Entry;
use crate::store::entities::{organisation, organisation_check, organisation_code, organisation_domain};
use crate::store::rows;
use crate::{Clock, Failure, Services};

/// An organisation of which nothing but its name, kind, address and times is known yet.
pub(crate) fn blank() -> organisation::ActiveModel {
    let empty = || Set(String::new());
    organisation::ActiveModel {
        name_cy: empty(),
        note: empty(),
        website: empty(),
        contact: empty(),
        invented: Set(false),
        ..Default::default()
    }
}

/// A code of an organisation on its way into the store.
pub(crate) fn code_row(
    clock: &Clock,
    organisation: Uuid,
    scheme: CodeScheme,
    value: &str,
) -> organisation_code::ActiveModel {
    organisation_code::ActiveModel {
        id: Set(clock.id()),
        organisation_id: Set(organisation),
        scheme: Set(scheme.to_string()),
        value: Set(value.to_owned()),
    }
}

/// An act on an organisation on its way into the audit.
pub(super) fn entry(act: Act, id: Uuid, name: &str) -> Entry {
    Entry::new(act, Scope::Platform, Subject::Organisation, id).with("title", name)
}

/// Adds an organisation and gives its slug.
pub async fn add(
    services: &Services,
    details: OrganisationDetails,
    invented: bool,
) -> Result<String, Failure> {
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let (id, slug) = insert(txn, &recorder.clock, &details, invented).await?;
                recorder.record(txn, entry(Act::OrganisationAdded, id, &details.name)).await?;
                Ok::<_, Failure>(slug)
            })
        })
        .await
}

/// Writes an organisation and gives its key and its slug.
pub(super) async fn insert(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    details: &OrganisationDetails,
    invented: bool,
) -> Result<(Uuid, String), Failure> {
    let id = clock.id();
    let slug = free_slug(txn, &text::slug(&details.name, "organisation")).await?;
    let mut row = organisation::ActiveModel {
        id: Set(id),
        slug: Set(slug.clone()),
        valid_to: Set(None),
        successor_id: Set(None),
        invented: Set(invented),
        ..blank()
    };
    fill(&mut row, details);
    check_free(txn, id, details, None).await?;
    row.insert(txn).await?;
    write_codes(txn, clock, id, &details.codes).await?;
    write_domains(txn, clock, id, &details.email_domains).await?;
    Ok((id, slug))
}

fn fill(row: &mut organisation::ActiveModel, details: &OrganisationDetails) {
    row.name = Set(details.name.clone());
    row.name_cy = Set(details.name_cy.clone());
    row.kind = Set(details.kind.to_string());
    row.sector = Set(details.sector.map(|sector| sector.to_string()));
    row.area_id = Set(details.area);
    row.valid_from = Set(details.valid_from);
    row.website = Set(details.website.clone());
    row.contact = Set(details.contact.clone());
}

async fn write_codes(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    id: Uuid,
    codes: &[Code],
) -> Result<(), Failure> {
    let mine = organisation_code::Column::OrganisationId.eq(id);
    organisation_code::Entity::delete_many().filter(mine).exec(txn).await?;
    let rows: Vec<_> = codes.iter().map(|code| code_row(clock, id, code.scheme, &code.value)).collect();
    if !rows.is_empty() {
        organisation_code::Entity::insert_many(rows).exec_without_returning(txn).await?;
    }
    Ok(())
}

/// Writes the domains by which its people are known. What was checked by one that is gone no longer counts.
async fn write_domains(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    id: Uuid,
    domains: &[String],
) -> Result<(), Failure> {
    let mine = organisation_domain::Column::OrganisationId.eq(id);
    organisation_domain::Entity::delete_many().filter(mine).exec(txn).await?;
    let row = |domain: &String| organisation_domain::ActiveModel {
        id: Set(clock.id()),
        organisation_id: Set(id),
        domain: Set(domain.clone()),
    };
    let rows: Vec<_> = domains.iter().map(row).collect();
    if !rows.is_empty() {
        organisation_domain::Entity::insert_many(rows).exec_without_returning(txn).await?;
    }
    organisation_check::Entity::delete_many()
        .filter(organisation_check::Column::OrganisationId.eq(id))
        .filter(organisation_check::Column::Kind.eq(CheckKind::Domain.as_str()))
        .filter(organisation_check::Column::Domain.is_not_in(domains.iter().map(String::as_str)))
        .exec(txn)
        .await?;
    Ok(())
}

/// The first free address of this kind.
pub(crate) async fn free_slug(txn: &impl ConnectionTrait, wished: &str) -> Result<String, Failure> {
    for number in 1.. {
        let slug = if number == 1 { wished.to_owned() } else { format!("{wished}-{number}") };
        let held = organisation::Entity::find().filter(organisation::Column::Slug.eq(&slug));
        if held.count(txn).await? == 0 {
            return Ok(slug);
        }
    }
    Err(Failure::NotFound("address"))
}

/// Fails where another organisation of the same kind has a code at the same time, or the name with nothing to tell them
/// apart. An integrated care board
/// and its system share a code, so only those of one kind are compared.
async fn check_free(
    txn: &impl ConnectionTrait,
    id: Uuid,
    details: &OrganisationDetails,
    last: Option<NaiveDate>,
) -> Result<(), Failure> {
    let codes: Vec<&str> = details.codes.iter().map(|code| code.value.as_str()).collect();
    let coded = organisation_code::Entity::find()
        .filter(organisation_code::Column::Value.is_in(codes))
        .all(txn)
        .await?;
    let alike = Condition::any()
        .add(organisation::Column::Name.eq(details.name.as_str()))
        .add(organisation::Column::Id.is_in(coded.iter().map(|row| row.organisation_id)));
    let others = organisation::Entity::find()
        .filter(alike)
        .filter(organisation::Column::Kind.eq(details.kind.as_str()))
        .filter(organisation::Column::Id.ne(id))
        .all(txn)
        .await?;
    let mut problems = domains_free(txn, id, details, last).await?;
    for other in whole(txn, others).await? {
        if apart(&other, details, last) {
            continue;
        }
        if other.name == details.name && !told_apart(&other, details) {
            problems.add(Problem::new("name", "error-organisation-name-taken"));
        }
        for code in details.codes.iter().filter(|code| other.codes.contains(code)) {
            let taken = Problem::new(code.scheme.field(), "error-organisation-code-taken");
            problems.add(taken.with("name", &other.name));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.into()) }
}

/// Whether one of the two has ended before the other begins.
fn apart(other: &Organisation, details: &OrganisationDetails, last: Option<NaiveDate>) -> bool {
    let before = other.valid_to.zip(details.valid_from).is_some_and(|(last, first)| last < first);
    let after = last.zip(other.valid_from).is_some_and(|(last, first)| last < first);
    before || after
}

/// A problem for each domain that another organisation has at the same time, whatever its kind: it would prove of nobody
/// for which of the two they act.
async fn domains_free(
    txn: &impl ConnectionTrait,
    id: Uuid,
    details: &OrganisationDetails,
    last: Option<NaiveDate>,
) -> Result<Problems, Failure> {
    let mut problems = Problems::default();
    if details.email_domains.is_empty() {
        return Ok(problems);
    }
    let held = organisation_domain::Entity::find()
        .filter(organisation_domain::Column::Domain.is_in(details.email_domains.iter().map(String::as_str)))
        .filter(organisation_domain::Column::OrganisationId.ne(id))
        .all(txn)
        .await?;
    let ids = held.iter().map(|row| row.organisation_id);
    let others = rows::having::<organisation::Entity>(txn, organisation::Column::Id, ids).await?;
    for other in whole(txn, others).await?.iter().filter(|other| !apart(other, details, last)) {
        let taken = Problem::new("email-domain", "error-organisation-domain-taken");
        problems.add(taken.with("name", &other.name));
    }
    Ok(problems)
}

/// Whether two of a kind and a name are two all the same: many surgeries share a name, but no place or no code.
fn told_apart(other: &Organisation, details: &OrganisationDetails) -> bool {
    let code = |scheme| details.codes.iter().find(|code| code.scheme == scheme);
    other.area != details.area
        || other.codes.iter().any(|held| code(held.scheme).is_some_and(|code| code.value != held.value))
}

/// Changes what the directory says of an organisation. Its address stays.
pub async fn change(services: &Services, id: Uuid, details: OrganisationDetails) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let row = held(txn, id).await?;
                check_free(txn, id, &details, row.valid_to).await?;
                if details.area == Some(id) {
                    return Err(Problem::new("area", "error-organisation-area").into());
                }
                let mut row = row.into_active_model();
                fill(&mut row, &details);
                row.update(txn).await?;
                write_codes(txn, &recorder.clock, id, &details.codes).await?;
                write_domains(txn, &recorder.clock, id, &details.email_domains).await?;
                recorder.record(txn, entry(Act::OrganisationChanged, id, &details.name)).await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}

/// The row of an organisation, which nobody else changes until the transaction ends.
pub(crate) async fn held(txn: &impl ConnectionTrait, id: Uuid) -> Result<organisation::Model, Failure> {
    let row = organisation::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
    row.ok_or(Failure::NotFound("organisation"))
}

/// Ends an organisation, or says something else about an end that is known.
pub async fn end(services: &Services, id: Uuid, ending: OrganisationEnding) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let row = held(txn, id).await?;
                let successor = match &ending.successor {
                    None => None,
                    Some(typed) => Some(find_successor(txn, id, typed, ending.last_day).await?),
                };
                let name = row.name.clone();
                let mut row = row.into_active_model();
                row.valid_to = Set(Some(ending.last_day));
                row.successor_id = Set(successor);
                row.note = Set(ending.note);
                row.update(txn).await?;
                let entry = entry(Act::OrganisationEnded, id, &name);
                recorder.record(txn, entry.with("closes", ending.last_day.to_string())).await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}

/// The one organisation that is called so, has not ended by then, and in the end does not lead back to this one.
async fn find_successor(
    txn: &impl ConnectionTrait,
    id: Uuid,
    typed: &str,
    last_day: NaiveDate,
) -> Result<Uuid, Failure> {
    let problem = |message| Failure::from(Problem::new("successor", message).with("typed", typed));
    let called = directory::exactly(txn, typed, last_day.succ_opt()).await?;
    let next = match called.as_slice() {
        [] => return Err(problem("error-organisation-unknown")),
        [one] => one.id,
        _ => return Err(problem("error-organisation-several")),
    };
    // Each is held while the line is walked: two ends at the same moment could otherwise make a circle.
    let (mut after, mut at) = (Vec::new(), next);
    while let Some(follower) = held(txn, at).await?.successor_id.filter(|one| !after.contains(one)) {
        after.push(follower);
        at = follower;
    }
    if leads_back(id, next, after) { Err(problem("error-organisation-circle")) } else { Ok(next) }
}

/// Takes an end back.
pub async fn reopen(services: &Services, id: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let row = held(txn, id).await?;
                let whole = whole(txn, vec![row.clone()]).await?;
                if let Some(held) = whole.first() {
                    check_free(txn, id, &held.details(), None).await?;
                }
                let name = row.name.clone();
                let mut row = row.into_active_model();
                row.valid_to = Set(None);
                row.successor_id = Set(None);
                row.note = Set(String::new());
                row.update(txn).await?;
                recorder.record(txn, entry(Act::OrganisationReopened, id, &name)).await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}

/// What an organisation's form of an end is filled with.
pub async fn ending_of(services: &Services, held: &Organisation) -> Result<domain::forms::Form, Failure> {
    let mut form = domain::forms::Form::default();
    form.set("valid-to", held.valid_to.map(|day| day.to_string()).unwrap_or_default());
    form.set("note", held.note.as_str());
    if let Some(next) = held.successor {
        form.set("successor", super::by_id(services.db.read(), next).await?.name);
    }
    Ok(form)
}
